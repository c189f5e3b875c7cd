import type { CellContent } from '../xlsx/model';
import { invalidArgument } from './ApiError';
import { serialOfDate } from './serialDate';

export interface CellInputRules {
  readonly date1904: boolean;
  /** Year that completes `3-1`. */
  readonly year: number;
}

/** What a written value becomes. `format` is set where the cell's General format gives way. */
export type CellInput =
  | { readonly kind: 'keep' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'value'; readonly value: CellContent; readonly format?: string };

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!']);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Longest text a cell holds. */
const TEXT_LIMIT = 32_767;

const value = (content: CellContent, format?: string): CellInput =>
  format === undefined ? { kind: 'value', value: content } : { kind: 'value', value: content, format };

/**
 * Reads a value written through the API as Excel does: null leaves the cell, "" empties it, `=` (or a sign) begins a formula,
 * an apostrophe makes text, other text is read by the en-US rules whatever the locale unless the cell is text (`@`).
 * Issue OfficeDev/office-js#1559.
 */
export function readInput(written: unknown, cellFormat: string, rules: CellInputRules): CellInput {
  if (written === null || written === undefined) return { kind: 'keep' };
  if (typeof written === 'number' || typeof written === 'boolean') return value(written);
  if (typeof written !== 'string') throw invalidArgument('a cell takes a string, a number, a boolean or null');
  if (written.length > TEXT_LIMIT) throw invalidArgument(`a cell holds ${TEXT_LIMIT} characters`);
  if (written === '') return { kind: 'clear' };
  if (written.startsWith("'")) return value(written.slice(1));
  if (cellFormat === '@') return value(written);
  if (written.startsWith('=') && written.length > 1) return { kind: 'formula', formula: written.slice(1) };
  const text = written.trim();
  if (/^(true|false)$/i.test(text)) return value(text.toLowerCase() === 'true');
  if (ERRORS.has(text.toUpperCase())) return value({ error: text.toUpperCase() });
  const constant = readNumber(text) ?? readMoment(text, rules);
  if (constant !== null) return constant;
  // A sign before anything but a number begins a formula too (documentation of Range.values).
  return /^[+-][^+-]/.test(text) ? { kind: 'formula', formula: text } : value(written);
}

function readNumber(text: string): CellInput | null {
  const parts = /^(\()?([+-])?(\$)?((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)(e[+-]?\d+)?(%)?(\))?$/i.exec(text);
  if (parts === null) return null;
  const [, open, sign, dollar, digits = '', exponent, percent, close] = parts;
  if (
    !/\d/.test(digits) ||
    (open === undefined) !== (close === undefined) ||
    (open !== undefined && sign !== undefined)
  ) {
    return null;
  }
  const plain = Number(fifteenDigits(digits.replaceAll(',', '')) + (exponent ?? ''));
  const amount = (sign === '-' || open !== undefined ? -plain : plain) / (percent === undefined ? 1 : 100);
  const decimals = digits.includes('.');
  if (percent !== undefined) return value(amount, decimals ? '0.00%' : '0%');
  if (dollar !== undefined) return value(amount, decimals ? '$#,##0.00' : '$#,##0');
  if (exponent !== undefined) return value(amount, '0.00E+00');
  if (digits.includes(',')) return value(amount, decimals ? '#,##0.00' : '#,##0');
  return value(amount);
}

/** Excel keeps 15 significant digits of a typed number; the rest become 0 (an identity number loses its last three). */
function fifteenDigits(digits: string): string {
  let significant = 0;
  return digits.replace(/\d/g, (digit) => {
    if (significant > 0 || digit !== '0') significant += 1;
    return significant > 15 ? '0' : digit;
  });
}

function readMoment(text: string, rules: CellInputRules): CellInput | null {
  const both = /^(\S+)\s+(\d{1,2}:\d{2}.*)$/.exec(text);
  if (both) {
    const date = readDate(both[1] ?? '', rules);
    const time = readTime(both[2] ?? '');
    return date === null || time === null ? null : value(date.serial + time, 'm/d/yyyy h:mm');
  }
  const date = readDate(text, rules);
  if (date !== null) return value(date.serial, date.format);
  const time = readTime(text);
  return time === null ? null : value(time, /^\d+:\d+:\d/.test(text) ? 'h:mm:ss' : 'h:mm');
}

function readTime(text: string): number | null {
  const parts = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d(?:\.\d+)?))?(?:\s*(am|pm))?$/i.exec(text);
  if (parts === null) return null;
  const half = parts[4]?.toLowerCase();
  const hour = Number(parts[1]);
  if (half !== undefined && (hour > 12 || hour === 0)) return null;
  const hours = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return (hours * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0)) / 86_400;
}

const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
};

function readDate(text: string, rules: CellInputRules): { readonly serial: number; readonly format: string } | null {
  const on = (year: number, month: number, day: number, format: string): { serial: number; format: string } | null => {
    const check = new Date(Date.UTC(year, month - 1, day));
    const exists = check.getUTCMonth() === month - 1 && check.getUTCDate() === day;
    return exists && year >= 1900 && year <= 9999
      ? { serial: serialOfDate(year, month, day, rules.date1904), format }
      : null;
  };
  const yearFirst = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (yearFirst) return on(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]), 'm/d/yyyy');
  const yearLast = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text);
  if (yearLast) return on(fullYear(yearLast[3] ?? ''), Number(yearLast[1]), Number(yearLast[2]), 'm/d/yyyy');
  const noYear = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (noYear) {
    const [first, second] = [Number(noYear[1]), Number(noYear[2])];
    return (
      on(rules.year, first, second, 'd-mmm') ??
      (second >= 32 ? on(fullYear(noYear[2] ?? ''), first, 1, 'mmm-yy') : null)
    );
  }
  const monthYear = /^(\d{4})[-/](\d{1,2})$|^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthYear) return on(Number(monthYear[1] ?? monthYear[4]), Number(monthYear[2] ?? monthYear[3]), 1, 'mmm-yy');
  const named = /^(\d{1,2})[- ]([a-z]{3,9})(?:[- ](\d{2}|\d{4}))?$/i.exec(text);
  if (named) {
    const month = MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1;
    if (month === 0) return null;
    return on(
      named[3] === undefined ? rules.year : fullYear(named[3]),
      month,
      Number(named[1]),
      named[3] === undefined ? 'd-mmm' : 'd-mmm-yy',
    );
  }
  return null;
}
