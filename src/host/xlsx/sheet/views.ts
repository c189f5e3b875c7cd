import { cellAddress } from '../cells/address';
import type { XmlFrame } from '../xml/frame';
import { childOf, childrenOf, flag, numberAttribute, parseXml, type XmlNode } from '../xml/node';
import { attributesText, setAttribute, splice, type Splice } from '../xml/tag';

function firstView(frame: XmlFrame): XmlNode | undefined {
  const views = frame.node('sheetViews');
  return views && childOf(views, 'sheetView');
}

export function readFrozen(frame: XmlFrame): { rows: number; columns: number } {
  const view = firstView(frame);
  const pane = view && childOf(view, 'pane');
  const state = pane?.attributes.get('state');
  if (!pane || (state !== 'frozen' && state !== 'frozenSplit')) return { rows: 0, columns: 0 };
  return { rows: numberAttribute(pane, 'ySplit') ?? 0, columns: numberAttribute(pane, 'xSplit') ?? 0 };
}

/** Freezes rows and columns at the top left; 0 and 0 takes the panes away. */
export function writeFrozen(frame: XmlFrame, rows: number, columns: number): void {
  const before = readFrozen(frame);
  if (before.rows === rows && before.columns === columns) return;
  changeView(frame, (raw) => {
    const view = parseXml(raw);
    const p = frame.prefix;
    const cuts: Splice[] = [...childrenOf(view, 'pane'), ...childrenOf(view, 'selection')].map(({ start, end }) => {
      return { start, end, text: '' };
    });
    const active = rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
    const pane = attributesText({
      xSplit: columns || undefined,
      ySplit: rows || undefined,
      topLeftCell: cellAddress(rows, columns),
      activePane: active,
      state: 'frozen',
    });
    const panes = rows > 0 && columns > 0 ? ['topRight', 'bottomLeft', 'bottomRight'] : [active];
    const selections = panes.map((name) => `<${p}selection pane="${name}"/>`).join('');
    const written = rows > 0 || columns > 0 ? `<${p}pane${pane}/>${selections}` : '';
    if (view.innerStart === view.end) {
      return written ? `${raw.replace(/\s*\/>$/, '>')}${written}</${view.name}>` : raw;
    }
    return splice(raw, [{ start: view.innerStart, end: view.innerStart, text: written }, ...cuts]);
  });
}

export function readShowGridlines(frame: XmlFrame): boolean {
  return flag(firstView(frame), 'showGridLines', true);
}

export function writeShowGridlines(frame: XmlFrame, show: boolean): void {
  if (readShowGridlines(frame) !== show)
    changeView(frame, (raw) => setAttribute(raw, 'showGridLines', show ? null : '0'));
}

/** Marks the sheet's tab as chosen or not; two chosen tabs would be edited together. */
export function writeTabSelected(frame: XmlFrame, selected: boolean): void {
  if (flag(firstView(frame), 'tabSelected') !== selected) {
    changeView(frame, (raw) => setAttribute(raw, 'tabSelected', selected ? '1' : null));
  }
}

function changeView(frame: XmlFrame, change: (raw: string) => string): void {
  const p = frame.prefix;
  const raw = frame.child('sheetViews') ?? `<${p}sheetViews><${p}sheetView workbookViewId="0"/></${p}sheetViews>`;
  const view = childOf(parseXml(raw), 'sheetView');
  if (!view) return;
  const { start, end } = view;
  frame.set('sheetViews', splice(raw, [{ start, end, text: change(raw.slice(start, end)) }]));
}
