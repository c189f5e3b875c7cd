import { cellText } from '../cellText';
import { foldHeader, withoutBrackets } from '../ledger/headerText';
import type { LedgerReading } from '../ledger/readLedger';
import type { Matter } from '../matter';
import { saysBehind } from '../nextStep';
import { forEach, type InPortions } from '../portions';
import { valueAt } from '../snapshot';

export const PACES = { behind: '欠进度', onPlan: '达进度', ahead: '超进度' } as const;
export type Pace = keyof typeof PACES;

/** Planned against actual progress of one matter (004 对照计划进度). */
export interface PlannedProgress {
  /** Parts of the whole, 0 to 1 (more where the ledger says so); null where the ledger tells by words only. */
  readonly planned: number | null;
  readonly actual: number | null;
  readonly pace: Pace;
}

const PLANNED = new Set(['计划进度', '目标进度', '序时进度', '计划完成进度', '应完成进度', '计划完成率']);
const ACTUAL = new Set(['实际进度', '完成进度', '当前进度', '实际完成进度', '实际完成率', '完成率']);
const ON_PLAN = /^(?:已?(?:达到?|符合)(?:序时|时序|计划)?进度|按计划推进)$/;
const AHEAD = /^(?:超(?:序时|时序|计划)?进度|超前完成?)$/;

/**
 * By matter key, for the matters whose ledger tells: columns 计划进度 and 实际进度 with numbers or percentages, else the
 * words of the progress and status cells (达进度, 欠进度, 超进度, 滞后). A blank cell on either side tells nothing.
 */
export function* plannedProgress(ledgers: readonly LedgerReading[]): InPortions<ReadonlyMap<string, PlannedProgress>> {
  const found = new Map<string, PlannedProgress>();
  for (const ledger of ledgers) {
    const progressOf = progressReader(ledger);
    yield* forEach(ledger.matters, (matter) => {
      const progress = progressOf(matter);
      if (progress !== null) found.set(matter.key, progress);
    });
  }
  return found;
}

/** The same of one matter of the ledger after the other; null where it does not tell. */
export function progressReader(ledger: LedgerReading): (matter: Matter) => PlannedProgress | null {
  const planned = columnOf(ledger, PLANNED);
  const actual = columnOf(ledger, ACTUAL);
  const known = new Map<string, Pace | null>();
  const paceIn = (text: string): Pace | null => {
    let pace = known.get(text);
    if (pace === undefined) known.set(text, (pace = paceInWords(text)));
    return pace;
  };
  return (matter) => {
    const one = planned === null ? null : partAt(ledger, matter.row, planned);
    const other = actual === null ? null : partAt(ledger, matter.row, actual);
    const pace =
      one !== null && other !== null
        ? paceOf(one, other)
        : gravest(paceIn(matter.progress ?? ''), paceIn(matter.statusText));
    return pace === null ? null : { planned: one, actual: other, pace };
  };
}

/** Differences below half a percent are rounding. */
const paceOf = (planned: number, actual: number): Pace => {
  const ahead = Math.round((actual - planned) * 1000);
  return ahead <= -5 ? 'behind' : ahead >= 5 ? 'ahead' : 'onPlan';
};

function paceInWords(text: string): Pace | null {
  if (saysBehind(text)) return 'behind';
  const bare = text.replace(/\s/g, '');
  if (AHEAD.test(bare)) return 'ahead';
  return ON_PLAN.test(bare) ? 'onPlan' : null;
}

/** Of what two cells say: behind before ahead before on plan. */
const gravest = (one: Pace | null, other: Pace | null): Pace | null =>
  (['behind', 'ahead', 'onPlan'] as const).find((pace) => one === pace || other === pace) ?? null;

/** The column whose lowest header is one of the words; null where none or several are. */
function columnOf({ snapshot, connection }: LedgerReading, words: ReadonlySet<string>): number | null {
  const columns: number[] = [];
  const width = snapshot.values[0]?.length ?? 0;
  for (let column = snapshot.left; column < snapshot.left + width; column += 1) {
    for (let row = connection.headerBottom; row >= connection.headerTop; row -= 1) {
      const text = withoutBrackets(foldHeader(cellText(valueAt(snapshot, row, column))));
      if (text === '') continue;
      if (words.has(text)) columns.push(column);
      break;
    }
  }
  return columns.length === 1 ? columns[0]! : null;
}

/** `0.63`, `63%`, `63` → 0.63; null for anything else. */
function partAt({ snapshot }: LedgerReading, row: number, column: number): number | null {
  const value = valueAt(snapshot, row, column);
  if (typeof value === 'number') return value < 0 ? null : value > 2 ? value / 100 : value;
  const match = /^(\d{1,3}(?:\.\d+)?)%?$/.exec(cellText(value).normalize('NFKC'));
  if (match === null) return null;
  const number = Number(match[1]);
  return number > 2 || cellText(value).normalize('NFKC').endsWith('%') ? number / 100 : number;
}
