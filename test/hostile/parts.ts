import { mainNamespace, relationshipsPart } from '../host/xlsx/handmade';
import { expectThat, ledgerIsWhole, opened, refused, type HostileFile } from './hostileFile';
import { cell, ledgerFile, ledgerRows, row, sheetData, worksheetXml } from './ledgerParts';
import { rewritten, withParts } from './zipParts';

const SHEET = 'xl/worksheets/sheet1.xml';
const name = '台账.xlsx';

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index === 0 ? '' : index};`.repeat(10)}">`,
).join('')}]>`;
const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const item = (text: string): string => `<si><t>${text}</t></si>`;
const strings = (body: string, prolog = xml): string => `${prolog}<sst xmlns="${mainNamespace}">${body}</sst>`;
const withStrings = (body: string): Uint8Array =>
  ledgerFile({ sheet: sheetData([...ledgerRows(), row(4, '<c r="A5" t="s"><v>0</v></c>')]), sharedStrings: body });

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at += 1)
    new DataView(bytes.buffer).setUint16(at * 2 + 2, text.charCodeAt(at), true);
  return bytes;
};
const strict = (text: string): string =>
  text
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    );
const nested = (depth: number): string => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
const related = (kind: string, target: string, external = false): string =>
  relationshipsPart([[kind, target]]).replace('/>', external ? ' TargetMode="External"/>' : '/>');

/** Parts that are not what they should be. */
export const parts: readonly HostileFile[] = [
  {
    title: 'XML 炸弹（billion laughs）在共享字符串里',
    name,
    make: () =>
      withParts(withStrings(item('x')), { 'xl/sharedStrings.xml': strings(item('&lol9;'), `${xml}${laughs}`) }),
    outcome: refused(/损坏/),
  },
  {
    title: 'XML 炸弹在工作表里',
    name,
    make: () =>
      ledgerFile({ parts: { [SHEET]: worksheetXml(sheetData([row(0, cell(0, 0, '&lol9;'))]), `${xml}${laughs}`) } }),
    outcome: refused(/损坏/),
  },
  {
    title: 'XML 炸弹在样式里，DOCTYPE 前垫两千字节注释',
    name,
    make: () =>
      ledgerFile({
        parts: { 'xl/styles.xml': `${xml}<!--${'x'.repeat(2000)}-->${laughs}<styleSheet xmlns="${mainNamespace}"/>` },
      }),
    outcome: refused(/损坏/),
  },
  {
    title: 'XML 炸弹在共享字符串里，DOCTYPE 前垫两千字节注释',
    name,
    make: () =>
      withParts(withStrings(item('x')), {
        'xl/sharedStrings.xml': strings(item('&lol9;'), `${xml}<!--${'x'.repeat(2000)}-->${laughs}`),
      }),
    outcome: refused(/损坏/),
  },
  {
    title: 'XML 炸弹用 UTF-16 写',
    name,
    make: () =>
      withParts(ledgerFile(), {
        'docProps/app.xml': utf16(`<?xml version="1.0" encoding="UTF-16"?>${laughs}<a>&lol9;</a>`),
      }),
    outcome: refused(/损坏/),
  },
  {
    title: '外部实体（file:///etc/passwd）',
    name,
    make: () =>
      withParts(withStrings(item('x')), {
        'xl/sharedStrings.xml': strings(item('&x;'), `${xml}<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`),
      }),
    outcome: refused(/损坏/),
  },
  {
    title: '外部 DTD（http 地址）',
    name,
    make: () =>
      ledgerFile({ parts: { 'xl/theme/theme1.xml': `${xml}<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>` } }),
    outcome: refused(/损坏/),
  },
  {
    title: '样式里嵌套二十万层',
    name,
    make: () => ledgerFile({ styles: `<extLst>${nested(200_000)}</extLst>` }),
    outcome: refused(/损坏/),
  },
  {
    title: '工作表扩展区里嵌套二十万层',
    name,
    make: () => ledgerFile({ sheet: `${sheetData(ledgerRows())}<extLst>${nested(200_000)}</extLst>` }),
    outcome: refused(/损坏/),
  },
  {
    title: '单元格里嵌套二十万层',
    name,
    make: () =>
      ledgerFile({
        sheet: sheetData([...ledgerRows(), row(4, `<c r="A5" t="inlineStr"><is>${nested(200_000)}</is></c>`)]),
      }),
    outcome: refused(/损坏/),
  },
  {
    title: '共享字符串里嵌套二十万层',
    name,
    make: () => withStrings(`<si>${nested(200_000)}</si>`),
    outcome: refused(/损坏/),
  },
  {
    title: '工作簿部件指向文件外（../../../../etc/passwd）',
    name,
    make: () =>
      withParts(ledgerFile(), { '_rels/.rels': relationshipsPart([['officeDocument', '../../../../etc/passwd']]) }),
    outcome: refused(/缺少工作簿/),
  },
  {
    title: '工作表部件指向绝对路径（file:///C:/）',
    name,
    make: () =>
      withParts(ledgerFile(), {
        'xl/_rels/workbook.xml.rels': relationshipsPart([
          ['worksheet', 'file:///C:/x.xml'],
          ['styles', 'styles.xml'],
        ]),
      }),
    outcome: refused(/缺少工作表“督查台账”/),
  },
  {
    title: '部件用包内绝对路径（/xl/workbook.xml）',
    name,
    make: () =>
      withParts(ledgerFile(), {
        '_rels/.rels': relationshipsPart([['officeDocument', '/xl/workbook.xml']]),
        'xl/_rels/workbook.xml.rels': relationshipsPart([
          ['worksheet', '/xl/worksheets/sheet1.xml'],
          ['styles', '/xl/styles.xml'],
        ]),
      }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '工作表部件是外部地址（http）',
    name,
    make: () =>
      withParts(ledgerFile(), {
        'xl/_rels/workbook.xml.rels': related('worksheet', 'http://example.invalid/sheet.xml', true),
      }),
    outcome: refused(/没有工作表|缺少/),
  },
  {
    title: '缺工作簿部件',
    name,
    make: () => withParts(ledgerFile(), { 'xl/workbook.xml': null }),
    outcome: refused(/缺少工作簿/),
  },
  {
    title: '缺工作表部件',
    name,
    make: () => withParts(ledgerFile(), { [SHEET]: null }),
    outcome: refused(/缺少工作表/),
  },
  {
    title: '缺共享字符串部件（文字都在里面）',
    name,
    make: () => withParts(withStrings(item('甲')), { 'xl/sharedStrings.xml': null }),
    outcome: refused(/损坏/),
  },
  {
    title: '单元格指着没有的共享字符串',
    name,
    make: () =>
      ledgerFile({
        sheet: sheetData([...ledgerRows(), row(4, '<c r="A5" t="s"><v>7</v></c>')]),
        sharedStrings: item('甲'),
      }),
    outcome: refused(/损坏/),
  },
  {
    title: '缺样式部件',
    name,
    make: () => withParts(ledgerFile(), { 'xl/styles.xml': null }),
    outcome: opened(() => undefined, /完|写入|没有|读/),
  },
  {
    title: '缺关系部件',
    name,
    make: () => withParts(ledgerFile(), { 'xl/_rels/workbook.xml.rels': null }),
    outcome: refused(/没有工作表|缺少/),
  },
  {
    title: '缺表格部件（工作表说有一张表格）',
    name,
    make: () =>
      ledgerFile({
        sheet: `${sheetData(ledgerRows())}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
        parts: { 'xl/worksheets/_rels/sheet1.xml.rels': related('table', '../tables/table1.xml') },
      }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '批注、表格、图形部件都是坏的 XML',
    name,
    make: () =>
      ledgerFile({
        sheet: `${sheetData(ledgerRows())}<drawing r:id="rId3"/><legacyDrawing r:id="rId1"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts>`,
        parts: {
          'xl/worksheets/_rels/sheet1.xml.rels': relationshipsPart([
            ['comments', '../comments1.xml'],
            ['table', '../tables/table1.xml'],
            ['drawing', '../drawings/drawing1.xml'],
          ]),
          'xl/comments1.xml': '<comments><commentList',
          'xl/tables/table1.xml': '<table ref="A1:',
          'xl/drawings/drawing1.xml': '<wsDr><a></b></wsDr>',
        },
      }),
    outcome: refused(/损坏/),
  },
  {
    title: '部件不是 UTF-8（GBK 写的共享字符串，还写着 encoding="GBK"）',
    name,
    make: () => {
      const gbk = Uint8Array.of(0xd0, 0xf2, 0xba, 0xc5);
      const [head, tail] = strings(item('#'), '<?xml version="1.0" encoding="GBK"?>')
        .split('#')
        .map((text) => new TextEncoder().encode(text));
      return withParts(withStrings(item('x')), {
        'xl/sharedStrings.xml': Uint8Array.from([...head!, ...gbk, ...tail!]),
      });
    },
    outcome: refused(/损坏/),
  },
  {
    title: '工作表里有无效的 UTF-8 字节',
    name,
    make: () => {
      const [head, tail] = worksheetXml(sheetData([row(0, cell(0, 0, '#'))]))
        .split('#')
        .map((text) => new TextEncoder().encode(text));
      return withParts(ledgerFile(), { [SHEET]: Uint8Array.from([...head!, 0xc3, 0x28, 0xff, ...tail!]) });
    },
    outcome: refused(/损坏/),
  },
  {
    title: '工作表用 UTF-16 写（OPC 允许）',
    name,
    make: () =>
      withParts(ledgerFile(), {
        [SHEET]: utf16(worksheetXml(sheetData(ledgerRows()), '<?xml version="1.0" encoding="UTF-16"?>')),
      }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '共享字符串用 UTF-16 写',
    name,
    make: () =>
      withParts(withStrings(item('x')), {
        'xl/sharedStrings.xml': utf16(strings(item('甲乙'), '<?xml version="1.0" encoding="UTF-16"?>')),
      }),
    outcome: opened((workbook) => expectThat(workbook.sheets[0]!.value(4, 0) === '甲乙', '共享字符串')),
  },
  {
    title: 'UTF-16 只有一半字节',
    name,
    make: () => withParts(ledgerFile(), { [SHEET]: utf16(worksheetXml(sheetData(ledgerRows()))).slice(0, -101) }),
    outcome: refused(/损坏/),
  },
  {
    title: '严格的 Open XML：只能看，不能存',
    name,
    make: () => rewritten(rewritten(ledgerFile(), 'xl/workbook.xml', strict), SHEET, strict),
    outcome: opened((workbook) => {
      ledgerIsWhole(workbook);
      expectThat(workbook.readOnly, '应当只读');
    }, /只能查看/),
  },
  {
    title: '外部链接（另一本工作簿、网址、DDE）：不去取，原样留着',
    name,
    make: () =>
      ledgerFile({
        sheet: `${sheetData([...ledgerRows(), row(4, '<c r="H5"><f>[1]Sheet1!$A$1</f><v>5</v></c><c r="I5"><f>WEBSERVICE("http://example.invalid/")</f><v>6</v></c>')])}<hyperlinks><hyperlink ref="B2" r:id="rId1"/></hyperlinks>`,
        afterSheets: '<externalReferences><externalReference r:id="rId9"/></externalReferences>',
        parts: {
          'xl/_rels/workbook.xml.rels': relationshipsPart([
            ['worksheet', 'worksheets/sheet1.xml'],
            ['styles', 'styles.xml'],
            ['externalLink', 'externalLinks/externalLink1.xml'],
          ]).replace('rId3', 'rId9'),
          'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${mainNamespace}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`,
          'xl/externalLinks/_rels/externalLink1.xml.rels': related(
            'externalLinkPath',
            'http://example.invalid/book.xlsx',
            true,
          ),
          'xl/worksheets/_rels/sheet1.xml.rels': related('hyperlink', 'javascript:alert(1)', true),
        },
      }),
    outcome: opened((workbook) => {
      ledgerIsWhole(workbook);
      expectThat(workbook.sheets[0]!.value(4, 7) === 5 && workbook.sheets[0]!.value(4, 8) === 6, '外部公式的缓存值');
    }),
  },
  {
    title: '两张工作表是同一个部件',
    name,
    make: () =>
      ledgerFile({
        sheets: [sheetData(ledgerRows()), '<sheetData/>'],
        names: ['督查台账', '副本'],
        parts: {
          'xl/_rels/workbook.xml.rels': relationshipsPart([
            ['worksheet', 'worksheets/sheet1.xml'],
            ['worksheet', 'worksheets/sheet1.xml'],
            ['styles', 'styles.xml'],
          ]),
        },
      }),
    outcome: refused(/损坏/),
  },
  {
    title: '两张工作表同名',
    name,
    make: () => ledgerFile({ sheets: [sheetData(ledgerRows()), '<sheetData/>'], names: ['督查台账', '督查台账'] }),
    outcome: refused(/损坏/),
  },
  {
    title: '工作表部件把工作簿认作自己的图形（关系兜圈子）',
    name,
    make: () =>
      ledgerFile({
        sheet: `${sheetData(ledgerRows())}<drawing r:id="rId1"/>`,
        parts: { 'xl/worksheets/_rels/sheet1.xml.rels': related('drawing', '../workbook.xml') },
      }),
    outcome: opened(ledgerIsWhole),
  },
  {
    title: '自定义 XML 部件是坏的',
    name,
    make: () =>
      ledgerFile({
        parts: {
          'xl/_rels/workbook.xml.rels': relationshipsPart([
            ['worksheet', 'worksheets/sheet1.xml'],
            ['styles', 'styles.xml'],
            ['customXml', '../customXml/item1.xml'],
          ]),
          'customXml/item1.xml': '<a><b',
        },
      }),
    outcome: opened(ledgerIsWhole),
  },
];
