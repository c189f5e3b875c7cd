import { about, day, event, matter, notice, proceeding } from '../builders';
import { listIn, said, type ListCase } from './lists';

const on = (registers: ListCase['registers'], by: ListCase['by'] = 'liangshan-2010'): ListCase => ({
  by,
  matters: [matter()],
  ...(registers === undefined ? {} : { registers }),
});

describe('000 六、002 二(三) 通报批评', () => {
  test('本年登记的通报批评列入，写明日期和依据', () =>
    expect(listIn(on({ events: [event({ kind: 'criticism', basis: '督查通报第3期' })] }), 'criticised')).toMatchObject({
      note: null,
      entries: [{ unit: '交通局', message: '2026年10月9日通报批评：督查通报第3期', cell: { sheet: '加减分登记' } }],
    }));
  test('上年的、统计日期以后的、别的类型不列', () => {
    const events = [
      event({ kind: 'criticism', date: day('2025-12-31') }),
      event({ kind: 'criticism', date: day('2026-11-01') }),
      event({ kind: 'meetingLate' }),
    ];
    expect(said(on({ events }), 'criticised')).toEqual([]);
  });
  test('没有加减分登记的，说没有记录可查', () =>
    expect(listIn(on({}), 'criticised')).toMatchObject({
      entries: [],
      note: '本文件没有加减分登记，通报批评等没有记录可查。',
    }));
});

describe('000 六 谎报瞒报，002 三(二) 弄虚作假、敷衍错报', () => {
  test.each(['谎报完成进度', '瞒报', '材料弄虚作假', '敷衍了事'])('记录写“%s”的列入', (content) => {
    const proceedings = [proceeding({ matters: about('4'), kind: 'returned', content })];
    expect(said(on({ proceedings }, 'bureau-2019'), 'falseReport')).toEqual([
      `2026年10月10日退回，第4号事项“事项4”：${content}`,
    ]);
  });
  test.each(['未发现弄虚作假', '没有瞒报', '进展正常', ''])('记录写“%s”的不列', (content) => {
    const proceedings = [proceeding({ matters: about('4'), content })];
    expect(said(on({ proceedings }, 'bureau-2019'), 'falseReport')).toEqual([]);
  });
});

describe('002 四(二) 延误造成后果', () => {
  test('写明造成不良后果的、已移交问责的列入', () => {
    const events = [event({ kind: 'criticism', basis: '延误时限造成不良后果' })];
    const notices = [notice({ form: 'referral', matters: about('4'), date: day('2026-10-20') })];
    expect(said(on({ events, notices }), 'accountable')).toEqual([
      '2026年10月9日通报批评：延误时限造成不良后果',
      '2026年10月20日移交问责，第4号事项“事项4”',
    ]);
  });
  test('拟稿的移交、写明未造成后果的不列', () => {
    const events = [event({ kind: 'criticism', basis: '未造成不良后果' })];
    const notices = [notice({ form: 'referral', status: 'draft' })];
    expect(said(on({ events, notices }), 'accountable')).toEqual([]);
  });
});

describe('004 三(三) 批评通报后的整改报告', () => {
  const criticised = (note: string | null) => event({ kind: 'criticism', note });
  const report = (date: string) => proceeding({ unit: '交通局', kind: 'rectificationReport', date: day(date) });
  const told = (note: string | null, ...proceedings: readonly ReturnType<typeof report>[]) =>
    said(on({ events: [criticised(note)], proceedings }, 'shangyu-2016'), 'rectification');
  const LIMIT = '整改报告于2026年10月30日前报送';
  test('期限次日未报的，写明超期天数', () =>
    expect(told(LIMIT)).toEqual(['2026年10月9日批评通报；整改报告应于2026年10月30日前报送，已超期1天']));
  test('期限当日未报的，还没有超期', () =>
    expect(told('整改报告于2026年10月31日前报送')).toEqual([
      '2026年10月9日批评通报；整改报告应于2026年10月31日前报送，尚未报送',
    ]));
  test('按期报的、迟报的', () => {
    expect(told(LIMIT, report('2026-10-30'))).toEqual(['2026年10月9日批评通报；2026年10月30日已报整改报告']);
    expect(told(LIMIT, report('2026-10-31'))).toEqual(['2026年10月9日批评通报；2026年10月31日已报整改报告，迟1天']);
  });
  test('没有定期限的，只提示', () =>
    expect(told(null)).toEqual(['2026年10月9日批评通报；没有整改报告在案，也没有写明期限']));
});
