import { strFromU8, unzipSync } from 'fflate';
import { loadOfficeJs } from '../../../src/host/officeJs/nodeRuntime';
import { createHostSession } from '../../../src/host/session';
import { type WorkbookModel, newWorkbook, openXlsx } from '../../../src/host/xlsx';

const OVERDUE = '=AND($C2<TODAY(),N("督查:逾期")=0)';
const LEDGER = 'urn:ducha:taizhang';

const over = (workbook: WorkbookModel): typeof Excel => loadOfficeJs(createHostSession(workbook)).Excel;

function reopened(workbook: WorkbookModel): WorkbookModel {
  const opened = openXlsx(workbook.save());
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.workbook;
}

const sheetXml = (file: Uint8Array): string => strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!);

describe('the genuine library over a real file', () => {
  test('写入的值、格式、公式，存盘再打开还在', async () => {
    const workbook = newWorkbook();
    await over(workbook).run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.name = '台账';
      sheet.getRange('C2:C3').numberFormat = [['yyyy/m/d'], ['@']];
      sheet.getRange('A1:C3').values = [
        ['序号', '事项', '期限'],
        [1, '修路', '2026-03-01'],
        [2, '通水', '3-1'],
      ];
      sheet.getRange('A1:C1').format.font.bold = true;
      sheet.getRange('A1:C1').format.fill.color = '#DDEBF7';
      sheet.getRange('D2').formulas = [['=C2-1']];
      sheet.getRange('A5:C5').merge();
      sheet.freezePanes.freezeRows(1);
      sheet.getRange('B:B').format.columnWidth = 150;
      await context.sync();
    });
    await over(reopened(workbook)).run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('台账');
      const range = sheet.getRange('A1:D3');
      range.load('values,formulas,text,numberFormat');
      const head = sheet.getRange('A1:C1');
      head.load('format/font/bold,format/fill/color');
      const merged = sheet.getRange('A1:Z9').getMergedAreasOrNullObject();
      merged.load('address');
      const column = sheet.getRange('B1');
      column.load('format/columnWidth');
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load('address');
      await context.sync();
      expect(range.values).toEqual([
        ['序号', '事项', '期限', ''],
        // A formula nobody has calculated yet has no value in the file.
        [1, '修路', 46082, ''],
        [2, '通水', '3-1', ''],
      ]);
      expect(range.text[1]).toEqual(['1', '修路', '2026/3/1', '']);
      expect(range.formulas[1]![3]).toBe('=C2-1');
      expect([range.numberFormat[1]![2], range.numberFormat[2]![2]]).toEqual(['yyyy/m/d', '@']);
      expect([head.format.font.bold, head.format.fill.color]).toEqual([true, '#DDEBF7']);
      expect([merged.address, frozen.address]).toEqual(['台账!A5:C5', '台账!1:1']);
      expect(column.format.columnWidth).toBeCloseTo(150, 0);
    });
  });

  test('标记存盘、再打开按记号认出来删去，工作表与原来逐字节相同', async () => {
    const made = newWorkbook();
    await over(made).run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:C2').values = [
        ['序号', '事项', '期限'],
        [1, '修路', 46082],
      ];
      for (const formula of ['=$A2=1', '=$B2="销号"']) {
        const own = sheet.getRange('A2:C50').conditionalFormats.add('Custom');
        own.custom.rule.formula = formula;
        own.custom.format.fill.color = '#DDEBF7';
      }
      await context.sync();
    });
    const clerks = made.save();
    const marked = reopened(made);
    await over(marked).run(async (context) => {
      const added = context.workbook.worksheets.getFirst().getRange('A2:F100').conditionalFormats.add('Custom');
      added.custom.rule.formula = OVERDUE;
      added.custom.format.fill.color = '#FFC7CE';
      added.custom.format.font.color = '#9C0006';
      added.stopIfTrue = true;
      await context.sync();
    });
    const again = reopened(marked);
    await over(again).run(async (context) => {
      const { conditionalFormats } = context.workbook.worksheets.getFirst().getRange();
      conditionalFormats.load(
        'items/type,items/stopIfTrue,items/custom/rule/formula,items/custom/format/fill/color,items/custom/format/font/color',
      );
      await context.sync();
      expect(conditionalFormats.items.map(({ custom }) => custom.rule.formula)).toEqual([
        OVERDUE,
        '=$B2="销号"',
        '=$A2=1',
      ]);
      const [rule] = conditionalFormats.items;
      expect([rule!.type, rule!.stopIfTrue, rule!.custom.format.fill.color, rule!.custom.format.font.color]).toEqual([
        'Custom',
        true,
        '#FFC7CE',
        '#9C0006',
      ]);
      const range = rule!.getRange();
      range.load('address');
      rule!.delete();
      await context.sync();
      expect(range.address).toMatch(/!A2:F100$/);
    });
    expect(sheetXml(again.save())).toBe(sheetXml(clerks));
    expect(sheetXml(marked.save())).not.toBe(sheetXml(clerks));
  });

  test('自定义 XML 与名称存盘再打开还在', async () => {
    const workbook = newWorkbook();
    await over(workbook).run(async (context) => {
      context.workbook.customXmlParts.add(`<ledger xmlns="${LEDGER}" version="1"><sheet>台账</sheet></ledger>`);
      context.workbook.names.add('督查区域', context.workbook.worksheets.getFirst().getRange('A1:C9'));
      await context.sync();
    });
    await over(reopened(workbook)).run(async (context) => {
      const part = context.workbook.customXmlParts.getByNamespace(LEDGER).getOnlyItemOrNullObject();
      const xml = part.getXml();
      const range = context.workbook.names.getItem('督查区域').getRange();
      range.load('address');
      await context.sync();
      expect(part.isNullObject).toBe(false);
      expect(xml.value).toContain('<sheet>台账</sheet>');
      expect(range.address).toMatch(/!A1:C9$/);
    });
  });

  test('新建的通报表连同打印设置、验证、链接一起存下', async () => {
    const workbook = newWorkbook();
    await over(workbook).run(async (context) => {
      const sheet = context.workbook.worksheets.add('通报');
      sheet.getRange('A1:B3').values = [
        ['单位', '得分'],
        ['甲', 95],
        ['乙', 90],
      ];
      sheet.pageLayout.orientation = 'Landscape';
      sheet.pageLayout.paperSize = 'A4';
      sheet.pageLayout.setPrintArea('A1:B3');
      sheet.pageLayout.setPrintTitleRows('1:1');
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
      sheet.getRange('B2:B3').dataValidation.rule = {
        wholeNumber: { operator: 'Between', formula1: 0, formula2: 100 },
      };
      sheet.getRange('A2').hyperlink = { documentReference: '通报!A3' };
      sheet.tabColor = '#C00000';
      await context.sync();
    });
    await over(reopened(workbook)).run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('通报');
      sheet.load('tabColor,position');
      sheet.pageLayout.load('orientation,paperSize');
      sheet.pageLayout.headersFooters.defaultForAllPages.load('centerFooter');
      const [area, rows] = [
        sheet.pageLayout.getPrintAreaOrNullObject(),
        sheet.pageLayout.getPrintTitleRowsOrNullObject(),
      ];
      area.load('address');
      rows.load('address');
      const { dataValidation } = sheet.getRange('B2:B3');
      dataValidation.load('rule,type');
      const link = sheet.getRange('A2');
      link.load('hyperlink,values');
      await context.sync();
      expect([sheet.tabColor, sheet.position, sheet.pageLayout.orientation, sheet.pageLayout.paperSize]).toEqual([
        '#C00000',
        1,
        'Landscape',
        'A4',
      ]);
      expect(sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter).toBe('第 &P 页');
      expect([area.address, rows.address]).toEqual(['通报!A1:B3', '通报!1:1']);
      expect([dataValidation.type, dataValidation.rule]).toEqual([
        'WholeNumber',
        { wholeNumber: { operator: 'Between', formula1: '=0', formula2: '=100' } },
      ]);
      expect([link.hyperlink, link.values]).toEqual([{ documentReference: '通报!A3', textToDisplay: '甲' }, [['甲']]]);
    });
  });

  test('插行之后条件格式与名称跟着走', async () => {
    const workbook = newWorkbook();
    await over(workbook).run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A3').values = [['一'], ['二'], ['三']];
      sheet.getRange('A2:A9').conditionalFormats.add('Custom').custom.rule.formula = '=$A2=""';
      context.workbook.names.add('数据', sheet.getRange('A2:A3'));
      await context.sync();
      sheet.getRange('2:2').insert('Down');
      const moved = context.workbook.names.getItem('数据').getRange();
      moved.load('address,values');
      const format = sheet.getRange().conditionalFormats.getItemAt(0).getRange();
      format.load('address');
      await context.sync();
      expect([moved.address.replace(/^.*!/, ''), moved.values]).toEqual(['A3:A4', [['二'], ['三']]]);
      expect(format.address.replace(/^.*!/, '')).toBe('A3:A10');
    });
  });
});
