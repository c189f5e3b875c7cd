/** A moment as Excel's serial number stands for it; seconds may carry a fraction. */
export interface SerialParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 = Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const DAY = 86_400_000;
const EPOCH_1904_OFFSET = 1462;

/** Serial of a civil date; the 1900 system counts the day 29 February 1900 that never was. */
export function serialOfDate(year: number, month: number, day: number, date1904: boolean): number {
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY);
  if (date1904) return days - EPOCH_1904_OFFSET;
  return days <= 60 ? days - 1 : days;
}

/** The parts of a serial, or null for one that stands for no date (negative, beyond 9999-12-31). */
export function partsOfSerial(serial: number, date1904: boolean): SerialParts | null {
  const in1900 = date1904 ? serial + EPOCH_1904_OFFSET : serial;
  if (serial < 0 || in1900 >= 2_958_466) return null;
  const milliseconds = Math.round(in1900 * DAY);
  const days = Math.floor(milliseconds / DAY);
  const rest = (milliseconds - days * DAY) / 1000;
  const clock = {
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: Math.round((rest % 60) * 1000) / 1000,
    weekday: (days + 6) % 7,
  };
  if (days === 60 && !date1904) return { year: 1900, month: 2, day: 29, ...clock };
  if (days === 0 && !date1904) return { year: 1900, month: 1, day: 0, ...clock };
  const date = new Date(Date.UTC(1899, 11, 30) + (days < 60 && !date1904 ? days + 1 : days) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...clock };
}
