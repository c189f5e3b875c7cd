import { zipSync } from 'fflate';
import { handmade, relationshipsPart, zipped } from '../host/xlsx/handmade';
import { complexWorkbook } from '../host/xlsx/complexWorkbook';
import { withExcelize } from '../host/xlsx/excelize';
import { expectThat, ledgerIsWhole, opened, refused, type HostileFile } from './hostileFile';
import { cell, ledgerFile, ledgerRows, row, sheetData } from './ledgerParts';
import { oleFile, withCentralField, withParts } from './zipParts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const spaces = (length: number): Uint8Array => new Uint8Array(length).fill(0x20);
const types = (main: string, part: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="${part}" ContentType="${main}"/></Types>`;
const office = (main: string, part: string, body = '<a/>'): Uint8Array =>
  zipped({
    '[Content_Types].xml': types(main, `/${part}`),
    '_rels/.rels': relationshipsPart([['officeDocument', part]]),
    [part]: body,
  });

/** Many sheets of blanks, each small enough on its own; together more than a gigabyte in one megabyte. */
function manySmallBombs(): Uint8Array {
  const blank = spaces(19_000_000);
  return withParts(
    handmade({ sheets: Array.from({ length: 60 }, () => '<sheetData/>') }),
    Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`xl/media/filler${index}.xml`, blank] as const)),
  );
}

/** Every entry of the directory points at the same packed bytes. */
function overlapping(): Uint8Array {
  const fillers = Array.from({ length: 40 }, (_, index) => [
    `xl/media/f${String(index).padStart(2, '0')}.xml`,
    '甲'.repeat(30_000),
  ]);
  const file = ledgerFile({ parts: Object.fromEntries(fillers) as Record<string, string> });
  let first = -1;
  return withCentralField(
    file,
    ({ name }) => name.startsWith('xl/media/f'),
    42,
    (now) => (first < 0 ? (first = now) : first),
  );
}

/** Files that are no workbook, and zips that are not what their directory says. */
export const containers: readonly HostileFile[] = [
  { title: '空文件', name: '台账.xlsx', make: () => new Uint8Array(0), outcome: refused(/空的/) },
  {
    title: '压缩包截断（后三分之一没有了）',
    name: '台账.xlsx',
    make: () => {
      const file = ledgerFile();
      return file.slice(0, Math.floor((file.length * 2) / 3));
    },
    outcome: refused(/不完整.*重新取一份/),
  },
  {
    title: '压缩炸弹：一张表解开 30 MB，只占 30 kB',
    name: '台账.xlsx',
    make: () => withParts(ledgerFile(), { 'xl/worksheets/sheet1.xml': spaces(30_000_000) }),
    outcome: refused(/过大/),
  },
  {
    title: '压缩炸弹：六十个部件各 19 MB，各自都不出格，合起来 1.1 GB',
    name: '台账.xlsx',
    make: manySmallBombs,
    outcome: refused(/过大/),
    large: true,
  },
  { title: '压缩炸弹：目录里四十个条目指着同一段数据', name: '台账.xlsx', make: overlapping, outcome: refused(/损坏/) },
  {
    title: '目录谎报大小：报 100 字节，实有 30 kB',
    name: '台账.xlsx',
    make: () =>
      withCentralField(
        ledgerFile({ sheet: `${sheetData(ledgerRows())}<!--${'甲'.repeat(10_000)}-->` }),
        ({ name }) => name.endsWith('sheet1.xml'),
        24,
        () => 100,
      ),
    outcome: refused(/损坏/),
  },
  {
    title: '目录谎报大小：报 700 MB，实有 1 kB',
    name: '台账.xlsx',
    make: () =>
      withCentralField(
        ledgerFile(),
        ({ name }) => name.endsWith('sheet1.xml'),
        24,
        () => 700_000_000,
      ),
    outcome: refused(/过大/),
  },
  {
    title: '嵌套的压缩包放在媒体文件夹里（不解开，原样留着）',
    name: '台账.xlsx',
    make: () => withParts(ledgerFile(), { 'xl/media/inner.zip': zipSync({ 'bomb.bin': spaces(50_000_000) }) }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '压缩包里套着工作簿',
    name: '台账.xlsx',
    make: () => zipSync({ '台账.xlsx': ledgerFile() }),
    outcome: refused(/不是 Excel 工作簿/),
  },
  {
    title: '路径穿越的条目名（../../evil.sh、C:\\evil.exe、/etc/evil）',
    name: '台账.xlsx',
    make: () => withParts(ledgerFile(), { '../../evil.sh': 'x', 'C:\\evil.exe': 'x', '/etc/evil': 'x' }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '同名条目（两个 xl/styles.xml）',
    name: '台账.xlsx',
    make: () => {
      const file = ledgerFile({ parts: { 'xl/stylez.xml': '<a/>' } });
      const buffer = Buffer.from(file.buffer, file.byteOffset, file.length);
      for (let at = buffer.indexOf('xl/stylez.xml'); at >= 0; at = buffer.indexOf('xl/stylez.xml'))
        file.set(text('xl/styles.xml'), at);
      return file;
    },
    outcome: refused(/损坏/),
  },
  {
    title: '大小写不同的同名部件（xl/Workbook.xml、xl/workbook.xml）',
    name: '台账.xlsx',
    make: () => withParts(ledgerFile(), { 'xl/Workbook.xml': '<workbook/>' }),
    outcome: refused(/损坏/),
  },
  {
    title: '不认得的压缩方法',
    name: '台账.xlsx',
    make: () => {
      const file = ledgerFile();
      const view = new DataView(file.buffer);
      for (let at = 0; at + 46 < file.length; at += 1)
        if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 10, 99, true);
      return file;
    },
    outcome: refused(/损坏/),
  },
  {
    title: '压缩包自身加了密码',
    name: '台账.xlsx',
    make: () => {
      const file = ledgerFile();
      const view = new DataView(file.buffer);
      for (let at = 0; at + 46 < file.length; at += 1)
        if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
      return file;
    },
    outcome: refused(/密码/),
  },
  {
    title: '设了打开密码的 .xlsx（excelize 加密）',
    name: '台账.xlsx',
    make: () =>
      withExcelize((excelize) => excelize.NewFile().WriteToBuffer({ Password: '123456' }).buffer as Uint8Array, null),
    outcome: refused(/打开密码.*取消密码/),
  },
  {
    title: '.xls 改名',
    name: '台账.xlsx',
    make: () => oleFile('Root Entry', 'Workbook'),
    outcome: refused(/\.xls 文件.*另存为 \.xlsx/),
  },
  {
    title: 'WPS 的 .et 改名',
    name: '台账.xlsx',
    make: () => oleFile('Root Entry', 'Workbook', 'ETExtData'),
    outcome: refused(/WPS.*另存为 \.xlsx/),
  },
  {
    title: 'OLE 目录首尾相接，兜圈子',
    name: '台账.xlsx',
    make: () => {
      const file = oleFile('Root Entry', 'Workbook');
      new DataView(file.buffer).setUint32(516, 1, true);
      return file;
    },
    outcome: refused(/\.xls 文件/),
  },
  {
    title: '.csv 改名',
    name: '台账.xlsx',
    make: () => text('序号,督查事项\n1,道路修缮\n'),
    outcome: refused(/其实是文本/),
  },
  {
    title: '网页改名',
    name: '台账.xlsx',
    make: () => text('<html><table><tr><td>序号</td></tr></table></html>'),
    outcome: refused(/其实是文本/),
  },
  {
    title: 'Word 文档改名',
    name: '台账.xlsx',
    make: () =>
      office('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'word/document.xml'),
    outcome: refused(/Word 文档/),
  },
  {
    title: '演示文稿改名',
    name: '台账.xlsx',
    make: () =>
      office(
        'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
        'ppt/presentation.xml',
      ),
    outcome: refused(/演示文稿/),
  },
  {
    title: '.xlsb 改名',
    name: '台账.xlsx',
    make: () => office('application/vnd.ms-excel.sheet.binary.macroEnabled.main', 'xl/workbook.bin'),
    outcome: refused(/xlsb.*另存为 \.xlsx/),
  },
  {
    title: '.ods 改名',
    name: '台账.xlsx',
    make: () => zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    outcome: refused(/OpenDocument.*另存为 \.xlsx/),
  },
  {
    title: '带宏的 .xlsm：宏原样留着，不运行',
    name: '台账.xlsm',
    make: () => {
      const file = ledgerFile();
      return withParts(file, {
        'xl/vbaProject.bin': oleFile('Root Entry', 'VBA'),
        '[Content_Types].xml':
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
      });
    },
    outcome: opened((workbook) => {
      ledgerIsWhole(workbook);
      workbook.sheets[0]!.setValue(1, 6, '改过');
      expectThat(Buffer.from(workbook.save()).includes('xl/vbaProject.bin'), '存后宏没有了');
    }),
  },
  {
    title: '一千张工作表',
    name: '台账.xlsx',
    make: () =>
      handmade({
        sheets: Array.from({ length: 1000 }, (_, index) =>
          index === 0 ? sheetData(ledgerRows()) : sheetData([row(0, cell(0, 0, index))]),
        ),
        names: Array.from({ length: 1000 }, (_, index) => (index === 0 ? '督查台账' : `表${index}`)),
      }),
    outcome: opened(ledgerIsWhole),
    large: true,
  },
  {
    title: '三万个条目',
    name: '台账.xlsx',
    make: () =>
      withParts(
        ledgerFile(),
        Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`xl/media/${index}.txt`, 'x'] as const)),
      ),
    outcome: refused(/过大/),
    large: true,
  },
  {
    title: '另一家引擎写的复杂工作簿，逐字节乱掉中间四十个',
    name: '台账.xlsx',
    make: async () => {
      const file = (await complexWorkbook()).slice();
      const at = Buffer.from(file).indexOf('xl/worksheets/sheet1.xml') + 100;
      for (let offset = 0; offset < 40; offset += 1) file[at + offset] = (file[at + offset] ?? 0) ^ 0x5a;
      return file;
    },
    outcome: refused(/损坏/),
  },
];
