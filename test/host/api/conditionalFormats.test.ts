import type { ConditionalRule } from '../../../src/host/xlsx/model';
import { MemoryWorkbook } from './memoryWorkbook';
import { codeOf, openInMemory } from './withExcel';

const clerksOwn = (
  id: string,
  priority: number,
  areas = [{ top: 0, left: 0, bottom: 9, right: 3 }],
): ConditionalRule => ({
  id,
  areas,
  type: 'cellIs',
  formulas: ['5'],
  priority,
  stopIfTrue: false,
  style: null,
  raw: `<cfRule type="cellIs" dxfId="0" priority="${priority}" operator="greaterThan"><formula>5</formula></cfRule>`,
});

const withClerksOwn = (): MemoryWorkbook => {
  const workbook = new MemoryWorkbook();
  workbook.sheets[0]!.setConditionalRules([clerksOwn('{一}', 5), clerksOwn('{二}', 7)]);
  return workbook;
};

const OVERDUE = '=AND($C2<TODAY(),N("督查:逾期")=0)';

describe('conditional formats', () => {
  test('加一条自定义规则：公式、底色、字、边框、遇真停止', async () => {
    const { Excel, workbook } = openInMemory();
    await Excel.run(async (context) => {
      const added = context.workbook.worksheets.getFirst().getRange('A2:F100').conditionalFormats.add('Custom');
      added.custom.rule.formula = OVERDUE;
      added.custom.format.fill.color = '#ffc7ce';
      added.custom.format.font.color = '#9C0006';
      added.custom.format.font.bold = true;
      added.custom.format.borders.getItem('EdgeBottom').style = 'Continuous';
      added.stopIfTrue = true;
      await context.sync();
    });
    expect(workbook.sheets[0]!.conditionalRules()).toEqual([
      expect.objectContaining({
        type: 'expression',
        areas: [{ top: 1, left: 0, bottom: 99, right: 5 }],
        formulas: [OVERDUE.slice(1)],
        stopIfTrue: true,
        raw: null,
        style: {
          fill: '#FFC7CE',
          font: { color: '#9C0006', bold: true },
          borders: { bottom: { style: 'thin' } },
        },
      }),
    ]);
  });

  test('按公式里的记号认出自己的规则，删去之后别人的规则一字不差', async () => {
    const { Excel, workbook } = openInMemory({}, withClerksOwn());
    const before = workbook.sheets[0]!.conditionalRules();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      for (const address of ['A2:F100', 'H2:H100']) {
        sheet.getRange(address).conditionalFormats.add('Custom').custom.rule.formula = OVERDUE;
      }
      await context.sync();
      const all = sheet.getRange().conditionalFormats;
      all.load('items/type,items/priority');
      await context.sync();
      expect(all.items.map(({ type, priority }) => [type, priority])).toEqual([
        ['Custom', 0],
        ['Custom', 1],
        ['CellValue', 2],
        ['CellValue', 3],
      ]);
      const custom = all.items.map((item) => item.customOrNullObject);
      for (const one of custom) one.load('rule/formula');
      await context.sync();
      expect(custom.map(({ isNullObject }) => isNullObject)).toEqual([false, false, true, true]);
      all.items.forEach((item, index) => {
        if (!custom[index]!.isNullObject && custom[index]!.rule.formula.includes('督查:')) item.delete();
      });
      await context.sync();
    });
    expect(workbook.sheets[0]!.conditionalRules()).toEqual(before);
  });

  test('排到最后再删去，别人的规则也一字不差', async () => {
    const { Excel, workbook } = openInMemory({}, withClerksOwn());
    const before = workbook.sheets[0]!.conditionalRules();
    await Excel.run(async (context) => {
      const added = context.workbook.worksheets.getFirst().getRange('A1').conditionalFormats.add('Custom');
      added.custom.rule.formula = OVERDUE;
      added.priority = 2;
      added.load('priority,id');
      await context.sync();
      expect(added.priority).toBe(2);
      expect(workbook.sheets[0]!.conditionalRules().map(({ priority }) => priority)).toEqual([5, 7, 8]);
      added.delete();
      await context.sync();
    });
    expect(workbook.sheets[0]!.conditionalRules()).toEqual(before);
  });

  test.each([
    [-1, 2],
    [-9, 0],
    [9, 2],
  ])('优先级设为 %p，落在第 %p 位', async (given, place) => {
    const { Excel } = openInMemory({}, withClerksOwn());
    await Excel.run(async (context) => {
      const added = context.workbook.worksheets.getFirst().getRange('A1').conditionalFormats.add('Custom');
      added.priority = given;
      await context.sync();
      added.load('priority');
      await context.sync();
      expect(added.priority).toBe(place);
    });
  });

  test('新规则排在最前时，别人的规则只改优先级数字', async () => {
    const { Excel, workbook } = openInMemory({}, withClerksOwn());
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').conditionalFormats.add('Custom').custom.rule.formula =
        OVERDUE;
      await context.sync();
    });
    const [first] = workbook.sheets[0]!.conditionalRules();
    expect(first!.raw).toBe(
      '<cfRule type="cellIs" dxfId="0" priority="6" operator="greaterThan"><formula>5</formula></cfRule>',
    );
  });

  test.each([
    ['不以等号开头', 'A1>1'],
    ['数组常量', '=OR(A1={1,2})'],
    ['结构化引用', '=表1[期限]<TODAY()'],
    ['三维引用', '=SUM(一月:三月!A1)>0'],
  ])('%s的公式 Excel 不收', async (_, formula) => {
    const { Excel } = openInMemory();
    const code = await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange('A1').conditionalFormats.add('Custom').custom.rule.formula =
          formula;
        await context.sync();
      }),
    );
    expect(code).toBe('InvalidArgument');
  });

  test('引号里的括号不算', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const added = context.workbook.worksheets.getFirst().getRange('A1').conditionalFormats.add('Custom');
      added.custom.rule.formula = '=A1="{办结}[1]"';
      added.custom.rule.load('formula');
      await context.sync();
      expect(added.custom.rule.formula).toBe('=A1="{办结}[1]"');
    });
  });

  test('clearAll 只清这个区域，伸到外面的规则留下其余部分', async () => {
    const { Excel, workbook } = openInMemory({}, withClerksOwn());
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1:D5').conditionalFormats.clearAll();
      await context.sync();
    });
    expect(workbook.sheets[0]!.conditionalRules().map(({ areas }) => areas)).toEqual([
      [{ top: 5, left: 0, bottom: 9, right: 3 }],
      [{ top: 5, left: 0, bottom: 9, right: 3 }],
    ]);
  });

  test('不是自定义的种类不许新建，也没有 custom', async () => {
    const { Excel } = openInMemory({}, withClerksOwn());
    const run = (ask: (formats: Excel.ConditionalFormatCollection) => void): Promise<string> =>
      codeOf(
        Excel.run(async (context) => {
          ask(context.workbook.worksheets.getFirst().getRange('A1').conditionalFormats);
          await context.sync();
        }),
      );
    expect(await run((formats) => formats.add('DataBar'))).toBe('UnsupportedOperation');
    expect(await run((formats) => formats.getItemAt(0).custom.rule.load('formula'))).toBe('InvalidOperation');
    expect(await run((formats) => formats.getItem('{没有}').load('id'))).toBe('ItemNotFound');
  });
});
