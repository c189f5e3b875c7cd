import { unzipSync } from 'fflate';
import { complexWorkbook } from './complexWorkbook';
import { handmade, relationshipsPart } from './handmade';
import { opened, partsOf, textOfPart } from './parts';
import { newWorkbook, type WorkbookModel } from '../../../src/host/xlsx';

const named = (workbook: WorkbookModel, name: string) => workbook.sheets.find((sheet) => sheet.name === name)!;
const reopened = (workbook: WorkbookModel): WorkbookModel => opened(workbook.save());

describe('工作表', () => {
  test('新增、移动、改名、隐藏，存后重开都在', async () => {
    const workbook = opened(await complexWorkbook());
    const added = workbook.addSheet('通报', 1);
    added.setValue(0, 0, '督查通报');
    added.tabColor = '#C00000';
    workbook.moveSheet(named(workbook, '汇总').id, 0);
    named(workbook, '字典').visibility = 'visible';
    named(workbook, '透视').visibility = 'hidden';
    workbook.activeSheetId = added.id;
    const again = reopened(workbook);
    expect(again.sheets.map((sheet) => sheet.name)).toEqual(['汇总', '督办台账', '通报', '透视', '字典']);
    expect(again.sheets.map((sheet) => sheet.visibility)).toEqual([
      'visible',
      'visible',
      'visible',
      'hidden',
      'visible',
    ]);
    expect(again.activeSheetId).toBe(named(again, '通报').id);
    expect(named(again, '通报').tabColor).toBe('#C00000');
    expect(again.names().find((name) => name.name === '_xlnm.Print_Titles')?.scope).toBe(named(again, '督办台账').id);
  });

  test('表名不合规矩或重名，不许用', () => {
    const workbook = newWorkbook();
    for (const name of ['', '甲/乙', 'a'.repeat(32), "'甲", 'sheet1'])
      expect(() => workbook.addSheet(name)).toThrow('工作表');
    expect(workbook.sheets).toHaveLength(1);
  });

  test('改名后，各表公式、名称、条件格式、链接里的引用跟着改', async () => {
    const workbook = opened(await complexWorkbook());
    named(workbook, '督办台账').name = '台账 2024';
    named(workbook, '汇总').name = '总表';
    const again = reopened(workbook);
    expect(named(again, '总表').formula(1, 1)).toBe("COUNTIF('台账 2024'!$C$3:$C$30,A2)");
    expect(again.names().find((name) => name.name === '责任单位')?.formula).toBe("'台账 2024'!$C$3:$C$30");
    expect(named(again, '台账 2024').hyperlinks()[1]?.location).toBe('总表!A1');
    expect(textOfPart(workbook.save(), 'xl/worksheets/sheet2.xml')).toContain("<xm:f>'台账 2024'!E3:E30</xm:f>");
  });

  test('改名后，图表和透视表的来源跟着改', async () => {
    const workbook = opened(await complexWorkbook());
    named(workbook, '汇总').name = '总 表';
    named(workbook, '督办台账').name = '台账';
    const saved = workbook.save();
    expect(textOfPart(saved, 'xl/charts/chart1.xml')).toContain("'总 表'!$A$2:$A$4");
    expect(textOfPart(saved, 'xl/pivotCache/pivotCacheDefinition1.xml')).toContain('sheet="台账"');
  });

  test('删去当前表，右边那张成为当前表，只有它被选中', () => {
    const view = (selected: string) =>
      `<sheetViews><sheetView ${selected}workbookViewId="0"/></sheetViews><sheetData/>`;
    const file = handmade({
      sheets: [view(''), view('tabSelected="1" '), view('')],
      beforeSheets: '<bookViews><workbookView firstSheet="2" activeTab="1"/></bookViews>',
    });
    const workbook = opened(file);
    workbook.deleteSheet(workbook.activeSheetId);
    const saved = workbook.save();
    expect(textOfPart(saved, 'xl/workbook.xml')).toContain('<bookViews><workbookView activeTab="1"/></bookViews>');
    expect(textOfPart(saved, 'xl/worksheets/sheet3.xml')).toContain('tabSelected="1"');
    expect(textOfPart(saved, 'xl/worksheets/sheet1.xml')).not.toContain('tabSelected');
  });

  test('删表：部件、登记、只属于它的名称一并去掉，别处引用成 #REF!', async () => {
    const workbook = opened(await complexWorkbook());
    const before = new Set(partsOf(workbook.save()).keys());
    workbook.deleteSheet(named(workbook, '督办台账').id);
    const saved = workbook.save();
    const gone = [...before].filter((name) => !partsOf(saved).has(name));
    expect(gone).toEqual(
      expect.arrayContaining(['xl/worksheets/sheet1.xml', 'xl/worksheets/_rels/sheet1.xml.rels', 'xl/comments1.xml']),
    );
    for (const name of gone) expect(textOfPart(saved, '[Content_Types].xml')).not.toContain(`"/${name}"`);
    const again = opened(saved);
    expect(again.names().map((name) => name.name)).not.toContain('_xlnm.Print_Titles');
    expect(named(again, '汇总').formula(1, 1)).toBe('COUNTIF(#REF!,A2)');
    expect(again.activeSheetId).toBe(named(again, '汇总').id);
  });

  test('最后一张看得见的表不许删、不许隐藏', () => {
    const workbook = newWorkbook();
    expect(() => workbook.deleteSheet(workbook.activeSheetId)).toThrow('至少');
    expect(() => (workbook.sheets[0]!.visibility = 'hidden')).toThrow('至少');
  });
});

describe('名称', () => {
  test('新增、修改、删除，没动的名称字节不变', async () => {
    const workbook = opened(await complexWorkbook());
    const { id } = named(workbook, '汇总');
    workbook.setNames([...workbook.names(), { name: '合计', formula: '汇总!$B$5', scope: id, hidden: true }]);
    const saved = workbook.save();
    expect(textOfPart(saved, 'xl/workbook.xml')).toContain(
      '<definedName name="合计" localSheetId="1" hidden="1">汇总!$B$5</definedName></definedNames>',
    );
    const again = opened(saved);
    again.setNames(again.names().filter((name) => name.name !== '合计'));
    const names = (file: Uint8Array) =>
      /<definedNames>.*<\/definedNames>/.exec(textOfPart(file, 'xl/workbook.xml'))?.[0];
    expect(names(again.save())).toBe(names(await complexWorkbook()));
  });
});

describe('自定义 XML 部件', () => {
  const xml = '<ledger xmlns="urn:ducha:ledger" version="1">督办 &amp; 台账</ledger>';

  test('写入、重开找到、修改、删除：部件和登记都不剩', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    const { id, namespaceUri } = workbook.addCustomXmlPart(xml);
    expect(namespaceUri).toBe('urn:ducha:ledger');
    const second = reopened(workbook);
    expect(second.customXmlParts().map((part) => [part.id, part.xml])).toEqual([[id, xml]]);
    second.setCustomXml(id, xml.replace('version="1"', 'version="2"'));
    const third = reopened(second);
    expect(third.customXmlParts()[0]?.xml).toContain('version="2"');
    third.deleteCustomXmlPart(id);
    const cleaned = third.save();
    expect(Object.keys(unzipSync(cleaned)).filter((name) => name.startsWith('customXml'))).toEqual([]);
    expect(partsOf(cleaned)).toEqual(partsOf(file));
  });

  test('别的工具的部件留着，没有属性部件的也认得', () => {
    const file = handmade({
      sheets: ['<sheetData/>'],
      parts: {
        'customXml/item1.xml': '<other xmlns="urn:other"/>',
        'xl/_rels/workbook.xml.rels': relationshipsPart([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
          ['customXml', '../customXml/item1.xml'],
        ]),
      },
    });
    const workbook = opened(file);
    expect(workbook.customXmlParts().map((part) => part.namespaceUri)).toEqual(['urn:other']);
    const ours = workbook.addCustomXmlPart(xml);
    workbook.deleteCustomXmlPart(ours.id);
    expect(partsOf(workbook.save())).toEqual(partsOf(file));
  });

  test('不是完整 XML 的内容不收', () => {
    const workbook = newWorkbook();
    expect(() => workbook.addCustomXmlPart('<a>')).toThrow('XML');
    expect(() => workbook.addCustomXmlPart('<!DOCTYPE a []><a/>')).toThrow('XML');
    expect(workbook.customXmlParts()).toEqual([]);
  });
});

describe('样式', () => {
  test('读出单元格的样子，主题色和深浅算成 RGB', () => {
    const theme =
      '<a:theme xmlns:a="urn:a"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
      '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>';
    const workbook = opened(
      handmade({
        sheets: ['<sheetData/>'],
        styles:
          '<numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy-mm"/></numFmts>' +
          '<fonts count="2"><font/><font><b/><i val="0"/><u val="double"/><sz val="12"/><color theme="4" tint="0.3999"/><name val="仿宋"/></font></fonts>' +
          '<fills count="3"><fill/><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills>' +
          '<borders count="2"><border/><border diagonalUp="1"><left style="thin"><color theme="1"/></left><diagonal style="hair"/></border></borders>' +
          '<cellXfs count="2"><xf/><xf numFmtId="170" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" wrapText="1" indent="2"/><protection locked="0"/></xf></cellXfs>',
        parts: {
          'xl/theme/theme1.xml': theme,
          'xl/_rels/workbook.xml.rels': relationshipsPart([
            ['worksheet', 'worksheets/sheet1.xml'],
            ['styles', 'styles.xml'],
            ['theme', 'theme/theme1.xml'],
          ]),
        },
      }),
    );
    expect(workbook.style(1)).toEqual({
      numberFormat: 'yyyy-mm',
      font: { name: '仿宋', size: 12, bold: true, italic: false, underline: 'double', color: '#8FAADC' },
      fill: '#FF0000',
      borders: { left: { style: 'thin', color: '#000000' }, diagonalUp: { style: 'hair' } },
      alignment: { horizontal: 'center', wrapText: true, indent: 2 },
      locked: false,
      hiddenFormula: false,
    });
  });

  test('同样的样子用同一个序号，新样子只追加；以原样式为底时，没提到的特征留着', async () => {
    const workbook = opened(await complexWorkbook());
    const sheet = named(workbook, '督办台账');
    const header = sheet.styleIndex(1, 1);
    expect(workbook.styleIndexOf(workbook.style(header))).toBe(header);
    const changed = workbook.styleIndexOf({ ...workbook.style(header), fill: '#00B050' }, header);
    expect(changed).toBeGreaterThan(header);
    expect(workbook.styleIndexOf({ ...workbook.style(header), fill: '#00B050' }, header)).toBe(changed);
    sheet.setStyleIndex(1, 1, changed);
    const again = reopened(workbook);
    const look = again.style(named(again, '督办台账').styleIndex(1, 1));
    expect(look).toEqual({ ...workbook.style(header), fill: '#00B050' });
    expect(again.style(header)).toEqual(workbook.style(header));
  });

  test.each([
    [14, 'm/d/yyyy'],
    [9, '0%'],
    [49, '@'],
    [31, 'yyyy"年"m"月"d"日"'],
  ])('内置格式 %i 是 %s', (id, code) => {
    const workbook = opened(
      handmade({ sheets: ['<sheetData/>'], styles: `<cellXfs count="1"><xf numFmtId="${id}"/></cellXfs>` }),
    );
    expect(workbook.style(0).numberFormat).toBe(code);
  });

  test('没有样式表的文件，第一次设样式时补上', () => {
    const file = handmade({
      sheets: ['<sheetData/>'],
      parts: { 'xl/_rels/workbook.xml.rels': relationshipsPart([['worksheet', 'worksheets/sheet1.xml']]) },
    });
    const workbook = opened(file);
    workbook.sheets[0]!.setStyleIndex(0, 0, workbook.styleIndexOf({ ...workbook.style(0), fill: '#FFFF00' }, 0));
    const again = reopened(workbook);
    expect(again.style(again.sheets[0]!.styleIndex(0, 0)).fill).toBe('#FFFF00');
  });
});
