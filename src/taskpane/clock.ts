import dayjs from 'dayjs';
import type { CivilDate } from '../domain/calendar/civilDate';

/** The clerk's clock: the only place of the pane that reads it. */
export interface Clock {
  readonly today: () => CivilDate;
  /** `2026-10-31 09:12`, local time. */
  readonly now: () => string;
}

export const wallClock: Clock = {
  today: () => dayjs().format('YYYY-MM-DD') as CivilDate,
  now: () => dayjs().format('YYYY-MM-DD HH:mm'),
};
