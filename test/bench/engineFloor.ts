import { readFileSync } from 'node:fs';
import { openXlsx } from '../../src/host/xlsx';
import { timed } from './timing';

/** Milliseconds and bytes of the engine alone: the file opened, one cell changed, saved. */
export interface EngineFloor {
  readonly open: readonly number[];
  readonly save: readonly number[];
  readonly peak: number;
}

const [file, runs] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file!));
const before = process.resourceUsage().maxRSS;
const [open, save]: [number[], number[]] = [[], []];
for (let run = 0; run < Number(runs); run += 1) {
  let opened = null as ReturnType<typeof openXlsx> | null;
  open.push(timed(() => (opened = openXlsx(bytes))));
  if (opened?.ok !== true) throw new Error('the bench file does not open');
  const { workbook } = opened;
  workbook.sheets[0]!.setValue(1, 1, `第${run}次`);
  save.push(timed(() => workbook.save()));
}
const floor: EngineFloor = { open, save, peak: (process.resourceUsage().maxRSS - before) * 1024 };
console.log(JSON.stringify(floor));
