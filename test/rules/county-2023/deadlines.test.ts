import type { Matter } from '../../../src/domain/matter';
import type { EventKind } from '../../../src/domain/registers/registers';
import type { Settings } from '../../../src/domain/ruleSet';
import { day, matter, onDate } from '../../domain/builders';
import type { Scored } from '../../domain/scoring/scoring';
import { WORK, scored, events } from './given';

describe('001 三(二)1：无工作方案扣2分，台账资料不完整扣3分', () => {
  test.each<[EventKind, number]>([
    ['noWorkPlan', -2],
    ['ledgerIncomplete', -3],
  ])('%s 每单位只扣一次', (kind, points) => {
    const result = scored({ registers: events({ kind, date: day('2026-03-01') }, { kind }, { kind }) });
    expect(result.lines('交通局')).toEqual([`${kind} ${points}`]);
    expect(result.of('交通局').lines[1]?.date).toBe('2026-03-01');
  });
  test('没有登记：不扣', () => expect(scored({ registers: events() }).lines('交通局')).toEqual([]));
});

describe('001 三(二)2：“未按要求及时上报的每次扣1分，累计3次未完成上报任务的加扣2分，扣完为止”', () => {
  const missed = (count: number, settings: Partial<Settings> = {}, extra: readonly EventKind[] = []): Scored =>
    scored({
      settings,
      registers: events(
        ...extra.map((kind) => ({ kind })),
        ...Array.from({ length: count }, (_, index) => ({
          kind: 'reportLate' as const,
          date: day(`2026-0${1 + (index % 9)}-28`),
        })),
      ),
    });
  const points = (result: Scored): number => result.of('交通局').total! - 100;

  test('2次扣2分，没有加扣', () => expect(missed(2).lines('交通局')).toEqual(['reportLate -1', 'reportLate -1']));
  test('第3次加扣2分', () => {
    expect(missed(3).lines('交通局').slice(2)).toEqual(['reportLate -1', 'reportLateThird -2']);
  });
  test('第6次不再加扣；设定“每满3次”则再加扣', () => {
    expect(points(missed(6))).toBe(-8);
    expect(points(missed(6, { everyThirdReport: true }))).toBe(-10);
  });
  test('日期记为当月最后一天', () => {
    const result = scored({ registers: events({ kind: 'reportLate', date: day('2026-02-10') }) });
    expect(result.of('交通局').lines[1]).toMatchObject({ date: '2026-02-28' });
  });
  test('扣到15分整：没有保底一行', () => {
    expect(
      missed(13)
        .lines('交通局')
        .filter((line) => line.startsWith('blockFloor')),
    ).toEqual([]);
    expect(points(missed(13))).toBe(-15);
  });
  test('扣满15分为止：多扣的1分退回，自成一行', () => {
    expect(missed(9, {}, ['noWorkPlan', 'ledgerIncomplete']).lines('交通局').at(-1)).toBe('blockFloor 1');
    expect(points(missed(9, {}, ['noWorkPlan', 'ledgerIncomplete']))).toBe(-15);
  });

  const inMonth = (own: Partial<Matter>, date: string): readonly string[] => {
    const result = scored({
      matters: [matter({ category: WORK, ...own })],
      registers: events({ kind: 'reportLate', date: day(date) }),
    });
    return [...result.lines('交通局').filter((line) => line.startsWith('report')), ...result.notScored()];
  };
  test('当月有未办结事项：扣', () => expect(inMonth({}, '2026-03-31')).toEqual(['reportLate -1']));
  test('当月才交办（月末当天）：扣', () =>
    expect(inMonth({ assignedOn: onDate('2026-03-31') }, '2026-03-31')).toEqual(['reportLate -1']));
  test('下月1日才交办：不扣，并说明', () =>
    expect(inMonth({ assignedOn: onDate('2026-04-01') }, '2026-03-31')).toEqual(['noOpenMatter']));
  test('当月2日办结（1日尚未办结）：扣', () =>
    expect(inMonth({ closedOn: onDate('2026-03-02') }, '2026-03-31')).toEqual(['reportLate -1']));
  test('当月1日已办结：不扣，并说明', () =>
    expect(inMonth({ closedOn: onDate('2026-03-01') }, '2026-03-31')).toEqual(['noOpenMatter']));
  test('已办结而无办结日期：查不出当月是否未办结，不扣，并说明', () =>
    expect(inMonth({ status: 'closed' }, '2026-03-31')).toEqual(['noOpenMatter']));
});
