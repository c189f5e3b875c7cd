/**
 * `npm run test:fidelity`: our own workbooks, and those that npm and Debian packages bring; `-- 文件夹` goes
 * over every .xlsx and .xlsm of that folder and below instead. Files are read, never written. Ends with 1 where something was not kept.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const OPENPYXL_SAVES = 'import openpyxl,sys\nopenpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])';

/** Where npm and Debian packages put what they bring. */
const PACKAGES = [join(__dirname, '../../node_modules'), '/usr/share', '/usr/lib'];

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
  return [...made, ...resaved(made), ...PACKAGES.filter(existsSync).flatMap(filesIn)];
}

function hasOpenpyxl(): boolean {
  try {
    execFileSync(DEBIAN_PYTHON, ['-c', 'import openpyxl'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
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
  if (!hasOpenpyxl()) console.log('openpyxl 另存的没有跑：没有装 python3-openpyxl');
  else
    made.forEach(([name], index) => {
      try {
        execFileSync(
          DEBIAN_PYTHON,
          ['-c', OPENPYXL_SAVES, join(folder, `${index}.xlsx`), join(folder, `${index}.py.xlsx`)],
          { stdio: ['ignore', 'ignore', 'pipe'] },
        );
        files.push([`${name}，openpyxl 另存`, read(join(folder, `${index}.py.xlsx`))]);
      } catch (fault) {
        const said = String((fault as { stderr?: Buffer }).stderr ?? fault).trim();
        console.log(`openpyxl 读不了：${name}（${said.slice(said.lastIndexOf('\n') + 1)}）`);
      }
    });
  rmSync(folder, { recursive: true, force: true });
  return files;
}

const read = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

/** Paths of a folder and below; links are not followed. */
function* pathsIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.cache') yield* pathsIn(path);
    else if (entry.isFile()) yield path;
  }
}

const filesIn = (folder: string): readonly Source[] =>
  [...pathsIn(folder)]
    .filter((file) => /\.xls[xm]$/i.test(file) && !/(^|[\\/])~\$/.test(file))
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
