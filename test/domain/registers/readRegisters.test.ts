import { findingSentence } from '../../../src/domain/findingSentence';
import { cellName, type CellValue } from '../../../src/domain/cell';
import { parseCivilDate } from '../../../src/domain/calendar/civilDate';
import { readRegisters } from '../../../src/domain/registers/readRegisters';
import { sheetOf } from '../sheetOf';

const asOf = parseCivilDate('2026-10-31')!;
type Rows = readonly (readonly (CellValue | null)[])[];

function read(sheets: Readonly<Record<string, Rows>>) {
  return readRegisters(
    {
      name: '台账.xlsx',
      date1904: false,
      customXml: new Map(),
      sheets: Object.entries(sheets).map(([name, rows]) => sheetOf(rows, { name })),
    },
    asOf,
  );
}
const problems = (reading: ReturnType<typeof read>) =>
  reading.findings.map(({ code, cell, facts }) => [code, cell.row + 1, facts['column'], facts['problem']]);

test('没有这张表就是没有，空表是一行也没有', () => {
  expect(read({}).registers).toEqual({ directory: null, notices: null, proceedings: null, events: null });
  expect(read({ 文书登记簿: [] }).registers.notices).toEqual([]);
});

describe('单位名录', () => {
  const directory = read({
    单位名录: [
      ['参加考核', '单位', '别名', '成员单位', '承担科室', '督查人员数', '类别'],
      ['', '发改委', '发改局、县发改委', '', '督查科', 2, '政府部门'],
      ['否', '教育局', '', '', '无', 0, ''],
      ['', '各街道', '', '东街街道、西街街道', '', '', ''],
      ['', '发改委', '', '', '', '', ''],
      [],
      ['是', '水利局', '', '', '', '若干', ''],
    ],
  });
  test('列可以换位置，空白的参加考核是参加', () => {
    expect(directory.registers.directory!.map(({ name, assessed }) => [name, assessed])).toEqual([
      ['发改委', true],
      ['教育局', false],
      ['各街道', true],
      ['水利局', true],
    ]);
  });
  test('承担科室：有、无、没填是三回事；人数没填不是零', () => {
    expect(directory.registers.directory!.map(({ section, officers }) => [section.kind, officers])).toEqual([
      ['named', 2],
      ['none', 0],
      ['unknown', null],
      ['unknown', null],
    ]);
  });
  test('重复的单位、读不出的人数指出来', () => {
    expect(problems(directory)).toEqual([
      ['register-row', 5, '单位', 'repeated'],
      ['register-row', 7, '督查人员数', 'unreadable'],
    ]);
  });
});

describe('登记簿里竖着合并的格子', () => {
  const readMerged = (rows: Rows, merges: readonly string[]) =>
    readRegisters(
      {
        name: '台账.xlsx',
        date1904: false,
        customXml: new Map(),
        sheets: [sheetOf(rows, { name: '加减分登记', merges })],
      },
      asOf,
    );
  test('日期、类型合并在几个单位上：每个单位各算一笔', () => {
    const { registers, findings } = readMerged(
      [
        ['日期', '单位', '类型'],
        ['2026-10-1', '交通局', '会议迟到'],
        [null, '水利局', null],
        ['2026-10-2', '水利局', '缺席会议'],
      ],
      ['A2:A3', 'C2:C3'],
    );
    expect(findings).toEqual([]);
    expect(registers.events!.map(({ date, unit, kind }) => [date, unit, kind])).toEqual([
      ['2026-10-01', '交通局', 'meetingLate'],
      ['2026-10-01', '水利局', 'meetingLate'],
      ['2026-10-02', '水利局', 'meetingAbsent'],
    ]);
  });
  test('没有合并的空格还是没有填', () => {
    const { registers, findings } = readMerged(
      [
        ['日期', '单位', '类型'],
        ['2026-10-1', '交通局', '会议迟到'],
        [null, '水利局', '会议迟到'],
      ],
      ['C2:C3'],
    );
    expect(registers.events).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'register-row', facts: { column: '日期', problem: 'blank' } }]);
  });
  test('分值合并在几行上：不知是合起来还是各算，只算第一行，其余说没有填', () => {
    const { registers, findings } = readMerged(
      [
        ['日期', '单位', '类型', '分值', '依据', '备注'],
        ['2026-10-1', '交通局', '其他加减分', -1, '会议纪要', '某主任'],
        ['2026-10-1', '水利局', '其他加减分', null, '会议纪要', '某主任'],
      ],
      ['D2:D3'],
    );
    expect(registers.events!.map(({ unit, points }) => [unit, points])).toContainEqual(['交通局', -1]);
    expect(findings.some(({ facts }) => facts['column'] === '分值' && facts['problem'] === 'blank')).toBe(true);
  });
});

describe('登记簿的列用了别的叫法', () => {
  test('文书种类、文号、发文日期、受文单位照样读', () => {
    const { registers, findings } = read({
      文书登记簿: [
        ['2026年发文登记'],
        ['文书种类', '文号', '发文日期', '受文单位', '督办事项', '回复期限'],
        ['催办单', '〔2026〕1号', '2026-10-9', '交通局', '修路', '3日内'],
      ],
    });
    expect(findings).toEqual([]);
    expect(registers.notices).toMatchObject([
      {
        form: 'reminderNotice',
        number: '〔2026〕1号',
        unit: '交通局',
        replyDue: '2026-10-12',
        matters: { title: '修路' },
      },
    ]);
  });
  test('规定的叫法在先：有主送单位，承办单位就不当主送单位', () => {
    const { registers } = read({
      文书登记簿: [
        ['文书', '日期', '承办单位', '主送单位'],
        ['催办单', '2026-10-9', '财政局', '交通局'],
      ],
    });
    expect(registers.notices).toMatchObject([{ unit: '交通局' }]);
  });
  test('两列都像主送单位：说缺这一列，不猜', () => {
    const reading = read({
      文书登记簿: [
        ['文书', '日期', '承办单位', '受文单位'],
        ['催办单', '2026-10-9', '财政局', '交通局'],
      ],
    });
    expect(problems(reading)).toEqual([['register-row', 1, '主送单位', 'noColumn']]);
  });
  test('登记簿自己的序号不当事项编号', () => {
    const { registers } = read({
      文书登记簿: [
        ['序号', '文书', '日期', '主送单位'],
        [7, '催办单', '2026-10-9', '交通局'],
      ],
    });
    expect(registers.notices).toMatchObject([{ matters: { ids: [] } }]);
  });
});

describe('文书登记簿', () => {
  const header = ['文书', '编号', '日期', '主送单位', '事项编号', '事项', '答复期限', '状态', '上一文书'];
  const reading = read({
    单位名录: [
      ['单位', '别名', '成员单位'],
      ['发改委', '发改局', ''],
      ['教育局', '', ''],
      ['各街道', '', '东街街道、西街街道'],
    ],
    文书登记簿: [
      header,
      ['催办单', '〔2026〕1号', '2026-10-09', '发改局', '12、13', '', '3日内', '', '〔2026〕5号'],
      ['督办通知单', '〔2026〕2号', '2026年10月10日', '教育局、发改委', 12, '修路', '', '作废', ''],
      ['催办单', '〔2026〕3号', '', '教育局', 1, '', '', '', ''],
      ['函', '〔2026〕4号', '2026-10-11', '教育局', 1, '', '', '', ''],
      ['催办单', '〔2026〕5号', '十月', '教育局', 1, '', '', '在途', ''],
      ['约谈', '', '2026-10-20', '各街道', 1, '', '', '已发', ''],
      ['催办单', '〔2026〕6号', '2026-10-21', '档案馆', 1, '', '', '拟稿', ''],
    ],
  });
  test('空白的状态是已发，别名换成单位自己的名称，几个主送单位各收到一份', () => {
    expect(
      reading.registers.notices!.map(({ cell, form, unit, status }) => [cell.row + 1, form, unit, status]),
    ).toEqual([
      [2, 'reminderNotice', '发改委', 'sent'],
      [3, 'supervisionOrder', '教育局', 'void'],
      [3, 'supervisionOrder', '发改委', 'void'],
      [7, 'interview', '东街街道', 'sent'],
      [7, 'interview', '西街街道', 'sent'],
      [8, 'reminderNotice', '档案馆', 'draft'],
    ]);
    expect(reading.registers.notices![0]).toMatchObject({
      number: '〔2026〕1号',
      date: '2026-10-09',
      replyDue: '2026-10-12',
      previous: '〔2026〕5号',
      matters: { ids: ['12', '13'], title: null, ledger: null },
    });
    expect(cellName(reading.registers.notices![0]!.cell)).toBe('文书登记簿!B2');
    expect(reading.registers.notices![1]).toMatchObject({ matters: { ids: ['12'], title: '修路' }, replyDue: null });
  });
  test('读不出的行指出来，不算数', () => {
    expect(problems(reading)).toEqual([
      ['register-row', 4, '日期', 'blank'],
      ['register-row', 5, '文书', 'unknownWord'],
      ['register-row', 6, '状态', 'unknownWord'],
      ['register-row', 6, '日期', 'unreadable'],
      ['unknown-unit', 8, undefined, undefined],
    ]);
  });
  test('缺日期列：整张表读不了，说缺哪一列', () => {
    const lacking = read({
      文书登记簿: [
        ['文书', '编号', '主送单位'],
        ['催办单', '1号', '教育局'],
      ],
    });
    expect(lacking.registers.notices).toEqual([]);
    expect(problems(lacking)).toEqual([['register-row', 1, '日期', 'noColumn']]);
  });
});

describe('办理登记', () => {
  const reading = read({
    办理登记: [
      ['日期', '事项编号', '事项', '单位', '类型', '内容', '新时限', '批准人', '经办人', '台账'],
      ['2026-9-1', 12, '', '教育局', '进展', '已开工', '', '', '', '督查台账'],
      ['2026-9-2', 12, '', '', '延期', '雨季', '10月底', '某市长', '', ''],
      ['2026-9-3', 12, '', '', '延期', '雨季', '', '', '', ''],
      ['2026-9-4', '', '', '', '进展', '', '', '', '', ''],
      ['2026-9-5', 1, '', '', '转办', '', '', '', '', ''],
    ],
  });
  test('新时限可以写10月底', () => {
    expect(reading.registers.proceedings!.map(({ kind, newDeadline }) => [kind, newDeadline])).toEqual([
      ['progress', null],
      ['extension', '2026-10-31'],
      ['extension', null],
    ]);
    expect(reading.registers.proceedings![0]!.matters.ledger).toBe('督查台账');
  });
  test('延期没写新时限、没写事项、类型不认识，都指出来', () => {
    expect(problems(reading)).toEqual([
      ['register-row', 4, '新时限', 'blank'],
      ['register-row', 5, '事项编号', 'noMatter'],
      ['register-row', 6, '类型', 'unknownWord'],
    ]);
  });
});

test('加减分登记：只有其他加减分读分值，并且要有依据；没有写提出或批准人的照计，提醒补上', () => {
  const reading = read({
    加减分登记: [
      ['日期', '单位', '类型', '事项编号', '分值', '依据', '备注'],
      ['2026-9-1', '教育局', '会议迟到', '', -9, '', ''],
      ['2026-9-2', '教育局', '其他加减分', '', '－0.5分', '会议纪要3号', '王某提出'],
      ['2026-9-2', '教育局', '其他加减分', '', 2, '会议纪要5号', ''],
      ['2026-9-3', '教育局', '其他加减分', '', 1, '', ''],
      ['2026-9-4', '教育局', '其他加减分', '', '', '会议纪要4号', ''],
    ],
  });
  expect(reading.registers.events!.map(({ kind, points }) => [kind, points])).toEqual([
    ['meetingLate', null],
    ['manual', -0.5],
    ['manual', 2],
  ]);
  expect(problems(reading)).toEqual([
    ['register-row', 4, '备注', 'nameMissing'],
    ['register-row', 5, '依据', 'blank'],
    ['register-row', 6, '分值', 'blank'],
  ]);
  expect(reading.findings.map(({ level }) => level)).toEqual(['warning', 'error', 'error']);
  expect(findingSentence(reading.findings[0]!)).toContain('没有写明提出或批准人，已按所填分值计算，请在备注里补上姓名');
});

test('节假日：休和班', () => {
  const reading = read({
    节假日: [
      ['名称', '类型', '日期'],
      ['国庆', '休', '2027-10-01'],
      ['补班', '班', '2027-10-09'],
      ['', '节', '2027-10-10'],
    ],
  });
  expect(reading.holidays).toEqual([
    { date: '2027-10-01', kind: 'off' },
    { date: '2027-10-09', kind: 'work' },
  ]);
  expect(problems(reading)).toEqual([['register-row', 4, '类型', 'unknownWord']]);
});
