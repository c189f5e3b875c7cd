import {
  formatNoticeNumber,
  nextSerial,
  numberSource,
  parseNoticeNumber,
  PLAIN_NUMBER,
} from '../../../src/domain/notices/numbering';
import { numberingFindings } from '../../../src/domain/notices/numbersOnRecord';
import { day, entry } from './builders';

describe('编号的读写', () => {
  test('〔2026〕12号 读作 2026 年第 12 号，写回不带“第”、不补零', () => {
    expect(parseNoticeNumber('〔2026〕12号')).toEqual({ year: 2026, serial: 12 });
    expect(formatNoticeNumber({ year: 2026, serial: 12 })).toBe('〔2026〕12号');
  });

  test('设置为带“第”并补足三位时写作 〔2026〕第007号', () => {
    expect(formatNoticeNumber({ year: 2026, serial: 7 }, { withOrdinal: true, digits: 3 })).toBe('〔2026〕第007号');
  });

  test.each([
    '[2026]12号',
    '(2026)12号',
    '（2026）第12号',
    '【2026】012号',
    '［2026］12',
    '督催〔２０２６〕１２号',
    '2026-12',
    '2026年第12号',
    ' 〔2026〕 12 号 ',
  ])('%s 也读作 2026 年第 12 号', (text) => {
    expect(parseNoticeNumber(text)).toEqual({ year: 2026, serial: 12 });
  });

  test.each(['', '无', '十二号', '〔26〕12号', '〔2026〕号'])('“%s”不是编号', (text) => {
    expect(parseNoticeNumber(text, 2026)).toBeNull();
  });

  test('只写“12号”时按登记日期的年份计，没有年份可依则不读', () => {
    expect(parseNoticeNumber('12号', 2026)).toEqual({ year: 2026, serial: 12 });
    expect(parseNoticeNumber('12号')).toBeNull();
  });
});

describe('下一个编号', () => {
  const register = [
    entry({ form: 'reminderNotice', number: '〔2026〕1号' }),
    entry({ form: 'reminderNotice', number: '[2026]5号', status: 'void' }),
    entry({ form: 'reminderNotice', number: '〔2025〕88号', date: day('2025-12-30') }),
    entry({ form: 'supervisionOrder', number: '〔2026〕2号', status: 'draft' }),
    entry({ form: 'interview', number: null }),
  ];

  test('按文种按年度各排一列，作废和拟稿的号不再用', () => {
    expect(nextSerial(register, 'reminderNotice', 2026)).toBe(6);
    expect(nextSerial(register, 'supervisionOrder', 2026)).toBe(3);
    expect(nextSerial(register, 'reminderNotice', 2025)).toBe(89);
  });

  test('当年没有登记时从 1 号起', () => {
    expect(nextSerial(register, 'reminderNotice', 2027)).toBe(1);
    expect(nextSerial([], 'assignmentNotice', 2026)).toBe(1);
  });

  test('台账里已写而登记簿没有的号跳过不用', () => {
    expect(nextSerial(register, 'reminderNotice', 2026, ['〔2026〕6号', '〔2026〕8号', '电话通知'])).toBe(7);
    const next = numberSource(register, day('2026-10-31'), PLAIN_NUMBER, { reminderNotice: ['〔2026〕7号'] });
    expect([next('reminderNotice'), next('reminderNotice'), next('supervisionOrder')]).toEqual([
      '〔2026〕6号',
      '〔2026〕8号',
      '〔2026〕3号',
    ]);
  });
});

describe('重号和跳号', () => {
  const cellAt = (row: number) => ({ sheet: '文书登记簿', row, column: 0 });
  const about = (id: string | null, title: string | null = null, ledger: string | null = null) => ({
    ledger,
    ids: id === null ? [] : [id],
    title,
  });
  const twoRows = (over: Parameters<typeof entry>[0]): number =>
    numberingFindings([
      entry({ matters: about('12', '道路修缮', '督查台账'), cell: cellAt(1) }),
      entry({ unit: '水利局', cell: cellAt(2), ...over }),
    ]).length;

  test('两份文书用了同一个号，在后一行报重号', () => {
    const findings = numberingFindings([
      entry({ number: '〔2026〕1号', unit: '交通局', cell: cellAt(1) }),
      entry({ number: '〔2026〕1号', unit: '水利局', matters: about('13'), cell: cellAt(2) }),
    ]);
    expect(findings.map((f) => [f.code, f.cell.row, f.facts['number'], f.facts['first']])).toEqual([
      ['notice-number-duplicate', 2, '〔2026〕1号', 2],
    ]);
  });

  test('一份文书按事项登记几行，不算重号', () => {
    expect(numberingFindings([entry({ cell: cellAt(1) }), entry({ cell: cellAt(2) })])).toEqual([]);
  });

  test('一份文书主送几个单位、分行登记的，同日同事项是一份；日期、事项、标题或台账不同的是重号', () => {
    expect(twoRows({ matters: about('12') })).toBe(0);
    expect(twoRows({ matters: about('12', '道路修缮') })).toBe(0);
    expect(twoRows({ matters: about(null, '桥梁加固；道路修缮') })).toBe(0);
    expect(twoRows({ matters: about('13', '道路修缮') })).toBe(1);
    expect(twoRows({ matters: about('12', '桥梁加固') })).toBe(1);
    expect(twoRows({ matters: about('12', '道路修缮', '批示台账') })).toBe(1);
    expect(twoRows({ matters: about('12'), date: day('2026-10-01') })).toBe(1);
    expect(twoRows({ matters: about(null) })).toBe(1);
    expect(twoRows({ matters: about('13'), enteredLater: true })).toBe(1);
  });

  test('补记一件一件填：同号同日的是一份，日期不同的是重号', () => {
    const later = entry({ cell: cellAt(1), enteredLater: true });
    const other = { unit: '水利局', matters: about('13'), cell: cellAt(2), enteredLater: true as const };
    expect(numberingFindings([later, entry(other)])).toEqual([]);
    expect(numberingFindings([later, entry({ ...other, date: day('2026-10-01') })])).toHaveLength(1);
  });

  test('一行主送两个单位、另一行只主送其中一个，是一份文书，单位先后不拘；不写事项也一样', () => {
    const both = ['水利局', '住建局'].map((unit) => entry({ unit, cell: cellAt(1), matters: about(null) }));
    for (const rows of [both, [...both].reverse()]) {
      expect(numberingFindings([...rows, entry({ unit: '水利局', cell: cellAt(2) })])).toEqual([]);
      expect(numberingFindings([entry({ unit: '水利局', cell: cellAt(0) }), ...rows])).toEqual([]);
      expect(numberingFindings([...rows, entry({ unit: '教育局', cell: cellAt(2) })])).toHaveLength(1);
    }
  });

  test('1号之后是4号，报缺2号至3号；作废的号不算缺', () => {
    const one = entry({ number: '〔2026〕1号', cell: cellAt(1) });
    const four = entry({ number: '〔2026〕4号', unit: '水利局', cell: cellAt(2) });
    const findings = numberingFindings([one, four]);
    expect(findings.map((f) => [f.code, f.facts['missing'], f.facts['count']])).toEqual([
      ['notice-number-gap', '〔2026〕2号至〔2026〕3号', 2],
    ]);
    const voided = [2, 3].map((serial) => entry({ number: `〔2026〕${serial}号`, status: 'void', unit: `${serial}` }));
    expect(numberingFindings([one, four, ...voided])).toEqual([]);
  });

  test('不同文种、不同年度互不相干', () => {
    expect(
      numberingFindings([
        entry({ number: '〔2026〕1号' }),
        entry({ number: '〔2026〕1号', form: 'reminderNotice', unit: '水利局' }),
        entry({ number: '〔2025〕1号', unit: '水利局' }),
      ]),
    ).toEqual([]);
  });
});
