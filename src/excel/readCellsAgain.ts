import { columnIndex, type Area, type CellValue } from '../domain/cell';
import { areasOf, rangeAt } from './areasOnWire';
import { askMerges } from './readMerges';
import type { SeenChange } from './selection';
import type { Survey, SurveyedSheet } from './survey';

/** Cells of one area as they are now, row by row. */
export interface CellsNow {
  readonly sheet: string;
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
  /** Null where only a formula's result was asked for: it has the formula and the format it had. */
  readonly formats: readonly (readonly string[])[] | null;
  readonly formulas: readonly (readonly CellValue[])[] | null;
}

/** The changed cells, and how far down the sheets reach that have become longer. */
export interface CellsAgain {
  readonly cells: readonly CellsNow[];
  /** Last row that holds a value, absolute, by sheet. */
  readonly longer: ReadonlyMap<string, number>;
}

/** More changed cells are not worth picking out. */
const CHANGED_CELLS = 2_000;
/** More cells with formulas, or in more areas, are not looked through after every change. */
const FORMULA_CELLS = 5_000;
const FORMULA_AREAS = 200;
/** Rows written at once under the last one. */
const ROWS_BELOW = 50;

/** `B2`, `B2:C9`; null for whole rows or columns, and for several areas. */
export function areaOfAddress(address: string): Area | null {
  const [, left, top, right, bottom] = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(address) ?? [];
  if (left === undefined || top === undefined) return null;
  const [from, to] = [columnIndex(left), columnIndex(right ?? left)];
  if (from === null || to === null) return null;
  return { top: Number(top) - 1, left: from, bottom: Number(bottom ?? top) - 1, right: to };
}

const cellsIn = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);
const meet = (one: Area, other: Area): boolean =>
  one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

/**
 * Asks for the changed cells and the results of the formulas of `sheets`; the answer may be taken after the next sync.
 * Null where the whole must be read: something inserted or deleted, many cells, many formulas, formulas changed. The
 * answer is null where the used area, the merges or the hidden rows are no longer as surveyed; the sheets of `growing`
 * may have rows written under their last, which are asked for whole.
 */
export function askCellsAgain(
  context: Excel.RequestContext,
  survey: Survey,
  sheets: ReadonlySet<string>,
  changes: readonly SeenChange[],
  growing: ReadonlySet<string>,
): (() => CellsAgain | null) | null {
  const places = changes.map(({ sheetId, address, inPlace }) => {
    const of = survey.sheets.find(({ head }) => head.id === sheetId);
    const area = inPlace ? areaOfAddress(address) : null;
    if (of === undefined || area === null) return null;
    if (isPlain(of, area)) return { of, area };
    return growing.has(of.head.name) && isBelow(of, area) ? { of, area: acrossRows(of, area) } : null;
  });
  const wanted = places.filter((place) => place !== null);
  const formulas = survey.sheets
    .filter(({ head }) => sheets.has(head.name))
    .flatMap((of) => of.formulaAreas.map((area) => ({ of, area })));
  const many = (areas: typeof wanted): number => areas.reduce((sum, { area }) => sum + cellsIn(area), 0);
  if (wanted.length < places.length || many(wanted) > CHANGED_CELLS) return null;
  if (formulas.length > FORMULA_AREAS || many(formulas) > FORMULA_CELLS) return null;

  const sheetOf = (of: SurveyedSheet): Excel.Worksheet => context.workbook.worksheets.getItem(of.head.id);
  const used = [...new Set([...wanted, ...formulas].map(({ of }) => of))].map((of) => ({
    of,
    range: sheetOf(of).getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount,rowHidden'),
  }));
  const changed = wanted.map(({ of, area }) => {
    const range = rangeAt(sheetOf(of), area).load('values,numberFormat,formulas');
    return { of, area, range, merges: askMerges(range) };
  });
  const results = formulas.map(({ of, area }) => ({ of, area, range: rangeAt(sheetOf(of), area).load('values') }));

  return () => {
    const longer = new Map<string, number>();
    const same =
      used.every(({ of, range }) => {
        if (range.isNullObject || range.rowHidden !== false) return false;
        const written = Math.max(...changed.map((own) => (own.of === of ? own.area.bottom : 0)), of.used!.bottom);
        const { bottom } = areaOf(range);
        if (bottom > of.used!.bottom && bottom <= written) longer.set(of.head.name, bottom);
        return sameArea({ ...of.used!, bottom: longer.get(of.head.name) ?? of.used!.bottom }, areaOf(range));
      }) &&
      changed.every(({ of, area, merges }) =>
        sameAreas(
          areasOf(merges),
          of.head.merges.filter((own) => meet(own, area)),
        ),
      ) &&
      changed.every(({ range }) => !range.formulas.flat().some(isFormula));
    if (!same) return null;
    const cells = [
      ...changed.map(({ of, area, range }) => ({
        sheet: of.head.name,
        area,
        values: range.values as CellValue[][],
        formats: range.numberFormat as string[][],
        formulas: range.formulas as CellValue[][],
      })),
      ...results.map(({ of, area, range }) => ({
        sheet: of.head.name,
        area,
        values: range.values as CellValue[][],
        formats: null,
        formulas: null,
      })),
    ];
    return { cells, longer };
  };
}

/** Inside the used area, and no formula stood there. */
const isPlain = ({ used, someRowsHidden, formulaAreas }: SurveyedSheet, area: Area): boolean =>
  used !== null &&
  !someRowsHidden &&
  area.top >= used.top &&
  area.bottom <= used.bottom &&
  area.left >= used.left &&
  area.right <= used.right &&
  !formulaAreas.some((own) => meet(own, area));

/** Under the last row, beside no table that would take the row in. */
const isBelow = (of: SurveyedSheet, area: Area): boolean =>
  of.used !== null &&
  of.head.tables.length === 0 &&
  area.bottom > of.used.bottom &&
  area.bottom <= of.used.bottom + ROWS_BELOW &&
  isPlain({ ...of, used: { ...of.used, bottom: area.bottom } }, area);

const acrossRows = ({ used }: SurveyedSheet, area: Area): Area => ({ ...area, left: used!.left, right: used!.right });

const isFormula = (value: unknown): boolean => typeof value === 'string' && value.startsWith('=');

const areaOf = (range: Excel.Range): Area => ({
  top: range.rowIndex,
  left: range.columnIndex,
  bottom: range.rowIndex + range.rowCount - 1,
  right: range.columnIndex + range.columnCount - 1,
});

const sameArea = (one: Area, other: Area): boolean =>
  one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;

const sameAreas = (some: readonly Area[], others: readonly Area[]): boolean =>
  some.length === others.length && some.every((one) => others.some((other) => sameArea(one, other)));
