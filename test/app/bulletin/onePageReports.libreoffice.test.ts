import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planReport, REPORT_NAMES, type ReportKind } from '../../../src/app/bulletin/onePageReports';
import { applyPlan } from '../../../src/app/office/workbook';
import { missingTools } from '../../documents/rendered/pdf';
import { openSample } from '../../hostDesk';
import { AT, done, reviewed } from '../reviewing';

/** The text of each printed page of one sheet. */
function printed(xlsx: Uint8Array, kind: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  try {
    writeFileSync(join(folder, 'report.xlsx'), xlsx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const into = ['--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.xlsx')];
    execFileSync('soffice', [profile, '--headless', ...into], { stdio: 'ignore' });
    const pdf = readFileSync(join(folder, 'report.pdf'));
    if (process.env['KEEP_PDF']) writeFileSync(join(process.env['KEEP_PDF'], `${kind}.pdf`), pdf);
    const text = execFileSync('pdftotext', ['-raw', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' });
    return text.split('\f').filter((page) => page.trim() !== '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const HEADS: Readonly<Record<ReportKind, RegExp>> = {
  leaders: /序号\s*编号\s*督查事项\s*类别/,
  chief: /序号\s*编号\s*督查事项\s*类别/,
  units: /序号\s*编号\s*督查事项\s*类别/,
  supervision: /序号\s*编号\s*督查事项\s*督办单/,
  matters: /日期\s*类型\s*内容\s*经办/,
};

const missing = missingTools();
if (missing !== '') console.warn(`未运行：专报和清单的打印（没有 ${missing}）`);
(missing === '' ? describe : describe.skip)('专报和清单由 LibreOffice 打印', () => {
  test.each(Object.keys(REPORT_NAMES) as ReportKind[])('%s：每一页都有题目和表头，一页不多', async (kind) => {
    const desk = openSample('city');
    try {
      const of = await reviewed();
      const some = new Set(of.matters.slice(60, 70).map(({ key }) => key));
      const { plan, name, paper } = planReport(of, { kind, only: kind === 'matters' ? some : null });
      done(await applyPlan(plan, AT));
      for (const sheet of [...desk.workbook.sheets]) if (sheet.name !== name) desk.workbook.deleteSheet(sheet.id);
      const pages = printed(desk.workbook.save(), kind);
      expect(pages).toHaveLength(paper);
      for (const page of pages) expect(page).toMatch(HEADS[kind]);
    } finally {
      desk.close();
    }
  });
});
