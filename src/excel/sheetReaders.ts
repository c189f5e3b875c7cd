import { isOurMark } from '../domain/marks';
import type { Change } from '../domain/plan';
import { areasOf } from './areasOnWire';
import { sheetReadBy } from './formulaReads';
import { movedRefusal, type HostRefusal } from './hostErrors';
import { Incoming } from './incoming';
import { formulasReading, rulesReading, type PlacedArea, type Reader } from './readersInCells';
import { foundValidation } from './validations';
import type { Found } from './writeChange';

/** Of all that is asked of one sheet, a question each. */
const QUESTIONS = 5;
const ANSWER_BYTES = 1_200;

/** What may be deleted: a sheet whose making is undone, or one half written that is written once more. */
const mayGo = (change: Change, resuming: boolean): readonly string[] => {
  if (change.kind === 'removeSheet') return [change.name];
  if (change.kind === 'addSheet') return resuming ? [change.name] : [];
  if (change.kind !== 'replaceSheet') return [];
  return change.restores !== undefined || (resuming && change.keeps !== undefined) ? [change.name] : [];
};

/** Of these, what is there to be deleted. */
const goes = (change: Change, { resuming, sheets, begun }: Found): readonly string[] =>
  mayGo(change, resuming).filter(
    (name) =>
      sheets.has(name) && (change.kind !== 'replaceSheet' || change.restores !== undefined || begun.has(change)),
  );

interface Asking {
  /** Sheets known beforehand, asked about with the next request; others cost one more. */
  readonly seen: readonly string[];
  readonly resuming: boolean;
}

/**
 * Asks who reads the sheets that changes delete: formulas, names, conditional formats and drop-down lists elsewhere, which
 * Excel would turn into `#REF!` for good. Excel's own answer (`getDirectDependents`) is no use: it forgets other sheets
 * once rows were added (office-js #4649) and knows neither names nor lists; so formulas are read, where a sheet has any.
 * The answer is taken after the next sync: why the sheets may not be deleted, or null.
 */
export async function askReaders(
  incoming: Incoming,
  changes: readonly Change[],
  { seen, resuming }: Asking,
): Promise<(open: readonly Change[], found: Found) => Promise<HostRefusal | null>> {
  const { context } = incoming;
  const going = changes.flatMap((change) => mayGo(change, resuming));
  if (going.length === 0) return () => Promise.resolve(null);
  const { workbook } = context;
  const tables = going.map((name) => ({
    name,
    tables: workbook.worksheets.getItemOrNullObject(name).tables.load('items/name'),
  }));
  const names = workbook.names.load('items/name,items/formula');
  const asked = await askSheets(incoming, seen, going);
  return async (open, found) => {
    const gone = new Set(open.flatMap((change) => goes(change, found)));
    if (gone.size === 0) return null;
    const later = new Incoming(context);
    const more = await askSheets(
      later,
      [...found.sheets].filter((name) => !seen.includes(name)),
      going,
    );
    if (more.length > 0) await later.send();
    const others = [...asked, ...more].filter(({ name }) => found.sheets.has(name));
    const readBy = sheetReadBy(
      tables
        .filter(({ name }) => gone.has(name))
        .map((own) => ({ name: own.name, tables: own.tables.items.map((table) => table.name) })),
    );
    const readers = [
      ...[names, ...others.map((own) => own.names)].flatMap(({ items }) =>
        items.flatMap((item) => readerAt(`名称“${item.name}”`, readBy(String(item.formula)))),
      ),
      ...others.flatMap(({ name, formats }) =>
        formats.items
          .filter(({ type }) => type === Excel.ConditionalFormatType.custom)
          .map(({ customOrNullObject }) => String(customOrNullObject.rule.formula))
          .filter((formula) => !isOurMark(formula))
          .flatMap((formula) => readerAt(`工作表“${name}”的条件格式`, readBy(formula))),
      ),
      ...(await rulesReading(
        context,
        others.flatMap(({ name, ruled }) =>
          areasOf(ruled).map((area, index) => ({
            place: { sheet: name, area },
            validation: foundValidation(ruled.areas.items[index]!.dataValidation),
          })),
        ),
        (formula, place) => (setBy(changes, place) ? null : readBy(formula)),
      )),
      ...(await formulasReading(
        context,
        others.flatMap(({ name, formulas }) => areasOf(formulas).map((area) => ({ sheet: name, area }))),
        readBy,
      )),
    ];
    const anew =
      open.some(({ kind }) => kind === 'addSheet') ||
      open.some((own) => own.kind === 'replaceSheet' && own.keeps !== undefined);
    return readers.length === 0 ? null : readRefusal(readers, anew);
  };
}

const readerAt = (place: string, reads: string | null): readonly Reader[] => (reads === null ? [] : [{ place, reads }]);

/** A rule that the plan itself sets back. */
const setBy = (changes: readonly Change[], { sheet, area }: PlacedArea): boolean =>
  changes.some(
    (change) =>
      change.kind === 'setValidation' &&
      change.sheet === sheet &&
      change.area.top <= area.top &&
      change.area.left <= area.left &&
      change.area.bottom >= area.bottom &&
      change.area.right >= area.right,
  );

async function askSheets(incoming: Incoming, all: readonly string[], going: readonly string[]) {
  const asked: ReturnType<typeof ask>[] = [];
  for (const name of all.filter((own) => !going.includes(own))) {
    for (let question = 0; question < QUESTIONS; question += 1) await incoming.room(ANSWER_BYTES);
    asked.push(ask(incoming.context, name));
  }
  return asked;
}

function ask(context: Excel.RequestContext, name: string) {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const formulas = sheet.getRange().getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas);
  formulas.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  const ruled = sheet.getRange().getSpecialCellsOrNullObject(Excel.SpecialCellType.dataValidations);
  ruled.load(
    'areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount,areas/items/dataValidation/type,areas/items/dataValidation/rule,areas/items/dataValidation/ignoreBlanks,areas/items/dataValidation/errorAlert,areas/items/dataValidation/prompt',
  );
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/type,items/customOrNullObject/rule/formula');
  return {
    name,
    formulas,
    ruled,
    formats,
    names: sheet.names.load('items/name,items/formula'),
  };
}

/** Places named in the sentence. */
const MOST_PLACES = 4;

/** `anew`: they are deleted to be written once more. */
function readRefusal(readers: readonly Reader[], anew: boolean): HostRefusal {
  const places = [...new Set(readers.map(({ place }) => place))];
  const sheets = [...new Set(readers.map(({ reads }) => `“${reads}”`))];
  const said = `${places.slice(0, MOST_PLACES).join('、')}${places.length > MOST_PLACES ? '等处' : ''}`;
  const cell = readers.find((reader) => reader.cell !== undefined)?.cell ?? null;
  const why = anew
    ? '接着写完要把这张工作表删去重写，引用就会失效，所以没有写。请先改掉引用（公式可以粘贴为数值），再接着写完。'
    : '撤销要删去这张工作表，引用就会失效，所以没有撤销。请先改掉引用（公式可以粘贴为数值），再撤销。';
  return movedRefusal(`${said}引用了工作表${sheets.join('、')}。${why}`, cell);
}
