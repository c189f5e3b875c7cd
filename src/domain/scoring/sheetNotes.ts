import type { Finding } from '../finding';
import type { DirectoryUnit } from '../registers/registers';
import type { RuleSet } from '../ruleSet';
import type { CivilDate } from '../calendar/civilDate';
import { detailSheetName } from './detailSheet';
import { amountOf } from './schemeAmount';
import type { NotScoredReason, ScoreLine } from './score';
import { chineseDate, ruleName } from './wording';

export interface NotesRequest {
  readonly ruleSet: RuleSet;
  readonly asOf: CivilDate;
  /** Those of scoring. */
  readonly findings: readonly Finding[];
  readonly directory: readonly DirectoryUnit[] | null;
  readonly late: ReadonlySet<ScoreLine>;
}

const REASONS: Readonly<Record<NotScoredReason, string>> = {
  notInScheme: '本方案不计分',
  unitNotListed: '单位不在名录里，也没有牵头事项',
  unitNotAssessed: '单位不参加考核',
  pointsMissing: '没有填分值',
  basisMissing: '没有写依据',
  noOpenMatter: '当月没有在办事项',
  unitWithoutMatters: '单位不参加计分',
  unitMissing: '没有填单位',
};

/** The sentences under 考核计分: what a reader must know before quoting a figure. */
export function sheetNotes({ ruleSet, asOf, findings, directory, late }: NotesRequest): readonly string[] {
  const notes = [`每一笔加减分的日期、依据和出处见“${detailSheetName(asOf)}”。`];
  if (asOf < ruleSet.inForceFrom) {
    notes.push(
      `《${ruleSet.document.title}》${chineseDate(ruleSet.inForceFrom)}起施行，本表的统计日期在此之前，仅供参考。`,
    );
  }
  const own = (ruleSet.scheme?.rules ?? []).filter(({ amendment }) => amendment !== undefined);
  if (own.length > 0) {
    const said = own.map((rule) => `${ruleName(rule, ruleSet.scheme!)}${amountOf(rule) ?? ''}分`).join('，');
    notes.push(`按本单位“计分方案”表所定分值：${said}。`);
  }
  const out = (directory ?? []).filter(({ assessed, members }) => !assessed && members.length === 0);
  if (out.length > 0) notes.push(`不参加考核的单位：${out.map(({ name }) => name).join('、')}。`);
  const unscored = notScored(findings);
  if (unscored !== '') notes.push(`登记了但没有计分的：${unscored}。`);
  if (late.size > 0) notes.push('“以前月份补记”是那个月的计分印发以后才登记的，计入总分，不计入当月。');
  return notes;
}

function notScored(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { code, facts } of findings) {
    if (code !== 'event-not-scored') continue;
    const reason = REASONS[facts['reason'] as NotScoredReason];
    const key = `${String(facts['kind'] ?? '登记')}|${reason}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => {
      const [kind, reason] = key.split('|');
      return `${kind}${count}笔（${reason}）`;
    })
    .join('，');
}
