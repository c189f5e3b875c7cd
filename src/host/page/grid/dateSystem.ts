/** Univer counts dates from 1900 only; a workbook of the 1904 system is 1,462 days behind (ECMA-376 18.17.4.1). */
const DAYS_BETWEEN_SYSTEMS = 1462;

/** True where a format code shows its number as a date or time: letters in quotes and brackets do not count. */
export const showsDate = (numberFormat: string): boolean =>
  /[ymdhs]/i.test(
    numberFormat
      .replace(/"[^"]*"|\\.|_./g, '')
      .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
      .replace(/General/gi, ''),
  );

export const serialOnScreen = (serial: number, numberFormat: string, date1904: boolean): number =>
  date1904 && showsDate(numberFormat) ? serial + DAYS_BETWEEN_SYSTEMS : serial;

export const serialInFile = (serial: number, numberFormat: string, date1904: boolean): number =>
  date1904 && showsDate(numberFormat) ? serial - DAYS_BETWEEN_SYSTEMS : serial;
