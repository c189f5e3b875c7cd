import { chanceOf } from './chance';
import { CLERK_DEEDS } from './clerks';
import { copiesTable } from './copiesTable';
import { openRelay } from './interleaving';
import { interleaved } from './twoClerks';

/** `--seed 1 --runs 300`. */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

async function main(): Promise<void> {
  const seed = Number(argument('seed') ?? 1);
  const runs = Number(argument('runs') ?? 200);
  const chance = chanceOf(seed);
  const relay = openRelay();
  const sum = { requests: 0, written: 0, refused: 0, lost: 0 };
  const draw = (): number[] =>
    Array.from({ length: 1 + Math.floor(chance() * 3) }, () => Math.floor(chance() * CLERK_DEEDS.length));
  for (let run = 1; run <= runs; run += 1) {
    const deeds = [draw(), draw()] as const;
    const order = Math.floor(chance() * 2 ** 31);
    const went = await interleaved(relay, deeds, order);
    sum.requests += went.requests;
    sum.written += went.written;
    sum.refused += went.refused;
    if (went.problems.length === 0) continue;
    sum.lost += 1;
    const said = deeds.map((own) => own.map((index) => CLERK_DEEDS[index]!.name).join('、')).join(' ‖ ');
    console.log(`- 第${run}次（${said}，次序 ${order}）：${went.problems.join('；')}`);
  }
  relay.close();
  console.log(
    `种子 ${seed}：交错 ${runs} 次，请求 ${sum.requests}，写入 ${sum.written}，被对方抢先而重做 ${sum.refused}，没经受住 ${sum.lost}。`,
  );
  const lostOnCopies = await copiesTable(seed, runs, true);
  await copiesTable(seed, Math.ceil(runs / 5), false);
  process.exitCode = sum.lost === 0 && lostOnCopies === 0 ? 0 : 1;
}

void main();
