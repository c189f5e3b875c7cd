import { saysSo } from './marks';
import { applyPlan, journalEntries, takeBack } from '../../src/app/office/workbook';
import type { NamedFile } from '../../src/documents/letterFiles';
import type { CellValue } from '../../src/domain/cell';
import type { Change, Plan, SheetContent } from '../../src/domain/plan';
import { sameValue } from '../../src/excel/writtenValue';
import { openXlsx, type WorkbookModel } from '../../src/host/xlsx';
import { AT } from '../app/reviewing';
import type { Bench } from '../faults/bench';
import { wholeState } from '../faults/wholeState';
import { docxText, readPackage, unsafeName, unsafeSheetName } from './packages';
import { PLAIN, type Payload } from './payloads';

/** What a field's trial may do with what the use cases give it. */
export interface Hand {
  /** Writes a plan as the pane does; false where Excel or the use case refuses it in a sentence. */
  write(plan: Plan): Promise<boolean>;
  /** A file handed to the clerk. */
  give(...files: readonly NamedFile[]): void;
  /** A refusal for people. */
  refuse(sentence: string): void;
}

/** One place where text of a person comes in. */
export interface InjectedField {
  readonly name: string;
  /** Use cases of src/app the text goes through. */
  readonly useCases: readonly string[];
  readonly book: (text: string) => Uint8Array;
  readonly put: (text: string, hand: Hand) => Promise<void>;
  /** The text is read as something else (several units, a number) and need not come out as it went in. */
  readonly reads?: string;
}

/** What a run left behind, as far as it must not depend on the words. */
export interface Trace {
  readonly faults: readonly string[];
  readonly refusals: readonly string[];
  readonly formulas: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
  readonly externals: number;
  readonly links: number;
  readonly sheets: number;
  /** Somewhere in what was written or handed over the words stand. */
  readonly arrived: boolean;
  readonly inDocument: boolean;
}

/** What a cell holds: no file has more in one. */
const LONGEST = 32_767;

/** Puts one text through one field; everything that can be said without comparison is in `faults`. */
export async function runField(bench: Bench, field: InjectedField, { text }: Payload): Promise<Trace> {
  const faults: string[] = [];
  const refusals: string[] = [];
  const files: NamedFile[] = [];
  const written: unknown[] = [];
  const workbook = bench.open(field.book(text.slice(0, LONGEST)));
  const before = wholeState(workbook);
  const known = (await journalEntries()).length;
  const formulasBefore = formulasOf(workbook);
  try {
    await field.put(text, {
      write: async (plan) => {
        const result = await applyPlan(plan, { ...AT, summary: '试' });
        if (!result.ok) {
          refusals.push(result.refusal.sentence);
          return false;
        }
        written.push(plan.changes);
        faults.push(...plan.changes.flatMap((change) => differing(bench.workbook, change)));
        return true;
      },
      give: (...given) => files.push(...given),
      refuse: (sentence) => refusals.push(sentence),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.endsWith('。')) refusals.push(message);
    else faults.push(`抛出：${message.slice(0, 200)}`);
  }
  for (const sentence of refusals) if (!saysSo(sentence)) faults.push(`不成句的说明：${sentence.slice(0, 80)}`);

  const saved = bench.workbook.save();
  const pack = readPackage(saved);
  faults.push(...pack.broken);
  for (const { name } of bench.workbook.sheets) if (unsafeSheetName(name)) faults.push(`工作表名：${name}`);
  const again = openXlsx(saved);
  if (!again.ok) faults.push(`存盘后打不开：${again.refusal.sentence}`);
  else faults.push(...lostOnSaving(bench.workbook, again.workbook));

  const elements = new Set(pack.elements);
  const texts: string[] = [];
  let externals = pack.externals;
  for (const file of files) {
    const fault = unsafeName(file.name);
    if (fault !== null) faults.push(`文件名${fault}：${file.name.slice(0, 60)}`);
    const own = readPackage(file.bytes);
    faults.push(...own.broken.map((each) => `${file.name.slice(0, 40)} ${each}`));
    own.elements.forEach((element) => elements.add(`${file.name.endsWith('.docx') ? 'docx' : 'file'} ${element}`));
    externals += own.externals;
    texts.push(file.name.endsWith('.docx') ? docxText(file.bytes) : strings(valuesOf(file.bytes)).join('\n'));
  }
  const trace: Trace = {
    faults,
    refusals,
    formulas: minus(formulasOf(bench.workbook), formulasBefore),
    elements,
    externals,
    links: bench.workbook.sheets.reduce(
      (sum, sheet) => sum + sheet.hyperlinks().filter(({ address }) => address !== null).length,
      0,
    ),
    sheets: bench.workbook.sheets.length,
    arrived: [...texts, ...files.map(({ name }) => name), ...strings(written)].some((each) =>
      core(each).includes(beginning(text)),
    ),
    inDocument: texts.some((each) => core(each).includes(beginning(text))),
  };
  const entries = (await journalEntries()).slice(known).reverse();
  for (const entry of entries) {
    const result = await takeBack(entry);
    if (!result.ok) faults.push(`撤销不了：${result.refusal.sentence}`);
  }
  if (JSON.stringify(wholeState(bench.workbook)) !== JSON.stringify(before)) faults.push('撤销后与原来不一样');
  return trace;
}

/** What more words on more pages bring along: page numbers, page breaks, tabs and line ends. */
const LAYOUT = /(?:^|[ :])(?:headerFooter|(?:odd|even)Footer|rowBreaks|brk|w:tab|w:br|w:lastRenderedPageBreak)$/;

/** What the payload gave and plain words in its place did not. */
export function against(plain: Trace, trace: Trace, field: InjectedField): readonly string[] {
  const formulas = [...minus(trace.formulas, plain.formulas)].map((each) => `变出公式：${each.slice(0, 120)}`);
  const elements = [...minus(trace.elements, plain.elements)]
    .filter((each) => !LAYOUT.test(each))
    .map((each) => `变出元素：${each.slice(0, 60)}`);
  const lost =
    plain.inDocument && !trace.inDocument && trace.refusals.length === 0 && field.reads === undefined
      ? ['文书里的原话变了']
      : [];
  return [
    ...trace.faults,
    ...formulas,
    ...elements,
    ...(trace.externals > plain.externals ? ['变出外部链接'] : []),
    ...(trace.links > plain.links ? ['变出超链接'] : []),
    ...lost,
  ];
}

export interface Tried {
  readonly field: string;
  readonly tried: number;
  readonly refused: number;
  readonly failed: readonly { readonly payload: string; readonly faults: readonly string[] }[];
}

/** All of these payloads through one field. */
export async function tryField(bench: Bench, field: InjectedField, payloads: readonly Payload[]): Promise<Tried> {
  const plain = await runField(bench, field, PLAIN);
  const failed: Tried['failed'][number][] = [];
  const own = [...plain.faults, ...(plain.arrived ? [] : ['平常的字也没有走到表格或文件里'])];
  if (own.length > 0) failed.push({ payload: PLAIN.kind, faults: [...own, ...plain.refusals] });
  let refused = 0;
  for (const payload of payloads) {
    const trace = await runField(bench, field, payload);
    const faults = against(plain, trace, field);
    if (trace.refusals.length > 0) refused += 1;
    if (faults.length > 0) failed.push({ payload: payload.kind, faults: [...new Set(faults)].slice(0, 6) });
  }
  return { field: field.name, tried: payloads.length, refused, failed };
}

const minus = (all: ReadonlySet<string>, less: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...all].filter((each) => !less.has(each)));

/** Every place a workbook keeps a formula in, rows aside. */
function formulasOf(workbook: WorkbookModel): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sheet of workbook.sheets) {
    const add = (kind: string, formula: string | number | null | undefined): void => {
      if (formula !== null && formula !== undefined) found.add(`${kind} ${shapeOf(String(formula))}`);
    };
    const area = sheet.usedArea(false);
    if (area !== null) sheet.forEachCell(area, (row, column) => add('单元格', sheet.formula(row, column)));
    for (const { formulas } of sheet.conditionalRules()) formulas.forEach((each) => add('条件格式', each));
    for (const { formula1, formula2 } of sheet.dataValidations()) {
      add('有效性', ownList(formula1));
      add('有效性', ownList(formula2));
    }
  }
  for (const { name, formula } of workbook.names()) found.add(`名称 ${name} ${shapeOf(formula)}`);
  return found;
}

/** Rows and the names of sheets aside, as long as they are quoted as they must be. */
const shapeOf = (formula: string): string => formula.replace(/'(?:[^']|'')*'!/g, '表!').replace(/\d+/g, '0');

/** A list typed in between quotes is no formula, whatever it says, as long as nothing closes the quotes. */
const ownList = (formula: string | undefined): string | undefined =>
  formula !== undefined && /^"(?:[^"]|"")*"$/.test(formula) ? '"…"' : formula;

/** Cells that are not, or not only, the words the plan meant them to hold. */
function differing(workbook: WorkbookModel, change: Change): readonly string[] {
  const at = (name: string, row: number, column: number, meant: CellValue): readonly string[] => {
    const sheet = workbook.sheets.find((each) => each.name === name);
    if (sheet === undefined || typeof meant !== 'string' || meant === '') return [];
    const value = sheet.value(row, column);
    if (sheet.formula(row, column) === null && sameValue(value as CellValue, meant)) return [];
    return [`${name}第${row + 1}行第${column + 1}列不是原话：${(JSON.stringify(value) ?? '').slice(0, 60)}`];
  };
  const content = (sheet: string, { rows }: SheetContent): readonly string[] =>
    rows.flatMap((row, r) => row.flatMap(({ value }, c) => at(sheet, r, c, value)));
  switch (change.kind) {
    case 'setCell':
      return at(change.cell.sheet, change.cell.row, change.cell.column, change.after);
    case 'appendRows':
      return change.rows.flatMap((row, r) => row.flatMap((value, c) => at(change.sheet, change.at + r, c, value)));
    case 'addSheet':
      return content(change.name, change.content);
    case 'replaceSheet':
      return content(change.name, change.after);
    default:
      return [];
  }
}

/** Cells that a file opened anew holds otherwise. */
function lostOnSaving(now: WorkbookModel, again: WorkbookModel): readonly string[] {
  return now.sheets.flatMap((sheet, index) => {
    const own = again.sheets[index];
    const area = sheet.usedArea(false);
    if (own === undefined || own.name !== sheet.name) return [`存盘后表名变了：${sheet.name}`];
    const lost: string[] = [];
    if (area !== null) {
      sheet.forEachCell(area, (row, column) => {
        const [was, is] = [sheet.value(row, column), own.value(row, column)];
        if (JSON.stringify(wellFormed(was)) !== JSON.stringify(is))
          lost.push(`存盘后变了：${sheet.name}第${row + 1}行第${column + 1}列 ${JSON.stringify(is)?.slice(0, 60)}`);
      });
    }
    return lost;
  });
}

/** No file can carry half a character: it is told by the sign for one that is not known. */
const wellFormed = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    : value;

function valuesOf(bytes: Uint8Array): readonly unknown[] {
  const opened = openXlsx(bytes);
  if (!opened.ok) return [];
  return opened.workbook.sheets.flatMap((sheet) => {
    const values: unknown[] = [];
    const area = sheet.usedArea(false);
    if (area !== null) sheet.forEachCell(area, (row, column) => values.push(sheet.value(row, column)));
    return values;
  });
}

/** All strings in what was planned. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

/**
 * What every program keeps of a text: no blanks, no characters that XML has none for. Letters write quotes and colons as
 * Chinese does.
 */
const core = (text: string): string =>
  text.replace(/\\u[0-9a-f]{4}/g, '').replace(/[\s\p{C}\ufffd"“”'‘’:：;；,，\\]+/gu, '');
/** Of a text longer than a cell the beginning tells. */
const beginning = (text: string): string => core(text).slice(0, 2000);
