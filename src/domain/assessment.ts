import type { CivilDate } from './calendar/civilDate';
import type { CellRef } from './cell';
import type { Matter } from './matter';
import type { NoticeEntry, Proceeding } from './registers/registers';

export const STATES = [
  'closedOnTime',
  'closedLate',
  'closed',
  'suspended',
  'notAssigned',
  'overdue',
  'dueSoon',
  'recurring',
  'undetermined',
  'inProgress',
] as const;
export type State = (typeof STATES)[number];

export const STAGES = ['assigned', 'reminded', 'ordered', 'interviewed', 'referred'] as const;
export type Stage = (typeof STAGES)[number];

export type NextStep =
  'reminderNotice' | 'supervisionOrder' | 'supervisionLetter' | 'criticism' | 'interview' | 'referral';

/** `provisional`: a year that the State Council calendar does not hold was crossed (暂按周末推算). */
export type EffectiveDeadline =
  | {
      readonly kind: 'date';
      readonly date: CivilDate;
      readonly from: 'extension' | 'leader' | 'cell' | 'days' | 'category';
      readonly provisional: boolean;
      readonly cell: CellRef | null;
    }
  | { readonly kind: 'recurring'; readonly cell: CellRef | null }
  | { readonly kind: 'undetermined'; readonly cell: CellRef | null };

/** Everything on record about one matter up to asOf: its own row and its register rows, joined. */
export interface MatterHistory {
  readonly matter: Matter;
  /** By date, then by row; 作废 and 拟稿 included (they keep their numbers), later ones than asOf not. */
  readonly notices: readonly NoticeEntry[];
  readonly proceedings: readonly Proceeding[];
  /** Rows of 办理登记 dated after asOf: they decide nothing, but tell that an undated cell (延期至, 已办结) was filled later. */
  readonly later?: readonly Proceeding[];
}

/** A matter's state at a date (rules.md §4). */
export interface Assessment {
  readonly matter: Matter;
  readonly state: State;
  readonly stage: Stage;
  readonly returned: boolean;
  readonly deadline: EffectiveDeadline;
  /** asOf − deadline when overdue, closing date − deadline when closedLate, else 0. */
  readonly overdueDays: number;
  readonly closedOn: CivilDate | null;
  readonly nextStep: NextStep | null;
  /** The step was taken before and the rule set has it taken again (001: 再次下达督办通知单). */
  readonly repeated: boolean;
}
