import { civilDate, type CivilDate } from '../domain/calendar/civilDate';

/** The clerk's clock: the only place of the pane that reads it. */
export interface Clock {
  readonly today: () => CivilDate;
  /** `2026-10-31 09:12`, local time. */
  readonly now: () => string;
}

const pad = (part: number): string => String(part).padStart(2, '0');

export const wallClock: Clock = {
  today: () => {
    const now = new Date();
    return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) as CivilDate;
  },
  now: () => {
    const now = new Date();
    const date = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
    return `${date} ${pad(now.getHours())}:${pad(now.getMinutes())}`;
  },
};
