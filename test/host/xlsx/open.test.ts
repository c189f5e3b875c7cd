import { openXlsx, openXlsxInSlices, newWorkbook, type OpenRefusal } from '../../../src/host/xlsx';
import { complexWorkbook } from './complexWorkbook';
import { withExcelize } from './excelize';
import { handmade, mainNamespace, zipped } from './handmade';
import { changedParts, opened } from './parts';

function reasonOf(file: Uint8Array): OpenRefusal['reason'] | 'opened' {
  const result = openXlsx(file);
  if (!result.ok) expect(result.refusal.sentence).toMatch(/没有打开。/);
  return result.ok ? 'opened' : result.refusal.reason;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An OLE file of 512-byte sectors with one directory sector. */
function oleFile(...names: readonly string[]): Uint8Array {
  const file = new Uint8Array(512 * 3);
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  for (let at = 76; at < 512; at += 4) view.setUint32(at, 0xffffffff, true);
  view.setUint32(76, 0, true);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, 0xfffffffe, true);
  names.forEach((name, index) => {
    const entry = 1024 + index * 128;
    [...name].forEach((letter, at) => view.setUint16(entry + at * 2, letter.charCodeAt(0), true));
    view.setUint16(entry + 64, (name.length + 1) * 2, true);
  });
  return file;
}

describe('打不开的文件，说清是什么、怎么办', () => {
  test.each<[string, Uint8Array, OpenRefusal['reason']]>([
    ['空文件', new Uint8Array(0), 'empty'],
    ['CSV 改名', bytes('序号,事项\n1,督查\n'), 'csvOrText'],
    ['GBK 的 CSV 改名', Uint8Array.of(0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0x31, 0x0a), 'csvOrText'],
    ['网页改名', bytes('<html><table><tr><td>1</td></tr></table></html>'), 'csvOrText'],
    ['图片', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'notWorkbook'],
    ['设了密码的 .xlsx', oleFile('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
    ['.xls', oleFile('Root Entry', 'Workbook'), 'legacyXls'],
    ['Excel 5 的 .xls', oleFile('Root Entry', 'Book'), 'legacyXls'],
    ['Excel 4 的 .xls', Uint8Array.of(9, 4, 6, 0, 0, 0, 16, 0, 0, 0), 'legacyXls'],
    ['.et', oleFile('Root Entry', 'Workbook', 'ETExtData'), 'wpsEt'],
    ['.doc', oleFile('Root Entry', 'WordDocument'), 'notWorkbook'],
    ['普通压缩包', zipped({ 'a.txt': '1' }), 'notWorkbook'],
    ['Word 文档', zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<a/>' }), 'notWorkbook'],
  ])('%s', (_, file, reason) => {
    expect(reasonOf(file)).toBe(reason);
  });

  test('真的加了密码的工作簿（另一家引擎加密）', async () => {
    const file = await withExcelize((excelize) => {
      const f = excelize.NewFile();
      return f.WriteToBuffer({ Password: '123456' }).buffer as Uint8Array;
    }, null);
    expect(reasonOf(file)).toBe('encrypted');
  });

  test('截断在任何一处，都不会抛出错误，也不会打开', async () => {
    const file = await complexWorkbook();
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      expect(reasonOf(file.slice(0, Math.floor(file.length * part)))).toBe('truncated');
    }
  });

  test('中间有坏字节，不会打开', async () => {
    const file = (await complexWorkbook()).slice();
    const sheet = handmade({ sheets: ['<sheetData/>'] });
    const at = Buffer.from(file).indexOf('xl/worksheets/sheet1.xml') + 100;
    for (let offset = 0; offset < 40; offset++) file[at + offset] = (file[at + offset] ?? 0) ^ 0x5a;
    expect(reasonOf(file)).toBe('brokenPart');
    expect(reasonOf(sheet)).toBe('opened');
  });

  test('压缩炸弹不解开', () => {
    const bomb = handmade({ sheets: [`<sheetData/>${' '.repeat(30_000_000)}`] });
    expect(bomb.length).toBeLessThan(100_000);
    expect(reasonOf(bomb)).toBe('tooLarge');
  });

  test('目录里报的大小比实际小，不会多解一个字节', () => {
    const file = handmade({ sheets: [`<sheetData/><!--${'甲'.repeat(5000)}-->`] });
    const view = new DataView(file.buffer, file.byteOffset, file.length);
    for (let at = 0; at + 46 < file.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 10_000)
        view.setUint32(at + 24, 100, true);
    }
    expect(reasonOf(file)).toBe('brokenPart');
  });

  test('两个条目同名，程序各取各的，不打开', () => {
    const file = handmade({ sheets: ['<sheetData/>'], parts: { 'xl/stylez.xml': '<a/>' } });
    for (
      let at = Buffer.from(file).indexOf('xl/stylez.xml');
      at >= 0;
      at = Buffer.from(file).indexOf('xl/stylez.xml')
    ) {
      file.set(bytes('xl/styles.xml'), at);
    }
    expect(reasonOf(file)).toBe('brokenPart');
  });

  test('部件里有 DTD 或实体，不打开', () => {
    const doctype = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet xmlns="${mainNamespace}"><sheetData/></worksheet>`;
    expect(reasonOf(handmade({ sheets: ['<sheetData/>'], parts: { 'xl/worksheets/sheet1.xml': doctype } }))).toBe(
      'brokenPart',
    );
    expect(
      reasonOf(handmade({ sheets: ['<sheetData/>'], parts: { 'docProps/core.xml': '<!-- a --><!DOCTYPE a><a/>' } })),
    ).toBe('brokenPart');
  });

  test('缺工作簿部件、缺工作表、XML 不完整，不打开', () => {
    expect(reasonOf(handmade({ sheets: ['<sheetData>'] }))).toBe('brokenPart');
    expect(reasonOf(handmade({ sheets: ['<sheetData><row r="1"><c r="A1"><v>1</c></row></sheetData>'] }))).toBe(
      'brokenPart',
    );
    expect(reasonOf(handmade({ sheets: [] }))).toBe('brokenPart');
    expect(reasonOf(zipped({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>' }))).toBe(
      'brokenPart',
    );
  });
});

describe('能打开的文件', () => {
  test('行多的文件一段一段打开，读得的和一次打开的一样', () => {
    const long = newWorkbook();
    const [sheet] = long.sheets;
    for (let row = 0; row < 6000; row += 1) sheet!.setValue(row, 0, `第${row}件`);
    const file = long.save();
    const slices = openXlsxInSlices(file);
    let pauses = 0;
    let step = slices.next();
    for (; step.done !== true; step = slices.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(10);
    if (!step.value.ok) throw new Error(step.value.refusal.sentence);
    const read = step.value.workbook.sheets[0]!;
    expect([read.value(0, 0), read.value(5999, 0)]).toEqual(['第0件', '第5999件']);
    expect(read.usedArea(true)).toEqual(opened(file).sheets[0]!.usedArea(true));
  });

  test('带路径穿越名字的条目不碍事，保存时原样留着', () => {
    const file = handmade({ sheets: ['<sheetData/>'], parts: { '../../evil.txt': '1' } });
    const workbook = opened(file);
    workbook.sheets[0]!.setValue(0, 0, 1);
    expect(Buffer.from(workbook.save()).includes('../../evil.txt')).toBe(true);
  });

  test('严格格式只能看：读得出值，改了就不让保存', () => {
    const strict = (text: string): string =>
      text
        .replace(
          /http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/g,
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replace(
          /http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships/g,
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const workbookXml = strict(
      `<workbook xmlns="${mainNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    );
    const file = handmade({
      sheets: ['<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData>'],
      parts: { 'xl/workbook.xml': workbookXml },
    });
    const workbook = opened(file);
    expect(workbook.readOnly).toBe(true);
    expect(workbook.cautions[0]).toContain('只能查看');
    expect(workbook.sheets[0]!.value(0, 0)).toBe(5);
    expect(workbook.save()).toEqual(file);
    workbook.sheets[0]!.setValue(0, 0, 6);
    expect(() => workbook.save()).toThrow('只能查看');
  });

  test('没有改动时，文件夹条目、没有内容的旧宏表登记都原样留着；改了别处也还在', () => {
    const file = handmade({
      sheets: ['<sheetData/>'],
      parts: {
        'xl/media/': '',
        'xl/workbook.xml':
          `<workbook xmlns="${mainNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" sheetId="1" state="show" r:id="rId1"/>` +
          '\n<sheet name="Module1" sheetId="2" state="veryHidden" r:id=""/></sheets><calcPr fullCalcOnLoad="1"/></workbook>',
      },
    });
    const workbook = opened(file);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['甲']);
    expect(workbook.save()).toEqual(file);
    workbook.sheets[0]!.setValue(0, 0, 1);
    expect(changedParts(file, workbook.save())).toEqual(['xl/worksheets/sheet1.xml']);
  });

  test('数据描述符、ZIP 前多余的字节都认得', async () => {
    const file = await complexWorkbook();
    const shifted = new Uint8Array(file.length + 10);
    shifted.set([0x50, 0x4b, 9, 9, 0, 0, 0, 0, 0, 0]);
    shifted.set(file, 10);
    expect(opened(shifted).sheets).toHaveLength(4);
  });

  test('新工作簿有一张空表，能存能开', () => {
    const workbook = newWorkbook();
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1']);
    expect(opened(workbook.save()).sheets[0]!.usedArea(false)).toBeNull();
  });
});
