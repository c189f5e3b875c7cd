import type { CivilDate } from '../calendar/civilDate';
import type { CellRef } from '../cell';

/** One line of a unit's score. Points are rounded to 0.01, half away from zero. */
export interface ScoreLine {
  readonly unit: string;
  readonly rule: string;
  readonly points: number;
  readonly date: CivilDate;
  /** Document, article and quoted words, as one string for people. */
  readonly clause: string;
  /** The matter or register row it comes from; null for the base. */
  readonly source: CellRef | null;
  /** Key of the matter, where the line is about one. */
  readonly matter: string | null;
  readonly message: string;
}

/** A unit's score at asOf; `total` is exactly the decimal sum of `lines`. */
export interface UnitScore {
  readonly unit: string;
  readonly group: string | null;
  /** null: not assessed, `remark` says why. */
  readonly total: number | null;
  readonly month: number | null;
  readonly rank: number | null;
  readonly rankInGroup: number | null;
  readonly remark: string | null;
  readonly blocks: readonly { readonly name: string; readonly points: number }[];
  readonly lines: readonly ScoreLine[];
}
