import { mergeLetters } from '../../src/documents/letterFiles';
import { letterSheets, MOST_BREAKS, MOST_OWN_SHEETS, unnumberedPages } from '../../src/documents/worksheetLetter';
import { office } from '../domain/notices/builders';
import { groupedReminder, letterOf } from './notices';

const sheetsOf = (...notices: Parameters<typeof mergeLetters>[0]) => letterSheets(mergeLetters(notices, { office }));
const texts = (sheet: ReturnType<typeof letterSheets>[number]): string[] =>
  sheet.rows.map(([cell]) => String(cell!.value));

describe('打印即成文书的工作表', () => {
  const [sheet] = sheetsOf(letterOf('reminderNotice'));

  test('一列，不合并单元格，列宽合版心156毫米，页边距与公文一致', () => {
    expect(sheet!.columnWidths).toEqual([84]);
    expect(sheet!.merges).toBeUndefined();
    expect(sheet!.rows.every((row) => row.length === 1)).toBe(true);
    expect(sheet!.print!.margins).toEqual({ top: 104.88, bottom: 99.21, left: 79.37, right: 73.7, footer: 72.3 });
    expect(sheet!.print!.footers).toEqual({ oddRight: '&"宋体"&14— &P —　', evenLeft: '&"宋体"&14　— &P —' });
  });

  test('文字与 .docx 相同，首行空二字，日期右空四字', () => {
    expect(texts(sheet!)).toEqual(
      expect.arrayContaining([
        '河阳市人民政府工作催办单',
        '〔2026〕1号',
        '交通局：',
        '　　联 系 人：张三',
        '2026年10月31日　　　　',
      ]),
    );
    expect(texts(sheet!).find((text) => text.includes('现已逾期11天'))).toMatch(
      /^\u3000\u3000城区雨污分流改造工程已于/,
    );
  });

  test('行高是28.5磅的整数倍，正文几行就几倍，撑满两端', () => {
    const index = texts(sheet!).findIndex((text) => text.includes('现已逾期'));
    expect(sheet!.rowHeights![index]).toBe(28.5 * 4);
    expect(sheet!.rows[index]![0]).toMatchObject({ wrap: true, spread: true, fontSize: 15.5 });
    expect(sheet!.rowHeights!.every((points) => points! % 28.5 === 0)).toBe(true);
  });

  test('编号下有红线，标志红色', () => {
    expect(sheet!.rows[0]![0]).toMatchObject({ color: '#FF0000', align: 'center' });
    expect(sheet!.rows.find(([cell]) => cell!.ruleBelow !== undefined)![0]).toMatchObject({
      value: '〔2026〕1号',
      ruleBelow: '#FF0000',
    });
  });

  test('以等号开头的事项是文字不是公式', () => {
    const [hostile] = sheetsOf(letterOf('reminderNotice', { title: '=cmd|A1' }));
    expect(hostile!.rows.every(([cell]) => cell!.numberFormat === '@')).toBe(true);
  });

  test('五千字的正文分成几行，每行不超过14行高，一字不少', () => {
    const title = '督'.repeat(5000);
    const [long] = sheetsOf(letterOf('reminderNotice', { title }));
    expect(Math.max(...long!.rowHeights!.map((points) => points!))).toBe(28.5 * 14);
    expect(texts(long!).join('')).toContain(title);
  });

  test('几份同在一张表上，每份和每份的附件另起一页；附件的表逐行写出', () => {
    const letter = letterOf('reminderNotice');
    const [joined, attached] = sheetsOf(letter, letter, groupedReminder(['甲工程', '乙工程']));
    const starts = [joined!, attached!].map(({ print, rows }) =>
      print!.breaksBefore.map((row) => rows[row]![0]!.value),
    );
    expect(starts).toEqual([['河阳市人民政府工作催办单'], ['附件']]);
    expect(texts(attached!)).toContain(
      '2. 工作事项：乙工程；工作要求：完成主管网铺设；责任人：李四；时限要求：2026年10月20日；所引编号：〔2026〕3号；逾期天数：11',
    );
  });

  test('分页符超过一张表所许的，另用一张', () => {
    const letter = letterOf('reminderNotice');
    const many = sheetsOf(...Array.from({ length: MOST_BREAKS + 2 }, () => letter));
    expect(many.map((one) => one.print!.breaksBefore.length)).toEqual([MOST_BREAKS, 0]);
  });

  test('页码：单独一张表的从1起；几份同在一张表上的不印；两页以上的单独成表，不打断一页的', () => {
    const letter = letterOf('reminderNotice');
    const long = groupedReminder(['甲工程', '乙工程']);
    const numbered = (sheets: ReturnType<typeof letterSheets>) =>
      sheets.map(({ print }) => [print!.footers !== null, print!.firstPage, print!.breaksBefore.length]);
    expect(numbered(sheetsOf(letter))).toEqual([[true, 1, 0]]);
    expect(numbered(sheetsOf(letter, letter))).toEqual([[false, undefined, 1]]);
    expect(numbered(sheetsOf(letter, long, letter, long))).toEqual([
      [false, undefined, 1],
      [true, 1, 1],
      [true, 1, 1],
    ]);
    const text = letterOf('reminderNotice', { title: '督'.repeat(600) });
    expect(numbered(sheetsOf(text, letter, letter))).toEqual([
      [false, undefined, 1],
      [true, 1, 0],
    ]);
  });

  test('两页以上的太多，就合在一起，不印页码，并说有多少份', () => {
    const long = groupedReminder(['甲工程', '乙工程']);
    const few = Array.from({ length: MOST_OWN_SHEETS }, () => long);
    expect(sheetsOf(...few)).toHaveLength(MOST_OWN_SHEETS);
    expect(unnumberedPages(mergeLetters(few, { office }))).toBe(0);
    const many = [...few, long];
    expect(sheetsOf(...many).map(({ print }) => print!.footers)).toEqual([null]);
    expect(unnumberedPages(mergeLetters(many, { office }))).toBe(many.length);
  });

  test('呈批的单子按栏目写出，拟办意见、领导批示下留空行', () => {
    const [approval] = sheetsOf({ ...letterOf('reminderNotice'), form: 'supervisionReminder' });
    const at = texts(approval!).indexOf('拟办意见：');
    expect(texts(approval!).slice(at, at + 4)).toEqual(['拟办意见：', '', '', '领导批示：']);
  });
});
