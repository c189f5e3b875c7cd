import type { CivilDate } from '../calendar/civilDate';
import { yearMonthOf } from '../calendar/civilDate';
import type { RuleSet } from '../ruleSet';
import { exact, sum, toNumber } from './points';
import { lineRuleName } from './ruleNames';
import type { ScoreLine, UnitScore } from './score';

/** A line as a person reads it. */
export interface ExplainedLine {
  readonly line: ScoreLine;
  /** 催办单, 政府工作报告, … */
  readonly name: string;
  /** Of the month of asOf. */
  readonly ofMonth: boolean;
  /** 以前月份补记. */
  readonly late: boolean;
}

export interface ExplainedBlock {
  readonly name: string;
  readonly points: number;
  readonly lines: readonly ExplainedLine[];
}

/** “Why 98.4?”: a unit's lines by block, and the sum in one sentence. */
export interface ExplainedScore {
  readonly unit: string;
  readonly sentence: string;
  /** Blocks that have lines, in the scheme's order. */
  readonly blocks: readonly ExplainedBlock[];
}

export function explainScore(
  score: UnitScore,
  ruleSet: RuleSet,
  asOf: CivilDate,
  late: ReadonlySet<ScoreLine>,
): ExplainedScore {
  const scheme = ruleSet.scheme;
  const blockOf = (line: ScoreLine): string => {
    const rule = scheme?.rules.find(({ id }) => id === line.rule);
    const placed = rule !== undefined && (rule.kind === 'cap' || rule.kind === 'floor') ? rule.rules[0] : line.rule;
    return scheme?.blocks.find(({ rules }) => rules.includes(placed ?? ''))?.name ?? '其他';
  };
  const names = [...(scheme?.blocks.map(({ name }) => name) ?? []), '其他'];
  const blocks = [...new Set(names)].flatMap((name): readonly ExplainedBlock[] => {
    const lines = score.lines.filter((line) => blockOf(line) === name);
    if (lines.length === 0) return [];
    return [
      {
        name,
        points: toNumber(sum(lines.map(({ points }) => exact(points)))),
        lines: lines.map((line) => ({
          line,
          name: lineRuleName(ruleSet, line.rule),
          ofMonth: line.rule !== 'base' && yearMonthOf(line.date) === yearMonthOf(asOf),
          late: late.has(line),
        })),
      },
    ];
  });
  return { unit: score.unit, sentence: sentenceOf(score, blocks), blocks };
}

function sentenceOf({ unit, total, remark }: UnitScore, blocks: readonly ExplainedBlock[]): string {
  if (total === null) return `${unit}不计分：${remark ?? '没有参加计分'}。`;
  const terms = blocks
    .filter(({ points }) => points !== 0)
    .map(({ name, points }, index) => `${points < 0 ? '−' : index === 0 ? '' : '＋'}${name}${Math.abs(points)}`);
  return `${unit}${total}分＝${terms.length === 0 ? '0' : terms.join('')}。`;
}
