import { MemoryWorkbook } from './memoryWorkbook';
import { codeOf, openInMemory } from './withExcel';

/** Writes to A1 of an empty sheet and reads it back. */
async function written(value: unknown, format?: string): Promise<Record<string, unknown>> {
  const { Excel } = openInMemory({ today: () => ({ year: 2026 }) });
  return Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getFirst().getRange('A1');
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.values = [[value]];
    cell.load('values,formulas,text,valueTypes,numberFormat');
    await context.sync();
    return {
      value: cell.values[0]![0],
      formula: cell.formulas[0]![0],
      text: cell.text[0]![0],
      type: cell.valueTypes[0]![0],
      format: cell.numberFormat[0]![0],
    };
  });
}

describe('what a written value becomes', () => {
  test.each([
    ['a number', 3.5, { value: 3.5, text: '3.5', type: 'Double', format: 'General' }],
    ['a boolean', true, { value: true, text: 'TRUE', type: 'Boolean', format: 'General' }],
    ['words', '修路', { value: '修路', text: '修路', type: 'String', format: 'General' }],
    [
      'text that looks like a number',
      '1,234.5',
      { value: 1234.5, text: '1,234.50', type: 'Double', format: '#,##0.00' },
    ],
    ['a percentage', '12%', { value: 0.12, text: '12%', type: 'Double', format: '0%' }],
    [
      'a date, month first whatever the locale',
      '3/1/2026',
      { value: 46082, text: '3/1/2026', type: 'Double', format: 'm/d/yyyy' },
    ],
    ['a date, year first', '2026-03-01', { value: 46082, text: '3/1/2026', type: 'Double', format: 'm/d/yyyy' }],
    [
      'two numbers and a dash, which become a date',
      '3-1',
      { value: 46082, text: '1-Mar', type: 'Double', format: 'd-mmm' },
    ],
    [
      'a number for a matter that is no date',
      '13-45',
      { value: '13-45', text: '13-45', type: 'String', format: 'General' },
    ],
    ['a time', '10:30', { value: 0.4375, text: '10:30', type: 'Double', format: 'h:mm' }],
    ['TRUE as text', 'True', { value: true, text: 'TRUE', type: 'Boolean', format: 'General' }],
    ['an apostrophe first', "'3-1", { value: '3-1', text: '3-1', type: 'String', format: 'General' }],
    ['an apostrophe before =', "'=A2", { value: '=A2', formula: '=A2', type: 'String', format: 'General' }],
    ['an error word', '#N/A', { value: '#N/A', text: '#N/A', type: 'Error', format: 'General' }],
    ['a formula, which reads 0 until it is recalculated', '=B1+1', { value: 0, formula: '=B1+1', type: 'Double' }],
    ['a sign before a word, which becomes a formula', '-未报送', { value: 0, formula: '=-未报送' }],
    ['a sign alone', '-', { value: '-', type: 'String' }],
    ['two signs', '--', { value: '--', type: 'String' }],
    ['a negative number', '-12', { value: -12, type: 'Double' }],
    ['a number in brackets', '(12)', { value: -12, type: 'Double' }],
    [
      'an 18-digit number as text, which keeps 15 digits',
      '410101199001011234',
      { value: 410101199001011000, type: 'Double' },
    ],
  ])('%s', async (_, value, expected) => {
    expect(await written(value)).toEqual(expect.objectContaining(expected));
  });

  test.each(['3-1', '=A2', '0012', 'TRUE', '#N/A'])('文本格式的单元格里 %s 仍是文本', async (value) => {
    expect(await written(value, '@')).toEqual(expect.objectContaining({ value, text: value, type: 'String' }));
  });

  test('已有数字格式的单元格不因写入而变', async () => {
    expect(await written('2026-03-01', 'yyyy"年"m"月"d"日"')).toEqual(
      expect.objectContaining({ value: 46082, text: '2026年3月1日', format: 'yyyy"年"m"月"d"日"' }),
    );
  });

  test('对象与过长的文字不是单元格的值', async () => {
    expect(await codeOf(written({ a: 1 }))).toBe('InvalidArgument');
    expect(await codeOf(written('长'.repeat(32_768)))).toBe('InvalidArgument');
    expect((await written('长'.repeat(32_767)))['value']).toHaveLength(32_767);
  });
});

describe('the shape of what is written', () => {
  test('null 不动，空串清空内容', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:C1');
      range.values = [['一', '二', '三']];
      range.values = [[null, '', '叁']];
      range.load('values,valueTypes');
      await context.sync();
      expect(range.values).toEqual([['一', '', '叁']]);
      expect(range.valueTypes).toEqual([['String', 'Empty', 'String']]);
    });
  });

  test('单个值填满整个区域', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:B2');
      range.values = '是' as unknown as string[][];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([
        ['是', '是'],
        ['是', '是'],
      ]);
    });
  });

  test.each([
    ['行数不对', [['a', 'b']]],
    ['列数不对', [['a'], ['b']]],
    ['各行不齐', [['a', 'b'], ['c']]],
    ['一维数组', ['a', 'b']],
  ])('%s是 InvalidArgument，什么也没写', async (_, values) => {
    const { Excel, workbook } = openInMemory();
    const code = await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange('A1:B2').values = values as string[][];
        await context.sync();
      }),
    );
    expect(code).toBe('InvalidArgument');
    expect(workbook.sheets[0]!.usedArea(false)).toBeNull();
  });

  test('库把大数组分成几段写，结果与一次写相同', async () => {
    const { Excel, workbook } = openInMemory();
    const values = Array.from({ length: 400 }, (_, row) =>
      Array.from({ length: 10 }, (__, column) => row * 10 + column),
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('B2:K401').values = values;
      await context.sync();
    });
    expect(workbook.sheets[0]!.usedArea(true)).toEqual({ top: 1, left: 1, bottom: 400, right: 10 });
    expect([workbook.sheets[0]!.value(1, 1), workbook.sheets[0]!.value(400, 10)]).toEqual([0, 3999]);
  });

  test('整行整列的值是 null', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const column = context.workbook.worksheets.getFirst().getRange('A:F');
      column.load('values,rowCount,isEntireColumn');
      await context.sync();
      expect([column.values, column.rowCount, column.isEntireColumn]).toEqual([null, 1_048_576, true]);
    });
  });

  test('整列只收空串（清空用到的部分）与单个数字格式', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B2').values = [
        ['甲', '乙'],
        ['丙', '丁'],
      ];
      const column = sheet.getRange('A:A');
      column.numberFormat = '@' as unknown as string[][];
      column.values = '' as unknown as string[][];
      const left = sheet.getRange('A1:B2');
      left.load('values,numberFormat');
      await context.sync();
      expect(left.values).toEqual([
        ['', '乙'],
        ['', '丁'],
      ]);
      expect(left.numberFormat).toEqual([
        ['@', 'General'],
        ['@', 'General'],
      ]);
      column.values = '满' as unknown as string[][];
      expect(await codeOf(context.sync())).toBe('UnsupportedOperation');
    });
    expect(workbook.sheets[0]!.usedArea(false)).toEqual({ top: 0, left: 0, bottom: 1, right: 1 });
  });

  test('写到合并区域里被盖住的格子，什么也不留下', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A2').merge();
      sheet.getRange('A1:B2').values = [
        ['甲', '乙'],
        ['盖住', '丁'],
      ];
      await context.sync();
    });
    const [sheet] = workbook.sheets;
    expect([sheet!.value(0, 0), sheet!.value(1, 0), sheet!.value(1, 1)]).toEqual(['甲', null, '丁']);
  });

  test('数组公式不许只改一部分', async () => {
    const workbook = new MemoryWorkbook();
    workbook.sheets[0]!.guarded = { kind: 'array', area: { top: 0, left: 0, bottom: 2, right: 0 } };
    const { Excel } = openInMemory({}, workbook);
    const write = (address: string): Promise<string> =>
      codeOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getFirst().getRange(address).values = 1 as unknown as number[][];
          await context.sync();
        }),
      );
    expect(await write('A2')).toBe('InvalidOperation');
    expect(await write('A1:A3')).toBe('no error');
  });
});
