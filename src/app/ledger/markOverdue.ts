import { areaAddress } from '../../domain/cell';
import { MARK_LOOKS, marksOf, formatsInPortions } from '../../domain/marks';
import type { Change, Expectation, MarkFormat, Plan } from '../../domain/plan';
import { atOnce, map, sorted, type InPortions } from '../../domain/portions';
import type { StandingMark } from '../../excel/readMarks';
import type { Review } from '../reading/review';

/** The plan that puts the marks of a review over its ledgers, in place of the marks that stand. Empty where they stand already. */
export const planMarking = (of: Review): Plan => atOnce(markingInPortions(of));

export function* markingInPortions(of: Review): InPortions<Plan> {
  const context = { asOf: of.asOf, rules: of.ruleSet.deadlines, settings: of.settings };
  const wanted: Wanted[] = [];
  for (const { sheet, connection } of of.ledgers) {
    wanted.push({ sheet, after: yield* formatsInPortions(connection, of.assessments, of.histories, context) });
  }
  return yield* plan(of, 'mark', wanted);
}

/** The plan that takes all our marks off the ledgers; the clerk's own formats stay. */
export const planUnmarking = (of: Review): Plan => atOnce(unmarkingInPortions(of));

export const unmarkingInPortions = (of: Review): InPortions<Plan> =>
  plan(
    of,
    'unmark',
    of.ledgers.map(({ sheet }) => ({ sheet, after: [] })),
  );

/** The marks a ledger shall have. */
interface Wanted {
  readonly sheet: string;
  readonly after: readonly MarkFormat[];
}

function* plan(of: Review, action: 'mark' | 'unmark', wanted: readonly Wanted[]): InPortions<Plan> {
  const changes: Change[] = [];
  const expectations: Expectation[] = [];
  for (const { sheet, after } of wanted) {
    const before = of.reading.marks.filter((mark) => mark.sheet === sheet).flatMap(standingFormat);
    if (yield* sameMarks(before, after)) continue;
    changes.push({ kind: 'setMarks', sheet, before, after });
    const ledger = of.ledgers.find((own) => own.sheet === sheet);
    if (action === 'mark' && ledger !== undefined) expectations.push(...(yield* expectationsOf(of, ledger)));
  }
  return { action, asOf: of.asOf, expectations, changes };
}

/** Fields that tell a row from others or decide its mark. */
const DECIDING = [
  'id',
  'title',
  'assignedOn',
  'deadline',
  'leaderDeadline',
  'extendedTo',
  'extensionApprover',
  'closedOn',
  'status',
  'reminderOn',
  'orderOn',
] as const;

/** What decides a row's mark must stand as it was when the marks were worked out: whole columns, read again before writing. */
function* expectationsOf(
  of: Review,
  { sheet, connection, lastMatterRow }: Review['ledgers'][number],
): InPortions<readonly Expectation[]> {
  const snapshot = of.reading.snapshot.sheets.find(({ name }) => name === sheet);
  if (snapshot === undefined) return [];
  const top = connection.headerBottom + 1;
  if (lastMatterRow < top) return [];
  const columns = new Set([
    ...DECIDING.flatMap((field) => connection.columns[field]?.column ?? []),
    ...(connection.moreStatus ?? []).map(({ column }) => column),
  ]);
  const rows = snapshot.values.slice(top - snapshot.top, lastMatterRow - snapshot.top + 1);
  const expectations: Expectation[] = [];
  for (const column of columns) {
    expectations.push({
      sheet,
      area: { top, left: column, bottom: lastMatterRow, right: column },
      values: yield* map(rows, (row) => [row[column - snapshot.left] ?? '']),
      about: `“${sheet}”`,
    });
  }
  return expectations;
}

function standingFormat({ formula, areas }: StandingMark): readonly MarkFormat[] {
  const ours = marksOf(formula);
  if (ours === null) return [];
  return [{ mark: ours.mark, areas, formula, live: ours.asOf === null, asOf: ours.asOf, look: MARK_LOOKS[ours.mark] }];
}

function* sameMarks(one: readonly MarkFormat[], other: readonly MarkFormat[]): InPortions<boolean> {
  return one.length === other.length && (yield* told(one)) === (yield* told(other));
}

/** Formulas and places of these marks, in whatever order they came. */
function* told(marks: readonly MarkFormat[]): InPortions<string> {
  const lines: string[] = [];
  for (const { formula, areas } of marks) {
    const places = yield* sorted(yield* map(areas, areaAddress), (a, b) => (a < b ? -1 : a > b ? 1 : 0));
    lines.push(`${formula.replace(/^=/, '').replace(/\s+/g, '')} ${places.join(',')}`);
  }
  return lines.sort().join('\n');
}

/** How many marks a plan sets, in words for the preview line and the undo menu. */
export function markingSummary({ action, changes }: Plan): string {
  const sheets = changes.flatMap((change) => (change.kind === 'setMarks' ? [change.sheet] : []));
  if (sheets.length === 0) return action === 'unmark' ? '没有需要清除的标记' : '标记已是最新';
  const named = sheets.map((sheet) => `“${sheet}”`).join('、');
  return action === 'unmark' ? `清除标记：${named}` : `标记逾期、临期、办结：${named}`;
}
