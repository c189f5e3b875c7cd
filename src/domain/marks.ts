import type { Assessment, MatterHistory } from './assessment';
import type { CivilDate } from './calendar/civilDate';
import { areaAddress, type Area } from './cell';
import type { LedgerConnection } from './ledger/connection';
import { liveCells } from './liveCells';
import { liveDeadline, liveFormula, liveMark, type LiveCells, type LiveContext } from './liveMarks';
import { markTerm } from './markTerm';
import { rowsOf } from './matter';
import type { Mark, MarkFormat, MarkLook } from './plan';
import { forEach, type InPortions } from './portions';
import type { DeadlineRules, Settings } from './ruleSet';

export { isOurMark, marksOf } from './markTerm';

export interface MarkContext {
  readonly asOf: CivilDate;
  readonly rules: DeadlineRules;
  readonly settings: Pick<Settings, 'dueSoonDays'>;
}

/** Strongest first: a row has one mark. */
export const MARK_ORDER: readonly Mark[] = ['ordered', 'reminded', 'overdue', 'dueSoon', 'closed'];

/** Told apart by bold, italic and underline as well as by colour; text on fill at least 4.5:1. */
export const MARK_LOOKS: Readonly<Record<Mark, MarkLook>> = {
  overdue: { fill: '#FDE7E9', fontColor: '#9B0E14', bold: true },
  dueSoon: { fill: '#FFF4CE', fontColor: '#6B4300', bold: true, italic: true },
  reminded: { fill: '#FCE9DA', fontColor: '#7F3300', underline: true },
  ordered: { fill: '#F9D0D4', fontColor: '#750B1C', bold: true, underline: true },
  closed: { fill: '#EEF3EE', fontColor: '#47594A', italic: true },
};

/** `getRanges` cuts addresses at 8,192 characters without a word. */
const LONGEST_ADDRESS = 8000;

/** The mark a matter's row has at asOf; 已督办 and 已催办 stand before plain 逾期, and only while it is open. */
export function markOf({ state, stage }: Assessment): Mark | null {
  if (state === 'closed' || state === 'closedOnTime' || state === 'closedLate') return 'closed';
  if (stage === 'reminded') return 'reminded';
  if (stage !== 'assigned') return 'ordered';
  return state === 'overdue' || state === 'dueSoon' ? state : null;
}

/**
 * The conditional formats of one connected ledger. Rows whose cells alone decide (real dates or blanks, nothing but
 * those in the registers) get live formulas; of the others, those that have a mark at asOf get one that stands as of
 * that day and says so. Areas reach from the first to the last mapped column, in runs of rows.
 */
export function* formatsInPortions(
  connection: LedgerConnection,
  assessments: readonly Assessment[],
  histories: ReadonlyMap<string, MatterHistory>,
  context: MarkContext,
): InPortions<readonly MarkFormat[]> {
  const live: LiveContext = { connection, rules: context.rules, settings: context.settings };
  const liveRows: number[] = [];
  const fixedRows: Record<Mark, number[]> = { ordered: [], reminded: [], overdue: [], dueSoon: [], closed: [] };
  yield* forEach(assessments, (assessment) => {
    const { matter } = assessment;
    if (matter.sheet !== connection.sheet) return;
    if (cellsDecide(assessment, histories.get(matter.key), live, context.asOf)) {
      liveRows.push(matter.row);
      return;
    }
    const mark = markOf(assessment);
    if (mark === null) return;
    fixedRows[mark].push(...rowsOf(matter).map(({ row }) => row));
  });
  const columns = Object.values(connection.columns).map(({ column }) => column);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const liveAreas = yield* bundled(liveRows, left, right);
  const formats = MARK_ORDER.flatMap((mark) =>
    liveAreas.flatMap((areas): readonly MarkFormat[] => {
      const formula = liveFormula(mark, live, areas[0]?.top ?? 0);
      return formula === null ? [] : [{ mark, areas, formula, live: true, asOf: null, look: MARK_LOOKS[mark] }];
    }),
  );
  for (const mark of MARK_ORDER) {
    const formula = `=${markTerm(mark, context.asOf)}`;
    for (const areas of yield* bundled(fixedRows[mark], left, right)) {
      formats.push({ mark, areas, formula, live: false, asOf: context.asOf, look: MARK_LOOKS[mark] });
    }
  }
  return formats;
}

/** Whether the live formulas say of this row what was assessed, today and as days pass. */
function cellsDecide(
  assessment: Assessment,
  history: MatterHistory | undefined,
  live: LiveContext,
  asOf: CivilDate,
): boolean {
  const cells = liveCells(assessment.matter, live);
  if (cells === null) return false;
  const proceedings = history?.proceedings ?? [];
  if (proceedings.some(({ kind }) => kind === 'suspended' || kind === 'resumed' || kind === 'returned')) return false;
  if (cells.status === 'notAssigned' && assessment.state !== 'notAssigned') return false;
  if (liveMark(cells, live, asOf) !== markOf(assessment)) return false;
  if (markOf(assessment) === 'closed') return true;
  const { deadline } = assessment;
  return (
    liveDeadline(cells, live) === (deadline.kind === 'date' ? deadline.date : null) &&
    stageShows(cells, assessment, asOf)
  );
}

function stageShows({ dates }: LiveCells, { stage }: Assessment, asOf: CivilDate): boolean {
  const ordered = dates.orderOn !== null && dates.orderOn <= asOf;
  const reminded = dates.reminderOn !== null && dates.reminderOn <= asOf;
  if (stage === 'assigned') return !ordered && !reminded;
  return stage === 'reminded' ? reminded && !ordered : ordered;
}

/** Rows as areas, in as few formats as their address allows. */
function* bundled(rows: readonly number[], left: number, right: number): InPortions<readonly (readonly Area[])[]> {
  const all: Area[][] = [];
  let length = 0;
  yield* forEach(areasOf(rows, left, right), (area) => {
    const own = areaAddress(area).length + 1;
    const last = all.at(-1);
    if (last === undefined || length + own > LONGEST_ADDRESS) {
      all.push([area]);
      length = own;
    } else {
      last.push(area);
      length += own;
    }
  });
  return all;
}

/** Runs of rows that follow each other, as areas. */
function areasOf(rows: readonly number[], left: number, right: number): readonly Area[] {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const areas: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const row of sorted) {
    const last = areas.at(-1);
    if (last !== undefined && last.bottom === row - 1) last.bottom = row;
    else areas.push({ top: row, left, bottom: row, right });
  }
  return areas;
}
