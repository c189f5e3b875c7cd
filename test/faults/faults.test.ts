import { openBench, type Bench } from './bench';
import { chanceOf, picked } from './chance';
import { planningUseCases } from './planningUseCases';
import { ACT_NAMES, actOf, type ActName } from './acts';
import { plainRun } from './plainRun';
import { Trials, trialsOf } from './trials';
import { WRITING_DEEDS } from './writingDeeds';

/** Trials of each deed here; `npm run test:faults` runs all. */
const TRIALS: Readonly<Record<ActName, number>> = { write: 2, undo: 1, finish: 1, return: 1 };
const SEED = 20261031;

/** Parts of deeds above: they make or narrow the plan another use case answers. */
const NOT_DEEDS: ReadonlySet<string> = new Set(['planDaySheet', 'takingOnly']);

test('凡是会写入的用例，都在故障表里', () => {
  const named = new Set(WRITING_DEEDS.flatMap(({ useCases }) => useCases));
  const found = planningUseCases().filter((name) => !NOT_DEEDS.has(name));
  expect(found).toContain('planMarking');
  expect(found.length).toBeGreaterThan(30);
  expect(found.filter((name) => !named.has(name))).toEqual([]);
  expect([...named].filter((name) => !found.includes(name))).toEqual([]);
});

describe('写入时出错，再做一次，与没有出错时一样', () => {
  let bench: Bench;
  const chance = chanceOf(SEED);
  beforeAll(() => {
    bench = openBench();
  });
  afterAll(() => bench.close());

  test.each(WRITING_DEEDS.map((deed) => [deed.name, deed] as const))('%s', async (_, deed) => {
    const run = await plainRun(bench, deed);
    expect(run.after).not.toEqual(run.before);
    for (const name of Object.keys(TRIALS) as ActName[]) {
      const act = await actOf(bench, run, name);
      const tries = new Trials(bench, act);
      for (const trial of picked(trialsOf(act.requests), TRIALS[name], chance)) {
        const problem = await tries.tried(trial);
        expect({ act: ACT_NAMES[name], trial, problem }).toEqual({ act: ACT_NAMES[name], trial, problem: null });
      }
    }
  });
});
