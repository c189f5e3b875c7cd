/**
 * The least memory the computing can do with: `tsx test/bench/leastHeap.bench.ts [SIZES]`. The highest the heap gets
 * depends on when garbage happens to be collected; what it cannot do without does not: the smallest heap is sought with
 * which a process of its own gets through, once with the values' text alone, once computing all of it. The difference is
 * what computing takes at its height, beside what the parsed values keep (`computing.ts parse`). Busy or idle, the same.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundled';
import { keepHandedOver } from './handedOver';
import { markdownTable } from './timing';

const MB = 1_000_000;
/** What the smallest heap is known to, as V8 counts it (2^20 bytes). */
const STEP = 2;
const MOST = 4096;

/** Megabytes (2^20 bytes) of heap with which `work` just gets through; the young heap is kept small, it is no need. */
function leastHeap(work: readonly string[]): number {
  let [short, enough] = [0, MOST];
  while (enough - short > STEP) {
    const tried = Math.floor((short + enough) / 2);
    const flags = ['--expose-gc', '--max-semi-space-size=1', `--max-old-space-size=${tried}`];
    if (spawnSync(process.execPath, [...flags, ...work], { stdio: 'ignore' }).status === 0) enough = tried;
    else short = tried;
  }
  return enough;
}

async function main(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'heap-'));
  try {
    const file = bundled('computing.ts', folder);
    const rows = [['件数', '解析后的值（MB）', '计算最少要的堆（MB）', '比值']];
    for (const size of sizes) {
      await keepHandedOver(size, folder);
      const asked = (how: string): readonly string[] => [file, String(size), folder, how];
      const values = Number(execFileSync(process.execPath, ['--expose-gc', ...asked('parse')], { encoding: 'utf8' }));
      const taken = (leastHeap(asked('all')) - leastHeap(asked('text'))) * 2 ** 20;
      rows.push([String(size), (values / MB).toFixed(0), (taken / MB).toFixed(0), (taken / values).toFixed(2)]);
    }
    console.log(markdownTable(rows));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [sizes = '10000,100000'] = process.argv.slice(2);
void main(sizes.split(',').map(Number));
