import { Chance } from '../chance';
import { addDays, workdayFrom } from '../civilDate';
import type { Iso } from '../civilDate';
import { AS_OF } from '../expected';
import type { ExpectedScore } from '../expected';
import type { CellContent } from '../sampleWorkbook';
import type { UnitEntry } from '../words/units';
import type { NoticeRow } from './cityNotices';
import { UNLISTED_UNITS } from './cityNotices';

/** 加减分登记的一行；`points` 只给「其他加减分」，单位是十分之一分。 */
export interface EventRow {
  readonly date: Iso;
  readonly unit: string;
  /** 单位格里写的，可能是别名。 */
  readonly written: string;
  readonly kind: string;
  readonly points: number | null;
  readonly basis: string;
  readonly note: string;
}

/** 邓政办〔2018〕127号第五条的分值，十分之一分。 */
const TENTHS: Readonly<Record<string, number>> = {
  催办单: -2,
  督办通知单: -5,
  约谈: -30,
  会议迟到: -2,
  会议早退: -2,
  替会: -2,
  缺席会议: -5,
  材料未按时报送: -2,
  通报表扬: 10,
  通报批评: -10,
};

const BASES: Readonly<Record<string, readonly string[]>> = {
  会议迟到: ['市政府第{n}次常务会议', '全市安全生产调度会', '重点项目推进会'],
  会议早退: ['三季度经济运行分析会', '全市城市管理例会'],
  替会: ['市政府专题会议（议题{n}）', '营商环境工作推进会'],
  缺席会议: ['防汛工作视频调度会', '信访积案化解调度会'],
  材料未按时报送: ['{n}项重点工作月报', '政府工作报告任务半年小结', '民生实事进展材料'],
  通报表扬: ['河政办通报〔2026〕{n}号', '省级现场会承办工作成效明显'],
  通报批评: ['河政办通报〔2026〕{n}号：工作推进不力'],
};

const COUNTS: ReadonlyArray<readonly [string, number]> = [
  ['会议迟到', 14],
  ['会议早退', 4],
  ['替会', 7],
  ['缺席会议', 5],
  ['材料未按时报送', 10],
  ['通报表扬', 9],
  ['通报批评', 3],
];

/** 全年加减分事件：七类常见事件、两条其他加减分、一条别的方案才有的、一条统计日期之后的。 */
export function cityEvents(units: readonly UnitEntry[]): EventRow[] {
  const chance = new Chance(127);
  const assessed = units.filter((unit) => unit.assessed !== '否');
  const common = COUNTS.flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, k): EventRow => {
      const unit = chance.pick(assessed);
      const date = workdayFrom(
        addDays(k < count / 4 ? '2026-10-08' : '2026-01-12', chance.between(0, k < count / 4 ? 20 : 260)),
      );
      const basis = chance.pick(BASES[kind] ?? ['']).replace('{n}', String(chance.between(3, 40)));
      return {
        date,
        unit: unit.name,
        written: k % 6 === 4 ? (unit.aliases[0] ?? unit.name) : unit.name,
        kind,
        points: null,
        basis,
        note: '',
      };
    }),
  );
  const [first, second, third, fourth] = chance.shuffled(assessed) as [UnitEntry, UnitEntry, UnitEntry, UnitEntry];
  const single = (
    date: Iso,
    unit: UnitEntry,
    kind: string,
    points: number | null,
    basis: string,
    note = '',
  ): EventRow => ({
    date,
    unit: unit.name,
    written: unit.name,
    kind,
    points,
    basis,
    note,
  });
  return [
    ...common,
    single('2026-07-17', first, '其他加减分', 5, '防汛抢险表现突出，市政府主要领导批示肯定', '补登'),
    single('2026-09-11', second, '其他加减分', -3, '报送数据前后不一致，经核实扣分'),
    single('2026-06-26', third, '表彰加分', null, '获省级表彰', '本方案无此项，待研究'),
    single('2026-11-03', fourth, '会议迟到', null, '市政府第83次常务会议', ''),
  ].sort((a, b) => a.date.localeCompare(b.date));
}

export function eventCells(row: EventRow): CellContent[] {
  return [
    { date: row.date },
    row.written,
    row.kind,
    null,
    row.points === null ? null : row.points / 10,
    row.basis,
    row.note,
  ];
}

/** 制作者自己加出来的分：基础分一百，加上登记簿和加减分登记里到统计日期为止的每一笔。 */
export function cityScores(
  units: readonly UnitEntry[],
  notices: readonly NoticeRow[],
  events: readonly EventRow[],
): ExpectedScore[] {
  const entries = [
    ...notices
      .filter(({ mark }) => mark === '已发' || mark === '')
      .map(({ unit, date, form }) => ({ unit, date, tenths: TENTHS[form] ?? 0 })),
    ...events.map(({ unit, date, kind, points }) => ({
      unit,
      date,
      tenths: kind === '其他加减分' ? (points ?? 0) : (TENTHS[kind] ?? 0),
    })),
  ].filter(({ date }) => date <= AS_OF);
  const names = [...units.filter(({ assessed }) => assessed !== '否').map(({ name }) => name), ...UNLISTED_UNITS];
  return names.map((unit) => {
    const own = entries.filter((entry) => entry.unit === unit);
    const sum = (list: typeof own): number => list.reduce((total, { tenths }) => total + tenths, 0);
    return { unit, total: (1000 + sum(own)) / 10, month: sum(own.filter(({ date }) => date >= '2026-10-01')) / 10 };
  });
}
