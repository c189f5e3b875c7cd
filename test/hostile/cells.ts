import { expectThat, ledgerIsWhole, opened, refused, type HostileFile } from './hostileFile';
import { cell, ledgerFile, ledgerRows, letters, row, sheetData } from './ledgerParts';

const name = '台账.xlsx';
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const after = (xml: string): Uint8Array => ledgerFile({ sheet: `${sheetData(ledgerRows())}${xml}` });
const withRow = (cells: string, more = ''): Uint8Array =>
  ledgerFile({ sheet: sheetData([...ledgerRows(), row(4, cells)]) + more });
const matterRow = (index: number): string =>
  row(
    index,
    ['道路修缮' + index, '交通局', 46082, 46112, '']
      .map((value, c) => cell(index, c + 1, value, c === 2 || c === 3 ? 1 : 0))
      .join(''),
  );

/** Sheets that are too wide, too long, or hold what no clerk types. */
export const cells: readonly HostileFile[] = [
  {
    title: '16,384 列，列列有字',
    name,
    make: () => {
      const wide = (index: number): string =>
        numbers(16_384)
          .slice(7)
          .map((c) => cell(index, c, `列${c}`))
          .join('');
      return ledgerFile({
        sheet: sheetData(ledgerRows().map((text, index) => text.replace('</row>', `${wide(index)}</row>`))),
      });
    },
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '表头一千列',
    name,
    make: () => {
      const [header, ...matters] = ledgerRows();
      return ledgerFile({
        sheet: sheetData([
          header!.replace(
            '</row>',
            `${numbers(1000)
              .slice(7)
              .map((c) => cell(0, c, `附加${c}`))
              .join('')}</row>`,
          ),
          ...matters,
        ]),
      });
    },
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '1,048,576 行只有格式、没有内容',
    name,
    make: () =>
      ledgerFile({
        sheet: sheetData([
          ...ledgerRows(),
          ...numbers(1_048_572).map(
            (index) =>
              `<row r="${index + 5}" s="1" customFormat="1"><c r="A${index + 5}" s="1"/><c r="G${index + 5}" s="1"/></row>`,
          ),
        ]),
      }),
    outcome: opened(ledgerIsWhole),
    large: true,
  },
  {
    title: '内容在第一行和第 1,048,576 行',
    name,
    make: () => ledgerFile({ sheet: sheetData([...ledgerRows(), row(1_048_575, cell(1_048_575, 0, '末行'))]) }),
    outcome: opened(ledgerIsWhole),
    large: true,
  },
  {
    title: '内容在 XFD1048576（范围有一百七十亿格）',
    name,
    make: () => ledgerFile({ sheet: sheetData([...ledgerRows(), row(1_048_575, cell(1_048_575, 16_383, '角上'))]) }),
    outcome: opened(ledgerIsWhole),
    large: true,
  },
  {
    title: '一万处合并单元格',
    name,
    make: () =>
      ledgerFile({
        sheet: `${sheetData([...ledgerRows(), ...numbers(10_000).map((index) => row(index + 4, cell(index + 4, 0, index)))])}<mergeCells count="10000">${numbers(
          10_000,
        )
          .map((index) => `<mergeCell ref="H${index + 5}:J${index + 5}"/>`)
          .join('')}</mergeCells>`,
      }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '一处合并盖住整张表，一处与它相叠，一处写错',
    name,
    make: () =>
      after(
        '<mergeCells count="3"><mergeCell ref="A6:XFD1048576"/><mergeCell ref="A7:B9"/><mergeCell ref="ZZZZ0"/></mergeCells>',
      ),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '循环公式（A5=B5，B5=A5，C5=C5）',
    name,
    make: () =>
      withRow('<c r="A5"><f>B5</f><v>0</v></c><c r="B5"><f>A5</f><v>0</v></c><c r="H5"><f>H5</f><v>0</v></c>'),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '共享公式没有主格、主格在别处、范围是整张表',
    name,
    make: () =>
      withRow(
        '<c r="H5"><f t="shared" si="3"/><v>1</v></c><c r="I5"><f t="shared" si="4" ref="A1:XFD1048576">A1</f><v>2</v></c><c r="J5"><f t="array" ref="A1:XFD1048576">A1</f><v>2</v></c>',
      ),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '公式套八千层括号',
    name,
    make: () => withRow(`<c r="H5"><f>${'('.repeat(8000)}1${')'.repeat(8000)}</f><v>1</v></c>`),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '单元格里 32,767 个字和一百万个字',
    name,
    make: () => withRow(`${cell(4, 1, '长'.repeat(32_767))}${cell(4, 6, '长'.repeat(1_000_000))}`),
    outcome: opened((workbook) => {
      ledgerIsWhole(workbook);
      expectThat((workbook.sheets[0]!.value(4, 6) as string).length === 1_000_000, '长文字');
    }),
  },
  {
    title: '共享字符串三十万条，另有一条一千万字',
    name,
    make: () =>
      ledgerFile({
        sheet: sheetData([...ledgerRows(), row(4, '<c r="H5" t="s"><v>300000</v></c>')]),
        sharedStrings: `${numbers(300_000)
          .map((index) => `<si><t>条目${index}</t></si>`)
          .join('')}<si><t>${'长'.repeat(10_000_000)}</t></si>`,
      }),
    outcome: opened(ledgerIsWhole, /台账过大.*请清除/),
    large: true,
  },
  {
    title: '日期出格：序号 2,958,466、1e308、负数、0.5、60（1900-02-29）、NaN',
    name,
    make: () =>
      ledgerFile({
        sheet: sheetData([
          ...ledgerRows(),
          ...[2_958_466, 1e308, -1, 0.5, 60].map((serial, index) =>
            matterRow(index + 4).replace(/46112/, String(serial)),
          ),
          matterRow(9).replace('46112', 'NaN'),
        ]),
      }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '1904 日期系统',
    name,
    make: () => ledgerFile({ beforeSheets: '<workbookPr date1904="1"/>' }),
    outcome: opened((workbook) => {
      ledgerIsWhole(workbook);
      expectThat(workbook.date1904, '应认出 1904 日期系统');
    }),
  },
  {
    title: 'ISO 日期单元格写着 9999-99-99 和一句话',
    name,
    make: () =>
      withRow('<c r="E5" t="d" s="1"><v>9999-99-99T99:99:99</v></c><c r="D5" t="d" s="1"><v>不是日期</v></c>'),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '行号是 0',
    name,
    make: () => ledgerFile({ sheet: '<sheetData><row r="0"><c r="A0"><v>1</v></c></row></sheetData>' }),
    outcome: refused(/损坏/),
  },
  {
    title: '行号超过 1,048,576',
    name,
    make: () => ledgerFile({ sheet: '<sheetData><row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData>' }),
    outcome: refused(/损坏/),
  },
  {
    title: '列号超过 XFD',
    name,
    make: () => ledgerFile({ sheet: '<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>' }),
    outcome: refused(/损坏/),
  },
  {
    title: '单元格的行号与所在行不符（A99 写在第 6 行里）',
    name,
    make: () => withRow('<c r="A99"><v>1</v></c>'),
    outcome: refused(/损坏/),
  },
  {
    title: '行倒着排、同一行写了两次、同一格写了两次',
    name,
    make: () =>
      ledgerFile({
        sheet: sheetData(
          [...ledgerRows()]
            .reverse()
            .concat(row(5, '<c r="A6"><v>1</v></c><c r="A6"><v>3</v></c>'), row(5, '<c r="B6"><v>2</v></c>')),
        ),
      }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '样式号 99,999 没有',
    name,
    make: () => withRow('<c r="A5" s="99999"><v>1</v></c><c r="B5" s="-3"><v>1</v></c>'),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '列宽写到第 99,999,999,999 列，行高写成负数和文字',
    name,
    make: () =>
      ledgerFile({
        sheet: `<cols><col min="1" max="99999999999" width="-5"/><col min="0" max="0" width="NaN"/></cols>${sheetData(ledgerRows()).replace('<row r="2">', '<row r="2" ht="-9e99" customHeight="1">').replace('<row r="3">', '<row r="3" ht="高" customHeight="1">')}`,
      }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '一万六千条 <col>',
    name,
    make: () =>
      ledgerFile({
        sheet: `<cols>${numbers(16_384)
          .map((c) => `<col min="${c + 1}" max="${c + 1}" width="${(c % 7) + 5}" customWidth="1"/>`)
          .join('')}</cols>${sheetData(ledgerRows())}`,
      }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '三千条条件格式、三千条数据验证、三千个名称',
    name,
    make: () =>
      ledgerFile({
        sheet: `${sheetData(ledgerRows())}${numbers(3_000)
          .map(
            (index) =>
              `<conditionalFormatting sqref="${letters(index % 50)}${index + 1}"><cfRule type="expression" priority="${index + 1}"><formula>A1&gt;${index}</formula></cfRule></conditionalFormatting>`,
          )
          .join('')}<dataValidations count="3000">${numbers(3_000)
          .map((index) => `<dataValidation type="whole" sqref="Z${index + 1}"><formula1>1</formula1></dataValidation>`)
          .join('')}</dataValidations>`,
        afterSheets: `<definedNames>${numbers(3_000)
          .map((index) => `<definedName name="名${index}">督查台账!$A$1</definedName>`)
          .join('')}</definedNames>`,
      }),
    outcome: opened(ledgerIsWhole),
    large: true,
  },
  {
    title: '条件格式、数据验证、自动筛选的范围写错或盖住整张表',
    name,
    make: () =>
      after(
        '<autoFilter ref="不是范围"/><conditionalFormatting sqref="A1:XFD1048576 ZZZZ1 B0"><cfRule type="expression" priority="abc"><formula>1/0</formula></cfRule><cfRule type="没有这种"/></conditionalFormatting><dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>',
      ),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '只有一个工作表而且是隐藏的',
    name,
    make: () => {
      const file = ledgerFile({ names: ['督查台账" state="veryHidden'] });
      return file;
    },
    outcome: opened((workbook) => expectThat(workbook.sheets.length === 1, '一张表'), /认|台账|没有|隐藏/),
  },
  {
    title: '工作表名是空的、有四十个字、有斜杠和尖括号',
    name,
    make: () =>
      ledgerFile({
        sheets: [sheetData(ledgerRows()), '<sheetData/>', '<sheetData/>', '<sheetData/>'],
        names: ['督查台账', '', '长'.repeat(40), 'a/b:c&lt;d&gt;'],
      }),
    outcome: opened(ledgerIsWhole),
  },
];
