import fc from 'fast-check';
import type { CellValue } from '../../../src/domain/cell';
import { parseCivilDate } from '../../../src/domain/calendar/civilDate';
import { detectLedger } from '../../../src/domain/ledger/detectHeader';
import { readLedger, type LedgerReading, type ReadLedgerOptions } from '../../../src/domain/ledger/readLedger';
import { rowsOf } from '../../../src/domain/matter';
import type { SheetSnapshot } from '../../../src/domain/snapshot';
import { sheetOf } from '../sheetOf';

const asOf = parseCivilDate('2026-10-31')!;

function reading(sheet: SheetSnapshot, options: Partial<ReadLedgerOptions> = {}): LedgerReading {
  const found = detectLedger(sheet);
  if (found.kind !== 'ledger') throw new Error('not a ledger');
  return readLedger(sheet, found.connection, { directory: null, asOf, date1904: false, ...options });
}

const HEADER = ['序号', '督查事项', '责任单位', '完成时限', '办理状态', '备注'];

describe('数据区里不是事项的行', () => {
  test('章节行给下面的事项类别，合计行、填表人行、空行不算事项', () => {
    const read = reading(
      sheetOf(
        [
          HEADER,
          ['一、政府工作报告（2项）'],
          [1, '修路', '交通局', '3月', '', ''],
          [],
          [2, '修桥', '水利局', '4月', '', ''],
          ['二、领导批示件'],
          ['（一）书记批示'],
          [3, '治水', '水利局', '5月', '', ''],
          ['合计', 3],
          ['填表人：', '', '', '审核人：'],
          ['注：1.本表每月报送。'],
          ['2.逾期的另附说明。'],
          [],
        ],
        { merges: ['A2:F2', 'A6:F6', 'A7:F7'] },
      ),
    );
    expect(read.matters.map(({ id, category, section }) => [id, category, section])).toEqual([
      ['1', '政府工作报告', '一、政府工作报告（2项）'],
      ['2', '政府工作报告', '一、政府工作报告（2项）'],
      ['3', '领导批示件', '（一）书记批示'],
    ]);
    expect(read.sections.map(({ row }) => row + 1)).toEqual([2, 6, 7]);
    expect(read.totalsRows.map((row) => row + 1)).toEqual([9]);
    expect(read.footerRows.map((row) => row + 1)).toEqual([10, 11, 12]);
    expect(read.spacerRows.map((row) => row + 1)).toEqual([4]);
    expect(read.lastMatterRow + 1).toBe(8);
  });

  test('只填了事项的一行仍是事项，不会当成章节丢掉', () => {
    const read = reading(sheetOf([HEADER, ['', '修路'], [2, '修桥', '水利局']]));
    expect(read.matters.map((matter) => matter.title)).toEqual(['修路', '修桥']);
  });

  test('“一 | 政府工作报告”两格的章节行', () => {
    const read = reading(sheetOf([HEADER, ['一', '政府工作报告'], [1, '修路', '交通局']]));
    expect(read.matters).toHaveLength(1);
    expect(read.matters[0]).toMatchObject({ category: '政府工作报告' });
  });

  test('每页重复的表头和表头下的列号行跳过', () => {
    const read = reading(sheetOf([HEADER, [1, 2, 3, 4, 5, 6], [1, '修路', '交通局'], HEADER, [2, '修桥', '水利局']]));
    expect(read.matters.map((matter) => matter.title)).toEqual(['修路', '修桥']);
  });

  test('几千行只有格式的空行不算什么', () => {
    const read = reading(sheetOf([HEADER, [1, '修路', '交通局'], ...Array.from({ length: 3000 }, () => [''])]));
    expect(read.matters).toHaveLength(1);
    expect(read.spacerRows).toEqual([]);
  });

  test('隐藏的行照读，并且数出来', () => {
    const read = reading(sheetOf([HEADER, [1, '修路', '交通局'], [2, '修桥', '水利局']], { hiddenRows: [3] }));
    expect(read.matters.map((matter) => matter.hidden)).toEqual([false, true]);
    expect(read.hiddenCount).toBe(1);
  });

  test('表格（ListObject）的汇总行不是事项', () => {
    const read = reading(
      sheetOf([HEADER, [1, '修路', '交通局'], ['本期', '', 1]], {
        tables: [{ name: '表1', area: { top: 0, left: 0, bottom: 2, right: 5 }, totals: true }],
      }),
    );
    expect(read.matters).toHaveLength(1);
    expect(read.totalsRows).toEqual([2]);
  });
});

describe('一个事项占几行', () => {
  test('序号、事项、单位竖着合并：一个事项，每行一个阶段', () => {
    const read = reading(
      sheetOf(
        [
          ['序号', '工作目标', '责任主体', '阶段任务', '完成时限', '办理状态'],
          [1, '建水厂', '水利局', '完成设计', '2026-03-31', '已完成'],
          [null, null, null, '开工', '2026-06-30', '正在办理'],
          [null, null, null, '建成', '2026-12-31', ''],
          [2, '修路', '交通局', '建成', '2026-09-30', '已办结'],
        ],
        { merges: ['A2:A4', 'B2:B4', 'C2:C4'] },
      ),
    );
    expect(read.matters).toHaveLength(2);
    const [works, road] = read.matters;
    expect(works!.rows.map((row) => [row.row + 1, row.text, row.status])).toEqual([
      [2, '完成设计', 'closed'],
      [3, '开工', 'open'],
      [4, '建成', 'blank'],
    ]);
    expect(works!.deadline.reading).toMatchObject({ kind: 'date', date: '2026-12-31' });
    expect(works!.status).toBe('open');
    expect(road!.status).toBe('closed');
  });

  test('合并取消后，序号、事项、单位都空着的行仍归上一个事项', () => {
    const read = reading(
      sheetOf([
        ['序号', '工作目标', '责任主体', '阶段任务', '完成时限'],
        [1, '建水厂', '水利局', '设计', '3月'],
        ['', '', '', '开工', '6月'],
        ['', '', '交通局', '修路', '6月'],
      ]),
    );
    expect(read.matters.map((matter) => [matter.title, rowsOf(matter).length])).toEqual([
      ['建水厂', 2],
      [null, 1],
    ]);
  });

  test('类别、单位竖着合并、各行有自己序号：值往下带，仍是几个事项', () => {
    const read = reading(
      sheetOf(
        [
          ['类别', '序号', '督查事项', '责任单位', '完成时限'],
          ['实事', 1, '修路', '交通局', '3月'],
          [null, 2, '修桥', null, '4月'],
        ],
        { merges: ['A2:A3', 'D2:D3'] },
      ),
    );
    expect(read.matters.map((matter) => [matter.category, matter.leadUnits[0]?.unit])).toEqual([
      ['实事', '交通局'],
      ['实事', '交通局'],
    ]);
    expect(read.matters[1]!.cells['leadUnit']).toEqual({ sheet: '督查台账', row: 1, column: 3 });
  });
});

describe('每个格子', () => {
  test('文字日期读得出，并给出改成真日期的办法', () => {
    const read = reading(sheetOf([['2026年督查台账'], HEADER, [1, '修路', '交通局', '3月底前', '', '']]));
    expect(read.matters[0]!.deadline.reading).toMatchObject({ kind: 'date', date: '2026-03-31', text: '3月底前' });
    expect(read.findings).toEqual([
      expect.objectContaining({
        code: 'text-date',
        level: 'warning',
        cell: { sheet: '督查台账', row: 2, column: 3 },
        fix: expect.objectContaining({ before: '3月底前', after: 46112, shown: '2026-03-31' }),
      }),
    ]);
  });

  test('真日期不作声；1904 年制的工作簿按它自己的起点', () => {
    const sheet = sheetOf([HEADER, [1, '修路', '交通局', 44650]], { formats: { D: 'yyyy/m/d' } });
    expect(reading(sheet, { date1904: true }).matters[0]!.deadline.reading).toMatchObject({ date: '2026-03-31' });
    expect(reading(sheet).matters[0]!.deadline.reading).toMatchObject({ date: '2022-03-30' });
    expect(reading(sheet).findings).toEqual([]);
  });

  test.each<[CellValue, string]>([
    ['尽快', 'unreadable-date'],
    [2026.1, 'ambiguous-date'],
    ['#REF!', 'formula-error'],
    [true, 'unreadable-date'],
  ])('时限写 %p：%s', (value, code) => {
    const read = reading(sheetOf([HEADER, [1, '修路', '交通局', value]]));
    expect(read.findings.map((finding) => finding.code)).toEqual([code]);
    expect(read.matters[0]!.deadline.reading.kind).not.toBe('date');
  });

  test('时限列的公式随日期自己变：说出来', () => {
    const read = reading(
      sheetOf([HEADER, [1, '修路', '交通局', 46112]], {
        formats: { D: 'yyyy/m/d' },
        formulas: { D: { 2: '=TODAY()+3' } },
      }),
    );
    expect(read.findings.map((finding) => finding.code)).toEqual(['volatile-formula']);
    expect(read.matters[0]!.deadline.volatile).toBe(true);
  });

  test('办理状态的公式随日期自己变：说出来，显示已办结也不算办结；不随日期变的照算', () => {
    const statusOf = (formula: string) =>
      reading(sheetOf([HEADER, [1, '修路', '交通局', '3月', '已办结']], { formulas: { E: { 2: formula } } }));
    const volatile = statusOf('=IF(TODAY()>1,"已办结","办理中")');
    expect(volatile.findings.map((finding) => finding.code)).toContain('volatile-formula');
    expect(volatile.matters[0]!.status).toBe('unknown');
    expect(statusOf('=IF(F2<>"","已办结","办理中")').matters[0]!.status).toBe('closed');
  });

  test('多余空格、全角数字给出改法', () => {
    const read = reading(sheetOf([HEADER, ['１', ' 修路', '教 育 局', '', '已 办结', '']]));
    expect(read.findings.map(({ code, fix }) => [code, fix?.after])).toEqual([
      ['full-width', '1'],
      ['stray-space', '修路'],
      ['stray-space', '教育局'],
      ['stray-space', '已办结'],
    ]);
    expect(read.matters[0]).toMatchObject({ id: '1', title: '修路', status: 'closed' });
    expect(read.matters[0]!.leadUnits[0]!.unit).toBe('教育局');
  });

  test('是否办结写是：办结；另一列写是否挂起是：暂缓', () => {
    const read = reading(
      sheetOf([
        ['序号', '事项', '责任单位', '是否办结', '是否挂起'],
        [1, '甲', '教育局', '是', '否'],
        [2, '乙', '教育局', '否', '是'],
        [3, '丙', '教育局', '否', ''],
        [4, '丁', '教育局', '', ''],
      ]),
    );
    expect(read.matters.map((matter) => matter.status)).toEqual(['closed', 'suspended', 'open', 'blank']);
  });

  test('密级列写秘密，或标题带密级标志：涉密', () => {
    const read = reading(
      sheetOf([
        ['序号', '事项', '责任单位', '密级', '备注'],
        [1, '甲', '教育局', '秘密', ''],
        [2, '乙', '教育局', '公开', ''],
        [3, '【机密】丙', '教育局', '', ''],
        [4, '涉密人员培训', '教育局', '', ''],
        [5, '戊', '教育局', '', '涉密，不公开'],
        [6, '己', '教育局', '', '非涉密'],
      ]),
    );
    expect(read.matters.map((matter) => matter.classified)).toEqual([true, false, true, false, true, false]);
  });
});

describe('认得出是哪一个事项', () => {
  test('序号不重：认序号；序号重了但事项不同：仍分得开；全一样：不写入', () => {
    const read = reading(
      sheetOf([HEADER, [1, '甲', '教育局'], [1, '乙', '教育局'], ['', '丙', '教育局'], ['', '丙', '教育局']]),
    );
    expect(read.matters.map((matter) => matter.distinct)).toEqual([true, true, false, false]);
    expect(read.findings.map(({ code, cell }) => [code, cell.row + 1])).toEqual([
      ['indistinct-rows', 4],
      ['indistinct-rows', 5],
    ]);
  });
});

test('不论格子里是什么，读台账不出错，也不多出不少行', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom<CellValue>(
      '',
      '#REF!',
      '合计',
      '一、甲',
      '3月',
      '教育局、财政局',
      1e300,
      -1,
      0,
      60,
      2958466,
      '\u0000',
      '😀',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value, value, value, value), { maxLength: 12 }), (rows) => {
      const read = reading(sheetOf([HEADER, ...rows]));
      const covered = read.matters.flatMap((matter) => rowsOf(matter).map((row) => row.row));
      expect(new Set(covered).size).toBe(covered.length);
    }),
    { numRuns: 300 },
  );
});

describe('坏格子', () => {
  const long = (piece: string) => piece.repeat(Math.ceil(32_767 / piece.length)).slice(0, 32_767);
  test.each([
    ['长文字', long('推进项目建设，')],
    ['几千个“局和”', long('局和')],
    ['几千个括号', long('（')],
    ['几千对括号', long('(a)')],
    ['满格空格', `${long(' ').slice(1)}a`],
    ['没有分隔的长名称', ` ${long('街').slice(1)}`],
    ['控制字符', '\u0000\u0001\u0007修路'],
    ['表情', '👷🏽‍♀️修路🚧'],
    ['半个代理对', '\ud83d'],
  ])('%s放在任何一列，都读得完', (_, text) => {
    const rows = HEADER.map((_header, index) => [1, '修路', '交通局', '3月', '', ''].with(index, text));
    const read = reading(sheetOf([[text], HEADER, ...rows]));
    expect(read.matters.length).toBeGreaterThanOrEqual(HEADER.length - 1);
  });
  test.each<[string, number]>([
    ['1899年', -1],
    ['1900年的假2月29日', 60],
    ['9999年之后', 2_958_466],
    ['不是数', Number.NaN],
  ])('%s的日期读不出，说出来', (_, serial) => {
    const read = reading(sheetOf([HEADER, [1, '修路', '交通局', serial]], { formats: { D: 'yyyy/m/d' } }));
    expect(read.findings.map(({ code }) => code)).toEqual(['unreadable-date']);
  });
});
