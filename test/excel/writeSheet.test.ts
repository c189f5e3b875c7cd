import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SheetContent } from '../../src/domain/plan';
import { mergeLetters } from '../../src/documents/letterFiles';
import { letterSheets } from '../../src/documents/worksheetLetter';
import { applyPlan } from '../../src/excel/applyPlan';
import { newWorkbook } from '../../src/host/xlsx';
import type { SheetModel } from '../../src/host/xlsx/model';
import { groupedReminder, letterOf } from '../documents/notices';
import { missingTools, STAND_IN_FONTS } from '../documents/rendered/pdf';
import { office } from '../domain/notices/builders';
import { deskWith, openDesk, type HostDesk } from '../hostDesk';

const AT = { at: '2026-10-31 09:00', summary: '文书工作表' };
const NAME = '文书 2026-10-31';

async function written(
  content: SheetContent,
  desk = deskWith('台账', [['序号', '督查事项']]),
  name = NAME,
): Promise<{ desk: HostDesk; sheet: SheetModel; bytes: number }> {
  const before = desk.session.wire.bytesOut;
  const change = { kind: 'addSheet', name, content } as const;
  const result = await applyPlan({ action: 'issueNotices', asOf: null, expectations: [], changes: [change] }, AT);
  if (!result.ok) throw new Error(result.refusal.sentence);
  const sheet = desk.workbook.sheets.find((each) => each.name === name)!;
  return { desk, sheet, bytes: desk.session.wire.bytesOut - before };
}

const letters = (...notices: Parameters<typeof mergeLetters>[0]): SheetContent =>
  letterSheets(mergeLetters(notices, { office }), STAND_IN_FONTS)[0]!;
const reminder = letterOf('reminderNotice');

describe('文书工作表写进工作簿', () => {
  let desk: HostDesk;
  let sheet: SheetModel;
  const content = letters(reminder, groupedReminder(['甲工程', '乙工程']));
  beforeAll(async () => {
    ({ desk, sheet } = await written(content));
  });
  afterAll(() => desk.close());

  test('A4 纵向，页边距与公文一致，水平居中，宽一页', () => {
    const { margins, paperSize, orientation, centerHorizontally, fitToWidth, fitToHeight } = sheet.pageSetup();
    expect({ paperSize, orientation: orientation ?? 'portrait', centerHorizontally, fitToWidth, fitToHeight }).toEqual({
      paperSize: 9,
      orientation: 'portrait',
      centerHorizontally: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    const points = Object.fromEntries(Object.entries(margins!).map(([side, inches]) => [side, inches * 72]));
    expect(points['top']).toBeCloseTo(104.88, 2);
    expect(points['bottom']).toBeCloseTo(99.21, 2);
    expect(points['left']).toBeCloseTo(79.37, 2);
    expect(points['right']).toBeCloseTo(73.7, 2);
    expect(points['footer']).toBeCloseTo(72.3, 2);
  });

  test('页码单页居右、双页居左', () => {
    expect(sheet.pageSetup().headerFooter).toMatchObject({
      differentOddEven: true,
      oddFooter: '&R&"宋体"&14— &P —　',
      evenFooter: '&L&"宋体"&14　— &P —',
    });
  });

  test('打印区域到最后一行，每份文书、每个附件前分页', () => {
    const area = desk.workbook.names().find(({ name }) => name === '_xlnm.Print_Area');
    expect(area?.formula).toBe(`'${NAME}'!$A$1:$A$${content.rows.length}`);
    expect(sheet.rowBreaks()).toEqual(content.print!.breaksBefore);
  });

  test('每格的字体、字号、颜色、对齐、红线、行高与预览的一样', () => {
    const side = { left: 'left', center: 'center', right: 'right' } as const;
    content.rows.forEach(([cell], row) => {
      const style = desk.workbook.style(sheet.styleIndex(row, 0));
      expect(sheet.value(row, 0) ?? '').toBe(cell!.value);
      expect(style.font).toMatchObject({ name: cell!.fontName, size: cell!.fontSize });
      if (cell!.color !== undefined) expect(style.font.color).toBe(cell!.color);
      if (cell!.align !== undefined) expect(style.alignment.horizontal).toBe(side[cell!.align]);
      if (cell!.spread === true)
        expect(style.alignment).toMatchObject({ horizontal: 'justify', vertical: 'distributed', wrapText: true });
      expect(style.borders.bottom?.color).toBe(cell!.ruleBelow);
      expect(sheet.rowHeight(row)).toBe(content.rowHeights![row]);
    });
  });

  test('没有打印要求的结果表照旧：左右边距半英寸，默认页脚', async () => {
    const plain = await written({ rows: [[{ value: '单位', bold: true }]], columnWidths: [10] });
    const { margins, headerFooter } = plain.sheet.pageSetup();
    expect(margins).toMatchObject({ left: 0.5, right: 0.5 });
    expect(headerFooter?.oddFooter ?? '').toBe('');
    expect(plain.sheet.rowBreaks()).toEqual([]);
    plain.desk.close();
  });
});

test('同样的样式只说一遍：五十份的请求不到一份的五十倍的一半', async () => {
  const one = await written(letters(reminder));
  const fifty = await written(letters(...Array.from({ length: 50 }, () => reminder)));
  expect(fifty.sheet.rowBreaks()).toHaveLength(49);
  expect(fifty.bytes).toBeLessThan(one.bytes * 25);
  one.desk.close();
  fifty.desk.close();
});

test('相邻两行都要红线时，两行下面都有', async () => {
  const { desk, sheet } = await written({
    rows: [[{ value: '甲', ruleBelow: '#FF0000' }], [{ value: '乙', ruleBelow: '#FF0000' }], [{ value: '丙' }]],
    columnWidths: [10],
  });
  const rules = [0, 1, 2].map((row) => desk.workbook.style(sheet.styleIndex(row, 0)).borders.bottom?.color);
  expect(rules).toEqual(['#FF0000', '#FF0000', undefined]);
  desk.close();
});

const missing = missingTools();
(missing === '' ? describe : describe.skip)(`由 LibreOffice 打印${missing === '' ? '' : `（缺 ${missing}）`}`, () => {
  test('每份从新页开始，附件另起一页，页码逐份从1起、单右双左，正文不出版心', async () => {
    const [one, grouped] = letterSheets(
      mergeLetters([reminder, groupedReminder(['甲工程', '乙工程'])], { office }),
      STAND_IN_FONTS,
    );
    const { desk } = await written(one!, deskInWesternFont());
    await written(grouped!, desk, `${NAME}（2）`);
    const pages = printed(desk.workbook.save());
    desk.close();
    expect(pages.map(({ text }) => /催办单|附件/.exec(text)?.[0])).toEqual(['催办单', '催办单', '附件']);
    const footers = pages.map(({ lines }) =>
      lines.filter(({ text }) => /^—\d+—$/.test(text.replace(/[\s\u3000]/g, ''))),
    );
    expect(footers.map((footer) => footer.map(({ text }) => text.replace(/\D/g, '')))).toEqual([['1'], ['1'], ['2']]);
    for (const [page, { lines }] of pages.entries()) {
      const footer = footers[page]!;
      for (const { left, right } of lines.filter((line) => !footer.includes(line))) {
        expect(left).toBeGreaterThan(79.37 - DIGIT_ROUNDING);
        expect(right).toBeLessThan(595.3 - 73.7 + DIGIT_ROUNDING);
      }
    }
  });
});

/** 84 digits of 5.5 points in LibreOffice are 5.25 in Excel, which counts whole pixels: half of it on either side. */
const DIGIT_ROUNDING = 12;

/**
 * Column widths count in digits of the workbook's default font, and where that is missing LibreOffice takes another,
 * wider one. This one has digits of 7 pixels, as the embedded host counts them.
 */
function deskInWesternFont(): HostDesk {
  const parts = unzipSync(newWorkbook().save());
  const styles = strFromU8(parts['xl/styles.xml']!);
  const font = '<sz val="10"/><name val="Liberation Sans"/>';
  parts['xl/styles.xml'] = strToU8(styles.replace(/<sz val="11"\/>.*?<charset val="134"\/>/, font));
  return openDesk(zipSync(parts), '台账.xlsx');
}

interface PrintedPage {
  readonly text: string;
  readonly lines: readonly { readonly text: string; readonly left: number; readonly right: number }[];
}

function printed(xlsx: Uint8Array): readonly PrintedPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'sheet-letters-'));
  try {
    writeFileSync(join(folder, 'letters.xlsx'), xlsx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const into = ['--convert-to', 'pdf', '--outdir', folder, join(folder, 'letters.xlsx')];
    execFileSync('soffice', [profile, '--headless', ...into], { stdio: 'ignore' });
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], readFileSync(join(folder, 'letters.pdf')));
    const boxes = execFileSync('pdftotext', ['-bbox-layout', join(folder, 'letters.pdf'), '-'], { encoding: 'utf8' });
    return boxes
      .split('<page ')
      .slice(1)
      .map((page) => {
        const lines = [
          ...page.matchAll(/<line xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>([\s\S]*?)<\/line>/g),
        ];
        const read = lines.map(([, left, right, words]) => ({
          text: (words ?? '').replace(/<[^>]*>\s*/g, ''),
          left: Number(left),
          right: Number(right),
        }));
        return { text: read.map(({ text }) => text).join(''), lines: read };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
