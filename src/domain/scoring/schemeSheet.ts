import type { CellRef, CellValue } from '../cell';
import { cellText, isBlank } from '../cellText';
import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { foldText } from '../foldText';
import { EVENT_KINDS, NOTICE_FORMS } from '../registers/registers';
import type { RuleSet } from '../ruleSet';
import { valueAt, type SheetSnapshot } from '../snapshot';
import { schemeSchema, type ChargeKind, type RuleKind, type Scheme, type ScoringRule } from './scheme';
import { amountColumn, amountOf, isAmountRefusal, withAmount, type AmountRefusal } from './schemeAmount';
import { ruleName } from './wording';

export const SCHEME_SHEET = '计分方案';
export const SCHEME_COLUMNS = ['条款', '规则', '对象', '分值', '封顶', '说明'] as const;
type Column = (typeof SCHEME_COLUMNS)[number];

/** The row that names the rule set. */
const RULE_SET_ROW = '方案';

const KIND_NAMES: Readonly<Record<RuleKind, string>> = {
  base: '初始分',
  perEvent: '每次计分',
  everyKth: '累计加扣',
  perUnitOnce: '每单位一次',
  proportional: '按比例扣分',
  allOrNothing: '未完成全扣',
  redistribute: '分值转移',
  cap: '封顶',
  floor: '扣完为止',
  threshold: '年终下限',
  band: '单位名录核对',
  manual: '手工调整',
};

/** Fact `reason` of finding `ruleset-row`. */
export type SchemeRowReason =
  | AmountRefusal
  /** No rule of the rule set, and no event or notice that could be scored. */
  | 'unknownRule'
  | 'duplicate'
  /** 规则 says another kind than the rule has: kinds are the document's, only amounts may be changed. */
  | 'kindDiffers'
  /** An amount under 封顶 of a rule that has 分值, the other way round, or of one that has neither. */
  | 'wrongColumn'
  /** An office's own rule cites no 条款. */
  | 'clauseMissing'
  /** The sheet has no row of this rule: the published amount stands. */
  | 'rowMissing'
  | 'unknownRuleSet'
  | 'columnMissing';

/** `ruleSet` null: the sheet names none that is known, and no row tells. Refused rows keep the published amount. */
export interface SchemeReading {
  readonly ruleSet: RuleSet | null;
  readonly findings: readonly Finding[];
}

/** The rule set in force as rows, header first; amounts the document leaves open are blank. */
export function schemeRows(ruleSet: RuleSet): readonly (readonly CellValue[])[] {
  const { title, number } = ruleSet.document;
  const first = ['', RULE_SET_ROW, ruleSet.id, '', '', `《${title}》${number === null ? '' : `（${number}）`}`];
  const { scheme } = ruleSet;
  if (scheme === null) return [SCHEME_COLUMNS, first];
  const open = new Map(scheme.amountsMissing.map(({ rule, question }) => [rule, question]));
  const rows = scheme.rules.map((rule): readonly CellValue[] => {
    const amount = open.has(rule.id) ? '' : (amountOf(rule) ?? '');
    const column = amountColumn(rule);
    return [
      ruleSet.clauses[rule.clause]?.article ?? rule.clause,
      KIND_NAMES[rule.kind],
      ruleName(rule, scheme),
      column === '分值' ? amount : '',
      column === '封顶' ? amount : '',
      open.get(rule.id) ?? rule.quote ?? ruleSet.clauses[rule.clause]?.quote ?? '',
    ];
  });
  return [SCHEME_COLUMNS, first, ...rows];
}

interface Row {
  readonly cell: (column: Column) => CellRef;
  readonly text: (column: Column) => string;
  readonly value: (column: Column) => CellValue;
}

/** Reads 计分方案 back: the rule set it names, with the amounts of its rows. */
export function readSchemeSheet(sheet: SheetSnapshot, ruleSets: readonly RuleSet[]): SchemeReading {
  const located = locate(sheet);
  if ('missing' in located) {
    const cell = { sheet: sheet.name, row: sheet.top, column: sheet.left };
    return { ruleSet: null, findings: [refused(cell, 'columnMissing', { columns: located.missing })] };
  }
  const { rows, header } = located;
  const naming = rows.find((row) => foldText(row.text('规则')) === RULE_SET_ROW);
  const named = naming === undefined ? undefined : foldText(naming.text('对象'));
  const ruleSet =
    named === undefined ? likeliest(rows, ruleSets) : (ruleSets.find(({ id }) => foldText(id) === named) ?? null);
  if (ruleSet === null) {
    const cell = naming?.cell('对象') ?? header('规则');
    return { ruleSet: null, findings: [refused(cell, 'unknownRuleSet', { value: named ?? '' })] };
  }
  if (ruleSet.scheme === null) return { ruleSet, findings: [] };
  const reading = readRules(
    rows.filter((row) => row !== naming),
    ruleSet.scheme,
    header('规则'),
  );
  const checked = schemeSchema.parse(reading.scheme);
  return { ruleSet: { ...ruleSet, scheme: checked }, findings: reading.findings };
}

function readRules(
  rows: readonly Row[],
  published: Scheme,
  header: CellRef,
): { readonly scheme: Scheme; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const amended = new Map<ScoringRule, ScoringRule>();
  const seen = new Set<ScoringRule | ChargeKind>();
  const added: ScoringRule[] = [];
  for (const row of rows) {
    const rule = ruleOfRow(row, published);
    const own = rule === null ? ownRule(row) : null;
    const identity = rule ?? own?.on ?? null;
    if (identity === null) {
      const value = `${row.text('规则')} ${row.text('对象')}`.trim();
      findings.push(refused(row.cell(namesKind(row) ? '对象' : '规则'), 'unknownRule', { value }));
      continue;
    }
    const target = (rule ?? own) as ScoringRule;
    const name = ruleName(target, published);
    if (seen.has(identity)) {
      findings.push(refused(row.cell('规则'), 'duplicate', { rule: name }));
      continue;
    }
    seen.add(identity);
    const problem = problemOf(row, target, rule === null, published);
    if (problem !== null) {
      findings.push(refused(row.cell(problem.column), problem.reason, { rule: name, ...problem.facts }));
      continue;
    }
    const column = amountColumn(target);
    if (column === null) continue;
    const cell = row.cell(column);
    const value = row.value(column);
    if (isBlank(value)) {
      const open = published.amountsMissing.some((missing) => missing.rule === target.id);
      if (!open) findings.push(refused(cell, 'amountMissing', { rule: name }));
      continue;
    }
    const amount = numberIn(value);
    const result = amount === null ? 'notANumber' : withAmount(target, amount);
    if (isAmountRefusal(result)) findings.push(refused(cell, result, { rule: name, value: String(value) }));
    else if (rule === null) added.push({ ...result, amendment: `本单位计分方案${row.text('条款')}` });
    else if (amount !== amountOf(rule)) amended.set(rule, { ...result, amendment: `计分方案表定为${amount}分` });
    else amended.set(rule, rule);
  }
  for (const rule of published.rules) {
    if (seen.has(rule) || amountColumn(rule) === null) continue;
    findings.push({ ...refused(header, 'rowMissing', { rule: ruleName(rule, published) }), level: 'info' });
  }
  const given = new Set([...amended.keys()].map(({ id }) => id));
  return {
    findings,
    scheme: {
      rules: [...published.rules.map((rule) => amended.get(rule) ?? rule), ...added],
      blocks: published.blocks,
      amountsMissing: published.amountsMissing.filter(({ rule }) => !given.has(rule)),
    },
  };
}

const namesKind = (row: Row): boolean =>
  Object.values(KIND_NAMES).some((name) => foldText(name) === foldText(row.text('规则')));

interface RowProblem {
  readonly column: Column;
  readonly reason: SchemeRowReason;
  readonly facts: Finding['facts'];
}

/** What a row says besides its amount that would otherwise be passed over in silence. */
function problemOf(row: Row, rule: ScoringRule, own: boolean, published: Scheme): RowProblem | null {
  if (own && row.text('条款').trim() === '') return { column: '条款', reason: 'clauseMissing', facts: {} };
  const written = foldText(row.text('规则'));
  const meant = [KIND_NAMES[rule.kind], ruleName(rule, published), rule.id].map(foldText);
  if (written !== '' && !meant.includes(written)) {
    const facts = { value: row.text('规则').trim(), kind: KIND_NAMES[rule.kind] };
    return { column: '规则', reason: 'kindDiffers', facts };
  }
  const stray = (['分值', '封顶'] as const).find(
    (column) => column !== amountColumn(rule) && !isBlank(row.value(column)),
  );
  return stray === undefined
    ? null
    : { column: stray, reason: 'wrongColumn', facts: { value: cellText(row.value(stray)), column: stray } };
}

/** By the rule's name under 对象 or 规则, or by its id. */
function ruleOfRow(row: Row, scheme: Scheme): ScoringRule | null {
  const words = [foldText(row.text('对象')), foldText(row.text('规则'))];
  const named = scheme.rules.filter((rule) => words.includes(foldText(ruleName(rule, scheme))));
  const identified = scheme.rules.filter((rule) => words.includes(rule.id));
  return named[0] ?? (identified.length === 1 ? identified[0]! : null);
}

/** An event or notice the published scheme does not score, scored by the office. */
function ownRule(row: Row): Extract<ScoringRule, { kind: 'perEvent' }> | null {
  if (foldText(row.text('规则')) !== KIND_NAMES.perEvent) return null;
  const names = Object.entries<string>({ ...NOTICE_FORMS, ...EVENT_KINDS });
  const on = names.find(([, name]) => name === foldText(row.text('对象')))?.[0] as ChargeKind | undefined;
  if (on === undefined || on === 'manual') return null;
  const id = on === 'reminderNotice' ? 'reminder' : on;
  return { kind: 'perEvent', id, clause: row.text('条款'), on, points: 0, dedupeByMatter: false };
}

/** The rule set most of whose rows these are; null where no row fits any. */
function likeliest(rows: readonly Row[], ruleSets: readonly RuleSet[]): RuleSet | null {
  let best: RuleSet | null = null;
  let most = 0;
  for (const ruleSet of ruleSets) {
    const { scheme } = ruleSet;
    if (scheme === null) continue;
    const fitting = rows.filter((row) => ruleOfRow(row, scheme) !== null).length;
    if (fitting > most) [best, most] = [ruleSet, fitting];
  }
  return best;
}

function locate(
  sheet: SheetSnapshot,
):
  | { readonly rows: readonly Row[]; readonly header: (column: Column) => CellRef }
  | { readonly missing: readonly string[] } {
  const needed: readonly Column[] = ['规则', '对象', '分值'];
  let missing: readonly string[] = needed;
  for (const [offset, values] of sheet.values.slice(0, 10).entries()) {
    const headers = values.map((value) => foldText(cellText(value)));
    const column = (name: Column): number => headers.indexOf(name);
    const lacking = needed.filter((name) => column(name) < 0);
    if (lacking.length > 0) {
      if (lacking.length < missing.length) missing = lacking;
      continue;
    }
    const at = (row: number) => (name: Column) => ({
      sheet: sheet.name,
      row,
      column: sheet.left + Math.max(0, column(name)),
    });
    const rows = sheet.values.slice(offset + 1).flatMap((line, index): readonly Row[] => {
      if (line.every(isBlank)) return [];
      const row = sheet.top + offset + 1 + index;
      const value = (name: Column): CellValue =>
        column(name) < 0 ? '' : valueAt(sheet, row, sheet.left + column(name));
      return [{ cell: at(row), value, text: (name) => cellText(value(name)) }];
    });
    return { rows, header: at(sheet.top + offset) };
  }
  return { missing };
}

function numberIn(value: CellValue): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const text = foldText(cellText(value))
    .replace(/[−－–—]/g, '-')
    .replace(/分$/, '');
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

const refused = (cell: CellRef, reason: SchemeRowReason, facts: Finding['facts']): Finding =>
  findingOf('ruleset-row', cell, { reason, ...facts });
