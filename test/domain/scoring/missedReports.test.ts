import type { Matter } from '../../../src/domain/matter';
import type { Registers } from '../../../src/domain/registers/registers';
import { DEFAULT_SETTINGS } from '../../../src/domain/ruleSet';
import { missedReports } from '../../../src/domain/scoring/missedReports';
import { ruleSets } from '../../../src/rules';
import { about, assessed, day, event, matter, mentions, noRegisters, onDate, proceeding } from '../builders';
import { ready } from '../../../src/domain/portions';

function missed(
  registers: Partial<Registers> = {},
  matters: readonly Matter[] = [matter(), matter({ row: 5 })],
  asOf = '2026-09-30',
  scheme: keyof typeof ruleSets = 'county-2023',
): readonly string[] {
  return missedReports(
    {
      assessAt: (date) => ready(matters.map((one) => assessed(one, date))),
      registers: { ...noRegisters, ...registers },
      ruleSet: ruleSets[scheme],
      settings: DEFAULT_SETTINGS,
      asOf: day(asOf),
    },
    2026,
    9,
  ).map(({ unit, kind, date, matters: of }) => `${unit} ${kind} ${date} ${of.join(' ')}`);
}
const progress = (date: string, id = '4') => proceeding({ date: day(date), matters: about(id) });

test('九月有未办结事项、一项也没有报送：提出未按时报送进展，记九月末', () => {
  expect(missed()).toEqual(['交通局 reportLate 2026-09-30 督查台账:4 督查台账:5']);
});
test('003 下提出的是材料未按时报送；不计这一项的文件不提', () => {
  expect(missed({}, undefined, undefined, 'dengzhou-2018')[0]).toContain('materialLate');
  expect(missed({}, undefined, undefined, 'bureau-2019')).toEqual([]);
  expect(missed({}, undefined, undefined, 'shangyu-2016')).toEqual([]);
});
test('九月报送过一项：不提；八月末、十月初报送的不算', () => {
  expect(missed({ proceedings: [progress('2026-09-01')] })).toEqual([]);
  expect(missed({ proceedings: [progress('2026-09-30')] })).toEqual([]);
  expect(missed({ proceedings: [progress('2026-08-31'), progress('2026-10-01')] })).toHaveLength(1);
});
test('台账的报送日期在九月：不提', () => {
  expect(missed({}, [matter({ reportedOn: onDate('2026-09-12') })])).toEqual([]);
});
test('九月没有未办结事项：不提', () => {
  expect(missed({}, [matter({ closedOn: onDate('2026-08-20') })])).toEqual([]);
  expect(missed({}, [matter({ assignedOn: onDate('2026-10-01') })])).toEqual([]);
});
test('已经登记过的：不再提', () => {
  const entered = event({ unit: '水利局、交通局', kind: 'reportLate', date: day('2026-09-30') });
  expect(missed({ events: [entered] }, [matter({ leadUnits: mentions('交通局', '水利局') })])).toEqual([]);
});
test('月份没有过完：不提', () => expect(missed({}, undefined, '2026-09-29')).toEqual([]));
