import { unzipSync, zipSync } from 'fflate';
import type { SheetModel } from '../../../src/host/xlsx';
import { handmade, mainNamespace, type Handmade } from './handmade';
import { opened, textOfPart } from './parts';

function sheetOf(rows: string, more: Partial<Handmade> = {}): SheetModel {
  return opened(handmade({ sheets: [`<sheetData>${rows}</sheetData>`], ...more })).sheets[0]!;
}

describe('读单元格', () => {
  test('各种类型', () => {
    const sheet = sheetOf(
      '<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="n"><v>-2E3</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#REF!</v></c>' +
        '<c r="E1" t="str"><f>"甲"</f><v>甲&amp;乙</v></c><c r="F1" t="inlineStr"><is><t>内联</t></is></c><c r="G1" t="d"><v>2024-03-01T12:00:00Z</v></c>' +
        '<c r="H1" s="1"/><c r="I1"><v></v></c><c r="J1" t="str"><v/></c><c r="K1" t="b"><v>0</v></c></row>',
    );
    const row = Array.from({ length: 12 }, (_, column) => sheet.value(0, column));
    expect(row).toEqual([
      1.5,
      -2000,
      true,
      { error: '#REF!' },
      '甲&乙',
      '内联',
      45352.5,
      null,
      null,
      null,
      false,
      null,
    ]);
    expect(sheet.formula(0, 4)).toBe('"甲"');
    expect(sheet.formula(0, 0)).toBeNull();
    expect(sheet.usedArea(true)).toEqual({ top: 0, left: 0, bottom: 0, right: 10 });
  });

  test('日期文字换成序列号，1904 日期系统从 1904 年算起，1900 年 2 月前少一天', () => {
    const rows =
      '<row r="1"><c r="A1" t="d"><v>2024-01-01</v></c><c r="B1" t="d"><v>1900-01-01</v></c><c r="C1" t="d"><v>12:00:00</v></c></row>';
    expect([0, 1, 2].map((column) => sheetOf(rows).value(0, column))).toEqual([45292, 1, 0.5]);
    expect(sheetOf(rows, { beforeSheets: '<workbookPr date1904="1"/>' }).value(0, 0)).toBe(45292 - 1462);
  });

  test('共享字符串：富文本连起来，拼音不算，转义还原', () => {
    const sheet = sheetOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
      {
        sharedStrings:
          '<si><r><rPr><b/></rPr><t>重点</t></r><r><t xml:space="preserve"> 项目</t></r><rPh sb="0" eb="1"><t>zhong</t></rPh></si>' +
          '<si><t>第一行_x000D_\n第二行_x005F_x000D_</t></si><si/>',
      },
    );
    expect([0, 1, 2].map((column) => sheet.value(0, column))).toEqual(['重点 项目', '第一行\r\n第二行_x000D_', '']);
  });

  test('元素带命名空间前缀的写法照样能读能改，改后仍带前缀', () => {
    const xml =
      `<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="${mainNamespace}"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c>` +
      '<x:c r="B1" t="inlineStr"><x:is><x:t>乙</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const workbook = opened(handmade({ sheets: ['<sheetData/>'], parts: { 'xl/worksheets/sheet1.xml': xml } }));
    const sheet = workbook.sheets[0]!;
    expect([sheet.value(0, 0), sheet.formula(0, 0), sheet.value(0, 1)]).toEqual([2, '1+1', '乙']);
    sheet.setValue(1, 0, '丙');
    sheet.setMerges([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    const saved = workbook.save();
    expect(textOfPart(saved, 'xl/worksheets/sheet1.xml')).toContain(
      '<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>丙</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells>',
    );
    expect(opened(saved).sheets[0]!.value(1, 0)).toBe('丙');
  });

  test('行和单元格不写位置的，按先后顺序定位；改一处之后各就各位', () => {
    const workbook = opened(
      handmade({
        sheets: [
          '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c><v>3</v></c></row><row><c r="C6"><v>4</v></c><c><v>5</v></c></row></sheetData>',
        ],
      }),
    );
    const sheet = workbook.sheets[0]!;
    const read = (one: SheetModel) => [
      one.value(0, 0),
      one.value(0, 1),
      one.value(4, 0),
      one.value(5, 2),
      one.value(5, 3),
    ];
    expect(read(sheet)).toEqual([1, 2, 3, 4, 5]);
    sheet.setValue(2, 0, 9);
    const again = opened(workbook.save()).sheets[0]!;
    expect([...read(again), again.value(2, 0)]).toEqual([1, 2, 3, 4, 5, 9]);
  });

  test('行或单元格次序颠倒的文件，读得对，改后按次序写', () => {
    const workbook = opened(
      handmade({
        sheets: [
          '<sheetData><row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row></sheetData>',
        ],
      }),
    );
    const sheet = workbook.sheets[0]!;
    expect([sheet.value(2, 1), sheet.value(2, 0), sheet.value(0, 0)]).toEqual([1, 2, 3]);
    sheet.setValue(1, 0, 4);
    expect(textOfPart(workbook.save(), 'xl/worksheets/sheet1.xml')).toContain(
      '<sheetData><row r="1"><c r="A1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>1</v></c></row></sheetData>',
    );
  });

  test('注释、CDATA、多余空白不影响读取，改别处时原样留下', () => {
    const rows =
      '\n  <!-- 首行 -->\n  <row r="1" spans="1:2">\n    <c r="A1" t="str"><v><![CDATA[<甲>]]></v></c>\n    <c r=\'B1\'  t = "n" ><v>2</v></c>\n  </row>\n\n  <row r="3"/>\n';
    const workbook = opened(handmade({ sheets: [`<sheetData>${rows}</sheetData>`] }));
    const sheet = workbook.sheets[0]!;
    expect([sheet.value(0, 0), sheet.value(0, 1)]).toEqual(['<甲>', 2]);
    sheet.setValue(0, 4, 7);
    expect(textOfPart(workbook.save(), 'xl/worksheets/sheet1.xml')).toContain(
      rows.replace('spans="1:2"', 'spans="1:5"').replace('</c>\n  </row>', '</c><c r="E1"><v>7</v></c>\n  </row>'),
    );
  });

  test('单元格没有样式时用行的，再用列的', () => {
    const sheet = opened(
      handmade({
        sheets: [
          '<cols><col min="2" max="3" width="12" style="2" customWidth="1"/></cols><sheetData><row r="2" s="1" customFormat="1"><c r="A2" s="0"><v>1</v></c></row></sheetData>',
        ],
      }),
    ).sheets[0]!;
    expect([sheet.styleIndex(1, 0), sheet.styleIndex(1, 1), sheet.styleIndex(0, 1), sheet.styleIndex(0, 0)]).toEqual([
      0, 1, 2, 0,
    ]);
  });

  test('UTF-16 的部件也能读，改后写成 UTF-8', () => {
    const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${mainNamespace}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>督查</t></is></c></row></sheetData></worksheet>`;
    const file = opened(handmade({ sheets: ['<sheetData/>'] })).save();
    const wide = Buffer.from(text, 'utf16le');
    const workbook = opened(zipSync({ ...unzipSync(file), 'xl/worksheets/sheet1.xml': new Uint8Array(wide) }));
    expect(workbook.sheets[0]!.value(0, 0)).toBe('督查');
    workbook.sheets[0]!.setValue(1, 0, 1);
    const saved = workbook.save();
    expect(textOfPart(saved, 'xl/worksheets/sheet1.xml')).toContain('encoding="UTF-8"');
    expect(opened(saved).sheets[0]!.value(0, 0)).toBe('督查');
  });
});

describe('公式', () => {
  const shared =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+SUM($A1:A1)+LEN("A1")+表!A1</f><v>1</v></c></row>' +
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>';

  test('共享公式逐格展开：相对引用跟着走，绝对引用和引号里的不动', () => {
    const sheet = sheetOf(shared);
    expect(sheet.formula(1, 1)).toBe('A2*$A$1+SUM($A2:A2)+LEN("A1")+表!A2');
    expect(sheet.formula(2, 1)).toBe('A3*$A$1+SUM($A3:A3)+LEN("A1")+表!A3');
  });

  test('改写共享公式的主格，其余各格改成自己的公式，缓存值不动', () => {
    const workbook = opened(handmade({ sheets: [`<sheetData>${shared}</sheetData>`] }));
    workbook.sheets[0]!.setValue(0, 1, 100);
    const saved = workbook.save();
    const again = opened(saved).sheets[0]!;
    expect([again.value(0, 1), again.formula(0, 1)]).toEqual([100, null]);
    expect([again.formula(1, 1), again.value(1, 1)]).toEqual(['A2*$A$1+SUM($A2:A2)+LEN("A1")+表!A2', 2]);
    expect(textOfPart(saved, 'xl/worksheets/sheet1.xml')).not.toContain('shared');
  });

  test('改写共享公式的从格，主格和其他从格不动', () => {
    const workbook = opened(handmade({ sheets: [`<sheetData>${shared}</sheetData>`] }));
    workbook.sheets[0]!.setFormula(1, 1, 'A2');
    const text = textOfPart(workbook.save(), 'xl/worksheets/sheet1.xml');
    expect(text).toContain('<c r="B2"><f>A2</f></c>');
    expect(text).toContain('<c r="B3"><f t="shared" si="0"/><v>3</v></c>');
  });

  const array =
    '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="C2"><f t="array" ref="C2">SUM(B1:B2)</f><v>3</v></c></row>' +
    '<row r="5"><c r="A5"><f t="dataTable" ref="A5:B6" dt2D="1" r1="D1" r2="D2"/><v>1</v></c></row>';

  test('数组公式和模拟运算表：说得出范围，不许改其中一格，整块清除可以', () => {
    const sheet = sheetOf(array);
    expect(sheet.guardedFormula(1, 0)).toEqual({ kind: 'array', area: { top: 0, left: 0, bottom: 1, right: 0 } });
    expect(sheet.guardedFormula(5, 1)?.kind).toBe('dataTable');
    expect(sheet.guardedFormula(2, 0)).toBeNull();
    expect(() => sheet.setValue(1, 0, 5)).toThrow('数组公式');
    expect(() => sheet.clear({ top: 1, left: 0, bottom: 1, right: 0 }, 'contents')).toThrow('数组公式');
    sheet.setValue(1, 2, 8);
    sheet.clear({ top: 0, left: 0, bottom: 1, right: 0 }, 'contents');
    expect([sheet.value(0, 0), sheet.value(1, 0), sheet.guardedFormula(1, 0), sheet.value(1, 2)]).toEqual([
      null,
      null,
      null,
      8,
    ]);
  });

  test('覆盖公式后，计算链连同登记一起去掉', () => {
    const file = handmade({
      sheets: [`<sheetData>${shared}</sheetData>`],
      afterSheets: '<calcPr calcId="1"/>',
      parts: { 'xl/calcChain.xml': '<calcChain><c r="B1" i="1"/></calcChain>' },
    });
    const base = opened(file);
    expect(base.save()).toEqual(file);
    const parts = unzipSync(file);
    const relationships = new TextDecoder()
      .decode(parts['xl/_rels/workbook.xml.rels'])
      .replace(
        '</Relationships>',
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      );
    const workbook = opened(
      zipSync({ ...parts, 'xl/_rels/workbook.xml.rels': new TextEncoder().encode(relationships) }),
    );
    workbook.sheets[0]!.setValue(0, 1, 1);
    const saved = workbook.save();
    expect(Object.keys(unzipSync(saved))).not.toContain('xl/calcChain.xml');
    expect(textOfPart(saved, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(textOfPart(saved, 'xl/workbook.xml')).toContain('<calcPr calcId="1" fullCalcOnLoad="1"/>');
  });
});
