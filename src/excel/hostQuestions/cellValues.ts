import { question, refusalOf, said, valueOf, wroteAndRead, yesNo, type HostTheme, type Scratch } from './question';
import { NO_DOCUMENT, article, issue, microsoft, reference } from './source';

const formulaOf = async (at: Scratch, text: string, member: 'formulas' | 'values'): Promise<string> => {
  const cell = at.cells(0, 0);
  cell.formulas = [[text]];
  cell.load(member);
  await at.context.sync();
  return said((cell[member] as unknown[][])[0]?.[0]);
};

/** A value the declarations do not foresee and the documentation does. */
const loosely = (value: unknown): string[][] => value as string[][];

export const CELLS: HostTheme = {
  name: '单元格取值',
  questions: [
    question('value-blank', '空单元格读作空文字', '空', article('excel/excel-add-ins-blank-null-values'), (at) =>
      valueOf(at, at.cells(0, 0)),
    ),
    question('value-type-blank', '空单元格的类型', 'Empty', reference('Range.valueTypes'), async (at) => {
      const cell = at.cells(0, 0).load('valueTypes');
      await at.context.sync();
      return String(cell.valueTypes[0]?.[0]);
    }),
    question('value-boolean', '逻辑值原样读回', '逻辑值 是', reference('Range.values'), (at) => wroteAndRead(at, true)),
    question('value-decimal', '小数原样读回', '数值 97.35', reference('Range.values'), (at) => wroteAndRead(at, 97.35)),
    question('value-number-text', '写入文字 007，常规格式下变成数', '数值 7', NO_DOCUMENT, (at) =>
      wroteAndRead(at, '007'),
    ),
    question('value-text-007', '先设文本格式再写 007，仍是文字', '文字 007', NO_DOCUMENT, (at) =>
      wroteAndRead(at, '007', '@'),
    ),
    question('value-id-number', '先设文本格式，18 位号码一位不丢', '文字 110101199001011234', NO_DOCUMENT, (at) =>
      wroteAndRead(at, '110101199001011234', '@'),
    ),
    question('value-full-width', '写入全角数字 １２', null, NO_DOCUMENT, (at) => wroteAndRead(at, '１２')),
    question('value-percent', '写入文字 50%，变成 0.5', '数值 0.5', NO_DOCUMENT, (at) => wroteAndRead(at, '50%')),
    question('value-apostrophe', '前加半角撇号，=1+1 仍是文字', '文字 =1+1', issue('office-js #6687'), (at) =>
      wroteAndRead(at, "'=1+1"),
    ),
    question('value-apostrophe-minus', '前加半角撇号，-完成 仍是文字', '文字 -完成', issue('office-js #6687'), (at) =>
      wroteAndRead(at, "'-完成"),
    ),
    question('value-apostrophe-at', '前加半角撇号，@办公室 仍是文字', '文字 @办公室', issue('office-js #6687'), (at) =>
      wroteAndRead(at, "'@办公室"),
    ),
    question('value-equals-in-text', '文本格式的单元格写入 =1+1', null, NO_DOCUMENT, (at) =>
      wroteAndRead(at, '=1+1', '@'),
    ),
    question('value-equals', '以等号开头的文字成为公式', '文字 =1+1', reference('Range.values'), async (at) => {
      const cell = at.cells(0, 0);
      cell.values = [['=1+1']];
      cell.load('formulas');
      await at.context.sync();
      return said((cell.formulas as unknown[][])[0]?.[0]);
    }),
    question(
      'formula-result',
      '公式 =1+1 写入后即得结果',
      '数值 2',
      article('excel/excel-add-ins-ranges-set-get-values'),
      (at) => formulaOf(at, '=1+1', 'values'),
    ),
    question('formula-error', '公式出错读作错误值文字', '文字 #DIV/0!', reference('Range.values'), (at) =>
      formulaOf(at, '=1/0', 'values'),
    ),
    question('formula-chinese', '公式里的中文文字原样', '文字 =IF(TRUE,"逾期","")', reference('Range.formulas'), (at) =>
      formulaOf(at, '=IF(TRUE,"逾期","")', 'formulas'),
    ),
    question('value-lines', '单元格内换行原样读回', '文字 甲\n乙', reference('Range.values'), (at) =>
      wroteAndRead(at, '甲\n乙'),
    ),
    question('value-rare', '生僻字（𠮷、〇、㎡）原样读回', '文字 𠮷〇㎡', reference('Range.values'), (at) =>
      wroteAndRead(at, '𠮷〇㎡'),
    ),
    question(
      'value-longest',
      '一格 32,767 个字不丢',
      '32767 字',
      microsoft('Excel specifications and limits'),
      async (at) => {
        const got = await wroteAndRead(at, '督'.repeat(32_767));
        return `${got.length - '文字 '.length} 字`;
      },
    ),
    question('value-one-for-all', '一个值写给一片区域，每格都有', '6 格', NO_DOCUMENT, async (at) => {
      const area = at.cells(0, 0, 2, 3);
      area.values = loosely('督查');
      area.load('values');
      await at.context.sync();
      return `${area.values.flat().filter((value) => value === '督查').length} 格`;
    }),
    question(
      'value-null-keeps',
      '写入 null 的格保持原样',
      '文字 原有',
      article('excel/excel-add-ins-blank-null-values'),
      async (at) => {
        const area = at.cells(0, 0, 1, 2);
        area.values = [['原有', '原有']];
        await at.context.sync();
        area.values = loosely([[null, '新']]);
        return valueOf(at, at.cells(0, 0));
      },
    ),
    question(
      'value-blank-clears',
      '写入空文字即清空',
      '空',
      article('excel/excel-add-ins-blank-null-values'),
      async (at) => {
        at.cells(0, 0).values = [['原有']];
        await at.context.sync();
        return wroteAndRead(at, '');
      },
    ),
    question(
      'value-wrong-size',
      '写入的行列数与区域不符，拒绝',
      '拒绝 InvalidArgument',
      issue('office-js #226'),
      (at) =>
        refusalOf(at, () => {
          at.cells(0, 0).values = [['甲', '乙']];
        }),
    ),
    question(
      'value-unbounded',
      '整列读值得到 null',
      '无',
      article('excel/excel-add-ins-ranges-unbounded'),
      async (at) => {
        const column = at.sheet.getRange('A:A').load('values');
        await at.context.sync();
        return said(column.values as unknown);
      },
    ),
    question(
      'text-narrow',
      '列太窄时 text 仍给全文，不给 ####',
      '2026年10月31日',
      reference('Range.text'),
      async (at) => {
        const cell = at.another().getRange('A1');
        cell.numberFormat = [['yyyy"年"m"月"d"日"']];
        cell.values = [[at.date1904 ? 44_864 : 46_326]];
        cell.format.columnWidth = 10;
        cell.load('text');
        await at.context.sync();
        return cell.text[0]?.[0] ?? '';
      },
    ),
    question(
      'used-empty',
      '空表的已用区域（OrNullObject）',
      '空对象',
      reference('Worksheet.getUsedRangeOrNullObject'),
      async (at) => {
        const used = at.another().getUsedRangeOrNullObject(true);
        await at.context.sync();
        return used.isNullObject ? '空对象' : '有区域';
      },
    ),
    question(
      'used-empty-corner',
      '空表的 getUsedRange 给左上角一格',
      'A1',
      reference('Worksheet.getUsedRange'),
      async (at) => {
        const used = at.another().getUsedRange().load('address');
        await at.context.sync();
        return used.address.split('!').at(-1) ?? '';
      },
    ),
    question(
      'used-formatted',
      '已用区域含只设了格式的格，限于有值时不含',
      'A1:C3；A1',
      reference('Worksheet.getUsedRange'),
      async (at) => {
        const sheet = at.another();
        sheet.getRange('A1').values = [['甲']];
        sheet.getRange('C3').format.fill.color = '#FFFF00';
        const all = sheet.getUsedRange(false).load('address');
        const valued = sheet.getUsedRange(true).load('address');
        await at.context.sync();
        return [all, valued].map(({ address }) => address.split('!').at(-1)).join('；');
      },
    ),
    question('special-visible', '只取可见行', 'A1:A1,A3:A3', reference('SpecialCellType.visible'), async (at) => {
      at.cells(0, 0, 3, 1).values = [['甲'], ['乙'], ['丙']];
      at.cells(1, 0).rowHidden = true;
      const seen = at.cells(0, 0, 3, 1).getSpecialCellsOrNullObject(Excel.SpecialCellType.visible);
      seen.load('areas/items/rowIndex,areas/items/rowCount');
      const first = at.cells(0, 0).load('rowIndex');
      await at.context.sync();
      if (seen.isNullObject) return '空对象';
      return seen.areas.items
        .map(({ rowIndex, rowCount }) => [rowIndex - first.rowIndex + 1, rowIndex - first.rowIndex + rowCount])
        .map(([from, to]) => `A${from}:A${to}`)
        .join(',');
    }),
    question(
      'special-none',
      '没有公式时取公式格得空对象',
      '空对象',
      article('excel/excel-add-ins-ranges-special-cells'),
      async (at) => {
        at.cells(0, 0, 2, 1).values = [['甲'], ['乙']];
        const none = at.cells(0, 0, 2, 1).getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas);
        await at.context.sync();
        return none.isNullObject ? '空对象' : '有区域';
      },
    ),
    question(
      'special-none-throws',
      '没有公式时 getSpecialCells 拒绝',
      '拒绝 ItemNotFound',
      article('excel/excel-add-ins-ranges-special-cells'),
      (at) => {
        at.cells(0, 0, 2, 1).values = [['甲'], ['乙']];
        return refusalOf(at, () =>
          at.cells(0, 0, 2, 1).getSpecialCells(Excel.SpecialCellType.formulas).load('address'),
        );
      },
    ),
    question(
      'find-whole',
      '整格查找，找不到得空对象',
      '空对象',
      reference('Worksheet.findAllOrNullObject'),
      async (at) => {
        at.cells(0, 0).values = [['未办结（自检）']];
        const found = at.sheet.findAllOrNullObject('办结（自检）', { completeMatch: true, matchCase: true });
        await at.context.sync();
        return found.isNullObject ? '空对象' : '找到';
      },
    ),
    question('hidden-read', '隐藏行的值照样读得到', '文字 藏', NO_DOCUMENT, async (at) => {
      at.cells(0, 0).values = [['藏']];
      at.cells(0, 0).rowHidden = true;
      return valueOf(at, at.cells(0, 0));
    }),
    question(
      'intersection-none',
      '不相交的区域得空对象',
      '是',
      reference('Range.getIntersectionOrNullObject'),
      async (at) => {
        const none = at.cells(0, 0).getIntersectionOrNullObject(at.cells(2, 2));
        await at.context.sync();
        return yesNo(none.isNullObject);
      },
    ),
  ],
};
