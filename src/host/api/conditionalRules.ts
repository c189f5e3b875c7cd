import type { ConditionalRule, SheetModel } from '../xlsx/model';
import { invalidArgument, itemNotFound } from './ApiError';

const byPriority = (rules: readonly ConditionalRule[]): readonly ConditionalRule[] =>
  [...rules].sort((one, other) => one.priority - other.priority);

/** A rule at another priority; of a rule that came with the file only that number changes. */
function numbered(rule: ConditionalRule, priority: number): ConditionalRule {
  if (rule.priority === priority) return rule;
  const raw = rule.raw?.replace(/(<[\w:]*cfRule\b[^>]*?\spriority=")\d+(")/, `$1${priority}$2`) ?? null;
  return { ...rule, priority, raw };
}

export const sheetRules = (sheet: SheetModel): readonly ConditionalRule[] => byPriority(sheet.conditionalRules());

/** Rules of each list by their ids: a request asks for every rule of a sheet, one by one. */
const byId = new WeakMap<readonly ConditionalRule[], ReadonlyMap<string, ConditionalRule>>();

export function ruleOf(sheet: SheetModel, id: string): ConditionalRule {
  const rules = sheet.conditionalRules();
  const known = byId.get(rules) ?? new Map(rules.map((rule) => [rule.id, rule]));
  byId.set(rules, known);
  const rule = known.get(id);
  if (rule === undefined) throw itemNotFound(`conditional format ${id}`);
  return rule;
}

/**
 * Puts a rule at a place of the sheet's order. The numbers of those behind it grow by one, and `removeRule` takes that
 * back: a rule added and removed again leaves every other rule as it was.
 */
export function insertRule(sheet: SheetModel, rule: ConditionalRule, place: number): void {
  const others = sheetRules(sheet);
  const priority = place === 0 ? 1 : (others[Math.min(place, others.length) - 1]?.priority ?? 0) + 1;
  const moved = sheet
    .conditionalRules()
    .map((other) => (other.priority >= priority ? numbered(other, other.priority + 1) : other));
  sheet.setConditionalRules([...moved, numbered(rule, priority)]);
}

export function removeRule(sheet: SheetModel, id: string): void {
  const gone = ruleOf(sheet, id);
  sheet.setConditionalRules(
    sheet
      .conditionalRules()
      .filter((rule) => rule.id !== id)
      .map((rule) => (rule.priority > gone.priority ? numbered(rule, rule.priority - 1) : rule)),
  );
}

/** Changes what a rule says; from then on it is written anew. */
export function changeRule(
  sheet: SheetModel,
  id: string,
  change: Partial<Pick<ConditionalRule, 'formulas' | 'stopIfTrue' | 'style'>>,
): void {
  ruleOf(sheet, id);
  sheet.setConditionalRules(
    sheet.conditionalRules().map((rule) => (rule.id === id ? { ...rule, ...change, raw: null } : rule)),
  );
}

const withoutStrings = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'/g, "''");

/**
 * Checks a conditional format's formula: no array constants, structured, outside or 3-D references
 * ([MS-OI29500] 3.2.3.1.2), which other applications take and Excel refuses. Answers it without the leading `=`.
 */
export function checkedRuleFormula(given: string): string {
  if (!given.startsWith('=') || given.length < 2) throw invalidArgument('a conditional format formula begins with =');
  const bare = withoutStrings(given);
  if (/[{}]/.test(bare)) throw invalidArgument('array constants are not allowed in a conditional format');
  if (/[[\]]/.test(bare))
    throw invalidArgument('structured and outside references are not allowed in a conditional format');
  if (/(?:[\p{L}\p{N}_.]+|''):(?:[\p{L}\p{N}_.]+|'')!/u.test(bare)) {
    throw invalidArgument('3-D references are not allowed in a conditional format');
  }
  if (given.length > 8192) throw invalidArgument('a formula has 8192 characters at most');
  return given.slice(1);
}
