import { readSheets } from '../../src/excel/readSheets';
import { talkToExcel } from '../../src/excel/run';
import { surveyWorkbook, type Survey } from '../../src/excel/survey';
import { deskOver, deskWith, type HostDesk } from '../hostDesk';
import { newWorkbook, type CellContent } from '../../src/host/xlsx';

async function surveyed(): Promise<Survey> {
  const looked = await talkToExcel(surveyWorkbook);
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  return looked.value;
}

const ledger = (rows: number, wide = 6): (CellContent | string)[][] => [
  ['序号', '督查事项', '牵头单位', '办结时限', ...Array.from({ length: wide - 4 }, (_, index) => `备用${index}`)],
  ...Array.from({ length: rows }, (_, row) => [
    row + 1,
    `第${row + 1}项`,
    '交通局',
    46000 + row,
    ...new Array<string>(wide - 4).fill('空'),
  ]),
];

describe('查看工作簿', () => {
  let desk: HostDesk;
  afterEach(() => desk.close());

  test('不论多少行，两次请求', async () => {
    desk = deskWith('台账', ledger(5000));
    const survey = await surveyed();
    expect(desk.requests()).toBe(2);
    expect(survey.sheets[0]!.used).toEqual({ top: 0, left: 0, bottom: 5000, right: 5 });
    expect(survey.sheets[0]!.head.values).toHaveLength(40);
  });

  test('一千张工作表：一次请求装不下，分几次查看，一张不少', async () => {
    const workbook = newWorkbook();
    for (let count = 2; count <= 1000; count += 1) workbook.addSheet(`表${count}`).setValue(0, 0, count);
    desk = deskOver(workbook, '台账.xlsx');
    const survey = await surveyed();
    expect(survey.sheets.map(({ head }) => head.values[0]?.[0] ?? null)).toEqual([
      null,
      ...Array.from({ length: 999 }, (_, index) => index + 2),
    ]);
    expect(desk.requests()).toBeLessThan(10);
  });

  test('空工作表没有数据区，也不出错', async () => {
    desk = deskWith('台账', []);
    expect((await surveyed()).sheets[0]).toMatchObject({ used: null, head: { values: [] } });
  });

  test('合并单元格超过五百一十二处（Excel 一次答不出），分块读全，一处不少', async () => {
    const workbook = newWorkbook();
    const sheet = workbook.sheets[0]!;
    ledger(1400).forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
    const merges = Array.from({ length: 700 }, (_, index) => ({
      top: 1 + 2 * index,
      left: 1,
      bottom: 2 + 2 * index,
      right: 1,
    }));
    sheet.setMerges(merges);
    desk = deskOver(workbook, '台账.xlsx');
    const read = (await surveyed()).sheets[0]!.head.merges;
    expect([...read].sort((a, b) => a.top - b.top)).toEqual(merges);
  });

  test('隐藏的行读得出是哪几行', async () => {
    desk = deskWith('台账', ledger(20));
    for (const row of [3, 4, 9]) desk.workbook.sheets[0]!.setRowHidden(row, true);
    const survey = await surveyed();
    const read = await talkToExcel((context) =>
      readSheets(context, survey, [{ sheet: '台账', columns: 'all', formatColumns: [3], formulaColumns: [] }]),
    );
    expect(read.ok && read.value.sheets[0]!.hiddenRows).toEqual([
      { first: 3, last: 4 },
      { first: 9, last: 9 },
    ]);
  });
});

test('头几行里有一行三十格各三万字、又是末一行：不为看末行再读一遍，照样看得完', async () => {
  const desk = deskWith('台账', ledger(2, 40));
  for (let column = 6; column < 36; column += 1) desk.workbook.sheets[0]!.setValue(2, column, '长'.repeat(32_000));
  const survey = await surveyed();
  expect(survey.sheets[0]!.head.values[2]![35]).toHaveLength(32_000);
  desk.close();
});

describe('读取数据', () => {
  test('只读要用的列，标题和表头照样在', async () => {
    const desk = deskWith('台账', ledger(100, 60));
    const survey = await surveyed();
    const before = desk.requests();
    const read = await talkToExcel((context) =>
      readSheets(context, survey, [{ sheet: '台账', columns: [1, 3], formatColumns: [3], formulaColumns: [] }]),
    );
    if (!read.ok) throw new Error(read.refusal.sentence);
    const { values } = read.value.sheets[0]!;
    expect(desk.requests() - before).toBe(1);
    expect(values[0]![59]).toBe('备用55');
    expect(values[100]!.slice(0, 5)).toEqual(['', '第100项', '', 46099, '']);
    desk.close();
  });

  test('一次装不下就分几次读，行数、内容不错位，次数接近字节数除以四兆半', async () => {
    const desk = deskWith('台账', ledger(60_000, 12));
    const survey = await surveyed();
    desk.session.resetWire();
    const before = desk.requests();
    const read = await talkToExcel((context) =>
      readSheets(context, survey, [{ sheet: '台账', columns: 'all', formatColumns: [], formulaColumns: [] }]),
    );
    if (!read.ok) throw new Error(read.refusal.sentence);
    const { values } = read.value.sheets[0]!;
    expect(values).toHaveLength(60_001);
    expect(values.every((row, index) => index === 0 || row[0] === index)).toBe(true);
    const least = Math.ceil(desk.session.wire.bytesIn / 4_500_000);
    expect(desk.requests() - before).toBeGreaterThanOrEqual(least);
    expect(desk.requests() - before).toBeLessThanOrEqual(least * 2);
    desk.close();
  });
});
