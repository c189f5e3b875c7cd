import { MemoryWorkbook } from './memoryWorkbook';
import { codeOf, openInMemory } from './withExcel';

const filled = (): MemoryWorkbook => {
  const workbook = new MemoryWorkbook(['一月', '二月', '三月']);
  workbook.sheets[0]!.setValue(0, 0, '事项');
  workbook.sheets[0]!.setValue(1, 0, '修路');
  return workbook;
};

describe('loading', () => {
  test('只给点名的属性，别的仍未读取', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('一月');
      sheet.load('name');
      await context.sync();
      expect(sheet.name).toBe('一月');
      expect(() => sheet.visibility).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    });
  });

  test('不点名的读取给出全部普通属性，不给下级对象', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('一月').getRange('A1:A2');
      range.load();
      await context.sync();
      expect(range.address).toBe('一月!A1:A2');
      expect(range.text).toEqual([['事项'], ['修路']]);
      expect(() => range.format.wrapText).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    });
  });

  test('读下级属性', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('一月').getRange('A1');
      range.load('format/font/name, format/fill/color, worksheet/name');
      await context.sync();
      expect([range.format.font.name, range.format.fill.color, range.worksheet.name]).toEqual([
        '宋体',
        '#FFFFFF',
        '一月',
      ]);
    });
  });

  test('只写下级对象的名字，读它的全部普通属性', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('一月').getRange('A1');
      range.load('worksheet, address');
      await context.sync();
      expect([range.worksheet.name, range.worksheet.visibility, range.address]).toEqual(['一月', 'Visible', '一月!A1']);
    });
  });

  test('读集合的各项', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name, items/position');
      await context.sync();
      expect(sheets.items.map(({ name, position }) => [name, position])).toEqual([
        ['一月', 0],
        ['二月', 1],
        ['三月', 2],
      ]);
      expect(() => sheets.items[0]!.tabColor).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    });
  });

  test('集合里套集合', async () => {
    const workbook = filled();
    workbook.sheets[1]!.tableList = [
      {
        id: 1,
        name: '台账表',
        area: { top: 0, left: 0, bottom: 3, right: 1 },
        columns: ['序号', '事项'],
        showHeaders: true,
        showTotals: false,
        styleName: null,
      },
    ];
    const { Excel } = openInMemory({}, workbook);
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name, items/tables/items/name, items/tables/items/columns/items/name');
      await context.sync();
      const names = sheets.items.map(({ tables }) =>
        tables.items.map((table) => [table.name, ...table.columns.items.map((column) => column.name)]),
      );
      expect(names).toEqual([[], [['台账表', '序号', '事项']], []]);
    });
  });

  test('$top 与 $skip 只取一段，取到的项可以接着用', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load({ name: true, $top: 1, $skip: 1 });
      await context.sync();
      expect(sheets.items.map(({ name }) => name)).toEqual(['二月']);
      const range = sheets.items[0]!.getRange('A1');
      range.load('address');
      await context.sync();
      expect(range.address).toBe('二月!A1');
    });
  });

  test('$all 与 items 都给每项的全部普通属性', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const [all, items] = [context.workbook.worksheets, context.workbook.worksheets];
      all.load({ $all: true });
      await context.sync();
      expect(all.items.map(({ visibility }) => visibility)).toEqual(['Visible', 'Visible', 'Visible']);
      items.load('items');
      await context.sync();
      expect(items.items.map(({ showGridlines }) => showGridlines)).toEqual([true, true, true]);
    });
  });

  test('集合自己的属性不带出各项', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const tables = context.workbook.tables;
      tables.load('count');
      await context.sync();
      expect(tables.count).toBe(0);
      expect(() => tables.items).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    });
  });

  test('没有的属性是 ApiNotFound', async () => {
    const { Excel } = openInMemory({}, filled());
    const code = await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().load('customProperties' as 'name');
        await context.sync();
      }),
    );
    expect(code).toBe('ApiNotFound');
  });

  test('同一个区域在后面的批次里还能用，插行之后跟着走', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('一月');
      const range = sheet.getUsedRange();
      await context.sync();
      sheet.getRange('1:2').insert('Down');
      range.load('address,values');
      await context.sync();
      expect([range.address, range.values]).toEqual(['一月!A3:A4', [['事项'], ['修路']]]);
      sheet.getRange('3:3').delete('Up');
      range.load('address,values');
      await context.sync();
      expect([range.address, range.values]).toEqual(['一月!A3', [['修路']]]);
      sheet.getRange('3:3').delete('Up');
      range.load('address');
      expect(await codeOf(context.sync())).toBe('InvalidReference');
    });
  });

  test('Excel.run 之后放开它的区域', async () => {
    const { Excel, session } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('一月').getRange('A1').load('values');
      await context.sync();
      expect(session.document.references.size).toBe(1);
    });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(session.document.references.size).toBe(0);
  });
});

describe('null objects', () => {
  test('空表的 getUsedRange 是第一格，不是错误', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem('二月').getUsedRange();
      used.load('address');
      await context.sync();
      expect(used.address).toBe('二月!A1');
    });
  });

  test('找不到的表、空表的区域、找不到的名称都是空对象', async () => {
    const { Excel } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const { workbook } = context;
      const objects = [
        workbook.worksheets.getItemOrNullObject('四月'),
        workbook.worksheets.getItem('二月').getUsedRangeOrNullObject(),
        workbook.names.getItemOrNullObject('没有'),
        workbook.tables.getItemOrNullObject('没有'),
        workbook.worksheets.getItem('一月').getRange('A1:B2').getIntersectionOrNullObject('D4'),
        workbook.customXmlParts.getItemOrNullObject('{没有}'),
      ];
      await context.sync();
      expect(objects.map(({ isNullObject }) => isNullObject)).toEqual([true, true, true, true, true, true]);
    });
  });

  test('空对象下面的一切都是空对象，对它的操作不起作用', async () => {
    const { Excel, workbook } = openInMemory({}, filled());
    await Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject('四月');
      const cell = missing.getRange('A1').getCell(0, 0);
      cell.load('values');
      cell.values = [['无处可写']];
      missing.delete();
      await context.sync();
      expect(cell.isNullObject).toBe(true);
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['一月', '二月', '三月']);
  });

  test('不带 OrNullObject 的找法报 ItemNotFound', async () => {
    const { Excel } = openInMemory({}, filled());
    const code = (ask: (context: Excel.RequestContext) => unknown): Promise<string> =>
      codeOf(
        Excel.run(async (context) => {
          ask(context);
          await context.sync();
        }),
      );
    expect(await code((context) => context.workbook.worksheets.getItem('四月'))).toBe('ItemNotFound');
    expect(await code((context) => context.workbook.worksheets.getItem('二月').getRange('A1:C9').getUsedRange())).toBe(
      'ItemNotFound',
    );
    expect(await code((context) => context.workbook.names.getItem('没有'))).toBe('ItemNotFound');
  });
});
