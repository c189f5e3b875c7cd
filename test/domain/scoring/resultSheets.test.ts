import { toSerial } from '../../../src/domain/calendar/serialDate';
import type { SheetContent } from '../../../src/domain/plan';
import { detailSheet, detailSheetName } from '../../../src/domain/scoring/detailSheet';
import { scoreSheet } from '../../../src/domain/scoring/scoreSheet';
import { scoreSheetName, type MonthTotals } from '../../../src/domain/scoring/scoreTable';
import type { ScoreLine } from '../../../src/domain/scoring/score';
import { yearTrend } from '../../../src/domain/scoring/yearTrend';
import { DEFAULT_SETTINGS } from '../../../src/domain/ruleSet';
import { ruleSets } from '../../../src/rules';
import { about, assessed, day, directoryUnit, event, matter, mentions, noRegisters, notice } from '../builders';
import { score, type Scored } from './scoring';
import { ready } from '../../../src/domain/portions';

const asOf = day('2026-10-31');
const ruleSet = ruleSets['dengzhou-2018'];

const scored = (group: string | null = null): Scored =>
  score({
    ruleSet,
    asOf,
    matters: [matter(), matter({ row: 5, leadUnits: mentions('水利局') })],
    registers: {
      directory: [directoryUnit('水利局', { group }), directoryUnit('交通局', { group })],
      notices: [notice({ number: '〔2026〕7号', matters: about('4') })],
      events: [event({ date: day('2026-09-01') })],
    },
  });
const values = (content: SheetContent): readonly (readonly unknown[])[] =>
  content.rows.map((row) => row.map(({ value }) => value));
const sheet = (result: Scored, trend: readonly MonthTotals[] = [], notes: readonly string[] = []): SheetContent =>
  scoreSheet({ scores: result.scores, ruleSet, asOf, trend, notes, late: new Set() });

describe('考核计分', () => {
  test('表名为“考核计分 2026-10”，标题、统计日期、计分依据在上', () => {
    expect(scoreSheetName(asOf)).toBe('考核计分 2026-10');
    const [title, under] = values(sheet(scored()));
    expect(title).toEqual(['2026年10月督查考核计分']);
    expect(under?.[0]).toContain('统计日期：2026年10月31日');
    expect(under?.[0]).toContain('邓政办〔2018〕127号');
  });
  test('一个单位一行，按名次：名次、单位、总分、当月、各栏、备注', () => {
    const [, , header, first, second] = values(sheet(scored()));
    expect(header).toEqual([
      '名次',
      '单位',
      '总分',
      '当月',
      '基础分',
      '催办督办约谈',
      '会议与材料',
      '通报表扬批评',
      '其他加减分',
      '备注',
    ]);
    expect(first).toEqual([1, '水利局', 100, 0, 100, 0, 0, 0, 0, '']);
    expect(second).toEqual([2, '交通局', 99.6, -0.2, 100, -0.2, -0.2, 0, 0, '']);
  });
  test('有类别的，加“类别”“组内名次”两列；没有的不加', () => {
    const header = values(sheet(scored('部门')))[2];
    expect(header).toEqual(expect.arrayContaining(['类别', '组内名次']));
    expect(values(sheet(scored()))[2]).not.toContain('类别');
  });
  test('打印：A4横向，前三行每页重复，表格有框线', () => {
    expect(sheet(scored())).toMatchObject({
      landscape: true,
      titleRows: [0, 2],
      frozenRows: 3,
      borders: { top: 2, left: 0, bottom: 4, right: 9 },
    });
  });
  test('柱形图取“单位”“总分”两列，只含参加计分的单位', () => {
    const [chart] = sheet(scored()).charts!;
    expect(chart).toMatchObject({ kind: 'bar', source: { top: 2, left: 1, bottom: 4, right: 2 } });
  });
  test('两个月以上才有走势图：各月最高、平均、最低', () => {
    const months: readonly MonthTotals[] = [
      { month: 9, totals: [100, 99.9, null] },
      { month: 10, totals: [100, 99.55, 99.6] },
    ];
    const content = sheet(scored(), months, ['说明一句']);
    const { source } = content.charts!.find(({ kind }) => kind === 'line')!;
    const block = values(content)
      .slice(source.top, source.bottom + 1)
      .map((row) => row.slice(source.left, source.right + 1));
    expect(block).toEqual([
      ['月末', '最高', '平均', '最低'],
      ['9月', 100, 99.95, 99.9],
      ['10月', 100, 99.72, 99.55],
    ]);
    expect(sheet(scored(), months.slice(1)).charts).toHaveLength(1);
  });
  test('没有参加计分的单位：不作图，备注说明原因', () => {
    const county = score({ ruleSet: ruleSets['county-2023'], asOf, matters: [matter()] });
    const content = sheet(county);
    expect(content.charts).toEqual([]);
    expect(values(content)[3]?.at(-1)).toContain('不参加计分');
  });
  test('说明写在表下，不在框线内', () => {
    const content = sheet(scored(), [], ['某某不计分']);
    expect(values(content)[5]).toEqual(['某某不计分']);
    expect(content.borders?.bottom).toBe(4);
  });
});

describe('计分明细', () => {
  const content = (result = scored(), late: ReadonlySet<ScoreLine> = new Set()): SheetContent =>
    detailSheet({ scores: result.scores, ruleSet, asOf, date1904: false, late });
  test('一行一笔，分值合计等于总分', () => {
    expect(detailSheetName(asOf)).toBe('计分明细 2026-10');
    const rows = values(content()).slice(3);
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      [1, '水利局', '初始分', toSerial(day('2026-01-01'), false), 100],
      [2, '交通局', '初始分', toSerial(day('2026-01-01'), false), 100],
      [3, '交通局', '会议迟到', toSerial(day('2026-09-01'), false), -0.2],
      [4, '交通局', '催办单', toSerial(day('2026-10-09'), false), -0.2],
    ]);
  });
  test('出处是超链接，指到登记簿那一格；基础分没有出处', () => {
    const column = content().rows.map((row) => row[7]);
    expect(column[6]).toEqual({ value: '文书登记簿!B2', link: "'文书登记簿'!B2", wrap: true });
    expect(column[3]).toEqual({ value: '' });
  });
  test('补记的行注明“以前月份补记”', () => {
    const result = scored();
    const rows = values(content(result, new Set([result.of('交通局').lines[1]!]))).slice(3);
    expect(rows.map((row) => row[8])).toEqual(['', '', '以前月份补记', '']);
  });
  test('换行的行有足够的行高', () => {
    const { rowHeights } = content();
    expect(rowHeights?.slice(0, 3)).toEqual([15.6, 15.6, 15.6]);
    expect(rowHeights?.[3]).toBeGreaterThan(30);
  });
  test('打印：A4横向，标题行重复', () => {
    expect(content()).toMatchObject({ landscape: true, titleRows: [0, 2], borders: { top: 2, bottom: 6 } });
  });
});

test('全年走势：1月到统计月每月末的总分，统计日在月中时以统计日为止', () => {
  const trend = yearTrend({
    assessAt: (date) => ready([assessed(matter(), date)]),
    registers: { ...noRegisters, events: [event({ date: day('2026-02-20') }), event({ date: day('2026-03-20') })] },
    ruleSet,
    settings: DEFAULT_SETTINGS,
    asOf: day('2026-03-10'),
  });
  expect(trend).toEqual([
    { month: 1, totals: [100] },
    { month: 2, totals: [99.8] },
    { month: 3, totals: [99.8] },
  ]);
});
