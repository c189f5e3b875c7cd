import type {
  IConditionFormattingRule,
  IConditionalFormattingRuleConfig,
} from '@univerjs/sheets-conditional-formatting';
import type { ConditionalRule } from '../../xlsx/model';
import { conditionalLook } from './cellLook';
import { drawnRanges, type GridSize } from './drawnRanges';
import { colorScale, dataBar } from './scaleRules';

/** Univer's words for the comparisons of a cellIs rule. */
const COMPARISONS: Readonly<Record<string, string>> = {
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
  equal: '=',
  notEqual: '<>',
};

const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);

const attribute = (raw: string | null, name: string): string | null =>
  raw?.slice(0, raw.indexOf('>')).match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? null;

/** A rule about the value of the cell itself, said as a formula over the first cell of its areas. */
function formulaOf(rule: ConditionalRule): string | null {
  const [first, second] = rule.formulas;
  if (first === undefined) return null;
  if (rule.type !== 'cellIs') return `=${first}`;
  const area = rule.areas[0];
  if (area === undefined) return null;
  const cell = `${columnLetters(area.left)}${area.top + 1}`;
  const operator = attribute(rule.raw, 'operator') ?? 'equal';
  if (operator === 'between') return `=AND(${cell}>=(${first}),${cell}<=(${second ?? first}))`;
  if (operator === 'notBetween') return `=OR(${cell}<(${first}),${cell}>(${second ?? first}))`;
  const comparison = COMPARISONS[operator];
  return comparison === undefined ? null : `=${cell}${comparison}(${first})`;
}

/** Types whose file form carries a formula that says the same (ECMA-376 18.3.1.10, 18.18.12). */
const BY_FORMULA: ReadonlySet<string> = new Set([
  'expression',
  'cellIs',
  'containsText',
  'notContainsText',
  'beginsWith',
  'endsWith',
  'containsBlanks',
  'notContainsBlanks',
  'containsErrors',
  'notContainsErrors',
  'timePeriod',
]);

function configOf(rule: ConditionalRule): unknown {
  const style = conditionalLook(rule.style);
  if (BY_FORMULA.has(rule.type)) {
    const value = formulaOf(rule);
    return value === null ? null : { type: 'highlightCell', subType: 'formula', style, value };
  }
  switch (rule.type) {
    case 'duplicateValues':
    case 'uniqueValues':
      return { type: 'highlightCell', subType: rule.type, style };
    case 'top10':
      return {
        type: 'highlightCell',
        subType: 'rank',
        style,
        isBottom: attribute(rule.raw, 'bottom') === '1',
        isPercent: attribute(rule.raw, 'percent') === '1',
        value: Number(attribute(rule.raw, 'rank') ?? 10),
      };
    case 'dataBar':
      return rule.raw === null ? null : dataBar(rule.raw);
    case 'colorScale':
      return rule.raw === null ? null : colorScale(rule.raw);
    default:
      return null;
  }
}

/**
 * The rules Univer can show, the most important first. Icon sets and colours of a theme stay in the file and are not
 * drawn.
 */
export function gridRules(rules: readonly ConditionalRule[], size: GridSize): readonly IConditionFormattingRule[] {
  return [...rules]
    .sort((a, b) => a.priority - b.priority)
    .flatMap((rule) => {
      const config = configOf(rule);
      if (config === null) return [];
      return [
        {
          cfId: rule.id,
          ranges: drawnRanges(rule.areas, size),
          stopIfTrue: rule.stopIfTrue,
          rule: config as IConditionalFormattingRuleConfig,
        },
      ];
    });
}
