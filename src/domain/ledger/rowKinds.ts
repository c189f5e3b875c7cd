import type { CellValue } from '../cell';
import { cellText, isBlank } from '../cellText';
import { foldText } from '../foldText';

const TOTALS = /^(合计|小计|总计|累计|共计)([:(\d]|$)/;
const TOTALS_FIRST = '合小总累共';
const FOOTER =
  /^(填表|制表|填报|审核|审批|复核|经办|单位负责|主要负责|分管|联系|报送)(人|单位|日期|时间|领导|电话|人签字|人签名|责人)?(签字|签名)?:/;
const FOOTER_NOTE = /^(备注|注|说明|附注)\d?[:.]/;
const FOOTER_FIRST = '填制审复经单主分联报备注说附';
const CHAPTER = /^(第?[一二三四五六七八九十]{1,3}([、.部章节类]|是)|[(][一二三四五六七八九十]{1,3}[)]|[Ⅰ-Ⅻ][、.])/;
const CHINESE_NUMBER = /^[(]?[一二三四五六七八九十]{1,3}[)]?[、.]?$/;

const firstOf = (text: string, of: string): boolean => of.includes(text.charAt(0));

/** 合计, 小计, 总计 in the row's first filled cell. */
export const isTotalsText = (text: string): boolean => firstOf(text, TOTALS_FIRST) && TOTALS.test(foldText(text));

/** `填表人：`, `备注：…` in the row's first filled cell. */
export function isFooterText(text: string): boolean {
  if (!firstOf(text, FOOTER_FIRST)) return false;
  const folded = foldText(text);
  return FOOTER.test(folded) || FOOTER_NOTE.test(folded);
}

/** `一、…`, `（一）…`. */
export const isChapterText = (text: string): boolean => CHAPTER.test(foldText(text));
/** A bare `一` or `（一）` in the number column. */
export const isChapterNumber = (text: string): boolean => CHINESE_NUMBER.test(foldText(text));

/** 1 for `一、`, 2 for `（一）`; 0 for a section without a number. */
export function chapterLevel(text: string): 0 | 1 | 2 {
  const folded = foldText(text);
  if (folded.startsWith('(')) return 2;
  return CHAPTER.test(folded) ? 1 : 0;
}

/** A section's name as a category: without number, count and colon: `一、政府工作报告（171项）` → `政府工作报告`. */
export function sectionName(text: string): string {
  const plain = text
    .replace(/\s+/g, '')
    .replace(
      /^(第?[一二三四五六七八九十]{1,3}[、.．部章节类]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．])(分)?[、:：]?/,
      '',
    )
    .replace(/[（(][^（()）]*\d[项件个条分][^（()）]*[)）]$/, '')
    .replace(/[:：]$/, '');
  return plain === '' ? text.trim() : plain;
}

/** Filled cells of a row, counted no further than `limit`; `first` is the index of the first one, -1 if none. */
export function filledCells(
  values: readonly CellValue[],
  limit: number,
): { readonly first: number; readonly count: number } {
  let first = -1;
  let count = 0;
  for (let index = 0; index < values.length && count < limit; index += 1) {
    const value = values[index]!;
    if (value === '' || isBlank(value)) continue;
    if (first < 0) first = index;
    count += 1;
  }
  return { first, count };
}

/** A row `1 2 3 4 …` (or `(1) (2)…`) right below the header, numbering its columns. */
export function numbersColumns(values: readonly CellValue[]): boolean {
  let expected = 0;
  for (const value of values) {
    const text = cellText(value);
    if (text === '') continue;
    const number = Number(foldText(text).replace(/^\((\d+)\)$/, '$1'));
    if (!Number.isInteger(number) || (expected > 0 && number !== expected) || number > 100) return false;
    expected = number + 1;
  }
  return expected > 3;
}
