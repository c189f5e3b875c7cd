import type { CivilDate } from '../calendar/civilDate';
import type { Matter } from '../matter';
import { atOnce, type InPortions } from '../portions';
import type { RuleSet } from '../ruleSet';
import { exact, sum, toNumber } from './points';
import { lineRuleName } from './ruleNames';
import type { ScoreLine, UnitScore } from './score';
import { monthTitle } from './sheetWords';
import { matterNames, pointsPhrase } from './wording';

export interface AnalysisRequest {
  readonly scores: readonly UnitScore[];
  /** At the end of the month before; empty in January. */
  readonly before: readonly UnitScore[];
  /** By key, for naming matters. */
  readonly matters: ReadonlyMap<string, Matter>;
  readonly ruleSet: RuleSet;
  readonly asOf: CivilDate;
}

/** What one rule did to one unit in the month. */
export interface Reason {
  readonly unit: string;
  readonly rule: string;
  readonly points: number;
  /** Lines that were not there at the end of the month before. */
  readonly lines: readonly ScoreLine[];
}

/**
 * 003 四 (每月加减分汇总，分析情况、找出问题、提出建议): paragraphs from the figures of the month alone,
 * who fell and rose, why, on which matters, what to do next.
 */
export const monthlyAnalysis = (request: AnalysisRequest): readonly string[] => atOnce(analysisInPortions(request));

export function* analysisInPortions(request: AnalysisRequest): InPortions<readonly string[]> {
  const { scores, before, asOf } = request;
  const assessed = scores.filter(({ total }) => total !== null);
  if (assessed.length === 0) return [`${monthTitle(asOf)}没有参加计分的单位。`];
  const earlier = new Map(before.map((score) => [score.unit, score]));
  const reasons = new Map<string, readonly Reason[]>();
  for (const score of assessed) {
    reasons.set(score.unit, monthReasons(score, earlier.get(score.unit)));
    yield;
  }
  const fell = assessed.filter(({ month }) => month! < 0).sort((a, b) => a.month! - b.month!);
  const rose = assessed.filter(({ month }) => month! > 0).sort((a, b) => b.month! - a.month!);
  const paragraphs: string[] = [];
  for (const score of [...fell, ...rose]) {
    paragraphs.push(unitParagraph(score, reasons.get(score.unit)!, request));
    yield;
  }
  return [
    overview(request, assessed, fell, rose),
    ...paragraphs,
    ...problems([...reasons.values()].flat(), request),
    ...suggestions(fell, [...reasons.values()].flat(), request),
  ];
}

function overview(
  { scores, asOf }: AnalysisRequest,
  assessed: readonly UnitScore[],
  fell: readonly UnitScore[],
  rose: readonly UnitScore[],
): string {
  const best = assessed.filter(({ rank }) => rank === 1).map(({ unit }) => unit);
  const lowest = Math.min(...assessed.map(({ total }) => total!));
  const last = assessed.filter(({ total }) => total === lowest).map(({ unit }) => unit);
  const out = scores.length - assessed.length;
  const ends =
    best.length === assessed.length
      ? `各单位总分均为${lowest}分。`
      : `总分最高的是${listed(best)}（${assessed.find(({ rank }) => rank === 1)!.total}分），最低的是${listed(last)}（${lowest}分）。`;
  return (
    `${monthTitle(asOf)}，${assessed.length}个单位参加计分${out === 0 ? '' : `（另有${out}个单位不参加计分）`}：` +
    `当月减分${fell.length}个，加分${rose.length}个，没有变化${assessed.length - fell.length - rose.length}个。${ends}`
  );
}

function unitParagraph(score: UnitScore, reasons: readonly Reason[], { ruleSet, matters }: AnalysisRequest): string {
  const why = [...reasons]
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map((reason) => {
      const times = reason.lines.length > 1 ? `${reason.lines.length}次` : '';
      return `${lineRuleName(ruleSet, reason.rule)}${times}${pointsPhrase(reason.points)}`;
    });
  const about = mattersOf(
    reasons.flatMap(({ lines }) => lines),
    matters,
  );
  const concerned = about.length === 0 ? '' : `涉及${matterNames(about)}。`;
  return `${score.unit}当月${pointsPhrase(score.month!)}，总分${score.total}分，列第${score.rank}位：${why.join('，')}。${concerned}`;
}

/** The deduction that cost most over all units. */
function problems(reasons: readonly Reason[], { ruleSet }: AnalysisRequest): readonly string[] {
  const lost = new Map<string, Reason[]>();
  for (const reason of reasons.filter(({ points }) => points < 0)) {
    lost.set(reason.rule, [...(lost.get(reason.rule) ?? []), reason]);
  }
  const [worst] = [...lost]
    .map(([rule, of]) => ({ rule, of, points: toNumber(sum(of.map(({ points }) => exact(points)))) }))
    .sort((a, b) => a.points - b.points || (a.rule < b.rule ? -1 : 1));
  if (worst === undefined) return [];
  const units = new Set(worst.of.map(({ unit }) => unit)).size;
  return [`扣分最多的是${lineRuleName(ruleSet, worst.rule)}，涉及${units}个单位，合计${pointsPhrase(worst.points)}。`];
}

function suggestions(
  fell: readonly UnitScore[],
  reasons: readonly Reason[],
  { ruleSet, matters }: AnalysisRequest,
): readonly string[] {
  if (fell.length === 0) return [];
  const said: string[] = [];
  const lines = reasons.flatMap((reason) => reason.lines);
  const times = new Map<string, number>();
  for (const { matter } of lines) if (matter !== null) times.set(matter, (times.get(matter) ?? 0) + 1);
  const repeated = mattersOf(lines, matters).filter(({ key }) => times.get(key)! > 1);
  if (repeated.length > 0) said.push(`当月多次扣分的${matterNames(repeated)}，建议列为下月督查重点`);
  const threshold = ruleSet.scheme?.rules.find((rule) => rule.kind === 'threshold');
  const low = threshold === undefined ? [] : fell.filter(({ total }) => total! < threshold.below);
  if (low.length > 0)
    said.push(`${listed(low.map(({ unit }) => unit))}总分已低于${threshold!.below}分，建议提醒其主要负责人`);
  if (said.length === 0) said.push(`请${listed(fell.map(({ unit }) => unit))}对照扣分事项查找原因、按期整改`);
  return [`${said.join('；')}。`];
}

/** By rule, what changed since the end of the month before. */
export function monthReasons(score: UnitScore, before: UnitScore | undefined): readonly Reason[] {
  const changing = (lines: readonly ScoreLine[]): readonly ScoreLine[] => lines.filter(({ rule }) => rule !== 'base');
  const now = changing(score.lines);
  const then = changing(before?.lines ?? []);
  const pointsOf = (lines: readonly ScoreLine[]) => sum(lines.map(({ points }) => exact(points)));
  const ofRule = (lines: readonly ScoreLine[], rule: string) => lines.filter((line) => line.rule === rule);
  const identity = ({ rule, date, message }: ScoreLine): string => `${rule}|${date}|${message}`;
  const known = new Set(then.map(identity));
  return [...new Set([...now, ...then].map(({ rule }) => rule))].flatMap((rule) => {
    const own = ofRule(now, rule);
    const points = toNumber(pointsOf(own).minus(pointsOf(ofRule(then, rule))));
    const lines = own.filter((line) => !known.has(identity(line)));
    return points === 0 ? [] : [{ unit: score.unit, rule, points, lines }];
  });
}

const mattersOf = (lines: readonly ScoreLine[], matters: ReadonlyMap<string, Matter>): readonly Matter[] => [
  ...new Set(
    lines.flatMap(({ matter }) => {
      const found = matter === null ? undefined : matters.get(matter);
      return found === undefined ? [] : [found];
    }),
  ),
];

const listed = (units: readonly string[]): string =>
  units.length > 5 ? `${units.slice(0, 5).join('、')}等${units.length}个单位` : units.join('、');
