/**
 * What the pane works out, portion by portion: `tsx test/bench/deedTasks.bench.ts [SIZE] [WORK]`. Prints how many
 * portions each has and the processor time of the longest, in milliseconds; WORK: only those with these words.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundled';
import type { WorkCost } from './deedTasks';
import { keepHandedOver } from './handedOver';
import { markdownTable } from './timing';

async function main(size = '100000', only = ''): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'deeds-'));
  await keepHandedOver(Number(size), folder);
  const file = bundled('deedTasks.ts', folder);
  const said = execFileSync(process.execPath, ['--max-old-space-size=6000', file, size, folder, only], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  rmSync(folder, { recursive: true });
  const rows = (JSON.parse(said) as readonly WorkCost[]).map(({ name, longest, portions, total }) => [
    name,
    `${portions}`,
    longest.map((own) => own.toFixed(0)).join('、'),
    total.toFixed(0),
  ]);
  const [cpu] = cpus();
  console.log(`${size} 件；${cpu?.model ?? ''}，${cpus().length} 核，负载 ${loadavg()[0]!.toFixed(1)}`);
  console.log(markdownTable([['做什么', '段数', '最长的五段，毫秒', '一共'], ...rows]));
}

void main(...process.argv.slice(2));
