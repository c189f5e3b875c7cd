import { MemoryWorkbook } from './memoryWorkbook';
import { codeOf, openInMemory } from './withExcel';

const run = (workbook: MemoryWorkbook, act: (context: Excel.RequestContext) => unknown): Promise<string> =>
  codeOf(
    openInMemory({}, workbook).Excel.run(async (context) => {
      act(context);
      await context.sync();
    }),
  );

describe('工作表', () => {
  test('新建、改名、移动、隐藏、标签颜色、网格线', async () => {
    const workbook = new MemoryWorkbook(['甲', '乙']);
    const code = await run(workbook, ({ workbook: { worksheets } }) => {
      const added = worksheets.add('通报');
      added.position = 0;
      added.tabColor = '#ff0000';
      added.showGridlines = false;
      worksheets.getItem('甲').name = '一月';
      worksheets.getItem('乙').visibility = 'VeryHidden';
    });
    expect(code).toBe('no error');
    expect(
      workbook.sheets.map(({ name, visibility, tabColor, showGridlines }) => [
        name,
        visibility,
        tabColor,
        showGridlines,
      ]),
    ).toEqual([
      ['通报', 'visible', '#FF0000', false],
      ['一月', 'visible', null, true],
      ['乙', 'veryHidden', null, true],
    ]);
  });

  test('新建之后接着用，跨批次也认得', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const added = context.workbook.worksheets.add('通报');
      await context.sync();
      added.getRange('A1').values = [['标题']];
      added.activate();
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.load('name,id');
      added.load('id');
      await context.sync();
      expect([active.name, active.id]).toEqual(['通报', added.id]);
    });
  });

  test.each<[string, string, (context: Excel.RequestContext) => unknown]>([
    ['重名', 'ItemAlreadyExists', ({ workbook }) => workbook.worksheets.add('甲')],
    ['重名（大小写不同）', 'ItemAlreadyExists', ({ workbook }) => (workbook.worksheets.getItem('甲').name = 'b')],
    ['名称太长', 'InvalidArgument', ({ workbook }) => workbook.worksheets.add('长'.repeat(32))],
    ['名称有斜杠', 'InvalidArgument', ({ workbook }) => workbook.worksheets.add('1/2月')],
    ['改回自己的名字', 'no error', ({ workbook }) => (workbook.worksheets.getItem('甲').name = '甲')],
    ['激活隐藏的表', 'InvalidOperation', ({ workbook }) => workbook.worksheets.getItem('隐').activate()],
    ['没有这个位置', 'InvalidArgument', ({ workbook }) => (workbook.worksheets.getItem('甲').position = 9)],
  ])('%s：%s', async (_, code, act) => {
    const workbook = new MemoryWorkbook(['甲', 'B', '隐']);
    workbook.sheets[2]!.visibility = 'hidden';
    expect(await run(workbook, act)).toBe(code);
  });

  test('最后一张看得见的表不许删也不许藏', async () => {
    expect(await run(new MemoryWorkbook(), ({ workbook }) => workbook.worksheets.getFirst().delete())).toBe(
      'InvalidOperation',
    );
    expect(
      await run(new MemoryWorkbook(), ({ workbook }) => (workbook.worksheets.getFirst().visibility = 'Hidden')),
    ).toBe('InvalidOperation');
  });

  test('删去的表上的区域不再能用', async () => {
    const { Excel } = openInMemory({}, new MemoryWorkbook(['甲', '乙']));
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('乙').getRange('A1');
      await context.sync();
      context.workbook.worksheets.getItem('乙').delete();
      range.load('values');
      expect(await codeOf(context.sync())).toBe('ItemNotFound');
    });
  });

  test('冻结窗格', async () => {
    const workbook = new MemoryWorkbook();
    const { Excel } = openInMemory({}, workbook);
    await Excel.run(async (context) => {
      const { freezePanes } = context.workbook.worksheets.getFirst();
      freezePanes.freezeAt('A1:B2');
      const location = freezePanes.getLocationOrNullObject();
      location.load('address');
      await context.sync();
      expect([workbook.sheets[0]!.frozen(), location.address]).toEqual([{ rows: 2, columns: 2 }, '台账!A1:B2']);
      freezePanes.unfreeze();
      const none = freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });
});

describe('名称与表', () => {
  test('给区域起名，再按名称找到它', async () => {
    const workbook = new MemoryWorkbook(['甲', "乙's"]);
    const { Excel } = openInMemory({}, workbook);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("乙's");
      context.workbook.names.add('督查台账', sheet.getRange('A1:C9'));
      sheet.names.add('本表', '=$A$1');
      await context.sync();
      const range = context.workbook.names.getItem('督查台账').getRange();
      range.load('address');
      const local = sheet.getRange('本表');
      local.load('address');
      const names = context.workbook.names;
      names.load('items/name,items/formula,items/type,items/scope');
      await context.sync();
      expect([range.address, local.address]).toEqual(["'乙''s'!A1:C9", "'乙''s'!A1"]);
      expect(names.items.map(({ name, formula, type, scope }) => [name, formula, type, scope])).toEqual([
        ['督查台账', "='乙''s'!$A$1:$C$9", 'Range', 'Workbook'],
      ]);
      names.getItem('督查台账').delete();
      await context.sync();
    });
    expect(workbook.names().map(({ name }) => name)).toEqual(['本表']);
  });

  test.each(['A1', '1月', '有 空格', 'R', ''])('%s 不能作名称', async (name) => {
    expect(await run(new MemoryWorkbook(), ({ workbook }) => workbook.names.add(name, '=1'))).toBe('InvalidArgument');
  });

  test('表的标题行、数据区、列', async () => {
    const workbook = new MemoryWorkbook();
    const [sheet] = workbook.sheets;
    sheet!.tableList = [
      {
        id: 7,
        name: '台账表',
        area: { top: 2, left: 1, bottom: 5, right: 2 },
        columns: ['序号', '事项'],
        showHeaders: true,
        showTotals: true,
        styleName: 'TableStyleMedium2',
      },
    ];
    ['甲', '乙'].forEach((word, index) => sheet!.setValue(3 + index, 2, word));
    const { Excel } = openInMemory({}, workbook);
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('台账表');
      const ranges = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange(), table.getTotalRowRange()];
      for (const range of ranges) range.load('address');
      const column = table.columns.getItem('事项');
      column.load('index,values');
      table.load('name,style,showTotals,id');
      table.rows.load('count');
      await context.sync();
      expect(ranges.map(({ address }) => address)).toEqual(['台账!B3:C6', '台账!B3:C3', '台账!B4:C5', '台账!B6:C6']);
      expect([column.index, column.values, table.rows.count]).toEqual([1, [[''], ['甲'], ['乙'], ['']], 2]);
      expect([table.name, table.style, table.showTotals]).toEqual(['台账表', 'TableStyleMedium2', true]);
    });
  });
});

describe('工作簿', () => {
  test('1904 日期系统可以用 DATE 探出来', async () => {
    const serial = (date1904: boolean): Promise<unknown> =>
      openInMemory({}, new MemoryWorkbook(['甲'], date1904)).Excel.run(async (context) => {
        const result = context.workbook.functions.date(2000, 1, 1);
        result.load('value,error');
        await context.sync();
        return result.value;
      });
    expect([await serial(false), await serial(true)]).toEqual([36526, 35064]);
  });

  test('文件名、语言、改没改过', async () => {
    const { Excel } = openInMemory({ name: '督查台账.xlsx' });
    await Excel.run(async (context) => {
      const { workbook } = context;
      workbook.load('name,isDirty,readOnly');
      workbook.application.cultureInfo.load('name,datetimeFormat/shortDatePattern');
      await context.sync();
      expect([workbook.name, workbook.isDirty, workbook.readOnly]).toEqual(['督查台账.xlsx', false, false]);
      expect(workbook.application.cultureInfo.name).toBe('zh-CN');
      workbook.worksheets.getFirst().getRange('A1').values = [[1]];
      workbook.load('isDirty');
      await context.sync();
      expect(workbook.isDirty).toBe(true);
    });
  });

  test('自定义 XML：加、按命名空间找、改、删', async () => {
    const { Excel, workbook } = openInMemory();
    const ledger = 'urn:ducha:taizhang';
    await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      parts.add(`<ledger xmlns="${ledger}" version="1"/>`);
      await context.sync();
      const only = parts.getByNamespace(ledger).getOnlyItemOrNullObject();
      const xml = only.getXml();
      only.load('id,namespaceUri');
      await context.sync();
      expect([only.namespaceUri, xml.value]).toEqual([ledger, `<ledger xmlns="${ledger}" version="1"/>`]);
      only.setXml(`<ledger xmlns="${ledger}" version="2"/>`);
      await context.sync();
      expect(workbook.customXmlParts()[0]!.xml).toContain('version="2"');
      parts.add(`<ledger xmlns="${ledger}"/>`);
      const two = parts.getByNamespace(ledger).getOnlyItemOrNullObject();
      await context.sync();
      expect(two.isNullObject).toBe(true);
      only.delete();
      const left = parts.getByNamespace(ledger).getCount();
      await context.sync();
      expect(left.value).toBe(1);
    });
    expect(await run(workbook, (context) => context.workbook.customXmlParts.add('<a><b></a>'))).toBe('InvalidArgument');
  });

  test('设置项', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('主题', { dark: true });
      await context.sync();
      const setting = settings.getItem('主题');
      setting.load('key,value');
      const none = settings.getItemOrNullObject('没有');
      await context.sync();
      expect([setting.key, setting.value, none.isNullObject]).toEqual(['主题', { dark: true }, true]);
    });
  });

  test('批注只读', async () => {
    const workbook = new MemoryWorkbook();
    workbook.sheets[0]!.commentList = [{ row: 2, column: 1, author: '经办人', text: '已电话催问' }];
    const { Excel } = openInMemory({}, workbook);
    await Excel.run(async (context) => {
      const { comments } = context.workbook.worksheets.getFirst();
      comments.load('items/content,items/authorName');
      const byCell = context.workbook.comments.getItemByCell('台账!B3');
      byCell.load('content');
      const location = byCell.getLocation();
      location.load('address');
      await context.sync();
      expect(comments.items.map(({ content, authorName }) => [content, authorName])).toEqual([
        ['已电话催问', '经办人'],
      ]);
      expect([byCell.content, location.address]).toEqual(['已电话催问', '台账!B3']);
    });
  });
});
