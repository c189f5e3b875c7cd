/**
 * One cell edited: `tsx test/bench/reviewAgain.bench.ts [SIZES] [RUNS]`. Prints, for each size, the CPU time of reading
 * all again through the pane's desk and of an edit until all it shows is right again; their ratio by what is open.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundled';
import type { EditCost, EditingCosts } from './editing';
import { keepHandedOver } from './handedOver';
import { markdownTable, median, spread } from './timing';

const inLists = ({ desk, lists }: EditCost): number => desk + lists;
const PARTS: readonly (readonly [string, (of: EditCost) => number])[] = [
  ['核对、总览、各清单', inLists],
  ['再加走势', (of) => inLists(of) + of.trend],
  ['再加计分', (of) => inLists(of) + of.scores],
];
/** One scores notices and events alone, the other how matters stand as well. */
const SCHEMES = ['dengzhou-2018', 'county-2023'] as const;

async function main(sizes = '10000,100000', runs = '3'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'again-'));
  const file = bundled('editing.ts', folder);
  const head = ['件数', '方案', '改哪一列', '改一格（CPU 毫秒）', ...PARTS.map(([part]) => part), '全部重新判定的'];
  const rows: string[][] = [head];
  for (const size of sizes.split(',')) {
    await keepHandedOver(Number(size), folder);
    for (const scheme of SCHEMES) {
      const asked = [file, size, folder, runs, scheme];
      const said = execFileSync(process.execPath, asked, { encoding: 'utf8', maxBuffer: 1 << 26 });
      const { whole, edits } = JSON.parse(said) as EditingCosts;
      rows.push([size, scheme, '（全部重来，CPU 毫秒）', '', ...PARTS.map(([, of]) => spread(whole.map(of))), '']);
      for (const { name, costs, anew } of edits) {
        const ratios = PARTS.map(([, of]) => (median(costs.map(of)) / median(whole.map(of))).toFixed(3));
        rows.push([size, scheme, name, spread(costs.map(inLists), 1), ...ratios, `${anew}/${costs.length}`]);
      }
    }
  }
  rmSync(folder, { recursive: true });
  console.log(markdownTable(rows));
}

void main(...process.argv.slice(2));
