import type { ScoresTab } from '../desk/view';

/** The lists a document asks for, and how often what is checked. */
export const LISTS_OF = {
  list: '名单和频次',
  basis: (document: string) => `按《${document}》，供领导研究`,
  count: (count: number) => `${count} 条`,
  none: '没有列入的',
  cadences: '督查频次',
  due: '本月到期',
  facts: (unit: string, place: string) => (unit === '' ? place : `${unit} · ${place}`),
  write: '写出名单表',
  deed: '写入 1 张表',
  summary: (sheet: string) => `写出${sheet}`,
} as const;

/** Words of 计分. */
export const SCORES = {
  tabs: '计分',
  tab: { table: '得分', lists: '名单', events: '登记', analysis: '分析', sheets: '计分表' } satisfies Record<
    ScoresTab,
    string
  >,
  list: '各单位得分',
  noScheme: '本办法没有计分规定。可在“设置”里换一个办法。',
  amountsMissing: '本办法没有写明分值，请先写出“计分方案”表，填上：',
  sheetRefused: '“计分方案”表里有不能采用的行，改正后才计分：',
  none: '没有参加计分的单位',
  group: '分组',
  allGroups: '全部单位',
  ofGroup: (group: string) => `${group}，组内名次`,
  noGroup: '未分组',
  write: '写入本月计分表',
  rewrite: '改写本月计分表',
  issued: '本月计分表已经印发，与现在计算的一致。',
  differs: (count: number) => `本月计分表已经印发，现在计算有 ${count} 处不同。`,
  seeChanges: '看差别',
  notIssued: '本月还没有印发计分表。',
  changes: '与印发时的差别',
  rank: (rank: number | null) => (rank === null ? '—' : String(rank)),
  total: (total: number | null) => (total === null ? '—' : total.toFixed(2)),
  month: (month: number | null, remark: string | null) =>
    month === null ? (remark ?? '不参加计分') : `本月 ${signed(month)}${remark === null ? '' : ` · ${remark}`}`,
  points: signed,
  block: (name: string, points: number) => `${name} ${signed(points)}`,
  lineOf: (name: string, date: string) => `${name} · ${date}`,
  ofMonth: '本月',
  late: '以前月份补记',
  basis: (scheme: string) => `按《${scheme}》`,
  analysis: '本月分析',
} as const;

export const CHANGE = {
  ruleSet: (before: string) => `印发时按另一个办法：${before}`,
  total: (unit: string, before: string, after: string) => `${unit}总分 ${before} → ${after}`,
  added: (unit: string, rule: string, date: string, after: string) => `${unit}：新增 ${rule} ${date} ${after}`,
  removed: (unit: string, rule: string, date: string, before: string) => `${unit}：去掉 ${rule} ${date} ${before}`,
  changed: (unit: string, rule: string, date: string, before: string, after: string) =>
    `${unit}：${rule} ${date} ${before} → ${after}`,
} as const;

export const EVENTS = {
  title: '登记加减分',
  date: '日期',
  unit: '单位',
  kind: '类型',
  chooseKind: '请选择',
  matter: (title: string) => `关于选中的事项：${title}`,
  matterHint: '与某件事项有关的，先在表中选中那一行。',
  points: '分值',
  pointsHint: '加分为正，减分为负',
  pointsWrong: '分值要填数字。',
  basis: '依据',
  author: '提出或批准人',
  enter: '登记',
  deed: (count: number) => `登记 ${count} 笔`,
  summary: (unit: string, kind: string) => `登记${unit}${kind}`,
  summaryMany: (count: number) => `登记加减分 ${count} 笔`,
  proposed: '没有报送进展的单位',
  month: '月份',
  monthOf: (year: number, month: number) => `${year}年${month}月`,
  noProposals: '没有要登记的',
  runs: '本月还没有过完，月底后再看。',
  proposal: (unit: string, kind: string, matters: number) => `${unit}：${kind}，在办 ${matters} 件`,
  confirm: (count: number) => `确认登记 ${count} 笔`,
} as const;

export const SCHEME = {
  title: '计分方案',
  fromSheet: '按“计分方案”表里的分值计分。',
  fromDocument: (document: string) => `按《${document}》原文的分值计分。`,
  refused: '“计分方案”表里有不能采用的行：',
  write: '写出计分方案表',
  rewrite: '重写计分方案表',
  rewriteNote: '重写后，表里改过的分值换成现用办法的分值；原表有手工改动的，另名留作一表。',
  writeNote: '写出后可在表里改“分值”“封顶”；有这张表就按它计分。',
  inForce: (from: string) => `自 ${from} 起施行。`,
} as const;

function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0';
}
