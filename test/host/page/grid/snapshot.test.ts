import type { PlacesBySheet } from '../../../../src/host/page/grid/formulaPlaces';
import { gridContent, snapshotInSlices, workbookSnapshot } from '../../../../src/host/page/grid/snapshot';
import { drained } from '../../../../src/host/xlsx/slices';
import { FakeSheet, fakeWorkbook, PLAIN } from '../fakeWorkbook';

function ledger() {
  const sheet = new FakeSheet('{1}', '督查台账');
  const workbook = fakeWorkbook([sheet, new FakeSheet('{2}', '单位名录')]);
  return { sheet, workbook, shown: () => workbookSnapshot(workbook, 'w', '台账.xlsx') };
}

describe('工作簿到表格视图', () => {
  test('文本、数字、真假、错误值、公式各得其类型', () => {
    expect(gridContent('办结', null)).toEqual({ v: '办结', t: 1 });
    expect(gridContent(46_000, null)).toEqual({ v: 46_000, t: 2 });
    expect(gridContent(true, null)).toEqual({ v: 1, t: 3 });
    expect(gridContent({ error: '#REF!' }, null)).toEqual({ v: '#REF!', t: 1 });
    expect(gridContent(7, 'F4-E4')).toEqual({ f: '=F4-E4', v: 7, t: 2 });
    expect(gridContent(null, null)).toEqual({});
  });
  test('有公式的格记下在哪里，有没有算好的值都一样；没有公式的不记', () => {
    const { sheet, workbook } = ledger();
    sheet.setValue(0, 0, '标题');
    sheet.setFormula(2, 3, 'A1');
    sheet.setFormula(7, 1, 'SUM(A1:A6)');
    const formulas: PlacesBySheet = new Map();
    drained(snapshotInSlices(workbook, 'w', '台账.xlsx', formulas));
    expect([...formulas]).toEqual([
      ['{1}', { 2: { 3: true }, 7: { 1: true } }],
      ['{2}', {}],
    ]);
  });
  test('空白而无样式的单元格不占地方，空白而有样式的留下样式', () => {
    const { sheet, workbook, shown } = ledger();
    const filled = workbook.addStyle({ ...PLAIN, fill: '#DDEBF7' });
    sheet.setValue(0, 0, '标题');
    sheet.setValue(2, 3, null);
    sheet.setStyleIndex(2, 2, filled);
    const data = shown();
    expect(data.sheets['{1}']!.cellData).toEqual({ 0: { 0: { v: '标题', t: 1 } }, 2: { 2: { s: `f${filled}` } } });
    expect(data.styles[`f${filled}`]).toMatchObject({ bg: { rgb: '#DDEBF7' } });
  });
  test('列宽按字符、行高按磅换成像素，冻结、合并照旧', () => {
    const { sheet, shown } = ledger();
    sheet.setValue(0, 0, '标题');
    sheet.setColumnWidth(0, 10);
    sheet.setRowHeight(0, 30);
    sheet.setFrozen(3, 2);
    sheet.setMerges([{ top: 0, left: 0, bottom: 0, right: 6 }]);
    expect(shown().sheets['{1}']).toMatchObject({
      columnData: { 0: { w: 70, hd: 0 } },
      rowData: { 0: { h: 40, hd: 0 } },
      freeze: { xSplit: 2, ySplit: 3, startRow: 3, startColumn: 2 },
      mergeData: [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 6 }],
    });
  });
  test('宽 0 的列（常见于系统内编号）和隐藏的行不显示', () => {
    const { sheet, shown } = ledger();
    sheet.setValue(5, 0, 'x');
    sheet.setColumnWidth(0, 0);
    sheet.setRowHidden(5, true);
    expect(shown().sheets['{1}']).toMatchObject({ columnData: { 0: { hd: 1 } }, rowData: { 5: { hd: 1 } } });
  });
  test('文件没有写行高的换行单元格，行高按内容给；合并的单元格不算', () => {
    const { sheet, workbook, shown } = ledger();
    const wrapped = workbook.addStyle({ ...PLAIN, alignment: { wrapText: true } });
    for (const row of [0, 1]) {
      sheet.setValue(row, 0, '推进城区老旧小区改造项目建设，确保年底前完成');
      sheet.setStyleIndex(row, 0, wrapped);
    }
    sheet.setMerges([{ top: 1, left: 0, bottom: 1, right: 3 }]);
    const rows = shown().sheets['{1}']!.rowData!;
    expect(rows[0]!.h).toBeGreaterThan(60);
    expect(rows[1]).toBeUndefined();
  });
  test('1904 系统的日期按 1900 系统的序号显示', () => {
    const { sheet, workbook } = ledger();
    const dated = { ...workbook, date1904: true } as typeof workbook;
    sheet.setValue(0, 0, 44_000);
    sheet.setStyleIndex(0, 0, workbook.addStyle({ ...PLAIN, numberFormat: 'yyyy-m-d' }));
    expect(workbookSnapshot(dated, 'w', 'x').sheets['{1}']!.cellData![0]![0]!.v).toBe(45_462);
  });
  test('下拉清单带上，引号里的清单去掉引号，区域清单加等号', () => {
    const { sheet, shown } = ledger();
    const area = { top: 3, left: 6, bottom: 9, right: 6 };
    sheet.setDataValidations([
      { areas: [area], type: 'list', formula1: '"正在办理,已办结"', allowBlank: true, showDropDown: true },
      { areas: [area], type: 'list', formula1: '单位名录!$A$2:$A$9', allowBlank: true, showDropDown: true },
      { areas: [area], type: 'whole', formula1: '1', allowBlank: true, showDropDown: true },
    ]);
    const resource = shown().resources!.find(({ name }) => name === 'SHEET_DATA_VALIDATION_PLUGIN')!;
    const lists = (JSON.parse(resource.data) as Record<string, { formula1: string }[]>)['{1}']!;
    expect(lists.map(({ formula1 }) => formula1)).toEqual(['正在办理,已办结', '=单位名录!$A$2:$A$9']);
  });
});
