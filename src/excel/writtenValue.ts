import type { CellValue } from '../domain/cell';

/**
 * A value as it may be handed to `range.values`. Excel reads strings as if typed: `=…` becomes a formula,
 * `3-5` a date, `00123` a number (OfficeDev/office-js #1559, #3775). Text that came from a person stays text
 * behind an apostrophe, which Excel does not show.
 */
export function writtenValue(value: CellValue): CellValue {
  return typeof value === 'string' && wouldBeConverted(value) ? `'${value}` : value;
}

const CONVERTED = [
  /^['=+\-@]/,
  // Chinese and Japanese Excel take a full-width sign for the plain one; blanks before it, the two of an indent too, are cut.
  /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u,
  // Numbers, amounts, percentages, fractions, dates, times: anything that begins with a digit or a currency sign and holds no Chinese word.
  /^\s*[(]?\s*[\d.$¥￥€£][\d\s,.:/\\\-%eE+()]*$/,
  /^\s*\d{1,4}\s*[年月]\s*\d/,
  /^\s*\d{1,2}\s*[日时点]/,
  /^\s*[\d./-]+\s*(?:am|pm|[a-z]{3,9})?\s*[\d:,\s]*$/i,
  /^\s*[a-z]{3,9}[\s\-/.]*\d{1,4}/i,
  /^\s*(?:true|false|真|假)\s*$/i,
  /^\s*#[A-Z/0!?]+/i,
];

function wouldBeConverted(text: string): boolean {
  return text !== '' && CONVERTED.some((pattern) => pattern.test(text));
}

/** A value read back compared with one meant: numbers by value, text as it stands, an apostrophe aside. */
export function sameValue(read: CellValue, meant: CellValue): boolean {
  return (
    read === meant || (typeof read === 'string' && typeof meant === 'string' && stripped(read) === stripped(meant))
  );
}

const stripped = (text: string): string => text.replace(/\r\n?/g, '\n');
