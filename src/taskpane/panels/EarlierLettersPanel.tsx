import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import {
  memo,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { earlierKey, type EarlierAsked, type EarlierLetter, type EarlierTyped } from '../../app/letters/earlierLetters';
import { parseCivilDate } from '../../domain/calendar/civilDate';
import { NOTICE_FORMS } from '../../domain/registers/registers';
import { useDeskView } from '../deskContext';
import { readEarlier } from '../desk/letterDeeds';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { WORDS } from '../words';
import { EARLIER } from '../words/letters';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  pair: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px' },
  number: { flexGrow: 1, flexBasis: '150px', minWidth: 0 },
  date: { flexGrow: 0, flexBasis: '130px', minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
});

/** More are listed when she wants them; those that are not stay as they are. */
const LISTED_AT_ONCE = 50;
/** Drawn with the panel; the others in slices soon after. */
const DRAWN_AT_ONCE = 6;

interface EarlierLettersPanelProps {
  readonly asked: readonly EarlierAsked[];
  /** What was answered before, by `earlierKey`. */
  readonly given: ReadonlyMap<string, EarlierLetter | null>;
  readonly onTake: (answers: ReadonlyMap<string, EarlierLetter | null>) => void;
  readonly onBack: () => void;
}

interface Typed {
  readonly number: string;
  readonly on: string;
}

const NO_ANSWERS: ReturnType<typeof readEarlier> = new Map();

const typedFrom = (
  asked: EarlierAsked,
  { number, on }: Pick<EarlierLetter | EarlierAsked, 'number' | 'on'>,
): Typed => ({
  number: number ?? asked.number ?? '',
  on: on ?? asked.on ?? '',
});

/** Number and date of letters that are cited and on no record, one matter after the other; any may stay blank. */
export function EarlierLettersPanel({ asked, given, onTake, onBack }: EarlierLettersPanelProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const view = useDeskView();
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(
    () =>
      new Map(
        given.size === 0
          ? []
          : asked.flatMap((own) => {
              const before = given.get(earlierKey(own));
              return before ? [[earlierKey(own), typedFrom(own, before)] as const] : [];
            }),
      ),
  );
  /** How often she went on; what is wrong is said from the first time. */
  const [tries, setTries] = useState(0);
  const list = useRef<HTMLFormElement>(null);
  const form = useId();
  // Of many matters the wrong one may be out of sight.
  useEffect(() => {
    if (tries > 0) list.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tries]);
  const [most, setMost] = useState(LISTED_AT_ONCE);
  const answers = useMemo(() => {
    const read = new Map<string, EarlierTyped>();
    for (const [key, { number, on }] of typed) read.set(key, { number, on: parseCivilDate(on) });
    // Where nothing is typed nothing is answered.
    return read.size === 0
      ? NO_ANSWERS
      : readEarlier(
          view,
          asked.filter((own) => read.has(earlierKey(own))),
          read,
        );
  }, [view, asked, typed]);
  const set = useCallback((own: EarlierAsked, change: Partial<Typed>): void => {
    const key = earlierKey(own);
    setTyped((before) => new Map([...before, [key, { ...(before.get(key) ?? typedFrom(own, own)), ...change }]]));
  }, []);
  const drawn = useDeferredValue(Infinity, DRAWN_AT_ONCE);
  const go = (): void => {
    setTries(tries + 1);
    if ([...answers.values()].some(({ kind }) => kind === 'wrong')) return;
    onTake(
      new Map(
        asked.map((own) => {
          const answer = answers.get(earlierKey(own));
          return [earlierKey(own), answer?.kind === 'entered' ? answer.letter : null];
        }),
      ),
    );
  };
  // Wrong ones further down are not left out of sight.
  const wrong = (own: EarlierAsked): boolean => tries > 0 && answers.get(earlierKey(own))?.kind === 'wrong';
  const further = answers.size === 0 ? [] : asked.slice(most).filter(wrong).slice(0, LISTED_AT_ONCE);
  const listed = [...asked.slice(0, most), ...further];
  const newReminder = asked.some(
    ({ form, entry }) => entry === null && (form === 'reminderNotice' || form === 'supervisionReminder'),
  );
  return (
    <PanelFrame
      title={EARLIER.title}
      onBack={onBack}
      foot={
        <>
          <Button appearance="primary" type="submit" form={form}>
            {EARLIER.go}
          </Button>
          <Button onClick={onBack}>{WORDS.cancel}</Button>
        </>
      }
    >
      <p className={looks.hint}>{EARLIER.lead}</p>
      <p className={looks.hint}>{EARLIER.numberHint}</p>
      {newReminder && <p className={looks.hint}>{EARLIER.reminders}</p>}
      <form
        ref={list}
        id={form}
        className={styles.list}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {listed.slice(0, drawn).map((own) => (
          <AskedMatter
            key={earlierKey(own)}
            asked={own}
            typed={typed.get(earlierKey(own))}
            answer={answers.get(earlierKey(own))}
            judged={tries > 0}
            onSet={set}
          />
        ))}
      </form>
      {most < asked.length && (
        <div className={looks.actions}>
          <Button size="small" onClick={() => startTransition(() => setMost(most + LISTED_AT_ONCE))}>
            {EARLIER.more(Math.min(LISTED_AT_ONCE, asked.length - most), asked.length - most)}
          </Button>
        </div>
      )}
    </PanelFrame>
  );
}

interface AskedMatterProps {
  readonly asked: EarlierAsked;
  /** Undefined: nothing was typed beside it yet. */
  readonly typed: Typed | undefined;
  readonly answer: ReturnType<ReturnType<typeof readEarlier>['get']>;
  /** Whether what is wrong is said: once she went on. */
  readonly judged: boolean;
  readonly onSet: (asked: EarlierAsked, change: Partial<Typed>) => void;
}

/** Drawn again only where something of its own has changed. */
const AskedMatter = memo(function AskedMatter(props: AskedMatterProps): React.JSX.Element {
  const { asked, answer, judged, onSet } = props;
  const typed = props.typed ?? typedFrom(asked, asked);
  const styles = useStyles();
  const looks = useLooks();
  const { matter, units, form, number, entry } = asked;
  const title = EARLIER.of(units.join('、'), matter.title ?? WORDS.noTitle);
  const wrong = (at: 'number' | 'on') =>
    judged && answer?.kind === 'wrong' && answer.at === at ? { validationMessage: answer.sentence } : {};
  const others = answer?.kind === 'entered' ? answer.others : [];
  return (
    <section className={looks.section} aria-label={title}>
      <p className={looks.text}>{title}</p>
      <div className={styles.pair}>
        <Field
          className={styles.number}
          size="small"
          label={EARLIER.number(NOTICE_FORMS[form])}
          {...wrong('number')}
          {...(others.length > 0 ? { hint: EARLIER.sameAs(others) } : {})}
        >
          <Input
            className={styles.input}
            size="small"
            value={typed.number}
            readOnly={number !== null}
            maxLength={60}
            onChange={(_event, { value }) => onSet(asked, { number: value })}
          />
        </Field>
        <Field className={styles.date} size="small" label={EARLIER.date(NOTICE_FORMS[form])} {...wrong('on')}>
          <Input
            className={styles.input}
            size="small"
            type="date"
            value={typed.on}
            readOnly={entry !== null}
            onChange={(_event, { value }) => onSet(asked, { on: value })}
          />
        </Field>
      </div>
    </section>
  );
});
