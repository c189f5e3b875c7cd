import type { Matter } from '../../../src/domain/matter';
import type { Registers } from '../../../src/domain/registers/registers';
import { monthlyAnalysis } from '../../../src/domain/scoring/monthlyAnalysis';
import { ruleSets } from '../../../src/rules';
import { about, day, event, matter, mentions, notice, onDate } from '../builders';
import { score } from './scoring';

function analysis(
  scheme: 'dengzhou-2018' | 'county-2023',
  matters: readonly Matter[],
  registers: Partial<Registers> = {},
): readonly string[] {
  const ruleSet = ruleSets[scheme];
  const at = (asOf: string) => score({ ruleSet, asOf, matters, registers }).scores;
  return monthlyAnalysis({
    scores: at('2026-10-31'),
    before: at('2026-09-30'),
    matters: new Map(matters.map((one) => [one.key, one])),
    ruleSet,
    asOf: day('2026-10-31'),
  });
}

const two = [matter({ title: '城区雨污分流' }), matter({ row: 5, leadUnits: mentions('水利局') })];

test('谁减分、为什么、涉及哪些事项，谁加分，哪项扣分最多', () => {
  const said = analysis('dengzhou-2018', two, {
    notices: [
      notice({ matters: about('4') }),
      notice({ matters: about('4'), date: day('2026-10-20'), cell: { sheet: '文书登记簿', row: 2, column: 1 } }),
      notice({ matters: about('4'), date: day('2026-09-20') }),
    ],
    events: [event({ unit: '水利局', kind: 'commendation' })],
  });
  expect(said).toEqual([
    '2026年10月，2个单位参加计分：当月减分1个，加分1个，没有变化0个。总分最高的是水利局（101分），最低的是交通局（99.4分）。',
    '交通局当月扣0.4分，总分99.4分，列第2位：催办单2次扣0.4分。涉及第4号事项“城区雨污分流”。',
    '水利局当月加1分，总分101分，列第1位：通报表扬加1分。',
    '扣分最多的是催办单，涉及1个单位，合计扣0.4分。',
    '当月多次扣分的第4号事项“城区雨污分流”，建议列为下月督查重点。',
  ]);
});

test('没有变化的月份只有总述', () => {
  expect(analysis('dengzhou-2018', two)).toEqual([
    '2026年10月，2个单位参加计分：当月减分0个，加分0个，没有变化2个。各单位总分均为100分。',
  ]);
});

test('按比例扣分的变化也说得出：上月逾期、本月办结的加回', () => {
  const own = [
    matter({ category: '建议提案', deadline: onDate('2026-09-20'), closedOn: onDate('2026-10-09') }),
    matter({ row: 5, category: '建议提案', leadUnits: mentions('水利局') }),
  ];
  const said = analysis('county-2023', own);
  expect(said[1]).toBe('水利局当月扣80分，总分20分，列第2位：建议提案扣80分。涉及第5号事项“事项5”。');
  expect(said[2]).toBe('交通局当月加80分，总分100分，列第1位：建议提案加80分。');
});

test('涉密事项不写标题', () => {
  const secret = [matter({ title: '不可外传', classified: true })];
  const said = analysis('dengzhou-2018', secret, { notices: [notice({ matters: about('4') })] });
  expect(said.join('')).toContain('第4号事项');
  expect(said.join('')).not.toContain('不可外传');
});

test('低于80分的单位，建议提醒', () => {
  const said = analysis('dengzhou-2018', two, {
    events: [event({ kind: 'manual', points: -21, basis: '市政府研究' })],
  });
  expect(said.at(-1)).toBe('交通局总分已低于80分，建议提醒其主要负责人。');
});

test('没有参加计分的单位', () => {
  expect(analysis('county-2023', two)).toEqual(['2026年10月没有参加计分的单位。']);
});
