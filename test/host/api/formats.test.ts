import { codeOf, openInMemory } from './withExcel';

describe('格式', () => {
  test('字体、底色、对齐、边框、锁定都写到每一格', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getFirst().getRange('B2:C3');
      format.font.name = '仿宋';
      format.font.size = 14;
      format.font.bold = true;
      format.font.color = 'red';
      format.fill.color = '#ffeb9c';
      format.horizontalAlignment = 'CenterAcrossSelection';
      format.verticalAlignment = 'Center';
      format.wrapText = true;
      format.borders.getItem('EdgeTop').style = 'Continuous';
      format.borders.getItem('InsideVertical').style = 'Double';
      format.borders.getItem('EdgeTop').weight = 'Thick';
      format.protection.locked = false;
      await context.sync();
    });
    const style = (row: number, column: number): unknown => workbook.style(workbook.sheets[0]!.styleIndex(row, column));
    const common = {
      font: { name: '仿宋', size: 14, bold: true, color: '#FF0000' },
      fill: '#FFEB9C',
      alignment: { horizontal: 'centerContinuous', vertical: 'center', wrapText: true },
      locked: false,
    };
    expect(style(1, 1)).toMatchObject({ ...common, borders: { top: { style: 'thick' }, right: { style: 'double' } } });
    expect(style(1, 2)).toMatchObject({ ...common, borders: { top: { style: 'thick' } } });
    expect(style(2, 2)).toMatchObject({ ...common, borders: {} });
    expect(style(0, 0)).toMatchObject({ fill: null, locked: true });
  });

  test('各格不一时读出 null', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').format.font.bold = true;
      sheet.getRange('A1').format.fill.color = '#FF0000';
      const range = sheet.getRange('A1:A2');
      range.load('format/font/bold,format/font/name,format/fill/color');
      await context.sync();
      expect([range.format.font.bold, range.format.font.name, range.format.fill.color]).toEqual([null, '宋体', '']);
    });
  });

  test('数字格式：二维、单个、本地写法', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:B1');
      range.numberFormat = [['@', 'yyyy/m/d']];
      range.load('numberFormat,numberFormatLocal');
      await context.sync();
      expect(range.numberFormat).toEqual([['@', 'yyyy/m/d']]);
      range.numberFormatLocal = 'G/通用格式' as unknown as string[][];
      range.load('numberFormat,numberFormatLocal');
      await context.sync();
      expect([range.numberFormat, range.numberFormatLocal]).toEqual([
        [['General', 'General']],
        [['G/通用格式', 'G/通用格式']],
      ]);
    });
  });

  test('列宽行高以磅计，来回不走样', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:B2');
      range.format.columnWidth = 90;
      range.format.rowHeight = 24;
      range.load('format/columnWidth,format/rowHeight,width,height');
      await context.sync();
      expect([range.format.columnWidth, range.format.rowHeight, range.width, range.height]).toEqual([90, 24, 180, 48]);
    });
  });

  test('列宽、行高都能还给标准的，用过的区域之外也一样', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const [range, beside] = [sheet.getRange('A8:B9'), sheet.getRange('B8:C9')];
      range.format.columnWidth = 90;
      range.format.rowHeight = 24;
      for (const each of [range, beside]) each.load('format/useStandardWidth');
      await context.sync();
      expect([range.format.useStandardWidth, beside.format.useStandardWidth]).toEqual([false, null]);
      range.format.useStandardWidth = false;
      range.load('format/columnWidth');
      await context.sync();
      expect(range.format.columnWidth).toBe(90);
      range.format.useStandardWidth = true;
      range.format.autofitRows();
      range.load('format/useStandardWidth');
      await context.sync();
      expect(range.format.useStandardWidth).toBe(true);
    });
    const own = workbook.sheets[0]!;
    expect([own.columnWidth(0), own.columnWidth(1), own.rowHeight(7), own.rowHeight(8)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('按内容定列宽，汉字算两个字符', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B1').values = [['督查事项', 'abc']];
      sheet.getRange('A:B').format.autofitColumns();
      await context.sync();
    });
    expect([workbook.sheets[0]!.columnWidth(0), workbook.sheets[0]!.columnWidth(1)]).toEqual([8.71, 3.71]);
  });

  test.each<[string, (format: Excel.RangeFormat) => unknown]>([
    ['颜色写错', (format) => (format.fill.color = '大红')],
    ['对齐写错', (format) => (format.horizontalAlignment = 'Middle' as 'Center')],
    ['行高超过 409.5 磅', (format) => (format.rowHeight = 410)],
    ['字号为 0', (format) => (format.font.size = 0)],
  ])('%s是 InvalidArgument', async (_, act) => {
    const { Excel } = openInMemory();
    const code = await codeOf(
      Excel.run(async (context) => {
        act(context.workbook.worksheets.getFirst().getRange('A1').format);
        await context.sync();
      }),
    );
    expect(code).toBe('InvalidArgument');
  });

  test('隐藏的行：读、设、按行取属性、可见单元格', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A4').values = [['一'], ['二'], ['三'], ['四']];
      sheet.getRange('2:3').rowHidden = true;
      const range = sheet.getRange('A1:A4');
      range.load('rowHidden');
      const rows = range.getRowProperties({ rowHidden: true, rowIndex: true });
      const visible = range.getSpecialCells('Visible');
      visible.load('address,areaCount,cellCount');
      await context.sync();
      expect(range.rowHidden).toBeNull();
      expect(rows.value).toEqual([
        { rowHidden: false, rowIndex: 0 },
        { rowHidden: true, rowIndex: 1 },
        { rowHidden: true, rowIndex: 2 },
        { rowHidden: false, rowIndex: 3 },
      ]);
      expect([visible.address, visible.areaCount, visible.cellCount]).toEqual(['台账!A1,台账!A4', 2, 2]);
    });
  });

  test('逐格取属性', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').format.fill.color = '#FF0000';
      sheet.getRange('B1').setCellProperties([[{ format: { font: { bold: true } } }]]);
      const cells = sheet.getRange('A1:B1').getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { bold: true } },
      });
      await context.sync();
      expect(cells.value).toEqual([
        [
          { address: '台账!A1', format: { fill: { color: '#FF0000' }, font: { bold: false } } },
          { address: '台账!B1', format: { fill: { color: '#FFFFFF' }, font: { bold: true } } },
        ],
      ]);
    });
  });

  test('setCellProperties 逐格给超链接，显示文字也写上，没有给的格照旧', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B1').values = [['甲', '乙']];
      const link = { documentReference: "'台账'!B1", textToDisplay: '看乙' };
      sheet.getRange('A1:B1').setCellProperties([[{ hyperlink: link }, {}]]);
      await context.sync();
    });
    const [sheet] = workbook.sheets;
    expect(sheet!.hyperlinks()).toEqual([
      { area: { top: 0, left: 0, bottom: 0, right: 0 }, address: null, location: "'台账'!B1" },
    ]);
    expect([sheet!.value(0, 0), sheet!.value(0, 1)]).toEqual(['看乙', '乙']);
  });
  test('逐格取边框：四边和斜线，没有内部的', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('B2');
      range.format.borders.getItem('EdgeBottom').style = 'Dash';
      range.format.borders.getItem('EdgeBottom').color = '#FF0000';
      const cells = range.getCellProperties({ format: { borders: { style: true, color: true } } });
      await context.sync();
      const { borders } = cells.value[0]![0]!.format!;
      expect(borders!.bottom).toEqual({ style: 'Dash', color: '#FF0000' });
      expect(borders!.top).toMatchObject({ style: 'None' });
      expect(Object.keys(borders!).sort()).toEqual(['bottom', 'diagonalDown', 'diagonalUp', 'left', 'right', 'top']);
    });
  });
});
