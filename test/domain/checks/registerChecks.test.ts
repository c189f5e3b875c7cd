import { cellsOf, checked, type Rows } from './checked';

const HEADER = ['序号', '督查事项', '责任单位', '完成时限', '交办单编号', '催办单编号', '督办单编号', '进展情况'];
const NOTICES = ['文书', '编号', '日期', '主送单位', '事项编号', '状态'];
const row = [1, '修路', '交通局', '2026-9-30', '', '', '', ''];

const withNotices = (
  notices: Rows,
  scheme: 'dengzhou-2018' | 'county-2023' = 'dengzhou-2018',
  ledgerRow: Rows[number] = row,
) => checked({ ledger: [HEADER, ledgerRow], registers: { 文书登记簿: [NOTICES, ...notices] }, scheme });

describe('交办、催办、督办的先后', () => {
  const assigned = ['交办单', '〔2026〕1号', '2026-9-1', '交通局', 1, ''];
  const reminder = ['催办单', '〔2026〕1号', '2026-10-9', '交通局', 1, ''];
  const order = ['督办通知单', '〔2026〕1号', '2026-10-20', '交通局', 1, ''];
  test('催办前没有交办单：说；有交办单，或台账里有交办单编号：不说', () => {
    expect(cellsOf(withNotices([reminder]), 'reminder-without-assignment')).toEqual(['B2']);
    expect(cellsOf(withNotices([assigned, reminder]), 'reminder-without-assignment')).toEqual([]);
    const numbered = row.with(4, '〔2026〕1号');
    expect(cellsOf(withNotices([reminder], 'dengzhou-2018', numbered), 'reminder-without-assignment')).toEqual([]);
  });
  test('督办前没有催办：邓州说，不催办的方案不说', () => {
    expect(cellsOf(withNotices([assigned, order]), 'order-without-reminder')).toEqual(['B3']);
    expect(cellsOf(withNotices([assigned, reminder, order]), 'order-without-reminder')).toEqual([]);
    expect(cellsOf(withNotices([assigned, order], 'county-2023'), 'order-without-reminder')).toEqual([]);
  });
  test('作废的催办单不算', () => {
    expect(cellsOf(withNotices([assigned, reminder.with(5, '作废'), order]), 'order-without-reminder')).toEqual(['B4']);
  });
});

describe('编号', () => {
  const reminder = (number: string, date = '2026-10-9', status = '') => ['催办单', number, date, '交通局', 1, status];
  test('同一种文书同一年编号重复', () => {
    expect(
      cellsOf(
        withNotices([reminder('〔2026〕1号'), reminder('[2026]第01号', '2026-10-10')]),
        'notice-number-duplicate',
      ),
    ).toEqual(['B3']);
    expect(
      cellsOf(withNotices([reminder('〔2025〕1号', '2025-12-1'), reminder('〔2026〕1号')]), 'notice-number-duplicate'),
    ).toEqual([]);
  });
  test('缺号；作废的占号', () => {
    expect(cellsOf(withNotices([reminder('〔2026〕1号'), reminder('〔2026〕3号')]), 'notice-number-gap')).toEqual([
      'B3',
    ]);
    expect(
      cellsOf(
        withNotices([reminder('〔2026〕1号'), reminder('〔2026〕2号', '2026-10-9', '作废'), reminder('〔2026〕3号')]),
        'notice-number-gap',
      ),
    ).toEqual([]);
  });
  test('一份文书主送几个单位，不算编号重复', () => {
    const both = ['催办单', '〔2026〕1号', '2026-10-9', '交通局、水利局', 1, ''];
    expect(cellsOf(withNotices([both]), 'notice-number-duplicate')).toEqual([]);
  });
  test('台账里有编号，文书登记簿里没有', () => {
    const numbered = row.with(5, '〔2026〕12号');
    expect(cellsOf(withNotices([], 'dengzhou-2018', numbered), 'notice-unregistered')).toEqual(['F2']);
    expect(cellsOf(withNotices([reminder('（2026）12号')], 'dengzhou-2018', numbered), 'notice-unregistered')).toEqual(
      [],
    );
  });
});

describe('进展没有更新', () => {
  const stale = (...reports: readonly (readonly [string, string])[]) =>
    checked({
      ledger: [HEADER, row],
      registers: {
        办理登记: [['日期', '事项编号', '类型', '内容'], ...reports.map(([date, words]) => [date, 1, '进展', words])],
      },
    }).filter(({ code }) => code === 'stale-progress');
  test('与上次一字不差：说；改了字：不说', () => {
    expect(stale(['2026-9-25', '正在施工'], ['2026-10-25', '正在 施工'])).toMatchObject([
      { facts: { reason: 'sameWords', since: '2026-09-25' }, cell: { row: 1, column: 7 } },
    ]);
    expect(stale(['2026-9-25', '正在施工'], ['2026-10-25', '已完成路基'])).toEqual([]);
  });
  test('一个月没有新进展：9月29日的说，9月30日的不说', () => {
    expect(stale(['2026-9-29', '正在施工'])).toMatchObject([{ facts: { reason: 'silent' } }]);
    expect(stale(['2026-9-30', '正在施工'])).toEqual([]);
  });
  test('从没报过进展的，从登记里看不出来，不说', () => {
    expect(stale()).toEqual([]);
  });
});

describe('整张台账', () => {
  test('隐藏的行只说一次，写明几行', () => {
    const findings = checked({
      ledger: [HEADER, row, row.with(0, 2).with(1, '修桥'), row.with(0, 3).with(1, '治水')],
      options: { hiddenRows: [3, 4] },
    }).filter(({ code }) => code === 'hidden-row');
    expect(findings).toMatchObject([{ cell: { row: 2 }, facts: { count: 2 }, level: 'info' }]);
  });
  test('完成时间说不清：警告；由别的列定下来：提示', () => {
    const column = (...header: string[]) =>
      checked({ ledger: [header, [1, '修路', '交通局', '长期', '']] }).filter(
        ({ code }) => code === 'ambiguous-column',
      );
    expect(column('序号', '督查事项', '责任单位', '完成时间')).toMatchObject([
      { level: 'warning', cell: { column: 3 } },
    ]);
    expect(column('序号', '督查事项', '责任单位', '完成时限', '完成时间')).toMatchObject([
      { level: 'info', cell: { column: 4 }, facts: { readAs: 'closedOn' } },
    ]);
    expect(column('序号', '督查事项', '责任单位', '完成时限')).toEqual([]);
  });
  test('用到没有放假安排的年份：说暂按周末推算', () => {
    const findings = (assigned: string) =>
      cellsOf(
        checked({
          ledger: [
            ['序号', '督查事项', '责任单位', '交办日期', '完成时限'],
            [1, '修路', '交通局', assigned, '15个工作日'],
          ],
        }),
        'calendar-unknown',
      );
    expect(findings('2027-3-1')).toEqual(['E2']);
    expect(findings('2026-3-2')).toEqual([]);
  });
  test('结果按行、列排', () => {
    const places = checked({
      ledger: [HEADER, ['', '', '', '', '', '', '', ''], ['', '修路', '', '', '', '', '', '备']],
    }).map(({ cell }) => cell.row * 100 + cell.column);
    expect(places.length).toBeGreaterThan(2);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
