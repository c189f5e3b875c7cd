/**
 * What the computing costs beside its floor, and the whole job beside what a clerk would use instead.
 * `npm run bench` prints the tables of README.md; `-- --quick`: two sizes, three runs. Nothing here is asserted.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundled } from './bundled';
import type { ComputingTimes } from './computing';
import { formulaLedger } from './formulaLedger';
import { AS_OF, keepHandedOver } from './handedOver';
import { largeLedger } from './largeLedger';
import { converted, libreOfficeVersion, prepared } from './libreOffice';
import { markdownTable, median, spread, timed } from './timing';

const PROJECT = join(__dirname, '../..');
const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, runs: { type: 'string' }, sizes: { type: 'string' } },
});
const SIZES = options.sizes?.split(',').map(Number) ?? (options.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]);
const RUNS = Number(options.runs ?? (options.quick ? 3 : 5));

const inProcess = (file: string, ...more: string[]): string =>
  execFileSync(process.execPath, ['--expose-gc', file, ...more], { encoding: 'utf8', maxBuffer: 1 << 24 });

async function computing(folder: string): Promise<void> {
  const rows = [
    ['件数', 'JSON.parse（毫秒）', '解析、核对、状态、计分（毫秒）', '比值', '每件（微秒）', '留在内存里之比'],
  ];
  const file = bundled('computing.ts', folder);
  for (const size of SIZES) {
    await keepHandedOver(size, folder);
    const { floor, whole } = JSON.parse(inProcess(file, String(size), folder, String(RUNS))) as ComputingTimes;
    const memory = ['parse', 'all'].map((how) => Number(inProcess(file, String(size), folder, how)));
    rows.push([
      String(size),
      spread(floor),
      spread(whole),
      (median(whole) / median(floor)).toFixed(1),
      ((median(whole) * 1000) / size).toFixed(1),
      `${(memory[1]! / memory[0]!).toFixed(1)}（${(memory[1]! / 1e6).toFixed(0)} MB / ${(memory[0]! / 1e6).toFixed(0)} MB）`,
    ]);
  }
  console.log(`\n## 计算\n\n${markdownTable(rows)}`);
}

function wholeJob(folder: string): void {
  const version = libreOfficeVersion();
  const user = version === null ? null : prepared(folder);
  const rows = [
    ['件数', 'month-end（秒）', `${version ?? 'LibreOffice（没有装）'} 打开、全部重算、保存（秒）`, '比值'],
  ];
  // Without a file it only says how it is used: what has to be built is built now.
  spawnSync('npm', ['run', '--silent', 'month-end'], { stdio: 'ignore', cwd: PROJECT });
  for (const size of SIZES) {
    const plain = join(folder, `${size}.xlsx`);
    const formulas = join(folder, `${size}-公式.xlsx`);
    writeFileSync(plain, largeLedger(size).save());
    writeFileSync(formulas, formulaLedger(size).save());
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const out = join(folder, `${size}-${run}`);
      ours.push(timed(() => monthEnd(plain, out)) / 1000);
      if (user !== null) theirs.push(timed(() => converted(user, formulas, out)) / 1000);
    }
    rows.push(
      user === null
        ? [String(size), spread(ours, 1), '', '']
        : [String(size), spread(ours, 1), spread(theirs, 1), (median(ours) / median(theirs)).toFixed(2)],
    );
  }
  console.log(`\n## 文件进、文件出\n\n${markdownTable(rows)}`);
}

/** The command of package.json, as `npm run month-end` starts it. */
function monthEnd(file: string, out: string): void {
  execFileSync('npm', ['run', '--silent', 'month-end', '--', file, '--as-of', AS_OF, '--out', out], {
    stdio: 'ignore',
    cwd: PROJECT,
  });
}

async function main(): Promise<void> {
  const [cpu] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  console.log(
    `${cpus().length} 核 ${cpu?.model ?? ''}，内存 ${memory} GB，Node ${process.version}；每项 ${RUNS} 次，中位数（最小–最大）。`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await computing(folder);
    wholeJob(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
