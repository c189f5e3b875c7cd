import { areaAddress, type Area } from '../domain/cell';
import type { SheetCell, SheetContent } from '../domain/plan';
import { forEach, map, type InPortions } from '../domain/portions';
import { rangeAt } from './areasOnWire';
import { inTurns, nextTurn } from './inTurns';

/** Excel cuts a longer address of `getRanges` without a word. */
const MOST_ADDRESS = 8000;

/** Excel's highest row, in points; a longer text is cut on paper, and read whole in its cell. */
const HIGHEST_ROW = 409;

type Dressed = Excel.Range | Excel.RangeAreas;

/** Gives the cells their looks: one command for all cells of a look, however far apart they stand. */
export async function dressCells(sheet: Excel.Worksheet, rows: SheetContent['rows']): Promise<void> {
  for (const { cell, areas } of await inTurns(looksOf(rows))) {
    for (const range of await rangesOver(sheet, areas)) dress(range, cell);
  }
}

/** Row heights, all rows of a height together. */
export async function setRowHeights(sheet: Excel.Worksheet, heights: readonly (number | null)[]): Promise<void> {
  const byHeight = new Map<number, Area[]>();
  heights.forEach((wanted, row) => {
    if (wanted === null) return;
    const points = Math.min(wanted, HIGHEST_ROW);
    const areas = byHeight.get(points) ?? [];
    const last = areas.at(-1);
    if (last !== undefined && last.bottom === row - 1) areas[areas.length - 1] = { ...last, bottom: row };
    else areas.push({ top: row, left: 0, bottom: row, right: 0 });
    byHeight.set(points, areas);
  });
  for (const [points, areas] of byHeight) {
    for (const range of await rangesOver(sheet, areas)) range.format.rowHeight = points;
  }
}

/** A single area as a range; several as RangeAreas, as many as the addresses need. */
export async function rangesOver(sheet: Excel.Worksheet, areas: readonly Area[]): Promise<readonly Dressed[]> {
  const [only] = areas;
  if (only !== undefined && areas.length === 1) return [rangeAt(sheet, only)];
  const ranges: Dressed[] = [];
  let [address, before] = ['', ''];
  for (const area of areas) {
    const own = areaAddress(area);
    if (before !== '' && address.length + own.length >= MOST_ADDRESS) {
      ranges.push(sheet.getRanges(address));
      [address, before] = ['', ''];
      await nextTurn();
    }
    address += before + own;
    before = ',';
  }
  if (address !== '') ranges.push(sheet.getRanges(address));
  return ranges;
}

/** Whether two cells look alike, number format and link aside. */
export const sameLook = (one: SheetCell | undefined, other: SheetCell | undefined): boolean =>
  one === other || LOOKS.every((look) => one?.[look] === other?.[look]);
const LOOKS = ['bold', 'fill', 'color', 'align', 'wrap', 'spread', 'fontName', 'fontSize', 'ruleBelow'] as const;

/** The cells for which something holds, as areas. */
export function* areasWhere(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  holds: (row: number, column: number) => boolean,
): InPortions<readonly Area[]> {
  const lines = yield* map(Array.from({ length: rows }), (_, row) =>
    Array.from({ length: columns }, (_each, column) => (holds(row, column) ? HELD : PLAIN_CELL)),
  );
  return (yield* looksOf(lines)).flatMap(({ areas }) => areas);
}

const lookOf = ({ bold, fill, color, align, wrap, spread, fontName, fontSize, ruleBelow }: SheetCell): string =>
  JSON.stringify([bold, fill, color, align, wrap, spread, fontName, fontSize, ruleBelow]);
const PLAIN_CELL: SheetCell = { value: '' };
const HELD: SheetCell = { value: '', bold: true };
const PLAIN = lookOf(PLAIN_CELL);

/** Of the same look, without putting it into words: of most cells of a sheet this is all that is asked. */
const looksAs = (one: SheetCell, other: SheetCell): boolean =>
  one.bold === other.bold &&
  one.fill === other.fill &&
  one.color === other.color &&
  one.align === other.align &&
  one.wrap === other.wrap &&
  one.spread === other.spread &&
  one.fontName === other.fontName &&
  one.fontSize === other.fontSize &&
  one.ruleBelow === other.ruleBelow;

/** Areas by look: neighbours in a row first, then equal rows below each other. */
function* looksOf(
  rows: SheetContent['rows'],
): InPortions<readonly { readonly cell: SheetCell; readonly areas: readonly Area[] }[]> {
  const looks = new Map<
    string,
    { readonly cell: SheetCell; readonly areas: Area[]; readonly latest: Map<string, number> }
  >();
  yield* forEach(rows, (row, rowIndex) => {
    let column = 0;
    while (column < row.length) {
      const cell = row[column]!;
      const left = column;
      while (column + 1 < row.length && looksAs(row[column + 1]!, cell)) column += 1;
      const look = looksAs(cell, PLAIN_CELL) ? PLAIN : lookOf(cell);
      const area = { top: rowIndex, left, bottom: rowIndex, right: column };
      column += 1;
      if (look === PLAIN) continue;
      const found = looks.get(look) ?? { cell, areas: [], latest: new Map<string, number>() };
      looks.set(look, found);
      const columns = `${area.left}:${area.right}`;
      const at = found.latest.get(columns);
      const above = at === undefined ? undefined : found.areas[at];
      // A rule stands under every row of its own, not under the last of a block.
      if (at !== undefined && above?.bottom === rowIndex - 1 && cell.ruleBelow === undefined) {
        found.areas[at] = { ...above, bottom: rowIndex };
      } else {
        found.latest.set(columns, found.areas.length);
        found.areas.push(area);
      }
    }
  });
  return [...looks.values()];
}

function dress(range: Dressed, cell: SheetCell): void {
  const { bold, fill, color, align, wrap, spread, fontName, fontSize, ruleBelow } = cell;
  const { format } = range;
  if (bold === true) format.font.bold = true;
  if (fill !== undefined) format.fill.color = fill;
  if (color !== undefined) format.font.color = color;
  if (fontName !== undefined) format.font.name = fontName;
  if (fontSize !== undefined) format.font.size = fontSize;
  if (align !== undefined) {
    format.horizontalAlignment = { left: 'Left', center: 'Center', right: 'Right' }[align] as Excel.HorizontalAlignment;
  }
  if (wrap === true) {
    format.wrapText = true;
    format.verticalAlignment = Excel.VerticalAlignment.center;
  }
  if (spread === true) {
    format.horizontalAlignment = Excel.HorizontalAlignment.justify;
    format.verticalAlignment = Excel.VerticalAlignment.distributed;
  }
  if (ruleBelow !== undefined) {
    const line = format.borders.getItem(Excel.BorderIndex.edgeBottom);
    line.style = Excel.BorderLineStyle.continuous;
    line.weight = Excel.BorderWeight.medium;
    line.color = ruleBelow;
  }
}
