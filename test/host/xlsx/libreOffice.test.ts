import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWorkbook, type WorkbookModel } from '../../../src/host/xlsx';
import { findLibreOffice } from '../../domain/libreOffice';
import { complexWorkbook } from './complexWorkbook';
import { opened } from './parts';

const soffice = findLibreOffice();
if (soffice === null) console.log('本机没有 LibreOffice（soffice），存出的工作簿由它重读的比对已跳过');

/** The workbook as LibreOffice reads it, calculates it and writes it again. */
function throughLibreOffice(file: Uint8Array): WorkbookModel {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  try {
    writeFileSync(join(folder, 'given.xlsx'), file);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const format = 'xlsx:Calc MS Excel 2007 XML';
    execFileSync(
      soffice!,
      [profile, '--headless', '--convert-to', format, '--outdir', join(folder, 'out'), join(folder, 'given.xlsx')],
      {
        stdio: 'ignore',
        timeout: 600_000,
      },
    );
    return opened(new Uint8Array(readFileSync(join(folder, 'out', 'given.xlsx'))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

(soffice === null ? describe.skip : describe)('LibreOffice 读我们存的文件', () => {
  test('新表上的内容、公式、样式、合并、条件格式、验证、链接、打印设置、图表都在', () => {
    const workbook = newWorkbook();
    const sheet = workbook.sheets[0]!;
    sheet.name = '单位 得分';
    ['单位', '得分'].forEach((title, column) => sheet.setValue(0, column, title));
    ['教育局', '民政局', '住建局'].forEach((unit, index) => {
      sheet.setValue(index + 1, 0, unit);
      sheet.setValue(index + 1, 1, 90 + index);
    });
    sheet.setFormula(4, 1, 'SUM(B2:B4)');
    sheet.setStyleIndex(
      0,
      0,
      workbook.styleIndexOf(
        { ...workbook.style(0), fill: '#C00000', font: { ...workbook.style(0).font, bold: true } },
        0,
      ),
    );
    sheet.setMerges([{ top: 6, left: 0, bottom: 6, right: 3 }]);
    sheet.setConditionalRules([
      {
        id: '',
        areas: [{ top: 1, left: 0, bottom: 3, right: 1 }],
        type: 'expression',
        formulas: ['$B2>91'],
        priority: 1,
        stopIfTrue: false,
        style: { fill: '#FFC000' },
        raw: null,
      },
    ]);
    sheet.setDataValidations([
      {
        areas: [{ top: 1, left: 2, bottom: 9, right: 2 }],
        type: 'list',
        formula1: '"是,否"',
        allowBlank: true,
        showDropDown: true,
      },
    ]);
    sheet.setHyperlinks([
      { area: { top: 1, left: 0, bottom: 1, right: 0 }, address: 'https://example.com/', location: null },
    ]);
    sheet.setPageSetup({ ...sheet.pageSetup(), orientation: 'landscape', paperSize: 9 });
    workbook.setNames([{ name: '_xlnm.Print_Titles', formula: "'单位 得分'!$1:$1", scope: sheet.id, hidden: false }]);
    const axes = { categoriesReversed: false, valueAxisAt: 'automatic', valueMinimum: null } as const;
    const place = { left: 250, top: 20, width: 300, height: 200, showLegend: true, showDataLabels: true, ...axes };
    const source = {
      sourceSheet: '单位 得分',
      source: { top: 0, left: 0, bottom: 3, right: 1 },
      seriesBy: 'columns',
    } as const;
    sheet.addChart({ ...place, ...source, name: '得分图', kind: 'columnClustered', title: '得分' });
    const read = throughLibreOffice(workbook.save()).sheets[0]!;
    expect(read.name).toBe('单位 得分');
    expect([read.value(2, 0), read.value(4, 1), read.formula(4, 1)]).toEqual(['民政局', 273, 'SUM(B2:B4)']);
    expect(read.merges()).toHaveLength(1);
    expect(read.conditionalRules()[0]).toMatchObject({ formulas: ['$B2>91'], style: { fill: '#FFC000' } });
    expect(read.dataValidations()[0]?.formula1).toBe('"是,否"');
    expect(read.hyperlinks()[0]?.address).toBe('https://example.com/');
    expect(read.pageSetup()).toMatchObject({ orientation: 'landscape', paperSize: 9 });
    expect(read.charts()).toHaveLength(1);
  });

  test('别人的工作簿插入行、改数之后，公式仍指着原来的内容', async () => {
    const workbook = opened(await complexWorkbook());
    workbook.deleteSheet(workbook.sheets[2]!.id);
    const [ledger, summary] = [workbook.sheets[0]!, workbook.sheets[1]!];
    ledger.insertRows(4, 3);
    ledger.setValue(2, 4, 1);
    ledger.setValue(4, 2, '教育局');
    for (let row = 1; row <= 3; row++) summary.setFormula(row, 1, summary.formula(row, 1)!.replace(',', ',  '));
    const read = throughLibreOffice(workbook.save());
    expect([1, 2, 3].map((row) => read.sheets[1]!.value(row, 1))).toEqual([11, 9, 9]);
    expect(read.sheets[0]!.value(2, 5)).toBe('办结');
    expect(read.sheets[0]!.value(7, 1)).toBe('重点项目 推进');
    expect(read.sheets[0]!.comments()).toHaveLength(1);
    expect(read.sheets[1]!.charts().length).toBeGreaterThan(0);
  });
});
