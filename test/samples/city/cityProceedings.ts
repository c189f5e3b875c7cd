import { addDays, chineseDate, workdayFrom, workdayUpTo } from '../civilDate';
import type { Iso } from '../civilDate';
import { CLERKS } from '../words/people';
import { progressSentence } from '../words/progress';
import type { CellContent } from '../sampleWorkbook';
import type { CityMatter } from './cityMatters';

/** 办理登记的一行；`matter` 为空的是不挂事项的登记。 */
export interface ProceedingRow {
  readonly date: Iso;
  readonly matter: CityMatter | null;
  readonly unit: string;
  readonly kind: string;
  readonly content: string;
  readonly until: Iso | null;
  readonly approver: string;
}

/** 连着两个月报同样的话的事项：每一百件里挑出的两件。 */
export function repeatsItself(matter: CityMatter): boolean {
  const { intention, assigned } = matter.plan;
  // Two months' reports at least: one cannot repeat itself.
  return intention === 'in-progress' && matter.id % 12 === 4 && assigned !== null && assigned <= '2026-09-15';
}

const REASONS = [
  '土地报批材料补正，省厅尚未批复，预计下月中旬取得批复后开工',
  '连续降雨影响外业施工，已调整工序，争取月底前追回进度',
  '上级补助资金尚未到位，已先行垫付部分工程款维持施工',
  '涉及三家产权单位，补偿标准分歧较大，正由属地政府协调',
];

function rowsOf(matter: CityMatter): ProceedingRow[] {
  const { plan, task, id } = matter;
  const row = (date: Iso, kind: string, content: string, until: Iso | null = null, approver = ''): ProceedingRow => ({
    date,
    matter,
    unit: matter.lead,
    kind,
    content,
    until,
    approver,
  });
  const rows: ProceedingRow[] = [];
  if (plan.classified || plan.assigned === null || plan.assigned > '2026-10-31') return rows;
  const open = plan.closedOn === null && !plan.state.startsWith('closed') && plan.state !== 'suspended';
  if (open) {
    for (const [month, end] of [
      ['08', '2026-08-31'],
      ['09', '2026-09-30'],
      ['10', '2026-10-30'],
    ] as const) {
      if (plan.assigned > `2026-${month}-15` || (month === '08' && id % 4 !== 0)) continue;
      const phase = month === '08' ? 'early' : 'mid';
      const words = repeatsItself(matter)
        ? progressSentence(task.kind, 'mid', id)
        : progressSentence(task.kind, phase, id * 3 + Number(month));
      rows.push(row(workdayUpTo(addDays(end, -(id % 4))), '进展', words));
    }
  }
  if (plan.state === 'overdue' && plan.stage === 'reminded' && plan.deadline !== null) {
    rows.push(row(workdayFrom(addDays(plan.deadline, 3)), '说明', REASONS[id % REASONS.length] as string));
  }
  if (plan.extension !== null) {
    rows.push(
      row(
        plan.extension.on,
        '延期',
        `申请延期至${chineseDate(plan.extension.until)}：${REASONS[id % REASONS.length] as string}`,
        plan.extension.until,
        plan.extension.approver,
      ),
    );
  }
  if (plan.returnedOn !== null) {
    rows.push(row(workdayUpTo(addDays(plan.returnedOn, -4)), '报结', '报送办结报告及佐证材料'));
    rows.push(row(plan.returnedOn, '退回', '佐证材料不完整，数据与现场不符，退回重新办理后再报'));
  }
  for (const { on, kind } of plan.suspended) {
    rows.push(row(on, kind, kind === '暂缓' ? '因上级政策调整，经市政府同意暂缓办理' : '暂缓原因消除，恢复办理'));
  }
  if (plan.intention === 'awaiting-review') rows.push(row('2026-10-27', '报结', '报送办结报告，待督查室现场核查'));
  if (plan.intention === 'due-soon' && id % 2 === 0)
    rows.push(row('2026-10-28', '电话催办', '电话提醒办理时限临近，责任人答复按期完成'));
  if (plan.stage === 'ordered' && plan.state === 'overdue')
    rows.push(row('2026-10-23', '现场督办', '会同分管科室到现场查看，要求倒排工期、每日报进度'));
  if (plan.closedOn !== null && plan.state.startsWith('closed') && id % 4 === 1) {
    rows.push(row(plan.closedOn, '办结', '核查属实，同意办结'));
    const struckOn = workdayFrom(addDays(plan.closedOn, 2));
    if (id % 8 === 1 && struckOn <= '2026-10-30') rows.push(row(struckOn, '销号', '台账销号'));
  }
  return rows;
}

/** 全年办理登记，按日期排。 */
export function cityProceedings(
  matters: readonly CityMatter[],
  rectifications: readonly ProceedingRow[],
): ProceedingRow[] {
  return [...matters.flatMap(rowsOf), ...rectifications].sort((a, b) => a.date.localeCompare(b.date));
}

export function proceedingCells(row: ProceedingRow, index: number): CellContent[] {
  return [
    { date: row.date },
    row.matter?.id ?? null,
    row.matter?.task.title ?? '',
    row.unit,
    row.kind,
    row.content,
    row.until === null ? null : { date: row.until },
    row.approver,
    CLERKS[index % CLERKS.length] as string,
  ];
}
