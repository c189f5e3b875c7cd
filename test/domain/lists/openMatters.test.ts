import { about, blankDate, day, matter, onDate, proceeding } from '../builders';
import { listIn, said, type ListCase } from './lists';

const on = (of: Partial<ListCase> = {}): ListCase => ({ by: 'shangyu-2016', matters: [matter()], ...of });
const onRecord = (over: Parameters<typeof proceeding>[0]) => ({
  registers: { proceedings: [proceeding({ matters: about('4'), ...over })] },
});

describe('002 三(二) 退回重新查报', () => {
  test('退回后没有再办结的列入，指向办理登记那一行', () => {
    expect(listIn(on({ by: 'liangshan-2010', ...onRecord({ kind: 'returned' }) }), 'returned').entries).toMatchObject([
      { cell: { sheet: '办理登记' }, message: '第4号事项“事项4”，2026年10月10日退回，重新查报' },
    ]);
  });
  test('台账状态写退回重报的列入', () => {
    const one = on({ by: 'liangshan-2010', matters: [matter({ status: 'returned', statusText: '退回重报' })] });
    expect(said(one, 'returned')).toEqual(['第4号事项“事项4”，已退回，重新查报']);
  });
  test('退回后又办结的、没有退回的不列', () => {
    const closed = matter({ closedOn: onDate('2026-10-15') });
    expect(
      said(on({ by: 'liangshan-2010', matters: [closed], ...onRecord({ kind: 'returned' }) }), 'returned'),
    ).toEqual([]);
    expect(said(on({ by: 'liangshan-2010' }), 'returned')).toEqual([]);
  });
});

describe('004 二(二) 提前完成', () => {
  const closed = (date: string, over = {}) => on({ matters: [matter({ closedOn: onDate(date), ...over })] });
  test('早于时限一天办结的列入，写明提前天数', () =>
    expect(said(closed('2026-10-19'), 'closedEarly')).toEqual(['第4号事项“事项4”，2026年10月19日办结，比时限提前1天']));
  test('时限当日办结的、超期办结的不列', () => {
    expect(said(closed('2026-10-20'), 'closedEarly')).toEqual([]);
    expect(said(closed('2026-10-21'), 'closedEarly')).toEqual([]);
  });
  test('没有办结日期的、上年办结的不列', () => {
    expect(said(on({ matters: [matter({ status: 'closed', statusText: '已办结' })] }), 'closedEarly')).toEqual([]);
    expect(said(closed('2025-12-31', { assignedOn: onDate('2025-06-01') }), 'closedEarly')).toEqual([]);
  });
});

describe('004 一(五) 进度不理想', () => {
  const paced = (actual: number) =>
    on({
      progress: new Map([
        ['督查台账:4', { planned: 0.6, actual, pace: actual < 0.6 ? ('behind' as const) : ('onPlan' as const) }],
      ]),
    });
  test('实际进度低于计划进度的列入，写明两个数', () =>
    expect(said(paced(0.45), 'progressBehind')).toEqual(['第4号事项“事项4”，计划进度60%，实际进度45%']));
  test('达到计划进度的不列', () => expect(said(paced(0.6), 'progressBehind')).toEqual([]));
  test('最近一次进展写明滞后的列入，此前写过后来不写的不列', () => {
    expect(said(on(onRecord({ content: '施工进度滞后' })), 'progressBehind')).toEqual([
      '第4号事项“事项4”，2026年10月10日进展：施工进度滞后',
    ]);
    const later = [
      proceeding({ matters: about('4'), content: '施工进度滞后' }),
      proceeding({ matters: about('4'), date: day('2026-10-28'), content: '已赶上计划' }),
    ];
    expect(said(on({ registers: { proceedings: later } }), 'progressBehind')).toEqual([]);
  });
  test('没有数字也没有文字的、已办结的不列', () => {
    expect(said(on(), 'progressBehind')).toEqual([]);
    const done = matter({ closedOn: onDate('2026-10-10') });
    expect(said({ ...paced(0.45), matters: [done] }, 'progressBehind')).toEqual([]);
  });
});

describe('004 一(一) 难度较大', () => {
  test.each(['难度较大', '完成难度大，需协调', '推进难度比较大'])('备注写“%s”的列入', (note) => {
    expect(said(on({ matters: [matter({ note })] }), 'hard')).toEqual(['第4号事项“事项4”，台账写明难度较大']);
  });
  test('没有写的、写难度不大的、已办结的不列', () => {
    expect(said(on(), 'hard')).toEqual([]);
    expect(said(on({ matters: [matter({ note: '难度不大' })] }), 'hard')).toEqual([]);
    expect(said(on({ matters: [matter({ note: '难度较大', closedOn: onDate('2026-10-10') })] }), 'hard')).toEqual([]);
  });
});

describe('000 三(二) 每月报送进展', () => {
  const by = 'bureau-2019' as const;
  test('本月没有进展、说明在案的列入', () =>
    expect(said(on({ by, ...onRecord({ date: day('2026-09-30') }) }), 'notReported')).toEqual([
      '第4号事项“事项4”，10月没有进展、说明在案',
    ]));
  test('本月一日报送的不列', () =>
    expect(said(on({ by, ...onRecord({ date: day('2026-10-01') }) }), 'notReported')).toEqual([]));
  test('本月才交办的、已办结的不列', () => {
    const registers = { proceedings: [] };
    const fresh = matter({ assignedOn: onDate('2026-10-01') });
    expect(said(on({ by, matters: [fresh], registers }), 'notReported')).toEqual([]);
    const done = matter({ closedOn: onDate('2026-09-10') });
    expect(said(on({ by, matters: [done], registers }), 'notReported')).toEqual([]);
  });
  test('没有报送记录，台账也没有报送日期栏：不列，说无从核对', () =>
    expect(listIn(on({ by, matters: [matter({ reportedOn: blankDate })] }), 'notReported')).toMatchObject({
      entries: [],
      note: '台账没有报送日期栏，办理登记也没有报送的记录，是否按月报送无从核对。',
    }));
});
