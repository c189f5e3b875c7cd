import { readSheets, type Wanted } from '../../src/excel/readSheets';
import { talkToExcel } from '../../src/excel/run';
import { surveyWorkbook } from '../../src/excel/survey';
import { newWorkbook, type CellContent } from '../../src/host/xlsx';
import { deskOver, type HostDesk } from '../hostDesk';

const CHUNK = 4_500_000;
/** Counted as the issue does: what must go over the wire by whole chunks, a tenth more. */
const allowed = (bytes: number): number => Math.ceil(Math.ceil(bytes / CHUNK) * 1.1);

const TOO_LARGE = { when: 'after', error: { code: 'ResponsePayloadSizeLimitExceeded', message: '' } } as const;

type Shape = (row: number) => readonly CellContent[];
const text = (length: number): string =>
  '督促有关单位抓紧办理并按时报告'.repeat(Math.ceil(length / 15)).slice(0, length);
/** The same scatter every time. */
const scattered = (row: number, most: number): number => (Math.imul(row + 1, 2654435761) >>> 8) % most;
const ordinary = (row: number, length: number): readonly CellContent[] => [
  row,
  text(length),
  `第${row % 200}局`,
  46_000 + (row % 300),
  46_100 + (row % 300),
  '办理中',
  '',
  '无',
];

const SHAPES: readonly (readonly [string, number, Shape])[] = [
  ['长短差不多的行', 45_000, (row) => ordinary(row, 60 + scattered(row, 60))],
  ['长短悬殊的行', 40_000, (row) => ordinary(row, scattered(row, 10) === 0 ? 900 : 20)],
  ['长文字都在最后三成', 24_000, (row) => ordinary(row, row > 16_800 ? 700 : 10)],
  ['长文字都在开头', 24_000, (row) => ordinary(row, row < 5_000 ? 900 : 15)],
  ['中间一大段空白', 60_000, (row) => (row > 15_000 && row < 45_000 ? [] : ordinary(row, 150))],
  ['越往后越长', 30_000, (row) => ordinary(row, 10 + Math.floor(row / 60))],
  ['一半以后才长，只超出一次能读的一点', 6_000, (row) => ordinary(row, row > 3_000 ? 560 : 30)],
];

let desk: HostDesk;
afterEach(() => desk.close());

async function read(rows: number, shape: Shape, wanted: Omit<Wanted, 'sheet'>, refused = 0) {
  const workbook = newWorkbook();
  const sheet = workbook.sheets[0]!;
  sheet.name = '台账';
  for (let row = 0; row < rows; row += 1) {
    for (const [column, value] of shape(row).entries()) if (value !== '') sheet.setValue(row, column, value);
  }
  desk = deskOver(workbook, '台账.xlsx');
  const survey = await talkToExcel(surveyWorkbook);
  if (!survey.ok) throw new Error(survey.refusal.sentence);
  const [requests, bytes] = [desk.requests(), desk.session.wire.bytesIn];
  if (refused > 0) desk.failNext((ordinal) => (ordinal === refused ? TOO_LARGE : undefined));
  const answered = await talkToExcel((context) => readSheets(context, survey.value, [{ sheet: '台账', ...wanted }]));
  if (!answered.ok) throw new Error(answered.refusal.sentence);
  return {
    sheet: answered.value.sheets[0]!,
    requests: desk.requests() - requests,
    bytes: desk.session.wire.bytesIn - bytes,
  };
}

describe('一次回答装不下的台账，读几次', () => {
  test.each(SHAPES)('%s：不超过下限多一成，一行不少', async (_, rows, shape) => {
    const { sheet, requests, bytes } = await read(rows, shape, {
      columns: 'all',
      formatColumns: [3, 4],
      formulaColumns: [],
    });
    expect(bytes).toBeGreaterThan(CHUNK);
    expect(requests).toBeLessThanOrEqual(allowed(bytes));
    expect(sheet.values).toHaveLength(rows);
    for (const row of [0, 41, Math.floor(rows / 4), Math.floor(rows * 0.8), rows - 1]) {
      const filled = shape(row);
      expect(sheet.values[row]!.slice(0, 8)).toEqual(filled.length === 0 ? new Array(8).fill('') : filled);
    }
    expect(sheet.formats.get(3)).toHaveLength(rows);
  });

  test('很宽的表只读用得着的列，也不多读', async () => {
    const { sheet, requests, bytes } = await read(
      9_000,
      (row) => Array.from({ length: 120 }, (_, column) => (column % 3 === 0 ? text(25) : `${row}-${column}`)),
      { columns: [0, 3, 6, 7, 8, 30, 60, 90, 119], formatColumns: [], formulaColumns: [] },
    );
    expect(requests).toBeLessThanOrEqual(allowed(bytes));
    expect([sheet.values[8_999]![119], sheet.values[8_999]![7]]).toEqual(['8999-119', '8999-7']);
  });

  test('一次装得下的，一次读完', async () => {
    const { requests, bytes } = await read(8_000, (row) => ordinary(row, 60), {
      columns: 'all',
      formatColumns: [3],
      formulaColumns: [],
    });
    expect(bytes).toBeLessThan(CHUNK);
    expect(requests).toBe(1);
  });

  test.each([1, 2, 3])('第%s次的回答被 Excel 以过大为由退回：减半再读，一行不少', async (nth) => {
    const shape: Shape = (row) => ordinary(row, 100);
    const { sheet } = await read(30_000, shape, { columns: 'all', formatColumns: [3], formulaColumns: [] }, nth);
    expect(sheet.values).toHaveLength(30_000);
    for (const row of [0, 11_000, 29_999]) expect(sheet.values[row]).toEqual(shape(row));
    expect(sheet.formats.get(3)).toHaveLength(30_000);
  });
});
