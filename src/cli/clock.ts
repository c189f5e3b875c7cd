import dayjs from 'dayjs';
import type { CivilDate } from '../domain/calendar/civilDate';

/** Today by this machine's clock and zone: the only place of the job that asks. */
export const today = (): CivilDate => dayjs().format('YYYY-MM-DD') as CivilDate;

/** `2026-10-31 09:12`, local. */
export const localTime = (): string => dayjs().format('YYYY-MM-DD HH:mm');
