import { civilDate, dayNumber, fromDayNumber, type CivilDate } from './civilDate';

const LAST_SERIAL_1900 = 2_958_465;
const LAST_SERIAL_1904 = 2_957_003;
const EPOCH_1900 = dayNumber(civilDate(1900, 1, 1) as CivilDate) - 2;
const EPOCH_1904 = dayNumber(civilDate(1904, 1, 1) as CivilDate);
/** The 1900 system counts a 29 February 1900 that never was; the days before it are one serial lower. */
const PHANTOM_DAY = 60;

/** The day of an Excel serial number, its time of day dropped; null outside 1900–9999 and for the phantom 1900-02-29. */
export function fromSerial(serial: number, date1904: boolean): CivilDate | null {
  const days = Math.floor(serial);
  if (date1904) return days >= 0 && days <= LAST_SERIAL_1904 ? fromDayNumber(EPOCH_1904 + days) : null;
  if (days < 1 || days > LAST_SERIAL_1900 || days === PHANTOM_DAY || Number.isNaN(days)) return null;
  return fromDayNumber(EPOCH_1900 + days + (days < PHANTOM_DAY ? 1 : 0));
}

/** The serial number Excel keeps for a day; null for days before 1904 in a 1904 workbook. */
export function toSerial(date: CivilDate, date1904: boolean): number | null {
  if (date1904) {
    const days = dayNumber(date) - EPOCH_1904;
    return days >= 0 ? days : null;
  }
  const days = dayNumber(date) - EPOCH_1900;
  return days > PHANTOM_DAY ? days : days - 1;
}
