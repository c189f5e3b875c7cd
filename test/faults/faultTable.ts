import { chanceOf, picked } from './chance';
import { openBench } from './bench';
import { plainRun, tried, trialsOf, type Trial } from './trials';
import { WRITING_DEEDS } from './writingDeeds';

/** `--seed 7 --trials 200 --deed 签收`: so many trials of each deed, all where not given; a deed by a part of its name. */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

const named = ({ request, kind, stop, way }: Trial): string =>
  `第${request}次请求 ${kind.name}${kind.partial ? `（执行${stop}步）` : ''} ${way === 'onward' ? '写完' : '退回'}`;

async function main(): Promise<void> {
  const seed = Number(argument('seed') ?? 1);
  const most = Number(argument('trials') ?? Infinity);
  const deeds = WRITING_DEEDS.filter(({ name }) => name.includes(argument('deed') ?? ''));
  const chance = chanceOf(seed);
  const bench = openBench();
  const lost: string[] = [];
  const sums = { requests: 0, trials: 0 };
  console.log('| 操作 | 用例 | 请求 | 写入动作 | 试过的故障 | 经受住 |\n|---|---|---|---|---|---|');
  for (const deed of deeds) {
    const run = await plainRun(bench, deed);
    const trials = picked(trialsOf(run), most, chance);
    const before = lost.length;
    for (const trial of trials) {
      const problem = await tried(bench, run, trial).catch((error: Error) => `异常：${error.message}`);
      if (problem !== null) lost.push(`${deed.name} ${named(trial)}：${problem}`);
    }
    sums.requests += run.requests.length;
    sums.trials += trials.length;
    const actions = run.requests.reduce((sum, own) => sum + (own.writes ? own.actions : 0), 0);
    const survived = trials.length - (lost.length - before);
    const cells = [deed.name, deed.useCases.join('、'), run.requests.length, actions, trials.length, survived];
    console.log(`| ${cells.join(' | ')} |`);
  }
  bench.close();
  console.log(
    `\n种子 ${seed}：操作 ${deeds.length}，请求 ${sums.requests}，故障 ${sums.trials}，经受住 ${sums.trials - lost.length}。`,
  );
  console.log(lost.length === 0 ? '没有没经受住的。' : `没经受住的 ${lost.length}：`);
  for (const line of lost) console.log(`- ${line}`);
  process.exitCode = lost.length === 0 ? 0 : 1;
}

void main();
