import { chanceOf } from './chance';
import { onCopies, type CopyDeed } from './clerksOnCopies';
import { openCopies } from './mergedCopies';

const KINDS = ['send', 'send', 'draft', 'sendDraft', 'sign'] as const;

/** Interleavings of two clerks on merged copies; prints and answers how many did not come through. */
export async function copiesTable(seed: number, runs: number, synced: boolean): Promise<number> {
  const chance = chanceOf(seed);
  const bench = openCopies();
  const sum = { requests: 0, letters: 0, redrawn: 0, refused: 0, shared: 0, found: 0, unrecorded: 0, lost: 0 };
  const draw = (): CopyDeed[] =>
    Array.from({ length: 1 + Math.floor(chance() * 3) }, () => ({
      kind: KINDS[Math.floor(chance() * KINDS.length)]!,
      letter: Math.floor(chance() * 6),
    }));
  for (let run = 1; run <= runs; run += 1) {
    const deeds = [draw(), draw()] as const;
    const order = Math.floor(chance() * 2 ** 31);
    const went = await onCopies(bench, deeds, order, synced);
    sum.requests += went.requests;
    sum.letters += went.letters;
    sum.redrawn += went.redrawn;
    sum.refused += went.refused;
    sum.shared += went.tooShort.shared;
    sum.found += went.tooShort.found;
    sum.unrecorded += went.tooShort.unrecorded;
    if (went.problems.length === 0) continue;
    sum.lost += 1;
    console.log(`- 第${run}次（${JSON.stringify(deeds)}，次序 ${order}）：${went.problems.join('；')}`);
  }
  bench.close();
  const short = `，同号 ${sum.shared}（核对查出 ${sum.found}），登记行被覆盖 ${sum.unrecorded}`;
  console.log(
    `各人一份副本，${synced ? '等候期间改动已到' : '等候期间改动未到'}，种子 ${seed}：交错 ${runs} 次，请求 ${sum.requests}，交出文书 ${sum.letters}，改号 ${sum.redrawn}，拒绝 ${sum.refused}${synced ? '' : short}，没经受住 ${sum.lost}。`,
  );
  return sum.lost;
}
