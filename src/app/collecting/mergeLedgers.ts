import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import { compareLedgers, type LedgerAddition, type LedgerDifference } from '../../domain/collect/compareLedgers';
import { detectLedgers } from '../../domain/ledger/detectHeader';
import { FIELD_NAMES } from '../../domain/ledger/fieldNames';
import { DATE_FIELDS } from '../../domain/ledger/fields';
import type { TypedMatter } from '../../domain/ledger/pastedMatters';
import { readLedger, type LedgerReading } from '../../domain/ledger/readLedger';
import type { Change, Plan } from '../../domain/plan';
import type { NamedFile } from '../../documents/letterFiles';
import { readFillIn } from '../../documents/readFillIn';
import { readLedgerFile } from '../../documents/readLedgerFile';
import { identityOf, nameOf } from '../ledger/identity';
import { cellChange, holdsFormula } from '../ledger/ledgerCells';
import { planRegister, type NewMatter, type OpenForm } from '../ledger/registerMatter';
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
export function compareFiles(of: Review, sheet: string, files: readonly NamedFile[]): LedgerMerge {
  const ours = of.ledgers.find((own) => own.sheet === sheet);
  if (ours === undefined) throw new Error('The sheet is no connected ledger');
  const refusals: string[] = [];
  const differences: LedgerDifference[] = [];
  const additions: LedgerAddition[] = [];
  let same = 0;
  for (const { name, bytes } of files) {
    if (readFillIn(bytes).ok) {
      refusals.push(`“${name}”是收表用的填报表，不是科室的台账，没有并入；请到“收表”里收回。`);
      continue;
    }
    const read = readLedgerFile(name, bytes);
    if (!read.ok) {
      refusals.push(read.sentence);
      continue;
    }
    const theirs = ledgersIn(of, read.snapshot);
    if (theirs.length === 0) refusals.push(`“${name}”里没有找到与台账一样的表头，没有并入。`);
    const dates = { ours1904: of.reading.snapshot.date1904, theirs1904: read.snapshot.date1904 };
    for (const ledger of theirs) {
      const found = compareLedgers(ours, ledger, name, dates);
      differences.push(...found.differences);
      additions.push(...found.additions);
      refusals.push(...found.refusals);
      same += found.same;
    }
  }
  const { agreed, sentences } = agreeing(of, differences);
  const { fresh, repeated } = once(additions);
  return {
    sheet,
    differences: agreed,
    additions: fresh,
    same,
    refusals: [...refusals, ...sentences, ...repeated],
    plan: planOf(of, agreed),
  };
}

function ledgersIn(of: Review, snapshot: Parameters<typeof detectLedgers>[0]): readonly LedgerReading[] {
  return detectLedgers(snapshot).flatMap((found) => {
    const sheet = found.kind === 'ledger' ? snapshot.sheets.find(({ name }) => name === found.connection.sheet) : null;
    if (found.kind !== 'ledger' || sheet === undefined || sheet === null) return [];
    const { directory } = of.registers;
    const options = { directory, asOf: of.asOf, date1904: snapshot.date1904, workbookName: snapshot.name };
    return [readLedger(sheet, found.connection, options)];
  });
}

/** Differences no other file contradicts, and that may be written. */
function agreeing(
  of: Review,
  differences: readonly LedgerDifference[],
): { readonly agreed: readonly LedgerDifference[]; readonly sentences: readonly string[] } {
  const byCell = new Map<string, LedgerDifference[]>();
  for (const each of differences) {
    const place = `${each.matter.key} ${each.field}`;
    byCell.set(place, [...(byCell.get(place) ?? []), each]);
  }
  const agreed: LedgerDifference[] = [];
  const sentences: string[] = [];
  for (const group of byCell.values()) {
    const [first] = group;
    const { matter, field } = first!;
    const cell = matter.cells[field];
    const name = `${nameOf(matter)}的${FIELD_NAMES[field]}`;
    if (new Set(group.map(({ after }) => after)).size > 1) {
      sentences.push(`${name}：${group.map(({ from }) => `“${from}”`).join('与')}写的不同，没有改，请核对。`);
    } else if (cell === undefined || holdsFormula(of, cell)) {
      sentences.push(`${name}在台账里是公式，没有改。`);
    } else agreed.push(first!);
  }
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

function planOf(of: Review, differences: readonly LedgerDifference[]): Plan {
  const touched = new Set(differences.map(({ matter }) => matter));
  return {
    action: 'collect',
    asOf: of.asOf,
    expectations: [...touched].flatMap((matter) => identityOf(of, matter)),
    changes: differences.flatMap(({ matter, field, after }): readonly Change[] => {
      const date = DATE_FIELDS.includes(field) ? parseCivilDate(after) : null;
      return cellChange(of, matter.cells[field]!, date === null ? { text: after } : { date });
    }),
  };
}

/** The same comparison with only what the clerk has left in. */
export const takingOnly = (
  of: Review,
  merge: LedgerMerge,
  differences: readonly LedgerDifference[],
  additions: readonly LedgerAddition[],
): LedgerMerge => ({ ...merge, differences, additions, plan: planOf(of, differences) });

export interface MergePlanned {
  /** Differences and new matters in one action. */
  readonly plan: Plan;
  /** New matters in it. */
  readonly added: number;
  /** New matters that may not be registered as they are, a sentence each. */
  readonly refusals: readonly { readonly title: string; readonly sentence: string }[];
}

/** `open`: the form for the end of the ledger, so that no cell written here lies below a row inserted. */
export function planMerge(
  of: Review,
  merge: LedgerMerge,
  open: OpenForm,
  by: { readonly today: CivilDate; readonly handler: string },
): MergePlanned {
  const refusals: MergePlanned['refusals'][number][] = [];
  let additions = merge.additions;
  let registered: Plan | null = null;
  while (additions.length > 0 && registered === null) {
    const outcome = planRegister(of, open, additionsAsTyped(open, additions), by);
    if (outcome.kind === 'ready') registered = outcome.plan;
    else {
      const told = additions;
      const whole = outcome.refusals.some(({ index }) => index === null);
      const out = new Set(outcome.refusals.map(({ index }) => index));
      refusals.push(
        ...outcome.refusals.map(({ index, sentence }) => ({ title: told[index ?? 0]?.title ?? '', sentence })),
      );
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
