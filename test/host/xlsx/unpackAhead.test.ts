import {
  drained,
  newWorkbook,
  openXlsx,
  openXlsxInSlices,
  unpackAhead,
  type WorkbookModel,
} from '../../../src/host/xlsx';

/** A workbook whose sheet is larger than a megabyte unpacked. */
function largeFile(): Uint8Array {
  const workbook = newWorkbook();
  const sheet = workbook.sheets[0]!;
  for (let row = 0; row < 6000; row += 1) {
    sheet.setValue(row, 0, row);
    sheet.setValue(row, 1, `第${row}件：推进全市重点项目建设，按期办结并报送情况，由牵头单位会同配合单位落实`);
  }
  return workbook.save();
}

const cells = (workbook: WorkbookModel): unknown =>
  Array.from({ length: 6000 }, (_, row) => [workbook.sheets[0]!.value(row, 0), workbook.sheets[0]!.value(row, 1)]);

/** The place of the large sheet in the file's list of parts (PKZIP APPNOTE 4.3.12). */
function directoryEntry(file: Uint8Array, name: string): number {
  const text = Buffer.from(file).toString('latin1');
  for (let at = text.indexOf('PK\u0001\u0002'); at >= 0; at = text.indexOf('PK\u0001\u0002', at + 4)) {
    if (text.startsWith(name, at + 46)) return at;
  }
  throw new Error(`no ${name}`);
}

describe('浏览器先解开的大部件', () => {
  const file = largeFile();

  test('读出来的与引擎自己解的一样，存回去还是原来的文件', async () => {
    const ahead = await unpackAhead(file);
    expect([...ahead.keys()]).toEqual(['xl/worksheets/sheet1.xml']);
    const opened = drained(openXlsxInSlices(file, ahead));
    const own = openXlsx(file);
    if (!opened.ok || !own.ok) throw new Error('it does not open');
    expect(cells(opened.workbook)).toEqual(cells(own.workbook));
    expect(Buffer.from(opened.workbook.save()).equals(Buffer.from(file))).toBe(true);
  });

  test('解开的字节与校验码不符，照样拒绝', async () => {
    const ahead = await unpackAhead(file);
    const wrong = new Map(
      [...ahead].map(([name, bytes]) => [name, bytes.map((byte) => (byte === 0x31 ? 0x32 : byte))]),
    );
    const opened = drained(openXlsxInSlices(file, wrong));
    expect(opened.ok).toBe(false);
  });

  test('部件坏了、长短不符的不先解，由打开的人说明', async () => {
    const place = directoryEntry(file, 'xl/worksheets/sheet1.xml');
    const shorter = file.slice();
    const view = new DataView(shorter.buffer);
    view.setUint32(place + 24, view.getUint32(place + 24, true) - 10, true);
    expect(await unpackAhead(shorter)).toEqual(new Map());
    expect(openXlsx(shorter).ok).toBe(false);

    const broken = file.slice();
    const start = new DataView(broken.buffer).getUint32(place + 42, true) + 30 + 'xl/worksheets/sheet1.xml'.length;
    broken.fill(0xff, start + 20, start + 400);
    expect(await unpackAhead(broken)).toEqual(new Map());
    expect(openXlsx(broken).ok).toBe(false);
  });

  test('不是压缩包的文件什么也不解', async () => {
    expect(await unpackAhead(new TextEncoder().encode('不是工作簿'))).toEqual(new Map());
    expect(await unpackAhead(new Uint8Array(0))).toEqual(new Map());
  });
});
