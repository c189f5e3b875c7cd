/**
 * `npm run test:fidelity`: our own workbooks; `-- 文件夹` goes over every .xlsx and .xlsm of that folder and below
 * instead. Files are read, never written. Ends with 1 where something was not kept.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { complexWorkbook } from '../host/xlsx/complexWorkbook';
import { SAMPLES, sampleBytes } from '../hostDesk';
import { workbooksOfKinds } from './excelizeKinds';
import { richLedger } from './richLedger';
import { roundsOver } from './rounds';

type Source = readonly [name: string, bytes: Uint8Array];

const LIBRE_OFFICE = '/usr/bin/soffice';
const DEBIAN_PYTHON = '/usr/bin/python3';

async function ownFiles(): Promise<readonly Source[]> {
  const made: readonly Source[] = [
    ['Excel 自己才写的内容（手工拼成）', richLedger()],
    ['excelize：复杂工作簿', await complexWorkbook()],
    ['excelize：各种条件格式、图表、切片器、控件', await workbooksOfKinds()],
    ...(Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]).map((sample): Source => [
      SAMPLES[sample],
      sampleBytes(sample),
    ]),
  ];
  return [...made, ...resaved(made)];
}

/** The same workbooks as LibreOffice and openpyxl write them, where those are installed. */
function resaved(made: readonly Source[]): readonly Source[] {
  const folder = mkdtempSync(join(tmpdir(), 'fidelity-'));
  const files: Source[] = [];
  made.forEach(([, bytes], index) => writeFileSync(join(folder, `${index}.xlsx`), bytes));
  if (existsSync(LIBRE_OFFICE)) {
    execFileSync(
      LIBRE_OFFICE,
      [
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        join(folder, 'lo'),
        ...made.map((_, index) => join(folder, `${index}.xlsx`)),
      ],
      { stdio: 'ignore', timeout: 300_000 },
    );
    made.forEach(([name], index) =>
      files.push([`${name}，LibreOffice 另存`, read(join(folder, 'lo', `${index}.xlsx`))]),
    );
  } else console.log('LibreOffice 另存的没有跑：没有装 LibreOffice');
  try {
    execFileSync(
      DEBIAN_PYTHON,
      [
        '-c',
        'import openpyxl,sys,glob\nfor f in glob.glob(sys.argv[1]+"/*.xlsx"):\n  openpyxl.load_workbook(f).save(f.replace(".xlsx",".py"))',
        folder,
      ],
      { stdio: 'ignore' },
    );
    made.forEach(([name], index) => files.push([`${name}，openpyxl 另存`, read(join(folder, `${index}.py`))]));
  } catch {
    console.log('openpyxl 另存的没有跑：没有装 python3-openpyxl，或它读不了');
  }
  rmSync(folder, { recursive: true, force: true });
  return files;
}

const read = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

const filesIn = (folder: string): readonly Source[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.xls[xm]$/i.test(file) && !/(^|[\\/])~\$/.test(file) && statSync(file).isFile())
    .map((file): Source => [relative(folder, file), read(file)]);

async function main(folder: string | undefined): Promise<number> {
  const sources = folder === undefined ? await ownFiles() : filesIn(folder);
  const faults: string[] = [];
  console.log('| 文件 | 部件 | 标记 | 结果 |\n| --- | --- | --- | --- |');
  for (const [name, bytes] of sources) {
    const rounds = await roundsOver(bytes).catch((fault: Error) => ({
      said: null,
      parts: 0,
      marked: 'none' as const,
      lost: [fault.message],
    }));
    const marked = { ledger: '加载项标记', rule: '一条条件格式', none: '—' }[rounds.marked];
    const end = rounds.lost.length > 0 ? rounds.lost.join('；') : (rounds.said ?? '一样不少');
    faults.push(...rounds.lost.map((lost) => `${name}：${lost}`));
    console.log(`| ${name} | ${rounds.parts} | ${marked} | ${end} |`);
  }
  console.log(faults.length === 0 ? `\n${sources.length} 个文件，没有丢什么。` : `\n丢了：\n${faults.join('\n')}`);
  return faults.length === 0 ? 0 : 1;
}

void main(process.argv[2]).then((code) => process.exit(code));
