import { cellText } from '../cellText';
import type { SheetSnapshot } from '../snapshot';

const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** The year a text names (`2026年…`, `二〇二六年…`, `2026年度`), null where none or more than one. */
export function yearIn(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[二一][〇零○一二三四五六七八九]{3}(?=年)/g, (year) =>
      [...year].map((digit) => DIGITS[digit] ?? digit).join(''),
    );
  const years = new Set([...plain.matchAll(/(?<!\d)((?:19|20)\d{2})\s*年/g)].map((match) => Number(match[1])));
  return years.size === 1 ? [...years][0]! : null;
}

/** The ledger's year: its title lines first, then the sheet's name, then the file's. */
export function titleYear(sheet: SheetSnapshot, headerTop: number, workbookName: string | null): number | null {
  for (const row of sheet.values.slice(0, Math.max(0, headerTop - sheet.top))) {
    for (const value of row) {
      const year = typeof value === 'string' ? yearIn(cellText(value)) : null;
      if (year !== null) return year;
    }
  }
  return yearIn(sheet.name) ?? (workbookName === null ? null : yearIn(workbookName));
}
