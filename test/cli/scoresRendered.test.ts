import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/app/month/report';
import { openXlsx } from '../../src/host/xlsx';
import { findLibreOffice } from '../domain/libreOffice';
import { sampleBytes, SAMPLES, type Sample } from '../hostDesk';

const soffice = findLibreOffice();
/** Every sheet as its own file. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rendered-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function monthEnd(sample: Sample, scheme: string): { readonly book: string; readonly report: Report } {
  const file = join(folder, SAMPLES[sample]);
  writeFileSync(file, sampleBytes(sample));
  const out = join(folder, sample);
  const given = [file, '--as-of', '2026-10-31', '--scheme', scheme, '--out', out];
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/monthEnd.ts', ...given], {
    cwd: join(__dirname, '../..'),
  });
  expect(status).toBe(0);
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;
  return { book: join(out, SAMPLES[sample]), report };
}

/** The workbook with its result sheets only. */
function resultsOf(book: string): string {
  const opened = openXlsx(new Uint8Array(readFileSync(book)));
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const { workbook } = opened;
  for (const { id, name } of [...workbook.sheets]) if (!/^(考核计分|计分明细) /.test(name)) workbook.deleteSheet(id);
  const file = join(folder, 'scores.xlsx');
  writeFileSync(file, workbook.save());
  return file;
}

function convert(file: string, format: string): string {
  const out = mkdtempSync(join(folder, 'out-'));
  const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', format];
  execFileSync(soffice!, [...options, '--outdir', out, file], { stdio: 'ignore', timeout: 600_000 });
  return out;
}

/** Cells of a line of CSV; a quoted one may hold commas and quotes. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
    cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!,
  );

const numberOf = (text: string | undefined): number | null => ((text ?? '') === '' ? null : Number(text));

function sheetShown(folderOfSheets: string, name: string): readonly (readonly string[])[] {
  const file = readdirSync(folderOfSheets).find((each) => each.endsWith(`-${name}.csv`))!;
  return readFileSync(join(folderOfSheets, file), 'utf8').split(/\r?\n/).map(cellsOf);
}

(soffice === null ? describe.skip : describe)('计分表由 LibreOffice 打开', () => {
  test.each([
    ['city', 'dengzhou-2018'],
    ['district', 'county-2023'],
  ] as const)(
    '%s 样本：总分、当月、名次和各单位明细合计与 report.json 一致；印出来的总分也一致，没有“###”',
    (sample, scheme) => {
      const { book, report } = monthEnd(sample, scheme);
      const file = resultsOf(book);
      const sheets = convert(file, EVERY_SHEET);

      const [, , header = [], ...rows] = sheetShown(sheets, '考核计分 2026-10');
      const at = (name: string): number => header.indexOf(name);
      const shown = rows.slice(0, report.scores.length).map((row) => ({
        unit: row[at('单位')],
        total: numberOf(row[at('总分')]),
        month: numberOf(row[at('当月')]),
        rank: numberOf(row[at('名次')]),
      }));
      const reported = report.scores.map(({ unit, total, month, rank }) => ({ unit, total, month, rank }));
      const byUnit = (a: { unit: string | undefined }, b: { unit: string | undefined }): number =>
        (a.unit ?? '') < (b.unit ?? '') ? -1 : 1;
      expect(shown.sort(byUnit)).toEqual(reported.sort(byUnit));
      expect(reported.some(({ total }) => total !== null)).toBe(true);

      const [, , columns = [], ...lines] = sheetShown(sheets, '计分明细 2026-10');
      const sums = new Map<string, number>();
      for (const line of lines) {
        const unit = line[columns.indexOf('单位')] ?? '';
        if (unit === '') continue;
        sums.set(unit, (sums.get(unit) ?? 0) + Math.round(Number(line[columns.indexOf('分值')]) * 100));
      }
      const totals = report.scores.filter(({ total }) => total !== null);
      expect(sums).toEqual(new Map(totals.map(({ unit, total }) => [unit, Math.round(total! * 100)])));

      const pdf = join(convert(file, 'pdf'), 'scores.pdf');
      const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
      expect(text).toContain('督查考核计分');
      for (const { unit, total } of totals) {
        expect(text.split('\n').some((line) => line.includes(unit) && line.includes(total!.toFixed(2)))).toBe(true);
      }
      expect(text).not.toMatch(/#{2,}/);
    },
  );
});
