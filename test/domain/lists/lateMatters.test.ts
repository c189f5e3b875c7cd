import { about, dateCell, day, event, matter, notice, onDate, proceeding } from '../builders';
import { listIn, said, type ListCase } from './lists';

const late = matter({ deadline: onDate('2026-10-20') });
const CLOSED = matter({ row: 5, id: '5', deadline: onDate('2026-10-20'), closedOn: onDate('2026-10-19') });
const on = (of: Partial<ListCase> = {}): ListCase => ({ by: 'liangshan-2010', matters: [late], ...of });
const onRecord = (over: Parameters<typeof proceeding>[0]) => ({
  registers: { proceedings: [proceeding({ matters: about('4'), ...over })] },
});
const EMPTY = { registers: { proceedings: [] } };

describe('002 四(二) 限期内未办结', () => {
  test('时限次日起列入，写明事项、时限、逾期天数，指向那一格', () => {
    const [entry, ...others] = listIn(on(), 'notClosed').entries;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      unit: '交通局',
      matter: '督查台账:4',
      date: '2026-10-20',
      cell: { sheet: '督查台账', row: 4, column: 2 },
      message: '第4号事项“事项4”，时限2026年10月20日，逾期11天未办结',
    });
  });
  test('时限当日不列', () => expect(said(on({ asOf: '2026-10-20' }), 'notClosed')).toEqual([]));
  test('时限次日列入', () => expect(said(on({ asOf: '2026-10-21' }), 'notClosed')).toHaveLength(1));
  test('已办结的、时限空白的不列', () => {
    const blank = matter({ row: 6, id: '6', deadline: dateCell({ kind: 'blank' }) });
    expect(said(on({ matters: [CLOSED, blank] }), 'notClosed')).toEqual([]);
  });
  test('逾期久的在前', () => {
    const older = matter({ row: 7, id: '7', deadline: onDate('2026-08-31') });
    expect(listIn(on({ matters: [late, older] }), 'notClosed').entries.map(({ matter: key }) => key)).toEqual([
      '督查台账:7',
      '督查台账:4',
    ]);
  });
});

describe('002 四(二) 限期内未反馈', () => {
  test('逾期而没有进展、说明、报结的列入', () => {
    expect(said(on(EMPTY), 'noFeedback')).toEqual([
      '第4号事项“事项4”，时限2026年10月20日，逾期11天，没有进展、说明、报结在案',
    ]);
  });
  test.each(['progress', 'explanation', 'extension', 'closingReport'] as const)('办理登记有 %s 的不列', (kind) =>
    expect(said(on(onRecord({ kind, content: '推进中' })), 'noFeedback')).toEqual([]),
  );
  test('统计日期以后才反馈的，列入', () => {
    expect(said(on(onRecord({ date: day('2026-11-01') })), 'noFeedback')).toHaveLength(1);
  });
  test('立项的记录、电话催办不是反馈', () => {
    expect(said(on(onRecord({ content: '立项：审批人：某' })), 'noFeedback')).toHaveLength(1);
    expect(said(on(onRecord({ kind: 'phoneReminder' })), 'noFeedback')).toHaveLength(1);
  });
  test('台账进展栏写了的、有报送日期的、催办单已回复的不列', () => {
    const reported = matter({ reportedOn: onDate('2026-10-08') });
    expect(said(on({ matters: [matter({ progress: '正在施工' })], ...EMPTY }), 'noFeedback')).toEqual([]);
    expect(said(on({ matters: [reported], ...EMPTY }), 'noFeedback')).toEqual([]);
    const notices = [notice({ matters: about('4'), repliedOn: day('2026-10-12') })];
    expect(said(on({ registers: { notices, proceedings: [] } }), 'noFeedback')).toEqual([]);
  });
  test('没有办理登记，台账也没有进展、报送日期栏：不列，说无从核对', () => {
    expect(listIn(on(), 'noFeedback')).toMatchObject({
      entries: [],
      note: '有1件逾期事项的台账没有进展、报送日期栏，也没有办理登记，是否反馈过无从核对。',
    });
  });
  test('未办结、未反馈是两种情形：有进展而没办结的只列未办结', () => {
    const one = on(onRecord({ content: '推进中' }));
    expect([said(one, 'notClosed').length, said(one, 'noFeedback').length]).toEqual([1, 0]);
  });
});

describe.each([
  ['002 四(二) 无正当理由，拟通报批评', 'liangshan-2010', 'noReason'],
  ['000 六 逾期不办也不能说明原因', 'bureau-2019', 'notExplained'],
  ['004 二(一) 超期未办结也未说明原因', 'shangyu-2016', 'notExplained'],
] as const)('%s', (_title, by, list) => {
  test('逾期且没有说明、延期申请的列入', () => expect(said(on({ by, ...EMPTY }), list)).toHaveLength(1));
  test('有说明在案的不列，转入已说明', () => {
    const one = on({ by, ...onRecord({ kind: 'explanation', content: '征地未完成' }) });
    expect(said(one, list)).toEqual([]);
    expect(listIn(one, 'explained').entries).toMatchObject([
      {
        cell: { sheet: '办理登记', row: 1, column: 0 },
        date: '2026-10-10',
        message: '第4号事项“事项4”，时限2026年10月20日，逾期11天；2026年10月10日说明：征地未完成',
      },
    ]);
  });
  test('说明日期在统计日期当日的算，次日的不算', () => {
    const explainedOn = (date: string) => on({ by, ...onRecord({ kind: 'explanation', date: day(date) }) });
    expect(said(explainedOn('2026-10-31'), list)).toEqual([]);
    expect(said(explainedOn('2026-11-01'), list)).toHaveLength(1);
  });
  test('没有办理登记的，列入并说无从核对', () => {
    expect(listIn(on({ by }), list)).toMatchObject({
      entries: [{ matter: '督查台账:4' }],
      note: '本文件没有办理登记，是否说明过原因无从核对。',
    });
  });
  test('时限当日、已办结的不列', () => {
    expect(said(on({ by, asOf: '2026-10-20', ...EMPTY }), list)).toEqual([]);
    expect(said(on({ by, matters: [CLOSED], ...EMPTY }), list)).toEqual([]);
  });
});

test('涉密事项只写编号，说明的内容不重复', () => {
  const one = on({
    matters: [matter({ classified: true })],
    ...onRecord({ kind: 'explanation', content: '机密内容' }),
  });
  expect(said(one, 'explained')).toEqual(['第4号事项，时限2026年10月20日，逾期11天；2026年10月10日说明']);
  const events = [event({ kind: 'criticism', matters: about('4'), basis: '机密内容' })];
  const told = on({ matters: [matter({ classified: true })], registers: { events } });
  expect(said(told, 'criticised')).toEqual(['2026年10月9日通报批评，第4号事项']);
});

test('每条名单写明文件、条款和原文', () => {
  expect(listIn(on(), 'noReason').clause).toBe(
    '《凉山州人民政府办公室关于进一步加强和改进政务督查工作的意见》（凉府办发〔2010〕7号）四(二)：“对无正当理由，限期内未办结或未反馈情况的，要通报批评”',
  );
});
