import { areaAddress } from '../../domain/cell';
import { MARK_LOOKS, marksOf, markFormats } from '../../domain/marks';
import type { Change, MarkFormat, Plan } from '../../domain/plan';
import type { StandingMark } from '../../excel/readMarks';
import type { Review } from '../reading/review';

/** The plan that puts the marks of a review over its ledgers, in place of the marks that stand. Empty where they stand already. */
export function planMarking(of: Review): Plan {
  const context = { asOf: of.asOf, rules: of.ruleSet.deadlines, settings: of.settings };
  return plan(
    of,
    'mark',
    of.ledgers.map(({ sheet, connection }) => ({
      sheet,
      after: markFormats(connection, of.assessments, of.histories, context),
    })),
  );
}

/** The plan that takes all our marks off the ledgers; the clerk's own formats stay. */
export const planUnmarking = (of: Review): Plan =>
  plan(
    of,
    'unmark',
    of.ledgers.map(({ sheet }) => ({ sheet, after: [] })),
  );

function plan(
  of: Review,
  action: 'mark' | 'unmark',
  wanted: readonly { readonly sheet: string; readonly after: readonly MarkFormat[] }[],
): Plan {
  const changes = wanted.flatMap(({ sheet, after }): readonly Change[] => {
    const before = of.reading.marks.filter((mark) => mark.sheet === sheet).flatMap(standingFormat);
    return sameMarks(before, after) ? [] : [{ kind: 'setMarks', sheet, before, after }];
  });
  const moved =
    action === 'mark'
      ? of.ledgers.filter(({ sheet }) => changes.some((change) => 'sheet' in change && change.sheet === sheet))
      : [];
  return { action, asOf: of.asOf, expectations: moved.flatMap((ledger) => expectationsOf(of, ledger)), changes };
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
function expectationsOf(
  of: Review,
  { sheet, connection, lastMatterRow }: Review['ledgers'][number],
): Plan['expectations'] {
  const snapshot = of.reading.snapshot.sheets.find(({ name }) => name === sheet);
  if (snapshot === undefined) return [];
  const top = connection.headerBottom + 1;
  if (lastMatterRow < top) return [];
  const columns = new Set([
    ...DECIDING.flatMap((field) => connection.columns[field]?.column ?? []),
    ...(connection.moreStatus ?? []).map(({ column }) => column),
  ]);
  return [...columns].map((column) => ({
    sheet,
    area: { top, left: column, bottom: lastMatterRow, right: column },
    values: snapshot.values
      .slice(top - snapshot.top, lastMatterRow - snapshot.top + 1)
      .map((row) => [row[column - snapshot.left] ?? '']),
    about: `“${sheet}”`,
  }));
}

function standingFormat({ formula, areas }: StandingMark): readonly MarkFormat[] {
  const ours = marksOf(formula);
  if (ours === null) return [];
  return [{ mark: ours.mark, areas, formula, live: ours.asOf === null, asOf: ours.asOf, look: MARK_LOOKS[ours.mark] }];
}

function sameMarks(one: readonly MarkFormat[], other: readonly MarkFormat[]): boolean {
  const told = (marks: readonly MarkFormat[]): string =>
    marks
      .map(
        ({ formula, areas }) =>
          `${formula.replace(/^=/, '').replace(/\s+/g, '')} ${areas.map(areaAddress).sort().join(',')}`,
      )
      .sort()
      .join('\n');
  return told(one) === told(other);
}

/** How many marks a plan sets, in words for the preview line and the undo menu. */
export function markingSummary({ action, changes }: Plan): string {
  const sheets = changes.flatMap((change) => (change.kind === 'setMarks' ? [change.sheet] : []));
  if (sheets.length === 0) return action === 'unmark' ? '没有需要清除的标记' : '标记已是最新';
  const named = sheets.map((sheet) => `“${sheet}”`).join('、');
  return action === 'unmark' ? `清除标记：${named}` : `标记逾期、临期、办结：${named}`;
}
