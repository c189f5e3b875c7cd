import type { Area, DataValidationRule } from '../xlsx/model';
import { invalidArgument } from './ApiError';
import { Range } from './Range';
import { absolutePlace } from './sheetAddress';

const API_TYPE: Readonly<Record<string, string>> = {
  none: 'None',
  list: 'List',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};
const RULE_KEY: Readonly<Record<string, string>> = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
};
const OPERATORS: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};

export const apiType = (rule: DataValidationRule): string => API_TYPE[rule.type] ?? 'None';

/** `"a,b"` in the file is the plain list `a,b`; anything else is a formula. */
const listSource = (formula: string): string => {
  const quoted = /^"([\s\S]*)"$/.exec(formula)?.[1];
  return quoted === undefined ? `=${formula}` : quoted.replaceAll('""', '"');
};

/** Always read as a formula, numbers too: `=10` (BasicDataValidation.formula1). */
const apiBound = (formula: string | undefined): string | undefined =>
  formula === undefined ? undefined : `=${formula}`;

/** A rule as `DataValidationRule` of the API. */
export function apiRule(rule: DataValidationRule | null): Record<string, unknown> {
  if (rule === null) return {};
  if (rule.type === 'list') {
    return { list: { inCellDropDown: rule.showDropDown, source: listSource(rule.formula1 ?? '') } };
  }
  if (rule.type === 'custom') return { custom: { formula: `=${rule.formula1 ?? ''}` } };
  const key = RULE_KEY[rule.type];
  if (key === undefined) return {};
  const formula2 = apiBound(rule.formula2);
  return {
    [key]: {
      operator: OPERATORS[rule.operator ?? 'between'],
      formula1: apiBound(rule.formula1),
      ...(formula2 === undefined ? {} : { formula2 }),
    },
  };
}

function fileFormula(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value instanceof Range) return absolutePlace(value.sheet, value.area);
  if (typeof value !== 'string') throw invalidArgument('a formula, number or range is needed');
  return value.startsWith('=') ? value.slice(1) : value;
}

/** The API's rule object as the file's rule over these areas. */
export function fileRule(given: Readonly<Record<string, unknown>>, areas: readonly Area[]): DataValidationRule {
  const [entry, ...more] = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  if (entry === undefined || more.length > 0) throw invalidArgument('one kind of rule is needed');
  const [key, body] = entry;
  if (typeof body !== 'object' || body === null) throw invalidArgument(`rule ${key}`);
  const fields = body as Readonly<Record<string, unknown>>;
  const common = { areas, allowBlank: true, showDropDown: true };
  if (key === 'list') {
    const { source, inCellDropDown } = fields;
    const plain = typeof source === 'string' && !source.startsWith('=');
    const formula1 = plain ? `"${source.replaceAll('"', '""')}"` : fileFormula(source);
    // [MS-OI29500]: a list typed in has 255 characters at most.
    if (plain && source.length > 255) throw invalidArgument('a list has 255 characters at most');
    return { ...common, type: 'list', formula1, showDropDown: inCellDropDown !== false };
  }
  if (key === 'custom') return { ...common, type: 'custom', formula1: fileFormula(fields['formula']) };
  const type = Object.entries(RULE_KEY).find(([, name]) => name === key)?.[0];
  if (type === undefined) throw invalidArgument(`rule ${key}`);
  const operator = Object.entries(OPERATORS).find(([, word]) => word === fields['operator'])?.[0];
  if (operator === undefined) throw invalidArgument('operator');
  const two = operator === 'between' || operator === 'notBetween';
  return {
    ...common,
    type,
    operator,
    formula1: fileFormula(fields['formula1']),
    ...(two ? { formula2: fileFormula(fields['formula2']) } : {}),
  };
}
