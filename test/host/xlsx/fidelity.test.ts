import { changedParts, opened, partsOf, textOfPart } from './parts';
import { complexWorkbook } from './complexWorkbook';
import { withExcelize } from './excelize';
import type { WorkbookModel } from '../../../src/host/xlsx';

const ledgerPart = 'xl/worksheets/sheet1.xml';

function ledger(workbook: WorkbookModel) {
  return workbook.sheets.find((sheet) => sheet.name === '督办台账')!;
}

describe('打开再保存', () => {
  test('没有改动时，文件逐字节不变', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    for (const sheet of workbook.sheets) {
      sheet.usedArea(false);
      sheet.conditionalRules();
      sheet.charts();
    }
    expect(Buffer.compare(Buffer.from(workbook.save()), Buffer.from(file))).toBe(0);
  });

  test('改一个数值单元格，只有这张表和要求重算的工作簿部件变了，而且表里只多了这一处', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    ledger(workbook).setValue(2, 4, 0.5);
    const saved = workbook.save();
    expect(changedParts(file, saved)).toEqual(['xl/workbook.xml', ledgerPart]);
    const before = textOfPart(file, ledgerPart);
    expect(textOfPart(saved, ledgerPart)).toBe(
      before.replace(/<c r="E3"><v>[^<]*<\/v><\/c>/, '<c r="E3"><v>0.5</v></c>'),
    );
    expect(textOfPart(saved, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('写一段文字，共享字符串和其他单元格不动', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    ledger(workbook).setValue(3, 1, ' 首尾有空格\n换行 ');
    const saved = workbook.save();
    expect(changedParts(file, saved)).toEqual(['xl/workbook.xml', ledgerPart]);
    expect(ledger(opened(saved)).value(3, 1)).toBe(' 首尾有空格\n换行 ');
  });

  test('改了再改回，文件逐字节不变', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    const sheet = ledger(workbook);
    const [text, style] = [sheet.value(4, 1), sheet.styleIndex(4, 1)];
    sheet.setValue(4, 1, '别的');
    sheet.setStyleIndex(4, 1, workbook.styleIndexOf({ ...workbook.style(style), fill: '#00FF00' }, style));
    sheet.setValue(4, 1, text);
    sheet.setStyleIndex(4, 1, style);
    const saved = workbook.save();
    expect(partsOf(saved).get(ledgerPart)).toBe(partsOf(file).get(ledgerPart));
  });

  test('加条件格式、另存、重新打开、删去：工作表逐字节还原', async () => {
    const file = await complexWorkbook();
    const first = opened(file);
    const rules = ledger(first).conditionalRules();
    ledger(first).setConditionalRules([
      ...rules,
      {
        id: '',
        areas: [{ top: 2, left: 0, bottom: 29, right: 5 }],
        type: 'expression',
        formulas: ['AND($D3<>"",$D3<TODAY())'],
        priority: rules.length + 1,
        stopIfTrue: true,
        style: { fill: '#FFC000', font: { color: '#9C0006', bold: true } },
        raw: null,
      },
    ]);
    const marked = first.save();
    expect(textOfPart(marked, ledgerPart)).toContain('AND($D3&lt;&gt;"",$D3&lt;TODAY())');
    const second = opened(marked);
    const kept = ledger(second)
      .conditionalRules()
      .filter((rule) => !rule.formulas.join().includes('AND('));
    expect(kept).toHaveLength(rules.length);
    ledger(second).setConditionalRules(kept);
    expect(partsOf(second.save()).get(ledgerPart)).toBe(partsOf(file).get(ledgerPart));
  });

  test('同一次打开里加了又删的条件格式，不在样式表里留下痕迹', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    const rules = ledger(workbook).conditionalRules();
    const ours = { ...rules[0]!, id: '新', raw: null, style: { fill: '#123456' } };
    ledger(workbook).setConditionalRules([...rules, ours]);
    ledger(workbook).setConditionalRules(rules);
    expect(changedParts(file, workbook.save())).toEqual([]);
  });

  test('两次保存得到同样的字节', async () => {
    const workbook = opened(await complexWorkbook());
    ledger(workbook).setValue(0, 0, '标题');
    workbook.addSheet('新表').setValue(0, 0, 1);
    expect(Buffer.compare(Buffer.from(workbook.save()), Buffer.from(workbook.save()))).toBe(0);
  });

  test('改过的文件，另一家的引擎读出同样的内容', async () => {
    const workbook = opened(await complexWorkbook());
    const sheet = ledger(workbook);
    sheet.setValue(2, 1, '改过的事项 <&>"');
    sheet.setValue(40, 7, true);
    sheet.setFormula(41, 7, 'SUM(A3:A30)');
    const added = workbook.addSheet('通报');
    added.setValue(0, 0, '通报');
    added.setFrozen(3, 1);
    added.setMerges([{ top: 0, left: 0, bottom: 0, right: 3 }]);
    added.setHyperlinks([
      { area: { top: 1, left: 0, bottom: 1, right: 0 }, address: 'https://example.com/', location: null },
    ]);
    const read = await withExcelize((excelize, file: Uint8Array) => {
      const f = excelize.OpenReader(file);
      if (f.error) throw new Error(f.error);
      return {
        sheets: f.GetSheetList().list,
        text: f.GetCellValue('督办台账', 'B3').value,
        flag: f.GetCellValue('督办台账', 'H41').value,
        formula: f.GetCellFormula('督办台账', 'H42').formula,
        frozen: [f.GetPanes('通报').panes.Freeze, f.GetPanes('通报').panes.YSplit, f.GetPanes('通报').panes.XSplit],
        merges: f.GetMergeCells('通报').mergeCells.length,
        untouched: f.GetCellValue('汇总', 'A3').value,
        calculated: f.CalcCellValue('督办台账', 'H42').value,
      };
    }, workbook.save());
    expect(read).toEqual({
      sheets: ['督办台账', '汇总', '透视', '字典', '通报'],
      text: '改过的事项 <&>"',
      flag: 'TRUE',
      formula: 'SUM(A3:A30)',
      frozen: [true, 3, 1],
      merges: 1,
      untouched: '民政局',
      calculated: '406',
    });
  });
});
