import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { atOnce } from '../../src/domain/portions';
import { figuresOf } from '../../src/taskpane/desk/figures';
import { trendOfReview } from '../../src/app/bulletin/overviewOfReview';
import { pickedInPortions, pickedWord, type Picked } from '../../src/taskpane/desk/picked';
import { matterList, ofLedger } from '../../src/taskpane/desk/shown';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { NO_FILTER } from '../../src/taskpane/desk/view';
import { deskWith, openSample, SAMPLES, type HostDesk, type Sample } from '../hostDesk';
import { deskOnPane } from './paneDesk';

let host: HostDesk;
let desk: Desk;
afterEach(async () => {
  await desk.leave();
  host.close();
});

describe.each(Object.keys(SAMPLES) as Sample[])('总览的数字和点开的清单：%s', (sample) => {
  beforeEach(async () => {
    host = openSample(sample);
    ({ desk } = deskOnPane());
    await desk.open();
  });

  test('每个数字点开，清单里正好这么多件', () => {
    const { review } = desk.view();
    const figures = figuresOf(review!, null);
    const listed = (picked: Picked, shown: 'all' | 'overdue' | 'closedAny' | 'dueSoon' = 'all'): number =>
      matterList(ofLedger(review!, null), { ...NO_FILTER, shown }, atOnce(pickedInPortions(review!, null, picked)))
        .length;
    expect(listed({ kind: 'dueThisWeek' })).toBe(figures.dueThisWeek.length);
    expect(listed({ kind: 'noProgress' })).toBe(figures.noProgress?.length ?? 0);
    expect(listed({ kind: 'closingReported' })).toBe(figures.closingReported.length);
    for (const pace of ['behind', 'onPlan', 'ahead'] as const) {
      expect(listed({ kind: 'pace', pace })).toBe(figures.planned?.[pace].length ?? 0);
    }
    const groups = [
      ...figures.units.map((group) => ({ kind: 'unit' as const, group })),
      ...figures.categories.map((group) => ({ kind: 'category' as const, group })),
      ...figures.leaders.map((group) => ({ kind: 'leader' as const, group })),
    ];
    expect(groups.length).toBeGreaterThan(3);
    for (const { kind, group } of groups) {
      const picked = { kind, name: group.name };
      expect(listed(picked)).toBe(group.all.length);
      expect(listed(picked, 'overdue')).toBe(group.overdue.length);
      expect(listed(picked, 'dueSoon')).toBe(group.dueSoon.length);
      expect(listed(picked, 'closedAny')).toBe(group.closed.length);
    }
    for (const month of trendOfReview(review!, null)) {
      for (const which of ['all', 'closed', 'overdue'] as const) {
        expect(listed({ kind: 'month', asOf: month.asOf, of: which })).toBe(month[which].length);
      }
    }
  });
});

describe('清单按什么筛选，说得清楚', () => {
  beforeEach(async () => {
    host = deskWith('督查台账', [
      ['序号', '督查事项', '责任单位', '办结时限', '办理状态'],
      ['1', '修缮道路', '交通局', '2026-10-29', ''],
      ['2', '新建小学', '教育局', '2026-11-01', ''],
      ['3', '环境整治', '交通局', '2026-12-31', ''],
    ]);
    ({ desk } = deskOnPane({ seenBefore: () => '2026-10-28' as CivilDate }));
    await desk.open();
  });

  test('点单位的逾期数：只看这个单位逾期的；换一本台账，筛选去掉', () => {
    desk.enter('reminders', { shown: 'overdue', picked: { kind: 'unit', name: '交通局' } });
    const { filter } = desk.view();
    expect(filter).toMatchObject({ shown: 'overdue', picked: { kind: 'unit', name: '交通局' } });
    expect(pickedWord(filter.picked!)).toBe('单位：交通局');
    desk.chooseLedger(null);
    expect(desk.view().filter.picked).toBeNull();
  });

  test.each<[Picked, string]>([
    [{ kind: 'category', name: '未分类' }, '类别：未分类'],
    [{ kind: 'leader', name: '分管市长' }, '分管领导：分管市长'],
    [{ kind: 'dueThisWeek' }, '本周到期'],
    [{ kind: 'noProgress' }, '本月无进展'],
    [{ kind: 'closingReported' }, '报结待审'],
    [{ kind: 'pace', pace: 'behind' }, '欠进度'],
    [{ kind: 'month', asOf: '2026-09-30' as CivilDate, of: 'closed' }, '2026-09-30 已办结的事项'],
    [{ kind: 'since', since: '2026-10-28' as CivilDate, of: 'overdue' }, '2026-10-28 以来新逾期'],
  ])('%j 说成“%s”', (picked, word) => expect(pickedWord(picked)).toBe(word));

  test('上次看过是三天前：说出此后新逾期、新临期的；点开正是那几件；关掉不再说', () => {
    const { review, since } = desk.view();
    expect(since).toBe('2026-10-28');
    const titles = (of: 'overdue' | 'dueSoon'): readonly (string | null)[] => {
      const keys = atOnce(pickedInPortions(review!, null, { kind: 'since', since: since!, of }));
      return review!.matters.filter(({ key }) => keys.has(key)).map(({ title }) => title);
    };
    expect(titles('overdue')).toEqual(['修缮道路']);
    expect(titles('dueSoon')).toEqual(['新建小学']);
    desk.dismissSince();
    expect(desk.view().since).toBeNull();
  });
});

describe('上次看过是哪一天', () => {
  const opened = async (before: string | null): Promise<string | null> => {
    ({ desk } = deskOnPane({ seenBefore: () => before as CivilDate | null }));
    await desk.open();
    return desk.view().since;
  };
  beforeEach(() => {
    host = deskWith('督查台账', [
      ['序号', '督查事项', '责任单位', '办结时限'],
      ['1', '修缮道路', '交通局', '2026-10-29'],
    ]);
  });

  test('哪里都没有记，不说', async () => expect(await opened(null)).toBeNull());
  test('今天写过，不算上次', async () => {
    await opened(null);
    await desk.previewMarking();
    await desk.write();
    expect(await opened(null)).toBeNull();
    expect(await opened('2026-10-30')).toBe('2026-10-30');
  });
});
