import { openXlsx } from '../../../src/host/xlsx';
import { complexWorkbook } from './complexWorkbook';
import { textOfPart } from './parts';

describe('表格增减末尾的行', () => {
  async function table() {
    const opened = openXlsx(await complexWorkbook());
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    const sheet = opened.workbook.sheets.find(({ name }) => name === '汇总')!;
    return { workbook: opened.workbook, sheet, own: sheet.tables()[0]! };
  }

  test('表格和它的筛选一起变长，别的不动', async () => {
    const { workbook, sheet, own } = await table();
    const before = textOfPart(workbook.save(), 'xl/tables/table1.xml');
    sheet.resizeTable(own.id, { ...own.area, bottom: 6 });
    expect(sheet.tables()[0]!.area).toEqual({ ...own.area, bottom: 6 });
    expect(textOfPart(workbook.save(), 'xl/tables/table1.xml')).toBe(before.replaceAll('"F1:G4"', '"F1:G7"'));
    sheet.resizeTable(own.id, own.area);
    expect(textOfPart(workbook.save(), 'xl/tables/table1.xml')).toBe(before);
  });

  test('列、表头不能动，数据行不能一行不剩', async () => {
    const { sheet, own } = await table();
    expect(() => sheet.resizeTable(own.id, { ...own.area, right: 7 })).toThrow('只能增减末尾的行');
    expect(() => sheet.resizeTable(own.id, { ...own.area, top: 1 })).toThrow('只能增减末尾的行');
    expect(() => sheet.resizeTable(own.id, { ...own.area, bottom: 0 })).toThrow('只能增减末尾的行');
    expect(() => sheet.resizeTable(99, own.area)).toThrow('没有这个表格');
    expect(sheet.tables()[0]!.area).toEqual(own.area);
  });
});
