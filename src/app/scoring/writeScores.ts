import { cellName } from '../../domain/cell';
import type { Finding } from '../../domain/finding';
import { findingSentence } from '../../domain/findingSentence';
import type { ScoreLine, UnitScore } from '../../domain/scoring/score';
import { applyPlan } from '../office/workbook';
import type { Review } from '../reading/review';
import { scoreReview, scoringFindings, type ReviewScores } from './scoreReview';
import { issuedFindings, lateLines, planScoreSheets, type ScoreSheets } from './scoreSheets';

export type ScoresWritten =
  | {
      readonly ok: true;
      readonly scores: readonly UnitScore[];
      /** Lines of them that are 以前月份补记. */
      readonly late: ReadonlySet<ScoreLine>;
      readonly findings: readonly Finding[];
    }
  | { readonly ok: false; readonly sentence: string };

/** The month-end job's scoring: counts, writes the month's two sheets where they may be written, and says what it did. */
export async function writeScores(
  of: Review,
  request: { readonly replace: boolean; readonly at: string },
  progress: (said: string) => void,
): Promise<ScoresWritten> {
  const outcome = scoreReview(of);
  const findings = scoringFindings(of, outcome);
  if (outcome.kind !== 'scored') {
    progress(unscoredSentence(of, outcome, findings));
    return { ok: true, scores: [], late: new Set(), findings };
  }
  const sheets = planScoreSheets(of, outcome, request);
  progress(sheetsSentence(sheets, request.replace));
  const written = await applyPlan(sheets.plan, { at: request.at, summary: sheetsSummary(sheets) });
  if (!written.ok) return { ok: false, sentence: written.refusal.sentence };
  const kept = request.replace ? [] : issuedFindings(of, sheets);
  return {
    ok: true,
    scores: outcome.scores,
    late: lateLines(of, outcome.scores),
    findings: [...findings, ...kept],
  };
}

function unscoredSentence(of: Review, outcome: ReviewScores, findings: readonly Finding[]): string {
  if (outcome.kind === 'amountsMissing') {
    const asked = outcome.questions.map(({ question }) => question).join('');
    return `没有计分：《${of.ruleSet.document.title}》没有写明分值，请在“计分方案”表里填上。${asked}`;
  }
  const refused =
    outcome.kind === 'sheetRefused' ? of.scheme.findings.filter(({ level }) => level === 'error') : findings;
  return `没有计分：${refused.map((finding) => `${cellName(finding.cell)} ${findingSentence(finding)}`).join('')}`;
}

/** What a plan of score sheets does, for the undo menu. */
export const sheetsSummary = ({ names, standing }: ScoreSheets): string =>
  `${standing === 'new' ? '生成' : '改写'}${names.join('、')}`;

function sheetsSentence(sheets: ScoreSheets, replace: boolean): string {
  const { standing, names, changes, plan } = sheets;
  if (standing === 'new' || (replace && plan.changes.length > 0)) {
    return standing === 'differs' ? `${sheetsSummary(sheets)}：${changes.length}处与印发时不同` : sheetsSummary(sheets);
  }
  return standing === 'differs'
    ? `${names.join('、')}已经印发，照原样保留；现在计算有${changes.length}处不同，逐处列在核对结果里。要改写请加 --replace`
    : `${names.join('、')}已经印发，与现在计算的一致，没有改动`;
}
