import { MemoryWorkbook } from './memoryWorkbook';
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
});

describe('合并、清除、查找', () => {
  test('合并只留第一格的值，取消合并不还原', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B2').values = [
        ['甲', '乙'],
        ['丙', '丁'],
      ];
      sheet.getRange('A1:B2').merge();
      const merged = sheet.getRange('A1:D9').getMergedAreasOrNullObject();
      merged.load('address');
      const cutThrough = sheet.getRange('B2:D9').getMergedAreasOrNullObject();
      await context.sync();
      expect([merged.address, cutThrough.isNullObject]).toEqual(['台账!A1:B2', true]);
      sheet.getRange('A1').unmerge();
      sheet.getRange('A4:B5').merge(true);
      await context.sync();
    });
    expect(workbook.sheets[0]!.value(0, 0)).toBe('甲');
    expect(workbook.sheets[0]!.value(1, 1)).toBeNull();
    expect(workbook.sheets[0]!.merges()).toEqual([
      { top: 3, left: 0, bottom: 3, right: 1 },
      { top: 4, left: 0, bottom: 4, right: 1 },
    ]);
  });

  test('只清内容、只清格式', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getFirst().getRange('A1');
      cell.values = [['甲']];
      cell.format.fill.color = '#FF0000';
      cell.clear('Contents');
      cell.load('values,format/fill/color');
      await context.sync();
      expect([cell.values, cell.format.fill.color]).toEqual([[['']], '#FF0000']);
      cell.values = [['乙']];
      cell.clear('Formats');
      cell.load('values,format/fill/color');
      await context.sync();
      expect([cell.values, cell.format.fill.color]).toEqual([[['乙']], '#FFFFFF']);
    });
  });

  test('公式、常量、空白单元格', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:C2').formulas = [
        ['甲', 1, '=A1'],
        ['', 2, '=B1+1'],
      ];
      const find = (
        type: 'Formulas' | 'Constants' | 'Blanks',
        kind: 'All' | 'Numbers' | 'Errors' = 'All',
      ): Excel.RangeAreas => {
        const found = sheet.getRange('A1:C9').getSpecialCellsOrNullObject(type, kind);
        found.load('address');
        return found;
      };
      const [formulas, constants, numbers, blanks, errors] = [
        find('Formulas'),
        find('Constants'),
        find('Constants', 'Numbers'),
        find('Blanks'),
        find('Constants', 'Errors'),
      ];
      await context.sync();
      expect([formulas, constants, numbers, blanks].map((found) => found!.address.replaceAll('台账!', ''))).toEqual([
        'C1:C2',
        'A1:B1,B2',
        'B1:B2',
        'A2',
      ]);
      expect(errors!.isNullObject).toBe(true);
    });
  });

  test('按显示的文字查找', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A3').values = [['已办结'], ['未办结'], ['办结*']];
      const part = sheet.findAllOrNullObject('办结', {});
      const whole = sheet.findAllOrNullObject('?办结', { completeMatch: true });
      const star = sheet.findAllOrNullObject('结~*', {});
      const none = sheet.findAllOrNullObject('逾期', {});
      for (const found of [part, whole, star]) found.load('address');
      await context.sync();
      expect([part.address, whole.address, star.address, none.isNullObject]).toEqual([
        '台账!A1:A3',
        '台账!A1:A2',
        '台账!A3',
        true,
      ]);
    });
  });

  test('连成一片的区域', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('B2:C3').values = [
        ['甲', '乙'],
        ['丙', '丁'],
      ];
      sheet.getRange('E9').values = [['远']];
      const region = sheet.getRange('C3').getSurroundingRegion();
      region.load('address');
      await context.sync();
      expect(region.address).toBe('台账!B2:C3');
    });
  });

  test('复制值与格式，带公式的不复制', async () => {
    const { Excel } = openInMemory({}, new MemoryWorkbook(['甲', '乙']));
    await Excel.run(async (context) => {
      const [from, to] = [context.workbook.worksheets.getItem('甲'), context.workbook.worksheets.getItem('乙')];
      from.getRange('A1:B1').values = [['事', 2]];
      from.getRange('A1').format.font.bold = true;
      to.getRange('A1:B2').copyFrom('甲!A1:B1');
      const copied = to.getRange('A1:B2');
      copied.load('values');
      const bold = to.getRange('A2');
      bold.load('format/font/bold');
      await context.sync();
      expect([copied.values, bold.format.font.bold]).toEqual([
        [
          ['事', 2],
          ['事', 2],
        ],
        true,
      ]);
      from.getRange('C1').formulas = [['=A1']];
      to.getRange('C1').copyFrom(from.getRange('C1'));
      expect(await codeOf(context.sync())).toBe('UnsupportedOperation');
    });
  });
});
