import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import { comparedInPortions, type LedgerAddition, type LedgerDifference } from '../../domain/collect/compareLedgers';
import { detectLedgers } from '../../domain/ledger/detectHeader';
import { FIELD_NAMES } from '../../domain/ledger/fieldNames';
import { DATE_FIELDS } from '../../domain/ledger/fields';
import type { TypedMatter } from '../../domain/ledger/pastedMatters';
import { ledgerInPortions, type LedgerReading } from '../../domain/ledger/readLedger';
import type { Change, Plan } from '../../domain/plan';
import { atOnce, forEach, map, type InPortions } from '../../domain/portions';
import type { NamedFile } from '../../documents/letterFiles';
import { ledgerFileInPortions, type LedgerFileReading } from '../../documents/readLedgerFile';
import { identityOf, nameOf } from '../ledger/identity';
import { cellChange, holdsFormula } from '../ledger/ledgerCells';
import { registerInPortions, type NewMatter, type OpenForm } from '../ledger/registerMatter';
import type { Review } from '../reading/review';

export interface LedgerMerge {
  readonly sheet: string;
  readonly differences: readonly LedgerDifference[];
  /** To be registered as new matters: see `additionsAsTyped`. */
  readonly additions: readonly LedgerAddition[];
  readonly same: number;
  /** What was not taken, a sentence each. */
  readonly refusals: readonly string[];
  /** Writes the differences; new matters go through the form of new matters, so that they are checked as any other. */
  readonly plan: Plan;
}

/** Ledgers kept by several 科室 against ours; nothing is written. Cells that two files have otherwise are not merged. */
export const compareFiles = (...asked: Parameters<typeof mergeInPortions>): LedgerMerge =>
  atOnce(mergeInPortions(...asked));

export function* mergeInPortions(of: Review, sheet: string, files: readonly NamedFile[]): InPortions<LedgerMerge> {
  const ours = of.ledgers.find((own) => own.sheet === sheet);
  if (ours === undefined) throw new Error('The sheet is no connected ledger');
  const refusals: string[] = [];
  const differences: LedgerDifference[] = [];
  const additions: LedgerAddition[] = [];
  let same = 0;
  for (const [index, file] of files.entries()) {
    const { name } = file;
    yield { stage: 'open', done: index, of: files.length };
    const read = yield* readingOf(file);
    if (!read.ok) {
      refusals.push(read.sentence);
      continue;
    }
    const theirs = yield* ledgersIn(of, read.snapshot);
    if (theirs.length === 0) refusals.push(`“${name}”里没有找到与台账一样的表头，没有并入。`);
    const dates = { ours1904: of.reading.snapshot.date1904, theirs1904: read.snapshot.date1904 };
    for (const ledger of theirs) {
      const found = yield* comparedInPortions(ours, ledger, name, dates);
      for (const each of found.differences) differences.push(each);
      for (const each of found.additions) additions.push(each);
      for (const each of found.refusals) refusals.push(each);
      same += found.same;
    }
  }
  const { agreed, sentences } = yield* agreeing(of, differences);
  const { fresh, repeated } = once(additions);
  return {
    sheet,
    differences: agreed,
    additions: fresh,
    same,
    refusals: [...refusals, ...sentences, ...repeated],
    plan: yield* planOf(of, agreed),
  };
}

/** A file stays as it came: it is opened once, however often it is compared. */
const readings = new WeakMap<Uint8Array, LedgerFileReading>();

function* readingOf({ name, bytes }: NamedFile): InPortions<LedgerFileReading> {
  const reading = readings.get(bytes) ?? (yield* ledgerFileInPortions(name, bytes));
  readings.set(bytes, reading);
  return reading;
}

function* ledgersIn(of: Review, snapshot: Parameters<typeof detectLedgers>[0]): InPortions<readonly LedgerReading[]> {
  const ledgers: LedgerReading[] = [];
  for (const found of detectLedgers(snapshot)) {
    const sheet = found.kind === 'ledger' ? snapshot.sheets.find(({ name }) => name === found.connection.sheet) : null;
    if (found.kind !== 'ledger' || sheet === undefined || sheet === null) continue;
    const { directory } = of.registers;
    const options = { directory, asOf: of.asOf, date1904: snapshot.date1904, workbookName: snapshot.name };
    ledgers.push(yield* ledgerInPortions(sheet, found.connection, options));
  }
  return ledgers;
}

/** Differences no other file contradicts, and that may be written. */
function* agreeing(
  of: Review,
  differences: readonly LedgerDifference[],
): InPortions<{ readonly agreed: readonly LedgerDifference[]; readonly sentences: readonly string[] }> {
  const byCell = new Map<string, LedgerDifference[]>();
  yield* forEach(differences, (each) => {
    const place = `${each.matter.key} ${each.field}`;
    const there = byCell.get(place);
    if (there === undefined) byCell.set(place, [each]);
    else there.push(each);
  });
  const agreed: LedgerDifference[] = [];
  const sentences: string[] = [];
  yield* forEach([...byCell.values()], (group) => {
    const [first] = group;
    const { matter, field } = first!;
    const cell = matter.cells[field];
    const name = `${nameOf(matter)}的${FIELD_NAMES[field]}`;
    if (new Set(group.map(({ after }) => after)).size > 1) {
      sentences.push(`${name}：${group.map(({ from }) => `“${from}”`).join('与')}写的不同，没有改，请核对。`);
    } else if (cell === undefined || holdsFormula(of, cell)) {
      sentences.push(`${name}在台账里是公式，没有改。`);
    } else agreed.push(first!);
  });
  return { agreed, sentences };
}

/** A matter that two files both bring is added once. */
function once(additions: readonly LedgerAddition[]): {
  readonly fresh: readonly LedgerAddition[];
  readonly repeated: readonly string[];
} {
  const byTitle = new Map<string, LedgerAddition>();
  const repeated: string[] = [];
  for (const each of additions) {
    const key = `${each.title}|${each.values.get('leadUnit') ?? ''}`;
    const first = byTitle.get(key);
    if (first === undefined) byTitle.set(key, each);
    else repeated.push(`“${each.from}”的新事项“${each.title}”在“${first.from}”里已有，只并入一次。`);
  }
  return { fresh: [...byTitle.values()], repeated };
}

function* planOf(of: Review, differences: readonly LedgerDifference[]): InPortions<Plan> {
  const touched = new Set(differences.map(({ matter }) => matter));
  const expectations = yield* map([...touched], (matter) => identityOf(of, matter));
  const changes = yield* map(differences, ({ matter, field, after }): readonly Change[] => {
    const date = DATE_FIELDS.includes(field) ? parseCivilDate(after) : null;
    return cellChange(of, matter.cells[field]!, date === null ? { text: after } : { date });
  });
  return { action: 'collect', asOf: of.asOf, expectations: expectations.flat(), changes: changes.flat() };
}

/** The same comparison with only what the clerk has left in. */
export const takingOnly = (...asked: Parameters<typeof takingOnlyInPortions>): LedgerMerge =>
  atOnce(takingOnlyInPortions(...asked));

export function* takingOnlyInPortions(
  of: Review,
  merge: LedgerMerge,
  differences: readonly LedgerDifference[],
  additions: readonly LedgerAddition[],
): InPortions<LedgerMerge> {
  return { ...merge, differences, additions, plan: yield* planOf(of, differences) };
}

export interface MergePlanned {
  /** Differences and new matters in one action. */
  readonly plan: Plan;
  /** New matters in it. */
  readonly added: number;
  /** New matters that may not be registered as they are, a sentence each. */
  readonly refusals: readonly { readonly title: string; readonly sentence: string }[];
}

/** `open`: the form for the end of the ledger, so that no cell written here lies below a row inserted. */
export const planMerge = (...asked: Parameters<typeof mergePlanInPortions>): MergePlanned =>
  atOnce(mergePlanInPortions(...asked));

export function* mergePlanInPortions(
  of: Review,
  merge: LedgerMerge,
  open: OpenForm,
  by: { readonly today: CivilDate; readonly handler: string },
): InPortions<MergePlanned> {
  const refusals: MergePlanned['refusals'][number][] = [];
  let additions = merge.additions;
  let registered: Plan | null = null;
  while (additions.length > 0 && registered === null) {
    const outcome = yield* registerInPortions(of, open, additionsAsTyped(open, additions), by);
    if (outcome.kind === 'ready') registered = outcome.plan;
    else {
      const told = additions;
      const whole = outcome.refusals.some(({ index }) => index === null);
      const out = new Set(outcome.refusals.map(({ index }) => index));
      for (const { index, sentence } of outcome.refusals) {
        refusals.push({ title: told[index ?? 0]?.title ?? '', sentence });
      }
      additions = whole ? [] : additions.filter((_, index) => !out.has(index));
    }
  }
  const { plan } = merge;
  return {
    added: registered === null ? 0 : additions.length,
    refusals,
    plan: {
      ...plan,
      expectations: [...plan.expectations, ...(registered?.expectations ?? [])],
      changes: [...plan.changes, ...(registered?.changes ?? [])],
    },
  };
}

/** New matters as the form of new matters takes them; numbers are given by the form. */
export function additionsAsTyped(
  { form, ledger }: OpenForm,
  additions: readonly LedgerAddition[],
): readonly NewMatter[] {
  const first = /^(.*?)(\d+)$/.exec(form.proposedNo ?? '');
  return additions.map(({ values }, index) => {
    const typed = new Map<number, string>();
    for (const [field, text] of values) {
      const column = ledger.connection.columns[field]?.column;
      if (column !== undefined) typed.set(column, text);
    }
    const idColumn = ledger.connection.columns.id?.column;
    if (idColumn !== undefined && first !== null) typed.set(idColumn, `${first[1]}${Number(first[2]) + index}`);
    return { typed: typed satisfies TypedMatter, approval: null };
  });
}
