import { cellName } from '../../../src/domain/cell';
import type { SheetContent } from '../../../src/domain/plan';
import type { Registers } from '../../../src/domain/registers/registers';
import { detailSheet } from '../../../src/domain/scoring/detailSheet';
import {
  changesSinceIssue,
  lateEntries,
  readIssuedLines,
  type IssuedLine,
} from '../../../src/domain/scoring/issuedMonth';
import { ruleSets } from '../../../src/rules';
import { day, event, matter, notice } from '../builders';
import { sheetOf } from '../sheetOf';
import { score, type Scored } from './scoring';

const ruleSet = ruleSets['dengzhou-2018'];

const at = (asOf: string, registers: Partial<Registers>): Scored =>
  score({ ruleSet, asOf, matters: [matter()], registers });

const written = (result: Scored, asOf: string): SheetContent =>
  detailSheet({ scores: result.scores, ruleSet, asOf: day(asOf), date1904: false, late: new Set() });

/** The lines of a month as its sheet shows them, by way of the sheet. */
const issued = (asOf: string, registers: Partial<Registers>): readonly IssuedLine[] => {
  const rows = written(at(asOf, registers), asOf).rows.map((row) => row.map(({ value }) => value));
  return readIssuedLines(sheetOf(rows, { name: `计分明细 ${asOf.slice(0, 7)}` }), false)!;
};

const early = event({ date: day('2026-09-10') });
const later = event({
  date: day('2026-09-20'),
  kind: 'criticism',
  cell: { sheet: '加减分登记', row: 7, column: 0 },
});

test('计分明细写出再读回，行行不差', () => {
  expect(issued('2026-09-30', { events: [early] })).toEqual([
    expect.objectContaining({ unit: '交通局', rule: '初始分', date: '2026-01-01', points: 100 }),
    {
      unit: '交通局',
      rule: '会议迟到',
      date: '2026-09-10',
      points: -0.2,
      cell: { sheet: '计分明细 2026-09', row: 4, column: 4 },
    },
  ]);
});
test('缺列的表不认；被改坏的行略过', () => {
  expect(readIssuedLines(sheetOf([['单位', '规则', '日期']]), false)).toBeNull();
  const rows = [
    ['单位', '规则', '日期', '分值'],
    ['交通局', '催办单', '说不清', -0.2],
    ['交通局', '催办单', '2026-09-01', '少'],
    ['交通局', '催办单', '2026-09-01', -0.2],
  ];
  expect(readIssuedLines(sheetOf(rows), false)).toHaveLength(1);
});

describe('已发月份再次计算：先说哪些会变', () => {
  const changes = (now: Partial<Registers>): readonly string[] =>
    changesSinceIssue(issued('2026-09-30', { events: [early] }), at('2026-09-30', now).scores, ruleSet).map(
      ({ kind, rule, before, after, source, issuedAt }) =>
        [kind, rule, before, after, source && cellName(source), issuedAt && cellName(issuedAt)].join(' '),
    );

  test('没有变', () => expect(changes({ events: [early] })).toEqual([]));
  test('多出一行：指到登记的格子', () => {
    expect(changes({ events: [early, later] })).toEqual(['added 通报批评  -1 加减分登记!A8 ']);
  });
  test('少了一行：指到已发表的格子', () => {
    expect(changes({ events: [] })).toEqual(['removed 会议迟到 -0.2   计分明细 2026-09!E5']);
  });
  test('分值改了：两个格子都指出', () => {
    const scores = at('2026-09-30', { events: [early] }).scores.map((one) => ({
      ...one,
      lines: one.lines.map((line) => (line.rule === 'meetingLate' ? { ...line, points: -0.3 } : line)),
    }));
    const [change] = changesSinceIssue(issued('2026-09-30', { events: [early] }), scores, ruleSet);
    expect(change).toMatchObject({
      kind: 'changed',
      before: -0.2,
      after: -0.3,
      source: early.cell,
      issuedAt: { row: 4, column: 4 },
    });
  });
});

describe('以前月份补记', () => {
  const late = (asOf: string, months: Readonly<Record<string, Partial<Registers>>>): readonly string[] => {
    const sheets = new Map(
      Object.entries(months).map(([month, registers]) => [
        month,
        issued(`${month}-${month.endsWith('09') ? '30' : '31'}`, registers),
      ]),
    );
    const { scores } = at(asOf, { events: [early, later], notices: [notice()] });
    return [...lateEntries(scores, sheets, day(asOf), ruleSet)].map(({ rule, date }) => `${rule} ${date}`);
  };
  test('九月已发，发后补登九月的通报批评：十月注明补记，总分计入、当月不计', () => {
    expect(late('2026-10-31', { '2026-09': { events: [early] } })).toEqual(['criticism 2026-09-20']);
    expect(at('2026-10-31', { events: [early, later] }).of('交通局')).toMatchObject({ total: 98.8, month: 0 });
  });
  test('九月没有发过：不是补记', () => expect(late('2026-10-31', {})).toEqual([]));
  test('九月发时已有：不是补记', () =>
    expect(late('2026-10-31', { '2026-09': { events: [early, later] } })).toEqual([]));
  test('十月已注明过：十二月不再注明', () => {
    const october = { events: [early, later], notices: [notice()] };
    expect(late('2026-12-31', { '2026-09': { events: [early] }, '2026-10': october })).toEqual([]);
  });
});
