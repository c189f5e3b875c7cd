import type { Matter } from '../../../src/domain/matter';
import { day, directoryUnit, event, mentions, matter, notice, onDate } from '../builders';
import { county, dengzhou, score } from './scoring';

/** `closed` of `all` matters of a category, the rest past their deadline. */
function category(unit: string, name: string, closed: number, all: number, from: number): readonly Matter[] {
  return Array.from({ length: all }, (_, index) =>
    matter({
      row: from + index,
      category: name,
      leadUnits: mentions(unit),
      ...(index < closed ? { closedOn: onDate('2026-09-01') } : {}),
    }),
  );
}

test('003 五 举例：交通局十月当月−0.1分，累计98.4分', () => {
  const result = score({
    ruleSet: dengzhou,
    asOf: '2026-10-31',
    matters: [matter()],
    registers: {
      notices: [
        notice({ date: day('2026-10-09') }),
        notice({ date: day('2026-10-20') }),
        notice({ form: 'supervisionOrder', date: day('2026-10-14') }),
        notice({ form: 'supervisionOrder', date: day('2026-03-14') }),
        notice({ form: 'supervisionOrder', date: day('2026-04-14') }),
        notice({ form: 'supervisionOrder', date: day('2026-05-14') }),
      ].map((row, index) => ({ ...row, cell: { ...row.cell, row: index + 1 } })),
      events: [event({ date: day('2026-10-21') }), event({ kind: 'commendation', date: day('2026-10-30') })],
    },
  });
  expect(result.of('交通局')).toMatchObject({ total: 98.4, month: -0.1, rank: 1, remark: null });
  expect(result.lines('交通局').slice(3)).toEqual([
    'reminder -0.2',
    'supervisionOrder -0.5',
    'reminder -0.2',
    'meetingLate -0.2',
    'commendation 1',
  ]);
});

test('001 三 举例：教育局年终考评70分', () => {
  const result = score({
    ruleSet: county,
    asOf: '2026-12-31',
    settings: { annual: true },
    matters: [
      ...category('教育局', '政府工作报告', 3, 4, 10),
      ...category('教育局', '为民实事', 1, 2, 20),
      ...category('教育局', '领导批示件', 5, 5, 30),
    ],
    registers: {
      directory: [directoryUnit('教育局', { officers: 0 })],
      events: [
        event({ unit: '教育局', kind: 'reportLate', date: day('2026-03-31') }),
        event({ unit: '教育局', kind: 'reportLate', date: day('2026-05-31') }),
        event({ unit: '教育局', kind: 'commendedMatter', date: day('2026-08-10') }),
      ],
    },
  });
  expect(result.lines('教育局')).toEqual([
    'noOfficer -3',
    'reportLate -1',
    'reportLate -1',
    'commendedMatter 5',
    'category:政府工作报告 -10',
    'category:为民实事 -20',
  ]);
  expect(result.of('教育局').total).toBe(70);
});

test('001 三(三) 三分之一：水利局三项议定事项完成两项，扣26.67分，得73.33分', () => {
  const result = score({
    ruleSet: county,
    asOf: '2026-12-31',
    matters: category('水利局', '会议议定事项', 2, 3, 10),
  });
  expect(result.lines('水利局')).toEqual(['category:会议议定事项 -26.67']);
  expect(result.of('水利局')).toMatchObject({ total: 73.33, rank: 1 });
});
