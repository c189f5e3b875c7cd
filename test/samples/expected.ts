import type { Iso } from './civilDate';

/** 样本的统计日期。 */
export const AS_OF: Iso = '2026-10-31';

export type State =
  | 'closedOnTime'
  | 'closedLate'
  | 'closed'
  | 'suspended'
  | 'notAssigned'
  | 'overdue'
  | 'dueSoon'
  | 'recurring'
  | 'undetermined'
  | 'inProgress';

export type Stage = 'assigned' | 'reminded' | 'ordered' | 'interviewed' | 'referred';

/** 制作者对一件事项的本意；不是读出来的，是造的时候就定下的。 */
export interface ExpectedMatter {
  readonly id: string;
  readonly sheet: string;
  readonly row: number;
  /** 造这一行时的用意，如 `overdue-reminder-lapsed`。 */
  readonly intention: string;
  readonly state: State;
  readonly stage: Stage;
  /** 所选方案下的下一步；`undefined`（不写）为各种读法都可以。 */
  readonly nextStep?: string | null;
  readonly deadline: Iso | null;
  readonly deadlineFrom: 'extension' | 'cell' | 'days' | 'recurring' | 'none';
  readonly overdueDays: number;
  readonly returned: boolean;
  readonly classified: boolean;
  readonly category: string | null;
  /** 牵头单位的全称（别名已还原）；统称照写。 */
  readonly leadUnit: string;
}

/** 故意放进去、应当被核对出来的毛病。 */
export interface PlantedFinding {
  readonly code: string;
  readonly cell: string;
}

export interface ExpectedScore {
  readonly unit: string;
  readonly total: number;
  readonly month: number;
}

export interface ExpectedSample {
  readonly file: string;
  readonly asOf: Iso;
  readonly scheme: string;
  readonly ledgers: readonly { sheet: string; headerRows: readonly number[]; matters: number }[];
  readonly byState: Readonly<Record<string, number>>;
  readonly byIntention: Readonly<Record<string, number>>;
  readonly hiddenRows: readonly number[];
  readonly planted: readonly PlantedFinding[];
  readonly scores?: readonly ExpectedScore[];
  readonly matters: readonly ExpectedMatter[];
}

/** 按某个字段计数，键按出现次序。 */
export function countBy<T>(list: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of list) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}
