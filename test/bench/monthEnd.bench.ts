/**
 * What the computing costs beside its floor, and the whole job beside what a clerk would use instead.
 * `npm run bench`: ratios inside one run; nothing here is asserted.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { lookOver } from '../../src/app/connectLedger';
import { ruleSetFor } from '../../src/app/chosenRules';
import { readForReview } from '../../src/app/readForReview';
import { review } from '../../src/app/review';
import { scoreReview } from '../../src/app/scoreReview';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { DEFAULT_SETTINGS } from '../../src/domain/ruleSet';
import { deskOver } from '../hostDesk';
import { largeLedger } from './largeLedger';

const SIZES = [1_000, 10_000, 100_000];
const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);
const AS_OF = '2026-10-31' as CivilDate;

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
const spread = (times: readonly number[]): string =>
  `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}`;

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function compute(size: number): Promise<void> {
  const desk = deskOver(largeLedger(size), '台账.xlsx');
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  const connections = looked.value.ledgers.map(({ connection }) => connection);
  const read = await readForReview(looked.value.survey, connections);
  if (!read.ok) throw new Error(read.refusal.sentence);
  const json = JSON.stringify(read.value.snapshot.sheets.map(({ values }) => values));
  const request = {
    connections,
    doubts: new Map(),
    asOf: AS_OF,
    today: AS_OF,
    ruleSet: ruleSetFor('dengzhou-2018'),
    settings: DEFAULT_SETTINGS,
  };
  const floors: number[] = [];
  const costs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    floors.push(timed(() => JSON.parse(json)));
    costs.push(timed(() => scoreReview(review(read.value, request))));
  }
  const [floor, cost] = [median(floors), median(costs)];
  console.log(
    `计算 ${size} 件：JSON.parse ${floor.toFixed(0)} ms（${spread(floors)}），核对、状态、计分 ${cost.toFixed(0)} ms（${spread(costs)}），比值 ${(cost / floor).toFixed(1)}，每件 ${((cost * 1000) / size).toFixed(1)} µs；请求 ${desk.requests()} 次`,
  );
  desk.close();
}

function whole(size: number, folder: string): void {
  const file = join(folder, `${size}.xlsx`);
  writeFileSync(file, largeLedger(size).save());
  const ours: number[] = [];
  const theirs: number[] = [];
  const office = spawnSync('soffice', ['--version']).status === 0;
  for (let run = 0; run < Math.min(3, RUNS); run += 1) {
    const out = join(folder, `out-${size}-${run}`);
    ours.push(
      timed(() =>
        execFileSync(
          process.execPath,
          ['--import', 'tsx', 'src/cli/monthEnd.ts', file, '--as-of', AS_OF, '--out', out],
          { stdio: 'ignore' },
        ),
      ),
    );
    if (office) {
      theirs.push(
        timed(() =>
          execFileSync('soffice', ['--headless', '--convert-to', 'xlsx', '--outdir', out, file], { stdio: 'ignore' }),
        ),
      );
    }
  }
  const other = office
    ? `LibreOffice 打开并另存（不算公式） ${median(theirs).toFixed(0)} ms（${spread(theirs)}），比值 ${(median(ours) / median(theirs)).toFixed(2)}`
    : '没有装 LibreOffice，不比';
  console.log(`整件 ${size} 件：month-end ${median(ours).toFixed(0)} ms（${spread(ours)}）；${other}`);
}

async function main(): Promise<void> {
  console.log(
    `${cpus().length} 核 ${cpus()[0]?.model ?? ''}，内存 ${(totalmem() / 2 ** 30).toFixed(0)} GB，Node ${process.version}，每项 ${RUNS} 次取中位`,
  );
  for (const size of SIZES) await compute(size);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  for (const size of SIZES) whole(size, folder);
  rmSync(folder, { recursive: true, force: true });
}

void main();
