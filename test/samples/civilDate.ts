/** 民用日期，`YYYY-MM-DD` 文本；样本自己算日子，不借用被测的代码。 */
export type Iso = string;

/** 2026 年国务院办公厅节假日安排中落在周一至周五的休息日和调休上班的周末。 */
const DAYS_OFF = new Set(
  (
    '2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-23 2026-04-06 ' +
    '2026-05-01 2026-05-04 2026-05-05 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-05 2026-10-06 2026-10-07'
  ).split(' '),
);
const DAYS_ON = new Set(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);

const DAY = 86_400_000;

function millis(iso: Iso): number {
  return Date.parse(`${iso}T00:00:00Z`);
}

export function addDays(iso: Iso, days: number): Iso {
  return new Date(millis(iso) + days * DAY).toISOString().slice(0, 10);
}

/** b − a，自然日。 */
export function daysBetween(a: Iso, b: Iso): number {
  return Math.round((millis(b) - millis(a)) / DAY);
}

/** 1900 日期系统的序列号。 */
export function serialOf(iso: Iso): number {
  return daysBetween('1899-12-30', iso);
}

export function isWorkday(iso: Iso): boolean {
  if (DAYS_ON.has(iso)) return true;
  const weekday = new Date(millis(iso)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !DAYS_OFF.has(iso);
}

/** 当日或之后的第一个工作日。 */
export function workdayFrom(iso: Iso): Iso {
  let day = iso;
  while (!isWorkday(day)) day = addDays(day, 1);
  return day;
}

/** 当日或之前的最后一个工作日。 */
export function workdayUpTo(iso: Iso): Iso {
  let day = iso;
  while (!isWorkday(day)) day = addDays(day, -1);
  return day;
}

/** 自次日起第 `count` 个工作日。 */
export function addWorkdays(iso: Iso, count: number): Iso {
  let day = iso;
  for (let counted = 0; counted < count;) {
    day = addDays(day, 1);
    if (isWorkday(day)) counted += 1;
  }
  return day;
}

/** `2026年3月5日`。 */
export function chineseDate(iso: Iso): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}
