import { bulletinFile } from '../../../src/documents/bulletin';
import { joinedLetters } from '../../../src/documents/letterFiles';
import { STANDARD_PAGE } from '../../../src/documents/page';
import { office } from '../../domain/notices/builders';
import { documentBulletin } from '../bulletinContent';
import { groupedReminder, letterOf } from '../notices';
import { dropProfile, missingTools, renderedPages, STAND_IN_FONTS } from './pdf';
import type { Line, Page } from './pdf';

const layout = { page: STANDARD_PAGE, fonts: STAND_IN_FONTS };
const MILLIMETRE = 72 / 25.4;

/** 版心 in points: 28 mm and 37 mm in, 156×225 mm. */
const AREA = { left: 28 * MILLIMETRE, top: 37 * MILLIMETRE, right: 184 * MILLIMETRE, bottom: 262 * MILLIMETRE };

const middle = (line: Line): number => (line.top + line.bottom) / 2;
const lineWith = (page: Page, text: string): Line => {
  const line = page.lines.find((candidate) => candidate.text.includes(text));
  if (line === undefined) throw new Error(`no line with ${text}`);
  return line;
};

/** Within one millimetre. */
function near(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(MILLIMETRE);
}

const missing = missingTools();
afterAll(dropProfile);

const measured = missing === '' ? describe : describe.skip;

measured(`版面实测（LibreOffice 排版，量 PDF）${missing === '' ? '' : `：本机缺 ${missing}，未测`}`, () => {
  const long = (): readonly Page[] =>
    renderedPages(joinedLetters([letterOf('reminderNotice', { title: '督'.repeat(1200) })], { office, layout })[0]!);

  test('满页22行、每行28字，行距均匀，四边误差不超过1毫米', () => {
    const full = long()[1]!;
    const body = full.lines.slice(0, -1);
    near(full.width, 210 * MILLIMETRE);
    near(full.height, 297 * MILLIMETRE);
    expect(body.map((line) => [...line.text].length)).toEqual(Array.from({ length: 22 }, () => 28));
    for (const line of body) {
      near(line.left, AREA.left);
      near(line.right, AREA.right);
    }
    const pitch = (middle(body[21]!) - middle(body[0]!)) / 21;
    expect(pitch).toBeCloseTo(28.95, 1);
    near(middle(body[0]!) - pitch / 2, AREA.top);
    near(middle(body[21]!) + pitch / 2, AREA.bottom);
  });

  test('页码：单页居右、双页居左各空一字，一字线下距版心7毫米', () => {
    const [first, second] = long();
    const odd = first!.lines.at(-1)!;
    const even = second!.lines.at(-1)!;
    expect([odd.text, even.text]).toEqual(['—1—', '—2—']);
    near(odd.right, AREA.right - 14);
    near(even.left, AREA.left + 14);
    near(middle(odd), AREA.bottom + 7 * MILLIMETRE);
    near(middle(even), AREA.bottom + 7 * MILLIMETRE);
  });

  test('单据式：标志居中在版心顶端，编号居中，下4毫米为与版心等宽的红线，日期右空四字', () => {
    const [page] = renderedPages(joinedLetters([letterOf('reminderNotice')], { office, layout })[0]!);
    const centre = (AREA.left + AREA.right) / 2;
    const heading = lineWith(page!, '工作催办单');
    near((heading.left + heading.right) / 2, centre);
    expect(page!.redTop).toBeGreaterThan(AREA.top - MILLIMETRE);
    expect(page!.redTop).toBeLessThan(AREA.top + 5 * MILLIMETRE);
    const number = lineWith(page!, '〔2026〕1号');
    near((number.left + number.right) / 2, centre);
    expect(page!.rules).toHaveLength(1);
    const [rule] = page!.rules;
    near(rule!.left, AREA.left);
    near(rule!.right, AREA.right);
    near(rule!.middle, middle(number) + 8 + 4 * MILLIMETRE);
    near(lineWith(page!, '2026年10月31日').right, AREA.right - 4 * 15.8);
    near(lineWith(page!, '交通局：').left, AREA.left);
    near(lineWith(page!, '城区雨污').left, AREA.left + 2 * 15.8);
  });

  test('文件式通报：红色标志上边缘至版心上边缘35毫米，署名在日期之上居中', () => {
    const pages = renderedPages(bulletinFile(documentBulletin, layout));
    near(pages[0]!.redTop, AREA.top + 35 * MILLIMETRE);
    const signing = pages.find((page) => page.lines.some((line) => line.text === '2026年11月2日'))!;
    const date = lineWith(signing, '2026年11月2日');
    const signature = signing.lines.find((line) => line.text === '河阳市人民政府办公室')!;
    near((signature.left + signature.right) / 2, (date.left + date.right) / 2);
    // 6.5 characters of 仿宋; the figures of the stand-in font are wider, so the middle is what can be measured.
    near((date.left + date.right) / 2, AREA.right - (4 + 6.5 / 2) * 15.8);
    const last = pages.at(-1)!;
    expect(lineWith(last, '印发').bottom).toBeLessThan(AREA.bottom);
    expect(lineWith(last, '印发').bottom).toBeGreaterThan(AREA.bottom - 30);
  });

  test('一份普通文书占一页，有附件的附件另占一页，合订后页码各从1起', () => {
    const letters = [letterOf('reminderNotice'), groupedReminder(['甲工程', '乙工程']), letterOf('supervisionOrder')];
    const pages = renderedPages(joinedLetters(letters, { office: { ...office, receipt: true }, layout })[0]!);
    expect(pages.map((page) => page.lines.at(-1)!.text)).toEqual(['—1—', '—1—', '—2—', '—1—']);
  });

  test('工作任务分解台账：时限、编号各在一行里，表与版心同宽', () => {
    const grouped = groupedReminder(['甲工程', '乙工程']);
    const breakdown = grouped.fields.breakdown.map((row) => ({ ...row, deadline: '2026年12月31日' }));
    const assigning = letterOf('assignmentNotice');
    for (const notice of [
      { ...grouped, fields: { ...grouped.fields, breakdown } },
      { ...assigning, fields: { ...assigning.fields, breakdown } },
    ]) {
      const pages = renderedPages(joinedLetters([notice], { office, layout })[0]!);
      expect(pages).toHaveLength(2);
      const rows = pages[1]!.lines.filter(({ text }) => text.includes('2026年12月31日'));
      expect(rows).toHaveLength(2);
      expect(lineWith(pages[1]!, '序号').left).toBeGreaterThan(AREA.left);
      for (const line of pages[1]!.lines) expect(line.right).toBeLessThan(AREA.right + MILLIMETRE);
    }
  });

  test('两种呈批的单子各占一页', () => {
    const notice = letterOf('reminderNotice');
    const forms = [
      { ...notice, form: 'supervisionReminder' as const },
      { ...letterOf('assignmentNotice'), form: 'supervisionNotice' as const },
    ];
    const pages = renderedPages(joinedLetters(forms, { office, layout })[0]!);
    expect(pages).toHaveLength(2);
    for (const page of pages)
      expect(page.lines.map((line) => line.text)).toEqual(expect.arrayContaining(['拟办意见', '领导批示']));
  });
});
