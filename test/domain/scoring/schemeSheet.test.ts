import { cellName } from '../../../src/domain/cell';
import type { CellValue } from '../../../src/domain/cell';
import { findingSentence } from '../../../src/domain/findingSentence';
import type { RuleSet } from '../../../src/domain/ruleSet';
import { readSchemeSheet, schemeRows, type SchemeReading } from '../../../src/domain/scoring/schemeSheet';
import { event, matter, notice } from '../builders';
import { sheetOf } from '../sheetOf';
import { bureau, county, dengzhou, score, withScheme } from './scoring';

const ALL = [dengzhou, county, bureau, withScheme('liangshan-2010', null)];
const COLUMN = { 条款: 0, 规则: 1, 对象: 2, 分值: 3, 封顶: 4, 说明: 5 } as const;

type Edit = (rows: CellValue[][], row: (object: string) => CellValue[]) => void;

function edited(ruleSet: RuleSet, edit: Edit = () => undefined): SchemeReading {
  const rows = schemeRows(ruleSet).map((row) => [...row]);
  edit(rows, (object) => rows.find((row) => row[COLUMN.对象] === object)!);
  return readSchemeSheet(sheetOf(rows, { name: '计分方案' }), ALL);
}

const said = ({ findings }: SchemeReading): readonly string[] =>
  findings.map(({ cell, facts }) => `${cellName(cell)} ${String(facts['reason'])}`);

test.each([dengzhou, county, bureau])('$id 写成表再读回，方案不变，没有意见', (ruleSet) => {
  const reading = edited(ruleSet);
  expect(reading).toEqual({ ruleSet, findings: [] });
});

test('改“分值”就改计分，行里注明计分方案表所定', () => {
  const { ruleSet, findings } = edited(dengzhou, (_, row) => (row('催办单')[COLUMN.分值] = -0.3));
  expect(findings).toEqual([]);
  const result = score({
    ruleSet: ruleSet!,
    asOf: '2026-10-31',
    matters: [matter()],
    registers: { notices: [notice()] },
  });
  expect(result.of('交通局').total).toBe(99.7);
  expect(result.of('交通局').lines[1]?.clause).toMatch(/扣0\.2分”；计分方案表定为-0\.3分$/);
});

test('改“封顶”就改封顶', () => {
  const { ruleSet } = edited(county, (_, row) => (row('表彰加分封顶')[COLUMN.封顶] = 8));
  const result = score({
    ruleSet: ruleSet!,
    asOf: '2026-10-31',
    matters: [matter({ category: '建议提案', deadline: matter().closedOn })],
    registers: { events: [event({ kind: 'commendedMatter' }), event({ kind: 'commendedMatter' })] },
  });
  expect(result.of('交通局').total).toBe(108);
});

test('写成“－0.3分”“０”的也读得懂', () => {
  const { ruleSet, findings } = edited(dengzhou, (_, row) => {
    row('催办单')[COLUMN.分值] = '－0.3分';
    row('约谈')[COLUMN.分值] = '０';
  });
  expect(findings).toEqual([]);
  const points = ruleSet!.scheme!.rules.flatMap((rule) => ('points' in rule ? [[rule.id, rule.points]] : []));
  expect(points).toEqual(
    expect.arrayContaining([
      ['reminder', -0.3],
      ['interview', 0],
    ]),
  );
});

describe('坏行退回，说明格子和原因，按文件原分值计', () => {
  test.each<[string, Edit, string]>([
    ['分值不是数', (_, row) => (row('催办单')[COLUMN.分值] = '半分'), '计分方案!D4 notANumber'],
    ['分值空白', (_, row) => (row('催办单')[COLUMN.分值] = ''), '计分方案!D4 amountMissing'],
    ['扣分写成正数', (_, row) => (row('催办单')[COLUMN.分值] = 0.2), '计分方案!D4 signReversed'],
    ['加分写成负数', (_, row) => (row('通报表扬')[COLUMN.分值] = -1), '计分方案!D12 signReversed'],
    ['初始分为负', (_, row) => (row('初始分')[COLUMN.分值] = -1), '计分方案!D3 negative'],
    [
      '对象不在规定的说法里',
      (rows) => rows.push(['五', '每次计分', '没带材料', -1, '', '']),
      '计分方案!C16 unknownRule',
    ],
    ['没有这样的规则', (rows) => rows.push(['五', '酌情扣分', '没带材料', -1, '', '']), '计分方案!B16 unknownRule'],
    ['规则改成别的一种', (_, row) => (row('催办单')[COLUMN.规则] = '每单位一次'), '计分方案!B4 kindDiffers'],
    ['封顶填在没有封顶的规则上', (_, row) => (row('催办单')[COLUMN.封顶] = 2), '计分方案!E4 wrongColumn'],
    ['其他加减分填了分值', (_, row) => (row('其他加减分')[COLUMN.分值] = -1), '计分方案!D14 wrongColumn'],
    [
      '自定的一行没有条款',
      (rows) => rows.push(['', '每次计分', '无工作方案', -1, '', '']),
      '计分方案!A16 clauseMissing',
    ],
    ['同一规则两行', (rows) => rows.push(['五', '每次计分', '催办单', -1, '', '']), '计分方案!B16 duplicate'],
  ])('%s', (_, edit, expected) => {
    const reading = edited(dengzhou, edit);
    expect(said(reading)).toEqual([expected]);
    expect(reading.findings[0]?.level).toBe('error');
    expect(reading.ruleSet).toEqual(dengzhou);
  });
  test('封顶不是数、封顶空白、分值填在只有封顶的规则上：各指到那一格', () => {
    const reading = edited(county, (_, row) => {
      row('表彰加分封顶')[COLUMN.封顶] = '二十';
      row('办理时限扣完为止')[COLUMN.封顶] = '';
      row('任务完成扣完为止')[COLUMN.分值] = -80;
    });
    const columns = reading.findings.map(({ cell, facts }) => [cell.column, facts['reason']]);
    expect(columns).toEqual(
      expect.arrayContaining([
        [COLUMN.封顶, 'notANumber'],
        [COLUMN.封顶, 'amountMissing'],
        [COLUMN.分值, 'wrongColumn'],
      ]),
    );
    expect(columns).toHaveLength(3);
    expect(reading.ruleSet).toEqual(county);
  });
  test('每一种拒收都说得出是哪条规则、怎么改', () => {
    const reading = edited(dengzhou, (rows, row) => {
      row('催办单')[COLUMN.规则] = '每单位一次';
      row('约谈')[COLUMN.封顶] = 2;
      rows.push(['', '每次计分', '无工作方案', -1, '', '']);
    });
    expect(reading.findings.map(findingSentence)).toEqual([
      '第4行B列：“催办单”的规则是“每次计分”，表里写成了“每单位一次”；只能改分值、封顶，改回之前不计分。',
      '第6行E列：“约谈”没有封顶，不能填2，删去之前不计分。',
      '第16行A列：本单位自定的“无工作方案”没有写条款，写明之前不计分。',
    ]);
  });
  test('说明一栏怎么写都行', () => {
    expect(edited(dengzhou, (_, row) => (row('催办单')[COLUMN.说明] = '局务会议定'))).toEqual({
      ruleSet: dengzhou,
      findings: [],
    });
  });
  test('封顶为负、分值为负、转移合计为零', () => {
    const reading = edited(county, (_, row) => {
      row('表彰加分封顶')[COLUMN.封顶] = -1;
      row('建议提案')[COLUMN.分值] = -15;
      row('任务完成分值转移')[COLUMN.分值] = 0;
    });
    expect(reading.findings.map(({ facts }) => facts['reason'])).toEqual(['negative', 'negative', 'negative']);
    expect(reading.ruleSet).toEqual(county);
  });
});

test('删去一行：按文件原分值计，并提示', () => {
  const reading = edited(dengzhou, (rows) => rows.splice(3, 1));
  expect(reading.findings).toMatchObject([{ level: 'info', facts: { reason: 'rowMissing', rule: '催办单' } }]);
  expect(reading.ruleSet).toEqual(dengzhou);
});

test('本单位可以给别的登记事项自定分值，引本单位方案', () => {
  const { ruleSet, findings } = edited(county, (rows) => rows.push(['补充一', '每次计分', '缺席会议', -0.5, '', '']));
  expect(findings).toEqual([]);
  const result = score({
    ruleSet: ruleSet!,
    asOf: '2026-10-31',
    matters: [matter({ category: '建议提案', deadline: matter().closedOn })],
    registers: { events: [event({ kind: 'meetingAbsent' })] },
  });
  expect(result.of('交通局').total).toBe(99.5);
  expect(result.of('交通局').lines[1]).toMatchObject({ rule: 'meetingAbsent', clause: '本单位计分方案补充一' });
});

test('000 在表里填了分值，就不再问', () => {
  const { ruleSet, findings } = edited(bureau, (_, row) => {
    row('初始分')[COLUMN.分值] = 100;
    row('表彰加分')[COLUMN.分值] = 2;
  });
  expect(findings).toEqual([]);
  expect(ruleSet?.scheme?.amountsMissing.map(({ rule }) => rule)).toEqual(['criticism']);
});

describe('表里是哪个方案', () => {
  test('“方案”一行写明的', () => expect(edited(county).ruleSet?.id).toBe('county-2023'));
  test('没有“方案”一行：看各行最合哪个', () => {
    expect(edited(county, (rows) => rows.splice(1, 1)).ruleSet?.id).toBe('county-2023');
  });
  test('写了不认识的方案：不读，指到那一格', () => {
    const reading = edited(county, (rows) => (rows[1]![COLUMN.对象] = '某方案'));
    expect(reading.ruleSet).toBeNull();
    expect(said(reading)).toEqual(['计分方案!C2 unknownRuleSet']);
  });
  test('空表：不读', () => expect(edited(county, (rows) => rows.splice(1)).ruleSet).toBeNull());
  test('没有分值表的文件（002、004）也可以选', () => {
    expect(edited(ALL[3]!)).toEqual({ ruleSet: ALL[3], findings: [] });
  });
});

test('列名按名称找，次序不论；缺“分值”列则不读，并说明', () => {
  const order = [3, 2, 5, 1];
  const rows = schemeRows(dengzhou).map((row) => order.map((index) => row[index]!));
  expect(readSchemeSheet(sheetOf(rows), ALL)).toEqual({ ruleSet: dengzhou, findings: [] });
  const without = schemeRows(dengzhou).map((row) => row.slice(0, 3));
  expect(readSchemeSheet(sheetOf(without), ALL)).toMatchObject({
    ruleSet: null,
    findings: [{ facts: { reason: 'columnMissing', columns: ['分值'] } }],
  });
});

test('也认规则的英文代号', () => {
  const rows = [
    ['规则', '对象', '分值'],
    ['方案', 'dengzhou-2018', ''],
    ['reminder', '责任单位', -0.4],
  ];
  const rule = readSchemeSheet(sheetOf(rows), ALL).ruleSet?.scheme?.rules.find(({ id }) => id === 'reminder');
  expect(rule).toMatchObject({ points: -0.4 });
});
