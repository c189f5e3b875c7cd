import { ANY_REFUSAL, question, refusalOf, said, valueOf, type HostTheme, type Scratch } from './question';
import { NO_DOCUMENT, article, microsoft, reference } from './source';

const ROWS = { first: 'A1:A3', inserted: '2:2' } as const;

/** Three rows and their sum, on a sheet of its own; then a row is put in at row 2. */
async function inserted(at: Scratch): Promise<Excel.Worksheet> {
  const sheet = at.another();
  sheet.getRange(ROWS.first).values = [[1], [2], [3]];
  sheet.getRange('A4').formulas = [['=SUM(A1:A3)']];
  sheet.getRange('A1').format.fill.color = '#FFC7CE';
  await at.context.sync();
  sheet.getRange(ROWS.inserted).insert(Excel.InsertShiftDirection.down);
  await at.context.sync();
  return sheet;
}

const formulaAt = async (at: Scratch, cell: Excel.Range): Promise<string> => {
  cell.load('formulas');
  await at.context.sync();
  return said((cell.formulas as unknown[][])[0]?.[0]);
};

const named = (at: Scratch, rest: string): Promise<string> =>
  refusalOf(at, () => at.context.workbook.worksheets.add(at.sheetName(rest)));

export const STRUCTURE: HostTheme = {
  name: '行列与工作表',
  questions: [
    question(
      'insert-moves',
      '插入一行，下面的值下移',
      '数值 2',
      article('excel/excel-add-ins-ranges-insert'),
      async (at) => valueOf(at, (await inserted(at)).getRange('A3')),
    ),
    question(
      'insert-formula',
      '插入一行，合计公式的范围随之扩大',
      '文字 =SUM(A1:A4)',
      article('excel/excel-add-ins-ranges-insert'),
      async (at) => formulaAt(at, (await inserted(at)).getRange('A5')),
    ),
    question('insert-looks', '插入的行取上一行的格式', '#FFC7CE', microsoft('VBA Range.Insert'), async (at) => {
      const { fill } = (await inserted(at)).getRange('A2').format;
      fill.load('color');
      await at.context.sync();
      return fill.color;
    }),
    question('insert-tracked', '插入一行后，先取的区域随之下移', 'A4', reference('Range.track'), async (at) => {
      const sheet = at.another();
      sheet.getRange(ROWS.first).values = [[1], [2], [3]];
      const third = sheet.getRange('A3').load('address');
      third.track();
      await at.context.sync();
      sheet.getRange(ROWS.inserted).insert(Excel.InsertShiftDirection.down);
      third.load('address');
      await at.context.sync();
      third.untrack();
      return third.address.split('!').at(-1) ?? '';
    }),
    question('insert-merge', '插在合并区域中间，合并区域随之变大', 'A1:A4', NO_DOCUMENT, async (at) => {
      const sheet = at.another();
      sheet.getRange(ROWS.first).merge(false);
      sheet.getRange(ROWS.inserted).insert(Excel.InsertShiftDirection.down);
      const areas = sheet.getRange('A1:B9').getMergedAreasOrNullObject().load('address');
      await at.context.sync();
      return areas.isNullObject ? '空对象' : (areas.address.split('!').at(-1) ?? '');
    }),
    question(
      'insert-part',
      '只插入几格（不是整行）',
      '数值 1',
      article('excel/excel-add-ins-ranges-insert'),
      async (at) => {
        const sheet = at.another();
        sheet.getRange('A1:B1').values = [[1, 2]];
        await at.context.sync();
        sheet.getRange('A1').insert(Excel.InsertShiftDirection.down);
        return valueOf(at, sheet.getRange('A2'));
      },
    ),
    question(
      'delete-row',
      '删去一行，下面的值上移',
      '数值 3',
      article('excel/excel-add-ins-ranges-clear-delete'),
      async (at) => {
        const sheet = at.another();
        sheet.getRange(ROWS.first).values = [[1], [2], [3]];
        await at.context.sync();
        sheet.getRange('2:2').delete(Excel.DeleteShiftDirection.up);
        return valueOf(at, sheet.getRange('A2'));
      },
    ),
    question('delete-referenced', '删去公式引用的行，引用成为 #REF!', '文字 =#REF!*2', NO_DOCUMENT, async (at) => {
      const sheet = at.another();
      sheet.getRange('A2').values = [[2]];
      sheet.getRange('B1').formulas = [['=A2*2']];
      await at.context.sync();
      sheet.getRange('2:2').delete(Excel.DeleteShiftDirection.up);
      return formulaAt(at, sheet.getRange('B1'));
    }),
    question('sheet-longest', '31 字的工作表名', '没有拒绝', microsoft('Rename a worksheet'), (at) =>
      named(at, '督'.repeat(25)),
    ),
    question('sheet-too-long', '32 字的工作表名，拒绝', '拒绝 InvalidArgument', microsoft('Rename a worksheet'), (at) =>
      named(at, '督'.repeat(26)),
    ),
    question('sheet-colon', '工作表名含冒号，拒绝', '拒绝 InvalidArgument', microsoft('Rename a worksheet'), (at) =>
      named(at, '10:31'),
    ),
    question(
      'sheet-twice',
      '同名工作表，拒绝',
      '拒绝 ItemAlreadyExists',
      article('testing/application-specific-api-error-handling'),
      async (at) => {
        at.context.workbook.worksheets.add(at.sheetName('同名'));
        await at.context.sync();
        return named(at, '同名');
      },
    ),
    question('sheet-case', '工作表名只差大小写，也算同名', '拒绝 ItemAlreadyExists', NO_DOCUMENT, async (at) => {
      at.context.workbook.worksheets.add(at.sheetName('ABC'));
      await at.context.sync();
      return named(at, 'abc');
    }),
    question('sheet-rename', '改工作表名，别表公式里的名字随之改', '是', article('excel/performance'), async (at) => {
      const [other, own] = [at.another(), at.another()];
      own.getRange('A1').values = [[1]];
      const name = at.sheetName('改前');
      own.name = name;
      other.getRange('A1').formulas = [[`='${name}'!A1`]];
      await at.context.sync();
      own.name = at.sheetName('改后');
      return (await formulaAt(at, other.getRange('A1'))).includes('改后') ? '是' : '否';
    }),
    question('sheet-hidden', '隐藏的工作表照样读得到', '文字 藏', reference('Worksheet.visibility'), async (at) => {
      const sheet = at.another();
      sheet.getRange('A1').values = [['藏']];
      sheet.visibility = Excel.SheetVisibility.hidden;
      return valueOf(at, sheet.getRange('A1'));
    }),
    question(
      'sheet-very-hidden',
      '深度隐藏的工作表不能直接删除',
      '拒绝 InvalidOperation',
      reference('Worksheet.delete'),
      async (at) => {
        const sheet = at.another();
        sheet.visibility = Excel.SheetVisibility.veryHidden;
        await at.context.sync();
        return refusalOf(at, () => sheet.delete());
      },
      ANY_REFUSAL,
    ),
    question('sheet-last', '新工作表排在最后', '是', reference('WorksheetCollection.add'), async (at) => {
      const sheet = at.another().load('position');
      const count = at.context.workbook.worksheets.getCount();
      await at.context.sync();
      return sheet.position === count.value - 1 ? '是' : '否';
    }),
    question(
      'name-range',
      '定义的名称能取回区域',
      'A1:B2',
      reference('NamedItemCollection.add', 'NamedItem.getRange'),
      async (at) => {
        const sheet = at.another();
        sheet.names.add('自检区域', sheet.getRange('A1:B2'));
        const range = sheet.names.getItem('自检区域').getRange().load('address');
        await at.context.sync();
        return range.address.split('!').at(-1) ?? '';
      },
    ),
  ],
};
