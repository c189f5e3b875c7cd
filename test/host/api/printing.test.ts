import { MemoryWorkbook } from './memoryWorkbook';
import { codeOf, openInMemory } from './withExcel';

describe('页面设置', () => {
  test('纸张、方向、页边距（磅）、居中、网格线、缩放', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const layout = context.workbook.worksheets.getFirst().pageLayout;
      layout.orientation = 'Landscape';
      layout.paperSize = 'A4';
      layout.leftMargin = 72;
      layout.centerHorizontally = true;
      layout.printGridlines = false;
      layout.zoom = { horizontalFitToPages: 1 };
      layout.firstPageNumber = 3;
      await context.sync();
      layout.load('orientation,paperSize,leftMargin,topMargin,centerHorizontally,zoom,firstPageNumber');
      await context.sync();
      expect(layout.toJSON()).toMatchObject({
        orientation: 'Landscape',
        paperSize: 'A4',
        leftMargin: 72,
        topMargin: 54,
        centerHorizontally: true,
        zoom: { horizontalFitToPages: 1, verticalFitToPages: null, scale: null },
        firstPageNumber: 3,
      });
    });
    expect(workbook.sheets[0]!.pageSetup()).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 1, right: 0.7, top: 0.75 },
    });
  });

  test('改回按比例缩放', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const layout = context.workbook.worksheets.getFirst().pageLayout;
      layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 2 };
      layout.zoom = { scale: 85 };
      layout.setPrintMargins('Centimeters', { top: 2.54 });
      await context.sync();
    });
    expect(workbook.sheets[0]!.pageSetup()).toEqual({ scale: 85, margins: expect.objectContaining({ top: 1 }) });
  });

  test('打印区域与每页重复的标题行写成内置名称', async () => {
    const { Excel, workbook } = openInMemory({}, new MemoryWorkbook(['2026年']));
    await Excel.run(async (context) => {
      const layout = context.workbook.worksheets.getFirst().pageLayout;
      layout.setPrintArea('A1:H40');
      layout.setPrintTitleRows('1:3');
      const [area, rows] = [layout.getPrintAreaOrNullObject(), layout.getPrintTitleRowsOrNullObject()];
      area.load('address');
      rows.load('address');
      const names = context.workbook.worksheets.getFirst().names.getCount();
      await context.sync();
      expect([area.address, rows.address, names.value]).toEqual(["'2026年'!A1:H40", "'2026年'!1:3", 0]);
    });
    expect(workbook.names().map(({ name, formula }) => [name, formula])).toEqual([
      ['_xlnm.Print_Area', "'2026年'!$A$1:$H$40"],
      ['_xlnm.Print_Titles', "'2026年'!$1:$3"],
    ]);
  });

  test('页眉页脚的左中右互不影响', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const group = context.workbook.worksheets.getFirst().pageLayout.headersFooters;
      group.defaultForAllPages.centerHeader = '督查通报';
      group.defaultForAllPages.rightFooter = '第 &P 页，共 &N 页';
      group.defaultForAllPages.leftFooter = '甲&&乙';
      group.state = 'FirstAndDefault';
      await context.sync();
      group.defaultForAllPages.load('centerHeader,leftFooter,rightFooter,centerFooter');
      group.load('state');
      await context.sync();
      expect(group.defaultForAllPages.toJSON()).toMatchObject({
        centerHeader: '督查通报',
        leftFooter: '甲&&乙',
        centerFooter: '',
        rightFooter: '第 &P 页，共 &N 页',
      });
      expect(group.state).toBe('FirstAndDefault');
    });
    expect(workbook.sheets[0]!.pageSetup().headerFooter).toMatchObject({
      oddHeader: '&C督查通报',
      oddFooter: '&L甲&&乙&R第 &P 页，共 &N 页',
      differentFirst: true,
    });
  });

  test('分页', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const breaks = context.workbook.worksheets.getFirst().horizontalPageBreaks;
      breaks.add('A11');
      breaks.add('A21');
      breaks.add('A11');
      breaks.load('items/rowIndex');
      await context.sync();
      expect(breaks.items.map(({ rowIndex }) => rowIndex)).toEqual([10, 20]);
      breaks.items[0]!.delete();
      await context.sync();
    });
    expect(workbook.sheets[0]!.rowBreaks()).toEqual([20]);
  });

  test('没有的纸张与比例', async () => {
    const set = (act: (layout: Excel.PageLayout) => unknown): Promise<string> =>
      codeOf(
        openInMemory().Excel.run(async (context) => {
          act(context.workbook.worksheets.getFirst().pageLayout);
          await context.sync();
        }),
      );
    expect(await set((layout) => (layout.paperSize = 'Tabloid'))).toBe('UnsupportedOperation');
    expect(await set((layout) => (layout.zoom = { scale: 9 }))).toBe('InvalidArgument');
    expect(await set((layout) => (layout.zoom = { scale: 10 }))).toBe('no error');
    expect(await set((layout) => (layout.leftMargin = -1))).toBe('InvalidArgument');
  });
});

describe('图表', () => {
  test('新建、标题、位置、数据标签、图例', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:C3').values = [
        ['单位', '办结', '逾期'],
        ['甲', 3, 1],
        ['乙', 5, 0],
      ];
      const chart = sheet.charts.add('BarClustered', sheet.getRange('A1:C3'), 'Columns');
      chart.name = '各单位办结情况';
      await context.sync();
      chart.title.text = '各单位办结情况';
      chart.legend.visible = false;
      chart.dataLabels.showValue = true;
      chart.setPosition('E2', 'H10');
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.axes.categoryAxis.position = 'Maximum';
      chart.axes.valueAxis.minimum = 0;
      chart.axes.categoryAxis.load('reversePlotOrder,position');
      chart.axes.valueAxis.load('minimum');
      chart.series.load('items/name');
      chart.load('name,left,top,width,height,chartType,id');
      await context.sync();
      const { categoryAxis, valueAxis } = chart.axes;
      expect([categoryAxis.reversePlotOrder, categoryAxis.position, valueAxis.minimum]).toEqual([true, 'Maximum', 0]);
      expect(chart.series.items.map(({ name }) => name)).toEqual(['办结', '逾期']);
      expect([chart.name, chart.chartType, chart.left, chart.top, chart.width, chart.height]).toEqual([
        '各单位办结情况',
        'BarClustered',
        192,
        15,
        192,
        135,
      ]);
    });
    expect(workbook.sheets[0]!.charts()).toEqual([
      {
        name: '各单位办结情况',
        model: expect.objectContaining({
          kind: 'barClustered',
          title: '各单位办结情况',
          sourceSheet: '台账',
          source: { top: 0, left: 0, bottom: 2, right: 2 },
          seriesBy: 'columns',
          showLegend: false,
          showDataLabels: true,
          categoriesReversed: true,
          valueAxisAt: 'maximum',
          valueMinimum: 0,
        }),
      },
    ]);
  });

  test('坐标轴：分类轴没有最小值，数值轴不能逆序，位置只认三种，最小值可交还 Excel', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const { axes } = sheet.charts.add('BarClustered', sheet.getRange('A1:B2'));
      axes.valueAxis.minimum = 0;
      axes.valueAxis.minimum = '';
      await context.sync();
      expect(workbook.sheets[0]!.charts()[0]!.model!.valueMinimum).toBeNull();
      axes.valueAxis.load('minimum');
      expect(await codeOf(context.sync())).toBe('UnsupportedOperation');
      axes.categoryAxis.minimum = 0;
      expect(await codeOf(context.sync())).toBe('UnsupportedOperation');
      axes.valueAxis.reversePlotOrder = true;
      expect(await codeOf(context.sync())).toBe('UnsupportedOperation');
      axes.categoryAxis.position = 'Custom';
      expect(await codeOf(context.sync())).toBe('InvalidArgument');
    });
  });

  test('画不了的种类、删去、按名称找', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.charts.add('Pie', sheet.getRange('A1:B2'));
      expect(await codeOf(context.sync())).toBe('UnsupportedOperation');
      sheet.charts.add('Line', sheet.getRange('A1:B2'));
      const known = sheet.charts.getItemOrNullObject('图表 1');
      known.load('name');
      await context.sync();
      expect(known.name).toBe('图表 1');
      known.delete();
      const gone = sheet.charts.getItemOrNullObject('图表 1');
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });
});

describe('数据验证与超链接', () => {
  test('下拉列表：来源、提示、出错信息、清除', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const validation = context.workbook.worksheets.getFirst().getRange('D2:D9').dataValidation;
      validation.rule = { list: { inCellDropDown: true, source: '在办,办结,销号' } };
      validation.errorAlert = { message: '请从列表里选', title: '状态', style: 'Warning', showAlert: true };
      validation.prompt = { message: '选一个', title: '状态', showPrompt: true };
      validation.load('type,rule,errorAlert,prompt,ignoreBlanks');
      await context.sync();
      expect([validation.type, validation.rule, validation.ignoreBlanks]).toEqual([
        'List',
        { list: { inCellDropDown: true, source: '在办,办结,销号' } },
        true,
      ]);
      expect(validation.errorAlert).toEqual({
        message: '请从列表里选',
        title: '状态',
        style: 'Warning',
        showAlert: true,
      });
      expect(workbook.sheets[0]!.dataValidations()).toEqual([
        expect.objectContaining({
          type: 'list',
          formula1: '"在办,办结,销号"',
          areas: [{ top: 1, left: 3, bottom: 8, right: 3 }],
        }),
      ]);
      context.workbook.worksheets.getFirst().getRange('D5').dataValidation.clear();
      await context.sync();
    });
    expect(workbook.sheets[0]!.dataValidations()[0]!.areas).toEqual([
      { top: 1, left: 3, bottom: 3, right: 3 },
      { top: 5, left: 3, bottom: 8, right: 3 },
    ]);
  });

  test('整数、自定义、来自区域的列表', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const [whole, custom, list] = ['A1', 'B1', 'C1'].map((address) => sheet.getRange(address).dataValidation);
      whole!.rule = { wholeNumber: { operator: 'Between', formula1: 1, formula2: 100 } };
      custom!.rule = { custom: { formula: '=LEN(B1)<=20' } };
      list!.rule = { list: { inCellDropDown: true, source: sheet.getRange('F1:F9') } };
      for (const validation of [whole, custom, list]) validation!.load('rule,type');
      await context.sync();
      expect([whole!.rule, custom!.rule, list!.rule]).toEqual([
        { wholeNumber: { operator: 'Between', formula1: '=1', formula2: '=100' } },
        { custom: { formula: '=LEN(B1)<=20' } },
        { list: { inCellDropDown: true, source: '=台账!$F$1:$F$9' } },
      ]);
    });
  });

  test('列表超过 255 个字符、没有运算符', async () => {
    const set = (rule: Excel.DataValidationRule): Promise<string> =>
      codeOf(
        openInMemory().Excel.run(async (context) => {
          context.workbook.worksheets.getFirst().getRange('A1').dataValidation.rule = rule;
          await context.sync();
        }),
      );
    expect(await set({ list: { inCellDropDown: true, source: '字'.repeat(255) } })).toBe('no error');
    expect(await set({ list: { inCellDropDown: true, source: '字'.repeat(256) } })).toBe('InvalidArgument');
    expect(await set({ decimal: { formula1: 1 } as Excel.BasicDataValidation })).toBe('InvalidArgument');
    expect(await set({})).toBe('InvalidArgument');
  });

  test('超链接：读、设、只去链接', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getFirst().getRange('A1');
      cell.hyperlink = { documentReference: "'台账'!B9", screenTip: '看原件', textToDisplay: '见第9行' };
      cell.load('hyperlink,values');
      await context.sync();
      expect(cell.hyperlink).toEqual({ documentReference: "'台账'!B9", screenTip: '看原件', textToDisplay: '见第9行' });
      cell.clear('Hyperlinks');
      cell.load('hyperlink,values');
      await context.sync();
      expect([cell.hyperlink, cell.values]).toEqual([null, [['见第9行']]]);
    });
    expect(workbook.sheets[0]!.hyperlinks()).toEqual([]);
  });
});
