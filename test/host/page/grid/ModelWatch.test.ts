import { ModelWatch } from '../../../../src/host/page/grid/ModelWatch';
import type { SheetModel } from '../../../../src/host/xlsx/model';
import { FakeSheet, fakeWorkbook } from '../fakeWorkbook';

function watched() {
  const sheet = new FakeSheet('{1}', '督查台账');
  const workbook = fakeWorkbook([sheet]);
  return { sheet, workbook, watch: new ModelWatch(workbook) };
}

describe('跟随工作簿的改动', () => {
  test('没有改动就没有可画的，也没有可保存的', () => {
    const { watch } = watched();
    expect(watch.drain()).toEqual({ added: [], removed: [], sheets: [], tabs: false });
    expect(watch.unsaved).toBe(false);
  });
  test('写了哪几格，就画哪几格，只画一次', () => {
    const { sheet, watch } = watched();
    sheet.setValue(3, 7, '办结');
    sheet.setStyleIndex(3, 7, 0);
    sheet.setFormula(100_000, 16_383, 'A1');
    expect(sheet.value(3, 7)).toBe('办结');
    expect(watch.drain().sheets).toEqual([
      {
        sheetId: '{1}',
        cells: [
          { row: 3, column: 7 },
          { row: 100_000, column: 16_383 },
        ],
        rules: false,
        validations: false,
        rebuild: false,
      },
    ]);
    expect(watch.drain().sheets).toEqual([]);
  });
  test('合并、行高等动了骨架，整张表重画', () => {
    const { sheet, watch } = watched();
    sheet.setValue(0, 0, 'x');
    sheet.setMerges([]);
    expect(watch.drain().sheets).toMatchObject([{ rebuild: true, cells: [] }]);
  });
  test('一次写到两万格以上，整张表重画', () => {
    const { sheet, watch } = watched();
    sheet.clear({ top: 0, left: 0, bottom: 19_999, right: 0 });
    expect(watch.drain().sheets).toMatchObject([{ rebuild: false }]);
    sheet.clear({ top: 0, left: 0, bottom: 20_000, right: 0 });
    expect(watch.drain().sheets).toMatchObject([{ rebuild: true }]);
  });
  test('条件格式改了单独说', () => {
    const { sheet, watch } = watched();
    sheet.setConditionalRules([]);
    expect(watch.drain().sheets).toMatchObject([{ rules: true, rebuild: false }]);
  });
  test('增、删、改名都看得见，新表上的写入也跟得上', () => {
    const { sheet, workbook, watch } = watched();
    const added = new FakeSheet('{2}', '通报');
    workbook.sheets.push(added as unknown as SheetModel);
    expect(watch.drain()).toMatchObject({ added: ['{2}'], removed: [], tabs: true });
    added.setValue(0, 0, '单位');
    sheet.name = '台账';
    expect(watch.drain()).toMatchObject({ added: [], sheets: [{ sheetId: '{2}' }], tabs: true });
    workbook.sheets.pop();
    expect(watch.drain()).toMatchObject({ removed: ['{2}'] });
  });
  test('换一张表看不算改动，改名算', () => {
    const { sheet, workbook, watch } = watched();
    workbook.activeSheetId = '{9}';
    expect(watch.drain().tabs).toBe(true);
    expect(watch.unsaved).toBe(false);
    sheet.name = '台账';
    watch.drain();
    expect(watch.unsaved).toBe(true);
  });
  test('保存之后重新算起', () => {
    const { sheet, watch } = watched();
    sheet.setValue(0, 0, 'x');
    expect(watch.unsaved).toBe(true);
    watch.markSaved();
    expect(watch.unsaved).toBe(false);
  });
  test('保存着的时候又改了，存下来的是原先的，后改的还算未保存', () => {
    const { sheet, watch } = watched();
    sheet.setValue(0, 0, 'x');
    const begun = watch.writesSoFar;
    sheet.name = '台账';
    watch.markSaved(begun);
    watch.drain();
    expect(watch.unsaved).toBe(true);
    watch.markSaved(watch.writesSoFar);
    expect(watch.unsaved).toBe(false);
  });
});
