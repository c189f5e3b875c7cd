import { scoreReview } from '../../../src/app/scoring/scoreReview';
import { planScoreSheets, type Scored, type ScoreSheets } from '../../../src/app/scoring/scoreSheets';
import type { Review } from '../../../src/app/reading/review';
import type { CellContent } from '../../../src/host/xlsx';
import { deskWith, type HostDesk } from '../../hostDesk';

export type Rows = readonly (readonly CellContent[])[];

export const LEDGER: Rows = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办结时间', '办理状态'],
  [1, '城区道路修缮', '交通局', '2026-3-1', '2026-12-20', '', '正在办理'],
  [2, '河道清淤', '水利局', '2026-3-1', '2026-12-20', '', '正在办理'],
];
export const EVENTS: Rows = [
  ['日期', '单位', '类型', '事项编号', '分值', '依据', '备注'],
  ['2026-9-10', '交通局', '会议迟到', '', '', '安全例会', ''],
];
export const NOTICES: Rows = [
  ['文书', '编号', '日期', '主送单位', '事项编号', '状态'],
  ['催办单', '〔2026〕7号', '2026-10-9', '交通局', 1, '已发'],
];

/** A workbook with the small ledger and these further sheets. */
export function scoreDesk(sheets: Readonly<Record<string, Rows>>, ledger: Rows = LEDGER): HostDesk {
  const desk = deskWith('督查台账', ledger);
  for (const [name, rows] of Object.entries(sheets)) put(desk, name, rows);
  return desk;
}

export function put(desk: HostDesk, name: string, rows: Rows): void {
  const sheet = desk.workbook.sheets.find((each) => each.name === name) ?? desk.workbook.addSheet(name);
  rows.forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
}

export function scoredIn(of: Review): Scored {
  const outcome = scoreReview(of);
  if (outcome.kind !== 'scored') throw new Error(outcome.kind);
  return outcome;
}

export const sheetsOf = (of: Review, replace = false): ScoreSheets => planScoreSheets(of, scoredIn(of), { replace });
