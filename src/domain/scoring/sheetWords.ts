import { monthOf, yearOf, type CivilDate } from '../calendar/civilDate';
import type { RuleSet } from '../ruleSet';
import type { SheetCell } from '../plan';
import { atOnce, map, type InPortions } from '../portions';
import type { UnitScore } from './score';
import { chineseDate } from './wording';

/** `2026年10月`. */
export const monthTitle = (asOf: CivilDate): string => `${yearOf(asOf)}年${monthOf(asOf)}月`;

/** The line under a sheet's title: the day and the document. */
export function schemeLine({ document }: RuleSet, asOf: CivilDate, basis = '计分依据'): string {
  const number = document.number === null ? '' : `（${document.number}）`;
  return `统计日期：${chineseDate(asOf)}；${basis}：《${document.title}》${number}`;
}

/** Ranked units first, in the order of their ranks; equal ranks stay in the order of 单位名录. */
export const byRank = (scores: readonly UnitScore[]): readonly UnitScore[] =>
  [...scores].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);

/** Points of paper a line of text of the standard font takes. */
export const LINE_HEIGHT = 15.6;

/** Half-width characters: a Chinese one takes two. */
function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at)!;
    width += code > 0x2e7f ? 2 : 1;
    if (code > 0xffff) at += 1;
  }
  return width;
}

/**
 * Heights of all rows, those with wrapped cells from the widths of their columns; a row of one cell runs over the
 * whole width. Every row has one: standard heights differ from host to host, and charts are placed by them.
 */
export const rowHeights = (...asked: Parameters<typeof rowHeightsInPortions>): readonly number[] =>
  atOnce(rowHeightsInPortions(...asked));

export function* rowHeightsInPortions(
  rows: readonly (readonly SheetCell[])[],
  columnWidths: readonly number[],
): InPortions<readonly number[]> {
  const whole = columnWidths.reduce((total, width) => total + width, 0);
  return yield* map(rows, (row) => {
    const lines = row.map(({ value, wrap }, column) => {
      const width = row.length === 1 ? whole : (columnWidths[column] ?? whole);
      if (wrap !== true) return 1;
      return String(value)
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / (width - 2))), 0);
    });
    return Math.max(1, ...lines) * LINE_HEIGHT;
  });
}
