const day = 86_400_000;

/**
 * Serial of an ISO 8601 cell value (`t="d"`): days since 1899-12-30, or since 1904-01-01 in files of the 1904
 * system; a time of day alone is a fraction. Null where the text is no date.
 */
export function serialOfIsoDate(text: string, date1904: boolean): number | null {
  const found =
    /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.trim(),
    );
  if (!found || text.trim() === '') return null;
  const [, year, month, dayOfMonth, hour, minute, second] = found;
  const time = (Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0)) / 86_400;
  if (year === undefined) return time;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth));
  const days = (date - (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / day;
  // Serial 60 is the 29 February 1900 that never was: dates before it stand one lower.
  return (date1904 || days >= 61 ? days : days - 1) + time;
}
