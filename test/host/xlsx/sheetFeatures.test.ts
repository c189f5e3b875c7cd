import type { ConditionalRule, DataValidationRule, PageSetup, SheetModel, WorkbookModel } from '../../../src/host/xlsx';
import { newWorkbook } from '../../../src/host/xlsx';
import { complexWorkbook } from './complexWorkbook';
import { handmade } from './handmade';
import { opened, textOfPart } from './parts';

const part = 'xl/worksheets/sheet1.xml';
const sheetIn = (workbook: WorkbookModel): SheetModel => workbook.sheets[0]!;

/** Saves after a change and answers the first sheet as it is read again. */
function reread(workbook: WorkbookModel): SheetModel {
  return sheetIn(opened(workbook.save()));
}

/** The sheet part after doing something and undoing it. */
async function afterUndoing(
  change: (sheet: SheetModel) => void,
  undo: (sheet: SheetModel) => void,
): Promise<[before: string, after: string]> {
  const file = await complexWorkbook();
  const workbook = opened(file);
  change(sheetIn(workbook));
  const again = opened(workbook.save());
  undo(sheetIn(again));
  return [textOfPart(file, part), textOfPart(again.save(), part)];
}

describe('行高、列宽、隐藏', () => {
  test('改一列，同一段里的其他列不变；取消后删去自己的列段', () => {
    const workbook = opened(
      handmade({ sheets: ['<cols><col min="2" max="4" width="12" customWidth="1"/></cols><sheetData/>'] }),
    );
    sheetIn(workbook).setColumnWidth(2, 30);
    sheetIn(workbook).setColumnHidden(6, true);
    const sheet = reread(workbook);
    expect([1, 2, 3, 4, 6].map((column) => sheet.columnWidth(column))).toEqual([12, 30, 12, null, null]);
    expect([sheet.columnHidden(6), sheet.columnHidden(2)]).toEqual([true, false]);
    expect(textOfPart(workbook.save(), part)).toContain(
      '<cols><col min="2" max="2" width="12" customWidth="1"/><col min="3" max="3" width="30" customWidth="1"/><col min="4" max="4" width="12" customWidth="1"/><col min="7" max="7" hidden="1"/></cols>',
    );
    sheetIn(workbook).setColumnHidden(6, false);
    expect(textOfPart(workbook.save(), part)).not.toContain('min="7"');
  });

  test('行高和隐藏写在行上，行里的单元格字节不变；恢复后整表还原', async () => {
    const [before, after] = await afterUndoing(
      (sheet) => {
        sheet.setRowHeight(5, 40.5);
        sheet.setRowHidden(6, true);
        expect([sheet.rowHeight(5), sheet.rowHidden(6), sheet.rowHeight(0)]).toEqual([40.5, true, 32]);
      },
      (sheet) => {
        expect([sheet.rowHeight(5), sheet.rowHidden(6)]).toEqual([40.5, true]);
        sheet.setRowHeight(5, null);
        sheet.setRowHidden(6, false);
      },
    );
    expect(after).toBe(before);
  });

  test('给没有内容的行设行高', () => {
    const workbook = newWorkbook();
    sheetIn(workbook).setRowHeight(9, 25);
    expect(reread(workbook).rowHeight(9)).toBe(25);
  });
});

describe('合并、冻结、网格线、分页、保护', () => {
  test('加一处合并再去掉，整表还原', async () => {
    const [before, after] = await afterUndoing(
      (sheet) => sheet.setMerges([...sheet.merges(), { top: 40, left: 0, bottom: 41, right: 2 }]),
      (sheet) => {
        expect(sheet.merges()).toHaveLength(2);
        sheet.setMerges(sheet.merges().slice(0, 1));
      },
    );
    expect(after.replace(/<mergeCells.*<\/mergeCells>/, '')).toBe(before.replace(/<mergeCells.*<\/mergeCells>/, ''));
    expect(after).toContain('<mergeCells count="1"><mergeCell ref="A1:F1"></mergeCell></mergeCells>');
  });

  test('冻结行列，再取消', () => {
    const workbook = newWorkbook();
    const sheet = sheetIn(workbook);
    sheet.setFrozen(2, 1);
    sheet.setShowGridlines(false);
    const again = reread(workbook);
    expect([again.frozen(), again.showGridlines]).toEqual([{ rows: 2, columns: 1 }, false]);
    sheet.setFrozen(0, 0);
    sheet.setShowGridlines(true);
    expect([reread(workbook).frozen(), reread(workbook).showGridlines]).toEqual([{ rows: 0, columns: 0 }, true]);
  });

  test('分页在给出的行之前；去掉后还原', async () => {
    const [before, after] = await afterUndoing(
      (sheet) => {
        expect(sheet.rowBreaks()).toEqual([16]);
        sheet.setRowBreaks([24, 16]);
      },
      (sheet) => {
        expect(sheet.rowBreaks()).toEqual([16, 24]);
        sheet.setRowBreaks([16]);
      },
    );
    expect(after).toBe(before);
  });

  test('保护：可做的事按 Excel 的名字读写；带密码的不许解除', async () => {
    const workbook = newWorkbook();
    const sheet = sheetIn(workbook);
    expect(sheet.protection().enabled).toBe(false);
    sheet.setProtection({
      enabled: true,
      hasPassword: false,
      allowed: { ...sheet.protection().allowed, allowFormatCells: true },
    });
    const { enabled, allowed } = reread(workbook).protection();
    expect([enabled, allowed['allowFormatCells'], allowed['allowInsertRows']]).toEqual([true, true, false]);
    const locked = opened(await complexWorkbook()).sheets[3]!;
    expect(locked.protection()).toMatchObject({ enabled: true, hasPassword: true });
    expect(() => locked.setProtection({ ...locked.protection(), enabled: false })).toThrow('密码');
  });
});

describe('条件格式', () => {
  test('读出各种规则；只改优先级，别的字节不动', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    const sheet = sheetIn(workbook);
    const rules = sheet.conditionalRules();
    expect(rules.map((rule) => [rule.type, rule.priority, rule.operator, rule.formulas])).toEqual([
      ['expression', 1, undefined, ['$D3<TODAY()']],
      ['dataBar', 2, undefined, []],
      ['cellIs', 3, 'greaterThan', ['0.9']],
    ]);
    expect(rules[0]?.style?.fill).toBe('#FFC7CE');
    sheet.setConditionalRules(rules.map((rule) => ({ ...rule, priority: rule.priority + 1 })));
    expect(textOfPart(workbook.save(), part)).toBe(
      textOfPart(file, part).replace(/priority="(\d)"/g, (_, digit) => `priority="${Number(digit) + 1}"`),
    );
  });

  test('改公式、样式、范围：只动那条规则；序号在会话里不变', async () => {
    const workbook = opened(await complexWorkbook());
    const sheet = sheetIn(workbook);
    const [first, bar, cell] = sheet.conditionalRules() as [ConditionalRule, ConditionalRule, ConditionalRule];
    const area = { top: 2, left: 4, bottom: 9, right: 4 };
    sheet.setConditionalRules([
      { ...first, formulas: ['$D3<=TODAY()'], style: { fill: '#00FF00' } },
      bar,
      { ...cell, areas: [area], stopIfTrue: true },
    ]);
    expect(sheet.conditionalRules().map((rule) => rule.id)).toEqual([first.id, bar.id, cell.id]);
    const again = reread(workbook).conditionalRules();
    expect(again[0]).toMatchObject({ formulas: ['$D3<=TODAY()'], style: { fill: '#00FF00' } });
    expect(again[1]?.raw).toBe(bar.raw);
    expect(again[2]).toMatchObject({ areas: [area], stopIfTrue: true, operator: 'greaterThan', style: cell.style });
  });

  test('删去一块里的一条，其余留着；全删后块也不留', async () => {
    const workbook = opened(await complexWorkbook());
    const sheet = sheetIn(workbook);
    const rules = sheet.conditionalRules();
    sheet.setConditionalRules([rules[1]!]);
    expect(
      reread(workbook)
        .conditionalRules()
        .map((rule) => rule.raw),
    ).toEqual([rules[1]!.raw]);
    sheet.setConditionalRules([]);
    const text = textOfPart(workbook.save(), part);
    expect(text).not.toContain('<conditionalFormatting ');
    expect(text).toContain('<x14:conditionalFormatting ');
  });

  test('样子相同的规则共用一个差异样式', () => {
    const workbook = newWorkbook();
    const rule = (id: string, formula: string): ConditionalRule => ({
      id,
      areas: [{ top: 0, left: 0, bottom: 9, right: 0 }],
      type: 'expression',
      formulas: [formula],
      priority: 1,
      stopIfTrue: false,
      style: {
        fill: '#FF0000',
        numberFormat: '0.0',
        borders: { bottom: { style: 'thin', color: '#000000' } },
        font: { italic: true, strikethrough: true, underline: 'single' },
      },
      raw: null,
    });
    sheetIn(workbook).setConditionalRules([rule('甲', 'A1>1'), rule('乙', 'A1<0')]);
    expect(textOfPart(workbook.save(), 'xl/styles.xml')).toContain('<dxfs count="1">');
    expect(reread(workbook).conditionalRules()[1]?.style).toEqual(rule('乙', '').style);
  });
});

describe('数据验证和链接', () => {
  const rule: DataValidationRule = {
    areas: [{ top: 1, left: 5, bottom: 50, right: 5 }],
    type: 'list',
    formula1: '"在办,办结"',
    allowBlank: true,
    showDropDown: true,
    error: { style: 'warning', title: '状态', message: '请从列表里选', show: true },
    prompt: { message: '选一个', show: true },
  };

  test('加一条再删去，整表还原；读回与写入相同', async () => {
    const [before, after] = await afterUndoing(
      (sheet) => sheet.setDataValidations([...sheet.dataValidations(), rule]),
      (sheet) => {
        expect(sheet.dataValidations()).toHaveLength(2);
        expect(sheet.dataValidations()[1]).toEqual(rule);
        sheet.setDataValidations(sheet.dataValidations().slice(0, 1));
      },
    );
    expect(after).toBe(before);
  });

  test('数字范围的验证', () => {
    const workbook = newWorkbook();
    const between: DataValidationRule = {
      areas: rule.areas,
      type: 'whole',
      operator: 'notBetween',
      formula1: '0',
      formula2: 'A1+1',
      allowBlank: false,
      showDropDown: true,
    };
    sheetIn(workbook).setDataValidations([between]);
    expect(reread(workbook).dataValidations()).toEqual([between]);
  });

  test('一条一条添的链接：同一格后来的顶替先前的；中间看过、改过，再添的也都在', () => {
    const workbook = newWorkbook();
    const sheet = sheetIn(workbook);
    const add = (row: number, address: string): void =>
      sheet.addHyperlink({ area: { top: row, left: 0, bottom: row, right: 0 }, address, location: null });
    for (let row = 0; row < 4; row += 1) add(row, `https://example.cn/${row}`);
    add(2, 'https://example.cn/另一处');
    expect(sheet.hyperlinks()).toHaveLength(4);
    add(4, 'https://example.cn/4');
    sheet.setHyperlinks(sheet.hyperlinks().filter(({ area }) => area.top !== 0));
    add(0, 'https://example.cn/又添');
    const links = reread(workbook).hyperlinks();
    expect(links.map(({ area, address }) => `${area.top} ${address}`)).toEqual([
      '1 https://example.cn/1',
      '3 https://example.cn/3',
      '2 https://example.cn/另一处',
      '4 https://example.cn/4',
      '0 https://example.cn/又添',
    ]);
  });

  test('加链接再删去，关系表也还原', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    const sheet = sheetIn(workbook);
    const links = sheet.hyperlinks();
    expect(links.map(({ address, location, tooltip }) => [address, location, tooltip])).toEqual([
      ['https://example.com/a?b=1&c=2', null, '附件'],
      [null, '汇总!A1', undefined],
    ]);
    sheet.setHyperlinks([
      ...links,
      { area: { top: 9, left: 1, bottom: 9, right: 1 }, address: 'file:///D:/台账 附件.docx', location: null },
    ]);
    const again = opened(workbook.save());
    expect(sheetIn(again).hyperlinks()[2]?.address).toBe('file:///D:/台账 附件.docx');
    sheetIn(again).setHyperlinks(links);
    const saved = again.save();
    expect(textOfPart(saved, part)).toBe(textOfPart(file, part));
    expect(textOfPart(saved, 'xl/worksheets/_rels/sheet1.xml.rels')).toBe(
      textOfPart(file, 'xl/worksheets/_rels/sheet1.xml.rels'),
    );
  });
});

describe('页面设置', () => {
  test('全部项目写入读回', () => {
    const setup: PageSetup = {
      orientation: 'landscape',
      paperSize: 8,
      fitToWidth: 1,
      fitToHeight: 0,
      blackAndWhite: true,
      centerHorizontally: true,
      printHeadings: true,
      firstPageNumber: 3,
      margins: { left: 0.5, right: 0.5, top: 1, bottom: 1, header: 0.3, footer: 0.3 },
      headerFooter: { oddHeader: '&C督查 & 通报', firstFooter: '&P', differentFirst: true },
    };
    const workbook = newWorkbook();
    sheetIn(workbook).setPageSetup(setup);
    expect(reread(workbook).pageSetup()).toEqual(setup);
    sheetIn(workbook).setPageSetup({ margins: setup.margins!, scale: 80 });
    expect(reread(workbook).pageSetup()).toEqual({ margins: setup.margins, scale: 80 });
  });

  test('只改纸张方向，其余设置的字节不动', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    const sheet = sheetIn(workbook);
    expect(sheet.pageSetup()).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      headerFooter: { oddFooter: '第 &P 页 共 &N 页' },
    });
    sheet.setPageSetup({ ...sheet.pageSetup(), orientation: 'portrait' });
    expect(textOfPart(workbook.save(), part)).toBe(
      textOfPart(file, part).replace('orientation="landscape"', 'orientation="portrait"'),
    );
  });
});

describe('表格、批注、图表', () => {
  test('读出表格和批注', async () => {
    const workbook = opened(await complexWorkbook());
    expect(workbook.sheets[1]!.tables()).toMatchObject([
      {
        name: '明细',
        area: { top: 0, left: 5, bottom: 3, right: 6 },
        columns: ['Column1', 'Column2'],
        showHeaders: true,
        showTotals: false,
        styleName: 'TableStyleMedium2',
      },
    ]);
    expect(sheetIn(workbook).comments()).toEqual([{ row: 3, column: 1, author: '督查室', text: '已催办一次' }]);
  });

  test('数据透视表里的单元格不许改', async () => {
    const workbook = opened(await complexWorkbook());
    expect(() => workbook.sheets[2]!.setValue(3, 0, 1)).toThrow('透视表');
    workbook.sheets[2]!.setValue(30, 0, 1);
  });

  const chart = {
    name: '通报图',
    kind: 'barClustered',
    title: '各单位 <办结率>',
    sourceSheet: '汇总',
    source: { top: 0, left: 0, bottom: 3, right: 1 },
    seriesBy: 'columns',
    left: 100,
    top: 50,
    width: 360,
    height: 216,
    showLegend: true,
    showDataLabels: true,
    categoriesReversed: false,
    valueAxisAt: 'automatic',
    valueMinimum: null,
  } as const;

  test('图表加到已有图的表上，再删去：绘图部件还原', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    const summary = workbook.sheets[1]!;
    const [came] = summary.charts();
    summary.addChart(chart);
    expect(summary.charts()).toEqual([came, { name: '通报图', model: chart }]);
    expect(() => summary.addChart(chart)).toThrow('已经有');
    const again = opened(workbook.save());
    expect(again.sheets[1]!.charts().map((one) => one.name)).toEqual([came?.name, '通报图']);
    again.sheets[1]!.removeChart('通报图');
    expect(textOfPart(again.save(), 'xl/drawings/drawing1.xml')).toBe(textOfPart(file, 'xl/drawings/drawing1.xml'));
    expect(textOfPart(again.save(), '[Content_Types].xml')).not.toContain('chart2.xml');
  });

  test('图表加到没有图的表上，再删去：整表还原', async () => {
    const [before, after] = await afterUndoing(
      (sheet) => sheet.addChart({ ...chart, kind: 'lineMarkers', sourceSheet: '督办台账', seriesBy: 'rows' }),
      (sheet) => sheet.removeChart('通报图'),
    );
    expect(after).toBe(before);
  });
});
