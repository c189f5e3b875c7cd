import { MemoryWorkbook } from './memoryWorkbook';
import { codeOf, openInMemory } from './withExcel';

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

  test('合并区域多于 512 个时 Excel 给不出来，正好 512 个给得出', async () => {
    const merged = (count: number): Promise<string> => {
      const workbook = new MemoryWorkbook();
      workbook.sheets[0]!.setMerges(
        Array.from({ length: count }, (_, index) => ({ top: index, left: 0, bottom: index, right: 1 })),
      );
      return codeOf(
        openInMemory({}, workbook).Excel.run(async (context) => {
          context.workbook.worksheets.getFirst().getRange('A1:B999').getMergedAreasOrNullObject().load('areaCount');
          await context.sync();
        }),
      );
    };
    expect([await merged(512), await merged(513)]).toEqual(['no error', 'GeneralException']);
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
