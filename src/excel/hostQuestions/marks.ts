import { ANY_REFUSAL, question, refusalOf, said, yesNo, type HostTheme, type Scratch } from './question';
import { NO_DOCUMENT, article, issue, reference, standard } from './source';

const OURS = '=AND(N("督查:逾期")=0,$A1<TODAY())';

function rule(at: Scratch, formula: string, area = at.cells(0, 0, 3, 2)): Excel.ConditionalFormat {
  const format = area.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.rule.formula = formula;
  return format;
}

const tried = (at: Scratch, formula: string): Promise<string> => refusalOf(at, () => rule(at, formula));

const counted = async (at: Scratch, area: Excel.Range): Promise<string> => {
  const count = area.conditionalFormats.getCount();
  await at.context.sync();
  return `${count.value} 条`;
};

export const CONDITIONAL_FORMATS: HostTheme = {
  name: '条件格式（标记）',
  questions: [
    question(
      'rule-formula',
      '标记的公式原样读回',
      `文字 ${OURS}`,
      reference('ConditionalFormatRule.formula'),
      async (at) => {
        // The rule's cells begin in row 1 of their sheet, so that the formula need not be moved.
        const sheet = at.another();
        const format = rule(at, OURS, sheet.getRange('A1:B3'));
        format.custom.rule.load('formula');
        await at.context.sync();
        return said(format.custom.rule.formula);
      },
    ),
    question(
      'rule-today',
      '公式里可以用 TODAY()',
      '没有拒绝',
      article('excel/excel-add-ins-conditional-formatting'),
      (at) => tried(at, '=$A1<TODAY()'),
    ),
    question('rule-other-sheet', '公式里可以引用别的工作表', '没有拒绝', NO_DOCUMENT, async (at) => {
      at.another().load('name');
      const other = at.context.workbook.worksheets.getFirst().load('name');
      await at.context.sync();
      return tried(at, `='${other.name}'!$A$1=1`);
    }),
    question(
      'rule-countif',
      '公式里可以用 COUNTIF 跨行',
      '没有拒绝',
      article('excel/excel-add-ins-conditional-formatting'),
      (at) => tried(at, '=COUNTIF($A$1:$A$99,$A1)>1'),
    ),
    question(
      'rule-array',
      '公式里有数组常量，拒绝',
      '拒绝',
      standard('[MS-OI29500] 3.2.3.1.2 Conditional Formatting Formulas'),
      (at) => tried(at, '=OR($A1={1,2})'),
      ANY_REFUSAL,
    ),
    question(
      'rule-structured',
      '公式里有表格的结构化引用，拒绝',
      '拒绝',
      standard('[MS-OI29500] 3.2.3.1.2 Conditional Formatting Formulas'),
      (at) => tried(at, '=表1[时限]<TODAY()'),
      ANY_REFUSAL,
    ),
    question(
      'rule-book',
      '公式里引用别的工作簿，拒绝',
      '拒绝',
      NO_DOCUMENT,
      (at) => tried(at, '=[别的.xlsx]Sheet1!$A$1=1'),
      ANY_REFUSAL,
    ),
    question(
      'rule-relative',
      '公式按区域左上角那一格理解',
      '自左上角起',
      article('excel/excel-add-ins-conditional-formatting'),
      async (at) => {
        const format = rule(at, `=$A${at.line(0)}=1`);
        format.custom.rule.load('formula');
        await at.context.sync();
        return format.custom.rule.formula === `=$A${at.line(0)}=1` ? '自左上角起' : format.custom.rule.formula;
      },
    ),
    question(
      'rule-looks',
      '底色、字色、粗体、删除线读回',
      '#FFC7CE #9C0006 是 是',
      reference(
        'ConditionalRangeFont.bold',
        'ConditionalRangeFont.strikethrough',
        'ConditionalRangeFont.color',
        'ConditionalRangeFill.color',
      ),
      async (at) => {
        const { fill, font } = rule(at, '=TRUE').custom.format;
        fill.color = '#FFC7CE';
        font.color = '#9C0006';
        font.bold = true;
        font.strikethrough = true;
        fill.load('color');
        font.load('color,bold,strikethrough');
        await at.context.sync();
        return `${fill.color} ${font.color} ${yesNo(font.bold)} ${yesNo(font.strikethrough)}`;
      },
    ),
    question(
      'rule-stop',
      '“如果为真则停止”读回',
      '逻辑值 是',
      reference('ConditionalFormat.stopIfTrue'),
      async (at) => {
        const format = rule(at, '=TRUE');
        format.stopIfTrue = true;
        format.load('stopIfTrue');
        await at.context.sync();
        return said(format.stopIfTrue);
      },
    ),
    question(
      'rule-priority',
      '后加的规则排在最前（优先级 0）',
      '0；1',
      reference('ConditionalFormatCollection.add', 'ConditionalFormat.priority'),
      async (at) => {
        const sheet = at.another();
        const first = rule(at, '=1=1', sheet.getRange('A1:A3'));
        await at.context.sync();
        const second = rule(at, '=2=2', sheet.getRange('A1:A3'));
        first.load('priority');
        second.load('priority');
        await at.context.sync();
        return `${second.priority}；${first.priority}`;
      },
    ),
    question(
      'rule-set-priority',
      '优先级可以改：后加的改到最后',
      '1；0',
      reference('ConditionalFormat.priority'),
      async (at) => {
        const area = at.another().getRange('A1:A3');
        const first = rule(at, '=1=1', area).load('id');
        const second = rule(at, '=2=2', area).load('id');
        await at.context.sync();
        second.priority = 1;
        await at.context.sync();
        // After a change of priority the reference wants the rules fetched anew.
        const [movedTo, other] = [second.id, first.id].map((id) =>
          area.conditionalFormats.getItem(id).load('priority'),
        );
        await at.context.sync();
        return `${movedTo!.priority}；${other!.priority}`;
      },
    ),
    question(
      'rule-count',
      '一片区域上有几条规则',
      '2 条',
      reference('ConditionalFormatCollection.getCount'),
      async (at) => {
        rule(at, '=TRUE');
        rule(at, '=FALSE');
        return counted(at, at.cells(0, 0, 3, 2));
      },
    ),
    question('rule-delete', '删去一条，另一条还在', '1 条', reference('ConditionalFormat.delete'), async (at) => {
      rule(at, '=TRUE');
      const second = rule(at, '=FALSE');
      await at.context.sync();
      second.delete();
      return counted(at, at.cells(0, 0, 3, 2));
    }),
    question(
      'rule-areas',
      '一条规则管几片区域',
      '2 片',
      reference('RangeAreas.conditionalFormats', 'ConditionalFormat.getRanges'),
      async (at) => {
        const areas = at.sheet.getRanges(`A${at.line(0)}:B${at.line(1)},A${at.line(4)}:B${at.line(5)}`);
        const format = areas.conditionalFormats.add(Excel.ConditionalFormatType.custom);
        format.custom.rule.formula = '=TRUE';
        const own = format.getRanges().load('areaCount');
        await at.context.sync();
        return `${own.areaCount} 片`;
      },
    ),
    question('rule-insert', '规则区域中间插入一行，区域随之扩大', 'A1:B4', NO_DOCUMENT, async (at) => {
      const sheet = at.another();
      const format = rule(at, '=TRUE', sheet.getRange('A1:B3'));
      await at.context.sync();
      sheet.getRange('2:2').insert(Excel.InsertShiftDirection.down);
      await at.context.sync();
      const first = sheet.getRange('A1').conditionalFormats.getItemAt(0).getRange().load('address');
      format.load('id');
      await at.context.sync();
      return first.address.split('!').at(-1) ?? '';
    }),
    question(
      'rule-clear-part',
      '清除一部分格的规则，其余格还有',
      '0 条；1 条',
      reference('ConditionalFormatCollection.clearAll'),
      async (at) => {
        rule(at, '=TRUE', at.cells(0, 0, 4, 1));
        await at.context.sync();
        at.cells(0, 0, 2, 1).conditionalFormats.clearAll();
        return `${await counted(at, at.cells(0, 0))}；${await counted(at, at.cells(3, 0))}`;
      },
    ),
    question(
      'rule-values-stay',
      '加规则不改单元格的值和底色',
      '文字 甲 #FFFFFF',
      article('excel/excel-add-ins-conditional-formatting'),
      async (at) => {
        const cell = at.cells(0, 0);
        cell.values = [['甲']];
        rule(at, '=TRUE').custom.format.fill.color = '#FFC7CE';
        cell.load('values');
        cell.format.fill.load('color');
        await at.context.sync();
        return `${said(cell.values[0]?.[0])} ${cell.format.fill.color}`;
      },
    ),
    question(
      'rule-refresh',
      '加规则后可以要求重算（规则不马上显示时用）',
      '没有拒绝',
      issue('office-js #1157', 'office-js #5299'),
      (at) =>
        refusalOf(at, () => {
          rule(at, '=TRUE');
          at.sheet.calculate(true);
        }),
    ),
  ],
};
