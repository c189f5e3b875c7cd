import { ACT_NAMES, actOf, type ActName } from './acts';
import { openBench, type Bench } from './bench';
import { chanceOf, picked } from './chance';
import { plainRun } from './plainRun';
import type * as small from './smallSizes';
import { Trials, trialsOf } from './trials';
import { WRITING_DEEDS } from './writingDeeds';

jest.mock('../../src/excel/requestSizes', () => jest.requireActual<typeof small>('./smallSizes').smallSizes(2000));

const SEED = 20261122;
const TRIALS = 3;
/** One of each kind that is cut into pieces; `npm run test:faults -- --request-bytes 2000` runs them all. */
const DEEDS = ['代改写法', '与别人同时发文书（新建登记簿）', '改写计分表'];

describe('一次请求装不下，分几次问、几次写：写入、撤销、接着写完或退回时出错，再做一次，与没有出错时一样', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = openBench();
  });
  afterAll(() => bench.close());

  test.each(DEEDS)('%s', async (name) => {
    const deed = WRITING_DEEDS.find((own) => own.name === name)!;
    const chance = chanceOf(SEED);
    const run = await plainRun(bench, deed);
    expect(run.after).not.toEqual(run.before);
    expect(run.requests.filter(({ writes }) => writes).length).toBeGreaterThan(2);
    for (const act of Object.keys(ACT_NAMES) as ActName[]) {
      const own = await actOf(bench, run, act);
      const tries = new Trials(bench, own);
      for (const trial of picked(trialsOf(own.requests), TRIALS, chance)) {
        expect({ act, trial, problem: await tries.tried(trial) }).toEqual({ act, trial, problem: null });
      }
    }
  });
});
