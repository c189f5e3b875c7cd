import fc from 'fast-check';
import { columnLetters } from '../../../src/domain/cell';
import type { DetectionResult } from '../../../src/domain/ledger/connection';
import { detectLedger, detectLedgers } from '../../../src/domain/ledger/detectHeader';
import type { Field } from '../../../src/domain/ledger/fields';
import { AMBIGUOUS_HEADERS, VOCABULARY } from '../../../src/domain/ledger/vocabulary';
import { sheetOf } from '../sheetOf';

function columnsOf(result: DetectionResult): Record<string, string> {
  if (result.kind !== 'ledger') throw new Error(`not a ledger: ${JSON.stringify(result)}`);
  return Object.fromEntries(
    Object.entries(result.connection.columns).map(([field, mapped]) => [field, columnLetters(mapped.column)]),
  );
}

describe('一行表头', () => {
  test('标题行、单位行下面的表头能认出来', () => {
    const sheet = sheetOf(
      [
        ['2026年重点工作督查台账'],
        ['填报单位：政务督查室', null, null, null, '单位：项'],
        ['序号', '督查事项', '牵头单位', '配合单位', '交办时间', '完成时限', '进展情况', '备注'],
        [1, '修路', '交通局', '财政局', 46000, 46100, '正在办理', ''],
      ],
      { merges: ['A1:H1'] },
    );
    const result = detectLedger(sheet);
    expect(columnsOf(result)).toEqual({
      id: 'A',
      title: 'B',
      leadUnit: 'C',
      coUnits: 'D',
      assignedOn: 'E',
      deadline: 'F',
      progress: 'G',
      note: 'H',
    });
    expect(result).toMatchObject({ connection: { headerTop: 2, headerBottom: 2, leadReading: 'allLead' }, doubts: [] });
  });

  test('表头里有换行、空格、星号、全角括号，照样认得', () => {
    const sheet = sheetOf([['序 号*', '督查\n事项', '责任\r\n单位', '办结时限（天）', '备　注']]);
    const result = detectLedger(sheet);
    expect(columnsOf(result)).toEqual({ id: 'A', title: 'B', leadUnit: 'C', deadline: 'D', note: 'E' });
    expect(result).toMatchObject({ connection: { deadlineInDays: 'natural', leadReading: 'firstLeads' } });
  });

  test('办理时限（工作日）按工作日数', () => {
    expect(detectLedger(sheetOf([['序号', '事项', '办理时限（工作日）']]))).toMatchObject({
      connection: { deadlineInDays: 'working' },
    });
    expect(detectLedger(sheetOf([['序号', '事项', '办理时限']]))).toMatchObject({
      connection: { deadlineInDays: null },
    });
  });

  test('表不从左上角开始也能认', () => {
    const sheet = sheetOf([['编号', '议定事项', '承办单位']], { top: 6, left: 2 });
    const result = detectLedger(sheet);
    expect(columnsOf(result)).toEqual({ id: 'C', title: 'D', leadUnit: 'E' });
    expect(result).toMatchObject({ connection: { headerTop: 6 } });
  });

  test('分管领导、责任领导是领导，不是单位', () => {
    expect(columnsOf(detectLedger(sheetOf([['事项', '责任领导', '责任单位']])))).toEqual({
      title: 'A',
      instructingLeader: 'B',
      leadUnit: 'C',
    });
  });

  test('任务要求在没有事项列时是事项，有事项列时是要求', () => {
    expect(columnsOf(detectLedger(sheetOf([['会议名称', '任务要求', '责任单位', '备注']])))).toMatchObject({
      title: 'B',
      source: 'A',
    });
    expect(columnsOf(detectLedger(sheetOf([['督查事项', '任务要求', '责任单位']])))).toMatchObject({
      title: 'A',
      requirement: 'B',
    });
  });

  test('要求、限办日期、领导要求办结日期、延期期限、是否同意延期、主责部门', () => {
    const header = [
      ['事项', '要求', '主责部门', '限办日期', '领导要求办结日期', '延期期限', '是否同意延期', '办结日期'],
    ];
    expect(columnsOf(detectLedger(sheetOf(header)))).toEqual({
      title: 'A',
      requirement: 'B',
      leadUnit: 'C',
      deadline: 'D',
      leaderDeadline: 'E',
      extendedTo: 'F',
      extensionApprover: 'G',
      closedOn: 'H',
    });
  });

  test('办理状态、是否办结、是否挂起三列都作状态读', () => {
    const result = detectLedger(sheetOf([['事项', '责任单位', '办理状态', '是否办结', '是否挂起']]));
    expect(columnsOf(result)).toMatchObject({ status: 'C' });
    expect(result).toMatchObject({
      connection: {
        moreStatus: [
          { column: 3, header: '是否办结' },
          { column: 4, header: '是否挂起' },
        ],
      },
    });
  });

  test('逾期天数、催办次数这样的列不当时限', () => {
    expect(columnsOf(detectLedger(sheetOf([['事项', '责任单位', '逾期天数', '催办次数', '延期原因']])))).toEqual({
      title: 'A',
      leadUnit: 'B',
    });
  });
});

describe('完成时间', () => {
  test('只有它一列时间：两种读法都可能，问', () => {
    const result = detectLedger(sheetOf([['序号', '事项', '责任单位', '完成时间']]));
    expect(result).toMatchObject({
      kind: 'ledger',
      doubts: [{ column: 3, header: '完成时间', candidates: ['deadline', 'closedOn'] }],
    });
    expect(columnsOf(result)).not.toHaveProperty('deadline');
    expect(columnsOf(result)).not.toHaveProperty('closedOn');
  });
  test('另有完成时限：它是办结日期', () => {
    expect(columnsOf(detectLedger(sheetOf([['事项', '责任单位', '完成时限', '完成时间']])))).toMatchObject({
      deadline: 'C',
      closedOn: 'D',
    });
  });
  test('另有办结日期：它是时限', () => {
    expect(columnsOf(detectLedger(sheetOf([['事项', '责任单位', '完成时间', '办结日期']])))).toMatchObject({
      deadline: 'C',
      closedOn: 'D',
    });
  });
  test('上一级表头写时间节点：它是时限；写实际：它是办结日期', () => {
    const under = (parent: string) =>
      sheetOf(
        [
          ['序号', '事项', '责任单位', parent, null],
          [null, null, null, '启动时间', '完成时间'],
        ],
        { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'] },
      );
    expect(columnsOf(detectLedger(under('时间节点')))).toMatchObject({ assignedOn: 'D', deadline: 'E' });
    expect(columnsOf(detectLedger(under('实际时间')))).toMatchObject({ closedOn: 'E' });
  });
});

describe('两行、三行表头', () => {
  test('两行表头：横向、纵向合并', () => {
    const sheet = sheetOf(
      [
        ['2026年重点项目台账'],
        ['序号', '工作目标', '责任主体', '工作标准', null, '时间节点', null, '备注'],
        [null, null, null, '年度\n投资', '工作\n标准', '启动\n时间', '完成\n时间', null],
        [1, '建设', '住建局', '1亿', '开工', '1月', '12月', ''],
      ],
      { merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'H2:H3'] },
    );
    const result = detectLedger(sheet);
    expect(result).toMatchObject({ connection: { headerTop: 1, headerBottom: 2 } });
    expect(columnsOf(result)).toEqual({
      id: 'A',
      title: 'B',
      leadUnit: 'C',
      requirement: 'E',
      assignedOn: 'F',
      deadline: 'G',
      note: 'H',
    });
  });

  test('两行表头，合并被取消了，也认得', () => {
    const sheet = sheetOf([
      ['序号', '事项', '责任单位', '', '时限', '催办', ''],
      ['', '', '牵头', '配合', '', '编号', '日期'],
      [1, '修路', '交通局', '财政局', '3月', '〔2026〕1号', 46000],
    ]);
    const result = detectLedger(sheet);
    expect(result).toMatchObject({ connection: { headerTop: 0, headerBottom: 1 } });
    expect(columnsOf(result)).toMatchObject({ leadUnit: 'C', coUnits: 'D', deadline: 'E', reminderOn: 'G' });
  });

  test('三行表头', () => {
    const sheet = sheetOf(
      [
        ['基本情况', null, '责任落实', null, null, '办理', null],
        ['序号', '督查事项', '责任单位', null, '责任人', '时间', null],
        [null, null, '牵头单位', '配合单位', null, '完成时限', '办结时间'],
        [1, '修路', '交通局', '财政局', '某某', '3月', ''],
      ],
      { merges: ['A1:B1', 'C1:E1', 'F1:G1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:G2'] },
    );
    const result = detectLedger(sheet);
    expect(columnsOf(result)).toEqual({
      id: 'A',
      title: 'B',
      leadUnit: 'C',
      coUnits: 'D',
      person: 'E',
      deadline: 'F',
      closedOn: 'G',
    });
    expect(result).toMatchObject({ connection: { headerBottom: 2 } });
  });

  test('表头下面的第一行数据不当表头', () => {
    const sheet = sheetOf([
      ['序号', '事项', '责任单位', '', '时限'],
      ['一', '修路', '交通局', '财政局', '3月'],
    ]);
    expect(detectLedger(sheet)).toMatchObject({ connection: { headerTop: 0, headerBottom: 0 } });
  });
});

describe('不是台账，或者说不清', () => {
  test('没有事项列：说缺什么', () => {
    expect(detectLedger(sheetOf([['序号', '责任单位', '时限']]))).toEqual({
      kind: 'noHeader',
      sheet: '督查台账',
      unread: { missing: ['title'], nearest: { row: 0, fields: 3 } },
    });
    expect(detectLedger(sheetOf([['序号', '事项', '备注']]))).toMatchObject({
      unread: { missing: ['leadUnit', 'deadline'] },
    });
    expect(detectLedger(sheetOf([]))).toMatchObject({
      kind: 'noHeader',
      unread: { missing: ['title', 'leadUnit', 'deadline'], nearest: null },
    });
  });

  test('同一张表里两个不一样的表头同样像：问哪一个', () => {
    const sheet = sheetOf([
      ['序号', '事项', '责任单位', '时限'],
      [1, '修路', '交通局', '3月'],
      [],
      ['事项', '序号', '时限', '责任单位'],
      ['修桥', 1, '4月', '水利局'],
    ]);
    expect(detectLedger(sheet)).toMatchObject({ kind: 'twoHeaders', candidates: [{ headerTop: 0 }, { headerTop: 3 }] });
  });

  test('同一个表头在下面重复一遍，不算两个', () => {
    const header = ['序号', '事项', '责任单位', '时限'];
    expect(detectLedger(sheetOf([header, [1, '修路', '交通局', '3月'], header]))).toMatchObject({
      kind: 'ledger',
      connection: { headerTop: 0 },
    });
  });

  test('登记簿和结果表不是台账，隐藏的表不看', () => {
    const header = [['序号', '事项', '责任单位', '时限']];
    const names = ['文书登记簿', '办理登记', '单位名录', '考核计分 2026-10', '计分明细 2026-10', '台账核对 2026-10-31'];
    const sheets = [
      ...names.map((name) => sheetOf(header, { name })),
      sheetOf(header, { name: '旧台账', visible: false }),
      sheetOf(header, { name: '督查通报事项台账' }),
    ];
    const found = detectLedgers({ name: '台账.xlsx', date1904: false, sheets, customXml: new Map() });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'ledger', connection: { sheet: '督查通报事项台账' } });
  });

  test('责任单位1、责任单位2：第一列是责任单位，第二列问', () => {
    const result = detectLedger(sheetOf([['事项', '责任单位1', '责任单位2', '时限']]));
    expect(columnsOf(result)).toEqual({ title: 'A', leadUnit: 'B', deadline: 'D' });
    expect(result).toMatchObject({ doubts: [{ column: 2, header: '责任单位2', candidates: ['leadUnit', 'coUnits'] }] });
  });

  test('两列都写责任单位：问', () => {
    expect(detectLedger(sheetOf([['事项', '责任单位', '责任部门', '时限']]))).toMatchObject({
      doubts: [{ column: 2, header: '责任部门', candidates: ['leadUnit', 'coUnits'] }],
    });
  });
});

describe('词表里任意组合的表头', () => {
  const fields = (Object.keys(VOCABULARY) as Field[]).filter((field) => field !== 'title' && field !== 'leadUnit');
  const word = (field: Field) =>
    fc.constantFrom(...VOCABULARY[field].flat().filter((text) => !AMBIGUOUS_HEADERS.has(text)));
  const layout = fc
    .tuple(
      fc.shuffledSubarray(fields),
      fc.nat({ max: 1_000_000 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 3 }),
    )
    .chain(([others, seed, top, left]) => {
      const all: Field[] = [...others];
      all.splice(seed % (all.length + 1), 0, 'title');
      all.splice(seed % (all.length + 1), 0, 'leadUnit');
      return fc.record({
        fields: fc.constant(all),
        words: fc.tuple(...all.map(word)),
        top: fc.constant(top),
        left: fc.constant(left),
      });
    });

  test('每一列都认成自己的字段', () => {
    fc.assert(
      fc.property(layout, ({ fields: wanted, words, top, left }) => {
        const found = columnsOf(detectLedger(sheetOf([['某某台账'], words], { top, left })));
        expect(found).toEqual(Object.fromEntries(wanted.map((field, index) => [field, columnLetters(left + index)])));
      }),
      { numRuns: 300 },
    );
  });
});

test('表头的合并伸到最后一行以下：表头只到有字的那一行', () => {
  const sheet = sheetOf([['序号', '督查事项', '责任单位', '办结时限']], { merges: ['A1:A3'] });
  expect(detectLedger(sheet)).toMatchObject({ connection: { headerTop: 0, headerBottom: 0 } });
});

test('不论表里写什么、怎么合并，认表头都不出错', () => {
  const value = fc.oneof(
    fc.constantFrom('', '序号', '督查事项', '责任单位', '完成时间', '时限', '一、甲', '合计', '#REF!'),
    fc.string({ maxLength: 8 }),
    fc.double(),
    fc.boolean(),
  );
  const merge = fc
    .tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 3 }), fc.nat({ max: 3 }))
    .map(([top, left, down, right]) => ({ top, left, bottom: top + down, right: left + right }));
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 8 }),
      fc.array(merge, { maxLength: 3 }),
      (rows, merges) => {
        const found = detectLedger({ ...sheetOf(rows), merges });
        if (found.kind !== 'ledger') return;
        expect(found.connection.headerBottom).toBeLessThan(rows.length);
        const columns = Object.values(found.connection.columns).map(({ column }) => column);
        expect(new Set(columns).size).toBe(columns.length);
      },
    ),
    { numRuns: 300 },
  );
});
