/**
 * One cell edited: `tsx test/bench/reviewAgain.bench.ts [SIZES] [RUNS]`. Prints, for each size, the CPU time of reviewing
 * everything and of reviewing the edit, and their ratio: median and both ends of the runs, all in one process.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connecting } from '../../src/app/reading/connectLedger';
import { withCells } from '../../src/app/reading/readAgain';
import { review, type Review } from '../../src/app/reading/review';
import { prepareReviewAgain, reviewAgain } from '../../src/app/reading/reviewAgain';
import type { CellValue } from '../../src/domain/cell';
import { atOnce } from '../../src/domain/portions';
import { handedOver, keepHandedOver, parsed, readingOf, requestOf } from './handedOver';
import { LEDGER } from './largeLedger';
import { markdownTable, median, spread } from './timing';

/** Edits a clerk makes: column, and what she types in the row of that number. */
const EDITS: readonly (readonly [string, number, (row: number) => CellValue])[] = [
  ['办理状态', 16, () => '已办结'],
  ['办结时限', 12, (row) => 46300 + (row % 60)],
  ['进展情况', 17, (row) => `已完成${row}`],
  ['督查事项', 1, (row) => `改过的第${row}项工作`],
  ['牵头单位', 6, (row) => `第${row % 200}局`],
];

/** CPU milliseconds. */
function cost<Result>(work: () => Result): { readonly result: Result; readonly cpu: number } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, cpu: (user + system) / 1000 };
}

async function ratiosAt(size: number, runs: number, folder: string): Promise<readonly (readonly string[])[]> {
  await keepHandedOver(size, folder);
  const given = handedOver(size, folder);
  const request = requestOf(given);
  const reading = readingOf(given, parsed(given.json));
  const found = connecting(reading.survey);
  const whole = Array.from({ length: runs }, () => cost(() => review(reading, request)).cpu);
  let now: Review = review(reading, request);
  const prepared = cost(() => atOnce(prepareReviewAgain(now))).cpu;
  const lines = EDITS.map(([name, column, typed]) => {
    let missed = 0;
    const costs = Array.from({ length: runs * 20 }, (_, run) => {
      const row = 1 + ((run * 7919 + column * 104729) % size);
      const area = { top: row, left: column, bottom: row, right: column };
      const cells = [{ sheet: LEDGER, area, values: [[typed(row)]], formats: [['General']], formulas: [[typed(row)]] }];
      const { result, cpu } = cost(() => {
        const read = withCells(found, now.reading, cells)!;
        return reviewAgain(now, request, read);
      });
      if (result === null) missed += 1;
      else now = result;
      return { cpu, taken: result !== null };
    });
    const taken = costs.filter((each) => each.taken).map(({ cpu }) => cpu);
    const ratio = (median(taken) / median(whole)).toFixed(4);
    return [String(size), name, spread(whole), spread(taken, 1), ratio, `${missed}/${costs.length}`];
  });
  return [
    ...lines,
    [String(size), '（备好对照）', spread(whole), prepared.toFixed(1), (prepared / median(whole)).toFixed(3), ''],
  ];
}

async function main(sizes = '10000,100000', runs = '5'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'again-'));
  const lines: (readonly string[])[] = [];
  for (const size of sizes.split(',')) lines.push(...(await ratiosAt(Number(size), Number(runs), folder)));
  rmSync(folder, { recursive: true });
  console.log(markdownTable([['件数', '改哪一列', '全部（CPU 毫秒）', '改一格', '比', '要全部重来的'], ...lines]));
}

void main(...process.argv.slice(2));
