/** Parts of a format code that show no value: quoted text, escaped and padding characters, locale and colour brackets. */
const SILENT = /"[^"]*"?|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;
const GENERAL = /^(general|g\/通用格式)$/i;
const known = new Map<string, boolean>();

/**
 * Whether a number format shows a day, a month or a year (`yyyy/m/d`, `m"月"d"日"`, `[$-804]yyyy"年"m"月"`).
 * Times alone, elapsed hours, scientific and plain number formats are not dates.
 */
export function isDateFormat(format: string): boolean {
  let answer = known.get(format);
  if (answer === undefined) {
    answer = judge(format);
    if (known.size < 1000) known.set(format, answer);
  }
  return answer;
}

function judge(format: string): boolean {
  const shown = format.replace(SILENT, '');
  const first = (shown.split(';')[0] ?? '').replace(/am\/pm|a\/p|上午\/下午/gi, '').toLowerCase();
  if (GENERAL.test(first.trim())) return false;
  if (/[0#?@]/.test(first.replace(/\.0+/g, ''))) return false;
  if (/y|d|aaa|e/.test(first)) return true;
  return /m/.test(first) && !/h|s|\[m+\]/.test(first);
}
