import { addDays, workdayFrom, workdayUpTo } from '../civilDate';
import type { Iso } from '../civilDate';
import type { CellContent } from '../sampleWorkbook';
import { CLERKS } from '../words/people';
import { progressSentence } from '../words/progress';
import type { Staffing } from '../words/directory';
import type { DistrictMatter } from './districtMatters';

/** 督查力量薄弱的几家：没有承担科室、没有人员，或没有填。 */
export const DISTRICT_STAFFING: Staffing = {
  区统计局: ['无', 0],
  区投资促进中心: ['无', 1],
  龙泉乡: ['党政综合办公室', 0],
  区林业局: ['', null],
  高坪乡: ['', 0],
  区审计局: ['办公室', null],
};

interface Dated {
  readonly date: Iso;
  readonly cells: readonly CellContent[];
}

const byDate = (a: Dated, b: Dated): number => a.date.localeCompare(b.date);

/** 文书登记簿：督办通知单全年连号，首次下达和延期后再次下达都在内。 */
export function districtNotices(matters: readonly DistrictMatter[]): CellContent[][] {
  const issued = matters
    .flatMap((matter) => matter.plan.orders.map((date, round) => ({ matter, date, round })))
    .sort((a, b) => a.date.localeCompare(b.date));
  const numbers = new Map<DistrictMatter, string>();
  return issued.map(({ matter, date, round }, index) => {
    const number = `〔2026〕${String(index + 1)}号`;
    const previous = numbers.get(matter) ?? '';
    numbers.set(matter, number);
    const closed = matter.plan.closedOn;
    return [
      '督办通知单',
      number,
      { date },
      matter.task.lead,
      matter.sheet,
      matter.id,
      matter.task.title,
      { date: workdayFrom(addDays(date, round === 0 ? 7 : 10)) },
      previous,
      '已发',
      index % 3 === 0 ? null : { date },
      closed === null ? null : { date: closed },
      CLERKS[index % CLERKS.length] as string,
    ];
  });
}

const REASONS = [
  '用地指标落实较晚，前期手续滞后',
  '上级专项资金分批下达，影响采购进度',
  '汛期停工二十余日，工期顺延',
  '涉及管线迁改，产权单位协调时间较长',
];

/** 办理登记：月度进展、说明、延期、暂缓、办结。 */
export function districtProceedings(matters: readonly DistrictMatter[]): CellContent[][] {
  const rows = matters.flatMap((matter, index): Dated[] => {
    const { plan, task, id, sheet } = matter;
    const row = (date: Iso, kind: string, content: string, until: Iso | null = null, approver = ''): Dated => ({
      date,
      cells: [
        { date },
        sheet,
        id,
        task.title,
        task.lead,
        kind,
        content,
        until === null ? null : { date: until },
        approver,
        CLERKS[index % CLERKS.length] as string,
      ],
    });
    const rows: Dated[] = [];
    const open = plan.closedOn === null && plan.state !== 'suspended' && plan.state !== 'notAssigned';
    if (open && index % 3 !== 2) {
      rows.push(
        row(workdayUpTo(addDays('2026-09-30', -(index % 4))), '进展', progressSentence(task.kind, 'early', index + 3)),
      );
      rows.push(
        row(workdayUpTo(addDays('2026-10-30', -(index % 4))), '进展', progressSentence(task.kind, 'mid', index + 8)),
      );
    }
    if (plan.extension !== null) {
      const { on, until } = plan.extension;
      rows.push(row(workdayUpTo(addDays(on, -3)), '说明', REASONS[index % REASONS.length] as string));
      rows.push(row(on, '延期', `同意延期办结，${REASONS[index % REASONS.length] as string}`, until, '卓砚秋'));
    }
    if (plan.intention === 'overdue-ordered')
      rows.push(row('2026-10-26', '电话催办', '电话督促，责任单位答复已增派力量'));
    if (plan.state === 'suspended') rows.push(row('2026-07-20', '暂缓', '上级规划调整，经区政府同意暂缓'));
    if (plan.closedOn !== null && index % 3 === 0) rows.push(row(plan.closedOn, '办结', '经核查，同意办结'));
    return rows;
  });
  return rows.sort(byDate).map(({ cells }) => [...cells]);
}

/** 加减分登记：区县方案的四类，外加一条别的方案才有的。 */
export function districtEvents(matters: readonly DistrictMatter[]): CellContent[][] {
  const closed = matters.filter(({ plan }) => plan.state === 'closedOnTime');
  const commended = [closed[4], closed[11], closed[23]].filter((matter) => matter !== undefined);
  const rows: Dated[] = [];
  const add = (date: Iso, unit: string, kind: string, basis: string, matter?: DistrictMatter, note = ''): unknown =>
    rows.push({ date, cells: [{ date }, unit, kind, matter?.sheet ?? '', matter?.id ?? null, null, basis, note] });
  add('2026-03-31', '区林业局', '无工作方案', '一季度督查：六项督查事项均无工作方案');
  add('2026-03-31', '龙泉乡', '无工作方案', '一季度督查：未制定工作方案');
  add('2026-06-30', '区综合行政执法局', '台账不完整', '半年检查：佐证材料缺失', undefined, '已限期补正');
  add('2026-06-30', '高坪乡', '台账不完整', '半年检查：台账未更新');
  for (const date of ['2026-04-30', '2026-06-30', '2026-09-30'])
    add(date, '区水利局', '未按时报送进展', `${String(Number(date.slice(5, 7)))}月落实情况月底前未报`);
  for (const [date, unit] of [
    ['2026-05-29', '区商务局'],
    ['2026-07-31', '区统计局'],
    ['2026-08-31', '金岭镇'],
    ['2026-10-30', '区文旅局'],
    ['2026-10-30', '区教育局'],
  ] as const) {
    add(date, unit, '未按时报送进展', `${String(Number(date.slice(5, 7)))}月落实情况逾期报送`);
  }
  commended.forEach((matter, k) =>
    add(
      workdayFrom(addDays('2026-07-10', k * 40)),
      matter.task.lead,
      '表彰加分',
      `区委区政府通报表扬〔2026〕${String(3 + k)}号`,
      matter,
    ),
  );
  const [first] = commended;
  if (first !== undefined) add('2026-09-18', first.task.lead, '表彰加分', '区政府专报肯定', first, '同一事项');
  add('2026-10-16', '区交通运输局', '会议迟到', '区政府第52次常务会议', undefined, '本方案无此项');
  return rows.sort(byDate).map(({ cells }) => [...cells]);
}
