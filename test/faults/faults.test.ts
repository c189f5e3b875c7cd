import { openBench, type Bench } from './bench';
import { chanceOf, picked } from './chance';
import { planningUseCases } from './planningUseCases';
import { ACT_NAMES, actOf } from './acts';
import { plainRun } from './plainRun';
import { Trials, trialsOf } from './trials';
import { WRITING_DEEDS } from './writingDeeds';

/** Trials of each deed here, and one in its undo or in settling it, in turn; `npm run test:faults` runs all. */
const TRIALS = 2;
const IN_TURN = ['undo', 'finish', 'return'] as const;
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

describe('写入、撤销、接着写完或退回时出错，再做一次，与没有出错时一样', () => {
  let bench: Bench;
  const chance = chanceOf(SEED);
  beforeAll(() => {
    bench = openBench();
  });
  afterAll(() => bench.close());

  test.each(WRITING_DEEDS.map((deed, index) => [deed.name, deed, IN_TURN[index % 3]!] as const))(
    '%s',
    async (_, deed, inTurn) => {
      const run = await plainRun(bench, deed);
      expect(run.after).not.toEqual(run.before);
      for (const [name, count] of [['write', TRIALS] as const, [inTurn, 1] as const]) {
        const act = await actOf(bench, run, name);
        const tries = new Trials(bench, act);
        for (const trial of picked(trialsOf(act.requests), count, chance)) {
          const problem = await tries.tried(trial);
          expect({ act: ACT_NAMES[name], trial, problem }).toEqual({ act: ACT_NAMES[name], trial, problem: null });
        }
      }
    },
  );
});
