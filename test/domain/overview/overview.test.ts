import type { MatterHistory } from '../../../src/domain/assessment';
import type { Matter } from '../../../src/domain/matter';
import { overviewOf } from '../../../src/domain/overview/overview';
import { yearOfStates } from '../../../src/domain/overview/yearOfStates';
import type { Proceeding } from '../../../src/domain/registers/registers';
import { assessed, blankDate, day, directoryUnit, matter, mentions, onDate, proceeding } from '../builders';
import { atOnce, ready } from '../../../src/domain/portions';

const AS_OF = day('2026-10-28'); // a Wednesday

function overview(matters: readonly Matter[], proceedings: Readonly<Record<string, readonly Proceeding[]>> = {}) {
  return overviewOf({
    assessments: matters.map((one) => assessed(one, AS_OF)),
    histories: new Map(
      matters.map((one): [string, MatterHistory] => [
        one.key,
        { matter: one, notices: [], proceedings: proceedings[one.key] ?? [] },
      ]),
    ),
    ledgers: [],
    directory: [directoryUnit('交通局', { leader: '张副市长' }), directoryUnit('水利局')],
    asOf: AS_OF,
  });
}

describe('总览', () => {
  const late = matter({ row: 4, deadline: onDate('2026-10-20'), category: '民生实事' });
  const closed = matter({ row: 5, closedOn: onDate('2026-10-10'), category: '民生实事' });
  const shared = matter({ row: 6, leadUnits: mentions('水利局', '交通局'), deadline: onDate('2026-12-31') });

  test('每个数字都带着它的事项，各状态合起来是全部', () => {
    const view = overview([late, closed, shared]);
    expect(view.states.overdue).toEqual([late.key]);
    expect(view.closed).toEqual([closed.key]);
    expect(Object.values(view.states).flat()).toHaveLength(view.all.length);
  });

  test('两个单位共同牵头的事项各算一件；没有类别的列入未分类；分管领导按单位名录', () => {
    const view = overview([late, closed, shared]);
    expect(view.units.map(({ name, all, overdue }) => [name, all.length, overdue.length])).toEqual([
      ['交通局', 3, 1],
      ['水利局', 1, 0],
    ]);
    expect(view.categories.map(({ name, all }) => [name, all.length])).toEqual([
      ['民生实事', 2],
      ['未分类', 1],
    ]);
    expect(view.leaders.map(({ name, all }) => [name, all.length])).toEqual([['张副市长', 3]]);
  });

  test('本周到期：今天和星期日算，上周、下星期一、已办结的不算', () => {
    const at = (row: number, date: string, more: Partial<Matter> = {}) =>
      matter({ row, deadline: onDate(date), ...more });
    const done = at(8, '2026-10-30', { closedOn: onDate('2026-10-20') });
    const view = overview([at(4, '2026-10-27'), at(5, '2026-10-28'), at(6, '2026-11-01'), at(7, '2026-11-02'), done]);
    expect(view.dueThisWeek).toEqual([at(5, '').key, at(6, '').key]);
  });

  test('本月没有进展：有登记的、本月交办的、已办结的不算；从来没有登记过的台账说不清', () => {
    const fresh = matter({ row: 7, assignedOn: onDate('2026-10-08'), deadline: onDate('2026-12-31') });
    expect(overview([late, fresh]).noProgress).toBeNull();
    const rows = { [late.key]: [proceeding({ date: day('2026-10-01') })] };
    expect(overview([late, shared, fresh, closed], rows).noProgress).toEqual([shared.key]);
    const before = { [late.key]: [proceeding({ date: day('2026-09-30') })] };
    expect(overview([late, closed], before).noProgress).toEqual([late.key]);
  });

  test('报结待审：报结以后没有办结、没有退回的；退回以后再报结的又算', () => {
    const row = (kind: Proceeding['kind'], date: string): Proceeding => proceeding({ kind, date: day(date) });
    const waiting = (...rows: readonly Proceeding[]): boolean =>
      overview([late], { [late.key]: rows }).closingReported.length === 1;
    expect(waiting()).toBe(false);
    expect(waiting(row('closingReport', '2026-10-12'))).toBe(true);
    expect(waiting(row('closingReport', '2026-10-12'), row('returned', '2026-10-13'))).toBe(false);
    expect(waiting(row('closingReport', '2026-10-12'), row('returned', '2026-10-12'))).toBe(false);
    expect(waiting(row('returned', '2026-10-13'), row('closingReport', '2026-10-14'))).toBe(true);
    expect(overview([closed], { [closed.key]: [row('closingReport', '2026-10-09')] }).closingReported).toEqual([]);
  });

  test('十二个月的月末状态，最后一个月到统计日期为止；没有交办任何事项的月份不列', () => {
    const first = matter({ row: 4, assignedOn: onDate('2026-08-05'), deadline: onDate('2026-09-15') });
    const second = matter({ row: 5, assignedOn: blankDate, deadline: blankDate, status: 'notAssigned' });
    const trend = atOnce(yearOfStates((date) => ready([first, second].map((one) => assessed(one, date))), AS_OF));
    expect(trend.map(({ month, all, overdue }) => [month, all.length, overdue.length])).toEqual([
      ['2026-08', 1, 0],
      ['2026-09', 1, 1],
      ['2026-10', 1, 1],
    ]);
    expect(trend.at(-1)!.asOf).toBe(AS_OF);
  });
});
