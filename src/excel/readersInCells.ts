import { areaAddress, cellAddress, type Area, type CellRef } from '../domain/cell';
import { rangeAt } from './areasOnWire';
import { unlessTooLarge } from './hostErrors';
import { nextTurn } from './inTurns';
import { askValidation, type FoundValidation } from './validations';

/** Something that reads a sheet, in the clerk's words, and the sheet. */
export interface Reader {
  readonly place: string;
  readonly reads: string;
  readonly cell?: CellRef;
}

export interface PlacedArea {
  readonly sheet: string;
  readonly area: Area;
}

const placeOf = (sheet: string, area: Area): string =>
  `${sheet}!${area.top === area.bottom && area.left === area.right ? cellAddress(area.top, area.left) : areaAddress(area)}`;

type ReadBy = (formula: string) => string | null;
type RuleReadBy = (formula: string, place: PlacedArea) => string | null;

/** Formulas asked for at first in one request; fewer where Excel would not send so many. */
const MOST_FORMULAS = 60_000;
/** Areas asked for in one request. */
const MOST_AREAS = 2_000;

/**
 * Formulas in these areas that read one of the sheets. All are read, request by request, until some are found: with
 * 100,000 rows a column of formulas takes about two requests.
 */
export async function formulasReading(
  context: Excel.RequestContext,
  areas: readonly PlacedArea[],
  readBy: ReadBy,
): Promise<readonly Reader[]> {
  const left = [...areas].reverse();
  for (let most = MOST_FORMULAS; left.length > 0;) {
    const batch: PlacedArea[] = [];
    for (let cells = 0; left.length > 0 && batch.length < MOST_AREAS && cells < most;) {
      const [now, rest] = cut(left.pop()!, most - cells);
      if (rest !== null) left.push(rest);
      batch.push(now);
      cells += cellsOf(now);
    }
    const asked = batch.map((place) => ({
      place,
      range: rangeAt(context.workbook.worksheets.getItem(place.sheet), place.area).load('formulas'),
    }));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- as much as one response carries
    const came = await unlessTooLarge(() => context.sync().then(() => true));
    if (came === null) {
      // A single formula that no response carries is left out.
      if (most > 1) left.push(...batch.reverse());
      most = most > 1 ? Math.ceil(most / 4) : MOST_FORMULAS;
      continue;
    }
    await nextTurn();
    const found = asked.flatMap(({ place, range }) => readersOf(place, range.formulas as unknown[][], readBy));
    if (found.length > 0) return found;
  }
  return [];
}

const widthOf = ({ left, right }: Area): number => right - left + 1;
const cellsOf = ({ area }: PlacedArea): number => widthOf(area) * (area.bottom - area.top + 1);

const partOf = ({ sheet, area }: PlacedArea, of: Partial<Area>): PlacedArea => ({ sheet, area: { ...area, ...of } });

/** An area's first rows with about so many cells, and the rest; a row too wide is cut across. */
function cut(place: PlacedArea, cells: number): readonly [PlacedArea, PlacedArea | null] {
  const { area } = place;
  if (cellsOf(place) <= cells) return [place, null];
  if (area.top === area.bottom) {
    const right = area.left + cells - 1;
    return [partOf(place, { right }), partOf(place, { left: right + 1 })];
  }
  const bottom = area.top + Math.max(1, Math.floor(cells / widthOf(area))) - 1;
  return bottom >= area.bottom ? [place, null] : [partOf(place, { bottom }), partOf(place, { top: bottom + 1 })];
}

/** Cells below each other are one place. */
function readersOf({ sheet, area }: PlacedArea, formulas: readonly (readonly unknown[])[], readBy: ReadBy) {
  const found: { readonly reads: string; readonly column: number; readonly top: number; bottom: number }[] = [];
  for (let column = area.left; column <= area.right; column += 1) {
    for (const [index, row] of formulas.entries()) {
      const reads = readBy(String(row[column - area.left]));
      if (reads === null) continue;
      const [at, last] = [area.top + index, found.at(-1)];
      if (last?.column === column && last.bottom === at - 1 && last.reads === reads) last.bottom = at;
      else found.push({ reads, column, top: at, bottom: at });
    }
  }
  return found.map(({ reads, column, top, bottom }): Reader => ({
    place: placeOf(sheet, { top, left: column, bottom, right: column }),
    reads,
    cell: { sheet, row: top, column },
  }));
}

/** A rule as it came with its area. */
export interface RuledArea {
  readonly place: PlacedArea;
  readonly validation: FoundValidation;
}

/** Areas whose rules are asked for in all; what is left then is taken not to read the sheets. */
const MOST_RULES = 4_000;

/** Validation rules that read one of the sheets. An area with several rules is halved until each has one. */
export async function rulesReading(
  context: Excel.RequestContext,
  areas: readonly RuledArea[],
  readBy: RuleReadBy,
): Promise<readonly Reader[]> {
  const found = areas.flatMap((own) => readerOf(own, readBy));
  let left = areas.flatMap(halvesOfMixed);
  for (let asked = 0; left.length > 0 && asked < MOST_RULES;) {
    const now = left.slice(0, MOST_RULES / 2);
    asked += now.length;
    const answers = now.map((place) => ({
      place,
      rule: askValidation(rangeAt(context.workbook.worksheets.getItem(place.sheet), place.area)),
    }));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- what is halved is known by the answer only
    await context.sync();
    const came = answers.map(({ place, rule }) => ({ place, validation: rule() }));
    found.push(...came.flatMap((own) => readerOf(own, readBy)));
    left = [...came.flatMap(halvesOfMixed), ...left.slice(now.length)];
  }
  return found;
}

function readerOf({ place, validation }: RuledArea, readBy: RuleReadBy): readonly Reader[] {
  if (validation.kind === 'mixed') return [];
  const facts = Object.values(validation.validation?.rule ?? {}).flatMap((own) => Object.values(own));
  const reads = facts.map((fact) => readBy(String(fact), place)).find((read) => read !== null) ?? null;
  if (reads === null) return [];
  const { sheet, area } = place;
  const cell = { sheet, row: area.top, column: area.left };
  return [{ place: `${placeOf(sheet, area)}的数据有效性`, reads, cell }];
}

const halvesOfMixed = ({ place, validation }: RuledArea): readonly PlacedArea[] =>
  validation.kind === 'mixed' ? halves(place) : [];

function halves(place: PlacedArea): readonly PlacedArea[] {
  const { area } = place;
  if (area.left < area.right) {
    const middle = Math.floor((area.left + area.right) / 2);
    return [partOf(place, { right: middle }), partOf(place, { left: middle + 1 })];
  }
  if (area.top === area.bottom) return [];
  const middle = Math.floor((area.top + area.bottom) / 2);
  return [partOf(place, { bottom: middle }), partOf(place, { top: middle + 1 })];
}
