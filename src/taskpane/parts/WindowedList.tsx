import { makeStyles } from '@fluentui/react-components';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { indexAt, indexOfHeld, type HeldRow } from './rowOffsets';
import { useOffsets } from './useOffsets';

const useStyles = makeStyles({
  list: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  sheet: { position: 'relative', margin: 0, padding: 0 },
  row: { position: 'absolute', left: 0, right: 0, top: 0 },
});

/** Rows drawn beyond the visible ones, above and below. */
const BEYOND = 6;

interface WindowedListProps<Item> {
  readonly items: readonly Item[];
  readonly label: string;
  readonly keyOf: (item: Item) => string;
  /** Height in pixels; `width` is that of the list. */
  readonly heightOf: (item: Item, width: number) => number;
  /** The row's main control carries `data-main`; every control of a row takes `tabIndex`. */
  readonly children: (item: Item, tabIndex: 0 | -1, width: number) => ReactNode;
  /** A row to bring into view when it changes. */
  readonly reveal?: string | null;
}

/** Rows of known heights of which only the visible ones are in the document; arrow keys move between them. */
export function WindowedList<Item>(props: WindowedListProps<Item>): React.JSX.Element {
  const { items, keyOf, heightOf, children, reveal = null } = props;
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 320, height: 600 });
  const [top, setTop] = useState(0);
  const [held, setHeld] = useState<HeldRow | null>(null);
  const toFocus = useRef<number | null>(null);
  const { width } = size;
  const { offsets, rough } = useOffsets(
    items,
    useCallback((item: Item) => heightOf(item, width), [heightOf, width]),
  );
  const active = useMemo(() => indexOfHeld(items, keyOf, held), [items, keyOf, held]);
  const hold = (index: number): void => setHeld({ key: keyOf(items[index]!), index });

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const bringIntoView = useCallback(
    (index: number): void => {
      const element = list.current;
      const start = offsets[index];
      const end = offsets[index + 1];
      if (element === null || start === undefined || end === undefined) return;
      if (start < element.scrollTop) element.scrollTop = start;
      else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight;
      // The scroll event comes a frame later: until then other rows would be drawn than those in view.
      setTop(element.scrollTop);
    },
    [offsets],
  );

  const stood = useRef<{ readonly key: string; readonly start: number } | null>(null);
  useLayoutEffect(() => {
    const before = stood.current;
    const start = offsets[active];
    stood.current = held === null || start === undefined ? null : { key: held.key, start };
    const element = list.current;
    if (element?.contains(document.activeElement) !== true || before?.key !== stood.current?.key) return;
    const moved = (stood.current?.start ?? 0) - (before?.start ?? 0);
    if (moved === 0) return;
    // Rows above it came or went: the row that holds the focus stays where the clerk sees it.
    element.scrollTop = top + moved;
    setTop(element.scrollTop);
  }, [offsets, active, held, top]);

  const toReveal = useMemo(
    () => (reveal === null ? -1 : items.findIndex((item) => keyOf(item) === reveal)),
    [reveal, items, keyOf],
  );
  const revealed = useRef<{ readonly key: string | null; readonly rough: boolean }>({ key: null, rough: false });
  useEffect(() => {
    // Brought to where it was thought to be, it is brought to where it is once that is known.
    if (reveal === revealed.current.key && (rough || !revealed.current.rough)) return;
    revealed.current = { key: reveal, rough };
    // The clerk who moves through the list with the keys is not carried away from where she is.
    if (toReveal >= 0 && list.current?.contains(document.activeElement) !== true) {
      setHeld({ key: reveal!, index: toReveal });
      bringIntoView(toReveal);
    }
  }, [reveal, toReveal, rough, bringIntoView]);

  // In the commit that draws the row: an effect left over from an earlier one would come first and not find it.
  useLayoutEffect(() => {
    if (toFocus.current === null) return;
    list.current
      ?.querySelector<HTMLElement>(`[data-index="${toFocus.current}"] [data-main]`)
      ?.focus({ preventScroll: true });
    toFocus.current = null;
  });

  const move = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(size.height / Math.max(1, (offsets[items.length] ?? 1) / items.length)) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: items.length - 1,
    };
    const wanted = steps[event.key];
    if (wanted === undefined || items.length === 0) return;
    event.preventDefault();
    const index = Math.min(items.length - 1, Math.max(0, wanted));
    toFocus.current = index;
    hold(index);
    bringIntoView(index);
  };

  const first = Math.max(0, indexAt(offsets, top) - BEYOND);
  const last = Math.min(items.length - 1, indexAt(offsets, top + size.height) + BEYOND);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  // The row that holds the focus stays in the document wherever the list is scrolled to, in its order.
  if (items.length > 0 && active < first) drawn.unshift(active);
  else if (items.length > 0 && active > last) drawn.push(active);

  return (
    <div
      ref={list}
      className={styles.list}
      role="list"
      aria-label={props.label}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={move}
    >
      <div className={styles.sheet} role="presentation" style={{ height: offsets[items.length] ?? 0 }}>
        {drawn.map((index) => {
          const item = items[index]!;
          const height = offsets[index + 1]! - offsets[index]!;
          return (
            <div
              key={keyOf(item)}
              className={styles.row}
              role="listitem"
              aria-setsize={items.length}
              aria-posinset={index + 1}
              data-index={index}
              style={{ transform: `translateY(${offsets[index]!}px)`, height }}
              onFocus={() => hold(index)}
            >
              {children(item, index === active ? 0 : -1, size.width)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
