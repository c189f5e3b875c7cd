import { readAgain } from '../../../src/app/reading/readAgain';
import { review } from '../../../src/app/reading/review';
import { reviewAgain } from '../../../src/app/reading/reviewAgain';
import { cellAddress } from '../../../src/domain/cell';
import { deskWith, type HostDesk } from '../../hostDesk';
import { bookAtHand, expectAlike, type Book } from './reviewedAgain';

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态'],
  [1, '修路', '交通局', '2026-3-1', '2026-5-31', '办理中'],
  [2, '建桥', '交通局', '2026-3-1', '2026-12-31', '办理中'],
];
const HEADER = ['日期', '事项编号', '事项', '类型', '内容'];

/** 办理登记表头下有这么多行。 */
function deskOf(rows: number): HostDesk {
  const desk = deskWith('督查台账', LEDGER);
  const register = desk.workbook.addSheet('办理登记');
  HEADER.forEach((header, column) => register.setValue(0, column, header));
  for (let row = 1; row <= rows; row += 1) {
    ['2026-6-1', 1, '修路', '进展', `第${row}次`].forEach((value, column) => register.setValue(row, column, value));
  }
  return desk;
}

/** 在这张表的这几格写上这些以后，改了的格另读出来的。 */
async function written(
  desk: HostDesk,
  book: Book,
  sheet: string,
  cells: readonly (readonly [row: number, column: number, value: string | number])[],
): ReturnType<typeof readAgain> {
  const { id } = book.reading.survey.sheets.find(({ head }) => head.name === sheet)!.head;
  const changes = cells.map(([row, column, value]) => {
    desk.session.userEdits(sheet, { top: row, left: column, bottom: row, right: column }, value);
    return { sheetId: id, address: cellAddress(row, column), inPlace: true, remote: false };
  });
  return readAgain(book.connecting, book.reading, changes);
}

describe('登记簿最后一行下面写字', () => {
  // The head of a sheet is its first forty rows.
  test.each([3, 39, 60])('表头下有%i行，一格一格写上新的一行：只读这几格，与全部重读、重新核对一样', async (rows) => {
    const desk = deskOf(rows);
    let book = await bookAtHand('county-2023');
    let now = review(book.reading, book.request);
    const row = rows + 1;
    for (const [column, value] of ['2026-9-1', 2, '建桥', '延期'].entries()) {
      const before = desk.requests();
      const read = await written(desk, book, '办理登记', [[row, column, value]]);
      expect(desk.requests() - before).toBe(1);
      if (!read.ok || read.value === null) throw new Error('全部重读了');
      const fresh = await bookAtHand('county-2023');
      const [sheets, anew] = [read.value.reading, fresh.reading].map(({ survey, snapshot }) => ({
        snapshot,
        survey: survey.sheets.map(({ further: _, ...sheet }) => sheet),
      }));
      expect(sheets).toEqual(anew);
      const again = reviewAgain(now, book.request, read.value);
      expect(again).not.toBeNull();
      expectAlike(now, again!, review(read.value.reading, book.request));
      now = again!;
      book = { ...book, ...read.value };
    }
    expect(now.registers.proceedings).toHaveLength(rows + 1);
    expect(now.histories.get('督查台账!3')?.proceedings).toHaveLength(1);
    desk.close();
  });

  test('一次写几行、中间空一行：空行不算登记', async () => {
    const desk = deskOf(3);
    const book = await bookAtHand('county-2023');
    const rows = [4, 6].flatMap((row) =>
      ['2026-9-1', 2, '建桥', '进展'].map((each, column) => [row, column, each] as const),
    );
    const read = await written(desk, book, '办理登记', rows);
    if (!read.ok || read.value === null) throw new Error('全部重读了');
    expect(read.value.reading.snapshot).toEqual((await bookAtHand('county-2023')).reading.snapshot);
    const before = review(book.reading, book.request);
    const again = reviewAgain(before, book.request, read.value)!;
    expectAlike(before, again, review(read.value.reading, book.request));
    expect(again.registers.proceedings?.map(({ cell }) => cell.row)).toEqual([1, 2, 3, 4, 6]);
    desk.close();
  });

  test.each([
    ['台账下面写新的一件', '督查台账', [[3, 1, '种树']]],
    ['写到登记簿右边没有用过的列', '办理登记', [[4, 9, '另记']]],
    ['隔得很远', '办理登记', [[400, 0, '2026-9-1']]],
    ['写的是公式', '办理登记', [[4, 4, '=1+1']]],
  ] as const)('%s：全部重读', async (_what, sheet, cells) => {
    const desk = deskOf(3);
    const book = await bookAtHand('county-2023');
    expect(await written(desk, book, sheet, cells)).toEqual({ ok: true, value: null });
    desk.close();
  });

  test('登记簿里有表格（会自己把新的一行收进去）：全部重读', async () => {
    const desk = deskOf(3);
    const { reading, ...book } = await bookAtHand('county-2023');
    const table = { name: '登记', area: { top: 0, left: 0, bottom: 3, right: 4 }, totals: false };
    const sheets = reading.survey.sheets.map((own) => ({ ...own, head: { ...own.head, tables: [table] } }));
    const within = { ...book, reading: { ...reading, survey: { ...reading.survey, sheets } } };
    expect(await written(desk, within, '办理登记', [[4, 0, '2026-9-1']])).toEqual({ ok: true, value: null });
    desk.close();
  });
});
