import { codeOf, openInMemory } from './withExcel';

describe('the genuine library over the host', () => {
  test('值写进去再读出来', async () => {
    const { Excel } = openInMemory();
    const values = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B2').values = [
        ['序号', '事项'],
        [1, '修路'],
      ];
      const range = sheet.getUsedRange();
      range.load('values,address');
      sheet.load('name');
      await context.sync();
      return [sheet.name, range.address, range.values];
    });
    expect(values).toEqual([
      '台账',
      '台账!A1:B2',
      [
        ['序号', '事项'],
        [1, '修路'],
      ],
    ]);
  });

  test('没有读取的属性由库自己报错', async () => {
    const { Excel } = openInMemory();
    const code = await codeOf(
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
        await context.sync();
        return range.values;
      }),
    );
    expect(code).toBe('PropertyNotLoaded');
  });
});
