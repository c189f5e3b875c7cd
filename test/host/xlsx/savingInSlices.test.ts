import { drained, newWorkbook, openXlsx, type WorkbookModel } from '../../../src/host/xlsx';

const ROWS = 12_000;

/** A file whose sheet is some megabytes unpacked, opened. */
function largeWorkbook(): WorkbookModel {
  const workbook = newWorkbook();
  const sheet = workbook.sheets[0]!;
  for (let row = 0; row < ROWS; row += 1) {
    sheet.setValue(row, 0, row);
    sheet.setValue(row, 1, `第${row}件：推进全市重点项目建设，按期办结并报送情况，由牵头单位会同配合单位落实`);
  }
  return reopened(workbook.save());
}

function reopened(file: Uint8Array): WorkbookModel {
  const opened = openXlsx(file);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.workbook;
}

const texts = (workbook: WorkbookModel): unknown =>
  Array.from({ length: ROWS }, (_, row) => workbook.sheets[0]!.value(row, 1));

describe('一段一段保存', () => {
  test('与一次存完的是同样的字节，读回来一格不差；大的部件分成许多段', () => {
    const workbook = largeWorkbook();
    workbook.sheets[0]!.setValue(5, 1, '改过的一格');
    const before = texts(workbook);
    const work = workbook.saveInSlices();
    let steps = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) steps += 1;
    expect(steps).toBeGreaterThan(5);
    expect(texts(reopened(step.value))).toEqual(before);

    const other = largeWorkbook();
    other.sheets[0]!.setValue(5, 1, '改过的一格');
    expect(Buffer.from(other.save()).equals(Buffer.from(step.value))).toBe(true);
  });

  test('保存着的时候写进去的不在这个文件里，在下一个里', () => {
    const workbook = largeWorkbook();
    const sheet = workbook.sheets[0]!;
    sheet.setValue(5, 1, '先改的');
    const work = workbook.saveInSlices();
    work.next();
    sheet.setValue(5, 1, '后改的');
    sheet.setValue(ROWS - 1, 1, '也是后改的');
    const first = reopened(drained(work)).sheets[0]!;
    expect([first.value(5, 1), first.value(ROWS - 1, 1)]).toEqual(['先改的', expect.stringContaining('推进')]);
    const second = reopened(workbook.save()).sheets[0]!;
    expect([second.value(5, 1), second.value(ROWS - 1, 1)]).toEqual(['后改的', '也是后改的']);
  });

  test('没有改过的文件，一字节不差地存回去', () => {
    const file = largeWorkbook().save();
    expect(Buffer.from(drained(reopened(file).saveInSlices())).equals(Buffer.from(file))).toBe(true);
  });

  test('改成一样长的别的字照样存下来；改回原来的字就是原来的文件', () => {
    const file = largeWorkbook().save();
    const workbook = reopened(file);
    const sheet = workbook.sheets[0]!;
    const came = sheet.value(7, 1) as string;
    sheet.setValue(7, 1, came.replace('推进', '落实'));
    expect(reopened(workbook.save()).sheets[0]!.value(7, 1)).toBe(came.replace('推进', '落实'));
    sheet.setValue(7, 1, came);
    expect(Buffer.from(workbook.save()).equals(Buffer.from(file))).toBe(true);
  });
});
