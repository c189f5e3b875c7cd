import { MemoryWorkbook } from './memoryWorkbook';
import { codeOf, openInMemory } from './withExcel';

describe('where a range is', () => {
  test.each([
    ['A1', '台账!A1'],
    ['$B$2:$C$4', '台账!B2:C4'],
    ['C4:B2', '台账!B2:C4'],
    ['A:C', '台账!A:C'],
    ['2:3', '台账!2:3'],
    ["'台账'!A1", '台账!A1'],
  ])('%s 的地址是 %s', async (given, address) => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange(given);
      range.load('address');
      await context.sync();
      expect(range.address).toBe(address);
    });
  });

  test.each(['A0', 'XFE1', 'A1048577', '没有这个名称', 'A1,B2', "'别的表'!A1", ''])('%s 不是区域', async (given) => {
    const { Excel } = openInMemory();
    const code = await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets
          .getFirst()
          .getRange(given || ' ')
          .load('address');
        await context.sync();
      }),
    );
    expect(code).toBe('InvalidArgument');
  });

  test('由一个区域得到别的区域', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('B2:D5');
      const others = [
        range.getCell(1, 1),
        range.getCell(10, 0),
        range.getRow(0),
        range.getColumn(2),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getOffsetRange(1, -1),
        range.getResizedRange(2, -1),
        range.getLastRow(),
        range.getLastColumn(),
        range.getLastCell(),
        range.getBoundingRect('F9'),
        range.getIntersection('C4:Z9'),
        range.getRowsAbove(1),
        range.getRowsBelow(2),
        range.getColumnsBefore(1),
        range.getColumnsAfter(1),
      ];
      for (const other of others) other.load('address');
      await context.sync();
      expect(others.map(({ address }) => address.replace('台账!', ''))).toEqual([
        'C3',
        'B12',
        'B2:D2',
        'D2:D5',
        '2:5',
        'B:D',
        'A3:C6',
        'B2:C7',
        'B5:D5',
        'D2:D5',
        'D5',
        'B2:F9',
        'C4:D5',
        'B1:D1',
        'B6:D7',
        'A2:A5',
        'E2:E5',
      ]);
    });
  });

  test('走出表外是 InvalidArgument', async () => {
    const { Excel } = openInMemory();
    const code = await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange('A1').getOffsetRange(-1, 0).load('address');
        await context.sync();
      }),
    );
    expect(code).toBe('InvalidArgument');
  });

  test('表名要加引号的时候加引号', async () => {
    const { Excel } = openInMemory({}, new MemoryWorkbook(["2026年 '甲'"]));
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1');
      range.load('address');
      await context.sync();
      expect(range.address).toBe("'2026年 ''甲'''!A1");
    });
  });
});
