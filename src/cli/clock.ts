import { civilDate, type CivilDate } from '../domain/calendar/civilDate';

/** Today by this machine's clock and zone: the only place of the job that asks. */
export function today(): CivilDate {
  const now = new Date();
  return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
}

/** `2026-10-31 09:12`, local. */
export function localTime(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${today()} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
