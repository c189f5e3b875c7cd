import fc from 'fast-check';
import { newWorkbook, type SheetModel, type WorkbookModel } from '../../../src/host/xlsx';
import { complexWorkbook } from './complexWorkbook';
import { handmade, relationshipsPart } from './handmade';
import { opened, textOfPart } from './parts';

const named = (workbook: WorkbookModel, name: string): SheetModel =>
  workbook.sheets.find((sheet) => sheet.name === name)!;

/** The complex workbook without its pivot table, whose source may not move. */
async function ledgerWorkbook(): Promise<WorkbookModel> {
  const workbook = opened(await complexWorkbook());
  workbook.deleteSheet(named(workbook, '透视').id);
  return opened(workbook.save());
}

describe('插入行', () => {
  test('单元格、合并、条件格式、验证、链接、批注、分页、名称、别表公式、图表都跟着走', async () => {
    const workbook = await ledgerWorkbook();
    const sheet = named(workbook, '督办台账');
    sheet.setMerges([...sheet.merges(), { top: 4, left: 7, bottom: 6, right: 7 }]);
    sheet.insertRows(5, 2);
    const saved = workbook.save();
    const again = opened(saved);
    const ledger = named(again, '督办台账');
    expect([ledger.value(4, 0), ledger.value(5, 0), ledger.value(6, 0), ledger.value(7, 0)]).toEqual([
      3,
      null,
      null,
      4,
    ]);
    expect([ledger.formula(4, 5), ledger.formula(7, 5), ledger.formula(31, 5)]).toEqual([
      'IF(E5>=1,"办结","在办")',
      'IF(E8>=1,"办结","在办")',
      'IF(E32>=1,"办结","在办")',
    ]);
    expect(ledger.merges()).toEqual([
      { top: 0, left: 0, bottom: 0, right: 5 },
      { top: 4, left: 7, bottom: 8, right: 7 },
    ]);
    expect(
      ledger.conditionalRules().map((rule) => [rule.areas[0]?.top, rule.areas[0]?.bottom, rule.formulas[0]]),
    ).toEqual([
      [2, 31, '$D3<TODAY()'],
      [2, 31, undefined],
      [2, 31, '0.9'],
    ]);
    expect(ledger.dataValidations()[0]?.areas).toEqual([{ top: 2, left: 2, bottom: 31, right: 2 }]);
    expect(ledger.hyperlinks().map((link) => link.area.top)).toEqual([2, 7]);
    expect(ledger.comments()[0]?.row).toBe(3);
    expect(ledger.rowBreaks()).toEqual([18]);
    expect(ledger.rowHeight(0)).toBe(32);
    expect(again.names().map((name) => name.formula)).toEqual(
      expect.arrayContaining(['督办台账!$C$3:$C$32', '督办台账!$1:$2']),
    );
    expect(named(again, '汇总').formula(1, 1)).toBe('COUNTIF(督办台账!$C$3:$C$32,A2)');
    expect(textOfPart(saved, 'xl/worksheets/sheet2.xml')).toContain('督办台账!E3:E32');
    expect(textOfPart(saved, 'xl/worksheets/sheet1.xml')).toContain('<xm:sqref>E3:E32</xm:sqref>');
  });

  test('新行照上一行的样式', async () => {
    const workbook = await ledgerWorkbook();
    const sheet = named(workbook, '督办台账');
    const style = sheet.styleIndex(4, 3);
    sheet.insertRows(5, 1);
    expect([sheet.styleIndex(5, 3), style > 0]).toEqual([style, true]);
  });

  test('批注的框跟着批注走，删去的行带走批注', async () => {
    const workbook = await ledgerWorkbook();
    const sheet = named(workbook, '督办台账');
    sheet.insertRows(0, 3);
    expect(sheet.comments().map(({ row, text }) => [row, text])).toEqual([[6, '已催办一次']]);
    expect(textOfPart(workbook.save(), 'xl/drawings/vmlDrawing1.vml')).toContain('<x:Row>6</x:Row>');
    sheet.deleteRows(6, 1);
    expect(sheet.comments()).toEqual([]);
    expect(textOfPart(workbook.save(), 'xl/drawings/vmlDrawing1.vml')).not.toContain('<x:Row>');
  });

  test('表格在中间插行就变大，图和图表的来源跟着走', async () => {
    const workbook = opened(await complexWorkbook());
    const sheet = named(workbook, '汇总');
    sheet.clear({ top: 1, left: 3, bottom: 3, right: 3 }, 'all');
    sheet.insertRows(2, 1);
    const saved = workbook.save();
    expect(named(opened(saved), '汇总').tables()[0]?.area).toEqual({ top: 0, left: 5, bottom: 4, right: 6 });
    expect(textOfPart(saved, 'xl/tables/table1.xml')).toMatch(/<autoFilter ref="F1:G5"/);
    expect(textOfPart(saved, 'xl/charts/chart1.xml')).toContain('汇总!$A$2:$A$5');
    expect(textOfPart(saved, 'xl/drawings/drawing1.xml')).toMatch(/<xdr:row>8<\/xdr:row>/);
  });

  test('跨着数组公式、透视表、会挤出末行时不插，且什么都没变', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    expect(() => named(workbook, '汇总').insertRows(2, 1)).toThrow('数组公式');
    expect(() => named(workbook, '透视').insertRows(0, 1)).toThrow('透视表');
    expect(() => named(workbook, '督办台账').insertRows(10, 1_048_570)).toThrow('挤出');
    expect(workbook.save()).toEqual(file);
  });

  test('直到最后一行的区域插入删除后仍到最后一行，末行的空行不碍事', () => {
    const workbook = opened(
      handmade({
        sheets: [
          '<sheetData><row r="1"><c r="A1"><f>SUM(B1:B1048576)</f><v>1</v></c></row><row r="1048576" ht="20" customHeight="1"/></sheetData>' +
            '<conditionalFormatting sqref="A1:C1048576"><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>',
        ],
      }),
    );
    workbook.sheets[0]!.insertRows(1, 2);
    const again = opened(workbook.save());
    expect(again.sheets[0]!.formula(0, 0)).toBe('SUM(B1:B1048576)');
    again.sheets[0]!.deleteRows(1, 5);
    const text = textOfPart(again.save(), 'xl/worksheets/sheet1.xml');
    expect(text).toContain('sqref="A1:C1048576"');
    expect(text).toContain('<f>SUM(B1:B1048576)</f>');
  });

  test('批注的图形文件不是规整的 XML 也照样移动', () => {
    const vml =
      '<xml xmlns:v="urn:v" xmlns:x="urn:x"><v:shape id="a"><v:textbox><div>甲<br></div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>\n 1, 15, 2, 10, 3, 31, 6, 9</x:Anchor><x:Row>3</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>';
    const workbook = opened(
      handmade({
        sheets: ['<sheetData/><legacyDrawing r:id="rId1"/>'],
        parts: {
          'xl/drawings/vmlDrawing1.vml': vml,
          'xl/worksheets/_rels/sheet1.xml.rels': relationshipsPart([['vmlDrawing', '../drawings/vmlDrawing1.vml']]),
        },
      }),
    );
    workbook.sheets[0]!.insertRows(0, 2);
    const moved = textOfPart(workbook.save(), 'xl/drawings/vmlDrawing1.vml');
    expect(moved).toContain('<x:Anchor>1, 15, 4, 10, 3, 31, 8, 9</x:Anchor><x:Row>5</x:Row>');
  });

  test('透视表的来源区域跟着走', async () => {
    const workbook = opened(await complexWorkbook());
    named(workbook, '督办台账').insertRows(10, 5);
    expect(textOfPart(workbook.save(), 'xl/pivotCache/pivotCacheDefinition1.xml')).toContain('ref="A2:F35"');
  });

  test('数组公式整块下移，范围跟着走', () => {
    const workbook = opened(
      handmade({
        sheets: [
          '<sheetData><row r="2"><c r="A2"><f t="array" ref="A2:A3">B2:B3</f><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row></sheetData>',
        ],
      }),
    );
    const sheet = workbook.sheets[0]!;
    sheet.insertRows(0, 1);
    expect(sheet.guardedFormula(3, 0)?.area).toEqual({ top: 2, left: 0, bottom: 3, right: 0 });
    expect(textOfPart(workbook.save(), 'xl/worksheets/sheet1.xml')).toContain('<f t="array" ref="A3:A4">B3:B4</f>');
  });
});

describe('删除行', () => {
  test('区域缩小，全在其中的合并、验证、链接一并去掉，分页并到下一行', async () => {
    const workbook = await ledgerWorkbook();
    const sheet = named(workbook, '督办台账');
    sheet.setMerges([...sheet.merges(), { top: 5, left: 7, bottom: 6, right: 7 }]);
    sheet.deleteRows(2, 10);
    const ledger = named(opened(workbook.save()), '督办台账');
    expect(ledger.value(2, 0)).toBe(11);
    expect(ledger.merges()).toEqual([{ top: 0, left: 0, bottom: 0, right: 5 }]);
    expect(ledger.hyperlinks()).toEqual([]);
    expect(ledger.rowBreaks()).toEqual([6]);
    expect(ledger.conditionalRules()[0]).toMatchObject({
      areas: [{ top: 2, left: 3, bottom: 19, right: 3 }],
      formulas: ['$D3<TODAY()'],
    });
    expect(ledger.formula(2, 5)).toBe('IF(E3>=1,"办结","在办")');
  });

  test('表格的标题行、全部数据行不许删，删一行数据可以', async () => {
    const workbook = opened(await complexWorkbook());
    const sheet = named(workbook, '汇总');
    sheet.clear({ top: 1, left: 3, bottom: 3, right: 3 }, 'all');
    expect(() => sheet.deleteRows(0, 1)).toThrow('表格');
    expect(() => sheet.deleteRows(1, 3)).toThrow('表格');
    sheet.deleteRows(1, 1);
    expect(sheet.tables()[0]?.area.bottom).toBe(2);
  });

  test('没有主格的共享公式照样各自成立', () => {
    const shared = [1, 2, 3, 4].map((row) => {
      const formula = row === 1 ? '<f t="shared" ref="B1:B4" si="3">A1+1</f>' : '<f t="shared" si="3"/>';
      return `<row r="${row}"><c r="B${row}">${formula}<v>${row}</v></c></row>`;
    });
    const workbook = opened(handmade({ sheets: [`<sheetData>${shared.join('')}</sheetData>`] }));
    const sheet = workbook.sheets[0]!;
    sheet.deleteRows(0, 1);
    expect([0, 1, 2].map((row) => sheet.formula(row, 1))).toEqual(['A1+1', 'A2+1', 'A3+1']);
    const again = opened(workbook.save()).sheets[0]!;
    expect([0, 1, 2].map((row) => [again.formula(row, 1), again.value(row, 1)])).toEqual([
      ['A1+1', 2],
      ['A2+1', 3],
      ['A3+1', 4],
    ]);
  });

  test('图形的锚点落在删去的行里，就靠到下一行的上沿', () => {
    const anchor =
      '<xdr:wsDr xmlns:xdr="urn:x"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>500</xdr:rowOff></xdr:from>' +
      '<xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>700</xdr:rowOff></xdr:to><xdr:sp/></xdr:twoCellAnchor></xdr:wsDr>';
    const workbook = opened(
      handmade({
        sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><drawing r:id="rId1"/>'],
        parts: {
          'xl/drawings/drawing1.xml': anchor,
          'xl/worksheets/_rels/sheet1.xml.rels': relationshipsPart([['drawing', '../drawings/drawing1.xml']]),
        },
      }),
    );
    workbook.sheets[0]!.deleteRows(2, 3);
    expect(textOfPart(workbook.save(), 'xl/drawings/drawing1.xml')).toMatch(
      /<xdr:row>2<.*<xdr:rowOff>0<.*<xdr:row>6<.*<xdr:rowOff>700</,
    );
  });

  test('任意插入、删除与改写之后，内容与逐行推算的一致，存后重开也一致', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('insert' as const), row: fc.nat(12), count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('delete' as const), row: fc.nat(12), count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('write' as const), row: fc.nat(12), count: fc.nat(1000) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const workbook = newWorkbook();
        const expected: (number | null)[] = [];
        for (let row = 0; row < 8; row++) {
          workbook.sheets[0]!.setValue(row, 0, row);
          expected[row] = row;
        }
        const reopenedWorkbook = opened(workbook.save());
        const sheet = reopenedWorkbook.sheets[0]!;
        for (const { kind, row, count } of steps) {
          while (expected.length <= row) expected.push(null);
          if (kind === 'insert') expected.splice(row, 0, ...Array.from({ length: count }, () => null));
          else if (kind === 'delete') expected.splice(row, count);
          else expected[row] = count;
          if (kind === 'insert') sheet.insertRows(row, count);
          else if (kind === 'delete') sheet.deleteRows(row, count);
          else sheet.setValue(row, 0, count);
        }
        const read = (one: SheetModel) => expected.map((_, row) => one.value(row, 0));
        expect(read(sheet)).toEqual(expected);
        expect(read(opened(reopenedWorkbook.save()).sheets[0]!)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
