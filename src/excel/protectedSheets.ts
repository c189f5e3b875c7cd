import type { Area } from '../domain/cell';
import type { Change } from '../domain/plan';
import { widthOf } from './changeState';
import { protectedRefusal, type HostRefusal } from './hostErrors';
import { isInPlace } from './replacedSheet';
import { rangesOver } from './sheetLooks';

type Allowance = 'allowFormatCells' | 'allowInsertRows' | 'allowDeleteRows';
/** Written whole: widths, print set-up and charts too. */
const NONE = 'none';

/** What a change asks of the sheet it writes into, as far as protecting a sheet may forbid it. */
interface Needs {
  readonly sheet: string;
  /** Cells that must not be locked. */
  readonly cells: readonly Area[];
  readonly allowance: Allowance | typeof NONE | null;
}

/**
 * Why an open change would be refused by a sheet's protection, asked before anything is written: within a request Excel
 * would stop at the first such cell with the journal begun. `sheets`: loaded with `protection/protected`; what else is
 * to be known of a protected sheet costs a request more. Null where nothing stands against it.
 */
export async function protectionRefusal(
  context: Excel.RequestContext,
  sheets: Excel.WorksheetCollection,
  open: readonly Change[],
): Promise<HostRefusal | null> {
  const locked = new Set(sheets.items.flatMap(({ name, protection }) => (protection.protected ? [name] : [])));
  const needs = open.flatMap((change) => needsOf(change) ?? []).filter(({ sheet }) => locked.has(sheet));
  if (needs.length === 0) return null;
  const asking = [...new Set(needs.map(({ sheet }) => sheet))].map(async (name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const own = needs.filter((need) => need.sheet === name);
    const { protection } = sheet.load('protection/options');
    const ranges = await rangesOver(
      sheet,
      own.flatMap(({ cells }) => cells),
    );
    return { name, own, protection, formats: ranges.map(({ format }) => format.protection.load('locked')) };
  });
  const asked = await Promise.all(asking);
  await context.sync();
  const refused = asked.find(
    ({ own, protection, formats }) =>
      own.some(({ allowance: asked }) => asked !== null && (asked === NONE || protection.options[asked] !== true)) ||
      // null: some of them are locked.
      formats.some((format) => format.locked !== false),
  );
  return refused === undefined ? null : protectedRefusal(refused.name);
}

function needsOf(change: Change): Needs | null {
  switch (change.kind) {
    case 'setCell': {
      const { sheet, row, column } = change.cell;
      const allowance = change.numberFormat === undefined ? null : 'allowFormatCells';
      return { sheet, cells: [{ top: row, left: column, bottom: row, right: column }], allowance };
    }
    case 'appendRows':
    case 'removeRows': {
      const { sheet, at, rows } = change;
      const area = { top: at, left: 0, bottom: at + rows.length - 1, right: widthOf(rows) - 1 };
      return { sheet, cells: [area], allowance: change.kind === 'appendRows' ? 'allowFormatCells' : null };
    }
    case 'setMarks':
    case 'setValidation':
      return { sheet: change.sheet, cells: [], allowance: 'allowFormatCells' };
    case 'insertRows':
      return { sheet: change.sheet, cells: [], allowance: 'allowInsertRows' };
    case 'deleteRows':
      return { sheet: change.sheet, cells: [], allowance: 'allowDeleteRows' };
    case 'replaceSheet':
      return isInPlace(change) ? { sheet: change.name, cells: [], allowance: NONE } : null;
    // A protected sheet may be renamed and deleted; what keeps sheets as they are is the workbook's own protection.
    case 'addSheet':
    case 'removeSheet':
    case 'setPart':
      return null;
  }
}
