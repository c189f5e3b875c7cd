import { INJECTED_FIELDS, WITHOUT_WORDS } from './injectedFields';
import { PAYLOADS } from './payloads';
import { tryField } from './trial';
import { openBench, type Bench } from '../faults/bench';
import { planningUseCases } from '../faults/planningUseCases';

/** One string for every twelfth field, so that it is quick; all of them in `npm run test:injection`. */
const sampleFor = (index: number) => {
  const short = PAYLOADS.filter(({ kind }) => !kind.startsWith('长'));
  return [short[(index * 7) % short.length]!];
};

describe('表单、登记簿、收回的表、设置各字段里的公式、标记、XML、占位符', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = openBench();
  });
  afterAll(() => bench.close());

  test('每个会写工作簿的用例都有字段试过，或写明为什么没有字可试', () => {
    const known = new Set([...INJECTED_FIELDS.flatMap(({ useCases }) => useCases), ...Object.keys(WITHOUT_WORDS)]);
    expect(planningUseCases().filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !planningUseCases().includes(name))).toEqual([]);
  });

  test.each(
    INJECTED_FIELDS.filter((_, index) => index % 12 === 5).map((field, index) => [field.name, field, index] as const),
  )('%s：没有变成公式、元素、链接，原话不变，能撤销', async (_, field, index) => {
    expect((await tryField(bench, field, sampleFor(index))).failed).toEqual([]);
  });
});
