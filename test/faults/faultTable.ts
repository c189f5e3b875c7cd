import './smallRequests';
import { deflateWith } from '../../src/host/xlsx';
import { nodeDeflate } from '../../src/host/xlsx/container/nodeDeflate';
import { ACT_NAMES, actOf, type ActName } from './acts';
import { openBench, type Bench } from './bench';
import { chanceOf, picked } from './chance';
import { attemptsTable, Records, type ActRecord } from './faultRecords';
import { plainRun } from './plainRun';
import { Trials, trialsOf, type Trial } from './trials';
import type { WritingDeed } from './writingDeed';
import { WRITING_DEEDS } from './writingDeeds';

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

const named = ({ request, kind, stop, way }: Trial): string =>
  `第${request}次请求 ${kind.name}${kind.partial ? `（执行${stop}步）` : ''} ${way === 'onward' ? '写完' : '退回'}`;

/** `--acts write,undo`: what the fault falls into, in that order; all of them where not given. */
function actsAsked(): readonly ActName[] {
  const names = Object.keys(ACT_NAMES) as ActName[];
  const asked = argument('acts')?.split(',') ?? names;
  return asked.flatMap((word) => names.filter((name) => name === word));
}

/** `--deeds 1-20` by their number in the list, `--deed 签收` by a part of the name. */
function deedsAsked(): readonly WritingDeed[] {
  const [first = 1, last = Infinity] = (argument('deeds') ?? '').split('-').filter(Boolean).map(Number);
  const part = argument('deed') ?? '';
  return WRITING_DEEDS.filter(({ name }, index) => index + 1 >= first && index + 1 <= last && name.includes(part));
}

interface Draw {
  readonly seed: number;
  readonly most: number;
}

/** A deed and an act draw their trials by themselves: the same ones whichever others are run beside them. */
const chanceFor = (deed: WritingDeed, name: ActName, seed: number): (() => number) =>
  chanceOf(seed * 1000 + WRITING_DEEDS.indexOf(deed) * 10 + Object.keys(ACT_NAMES).indexOf(name));

async function recorded(bench: Bench, deed: WritingDeed, name: ActName, { seed, most }: Draw): Promise<ActRecord> {
  const run = await plainRun(bench, deed);
  const act = await actOf(bench, run, name);
  const all = trialsOf(act.requests);
  const trials = picked(all, most, chanceFor(deed, name, seed));
  const tries = new Trials(bench, act);
  const lost: string[] = [];
  for (const [index, trial] of trials.entries()) {
    const problem = await tries.tried(trial).catch((error: Error) => `异常：${error.message}`);
    if (problem !== null) lost.push(`${deed.name} ${ACT_NAMES[name]} ${named(trial)}：${problem}`);
    if (index % 200 === 199) console.error(`${deed.name} ${ACT_NAMES[name]} ${index + 1}/${trials.length}`);
  }
  return {
    deed: deed.name,
    useCases: deed.useCases,
    act: name,
    requests: act.requests.length,
    actions: act.requests.reduce((sum, { writes, actions }) => sum + (writes ? actions : 0), 0),
    possible: all.length,
    trials: trials.length,
    ways: tries.gone,
    lost,
  };
}

async function main(): Promise<void> {
  deflateWith(nodeDeflate);
  const draw = { seed: Number(argument('seed') ?? 1), most: Number(argument('trials') ?? Infinity) };
  const records = new Records(argument('out') ?? null);
  const deeds = deedsAsked();
  const bench = openBench();
  if (!process.argv.includes('--told')) {
    for (const name of actsAsked()) {
      for (const deed of deeds) {
        if (!records.claimed(deed.name, name)) continue;
        const record = await recorded(bench, deed, name, draw);
        records.keep(record);
        console.error(`${deed.name} ${ACT_NAMES[name]} ${record.trials - record.lost.length}/${record.trials}`);
      }
    }
  }
  bench.close();
  const all = records.of(deeds, actsAsked());
  console.log(attemptsTable(deeds, all, draw.seed));
  process.exitCode = all.some(({ lost }) => lost.length > 0) ? 1 : 0;
}

void main();
