import fc from 'fast-check';
import { atOnce, ready, filter, forEach, map, PORTION, sorted, type Portion } from '../../src/domain/portions';

const items = fc.array(fc.record({ key: fc.nat(50), at: fc.nat() }), { maxLength: PORTION * 3 });

describe('分段做', () => {
  test('逐条做、筛选，同一次做完的一样', () => {
    fc.assert(
      fc.property(items, (all) => {
        expect(atOnce(map(all, ({ key }, index) => key + index))).toEqual(all.map(({ key }, index) => key + index));
        expect(atOnce(filter(all, ({ key }) => key % 2 === 0))).toEqual(all.filter(({ key }) => key % 2 === 0));
      }),
    );
  });

  test('排序同一次排完的一样，相等的不换先后', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 30 }), fc.integer({ min: 0, max: 9000 }), (drawn, more) => {
        const all = [...drawn, ...Array.from({ length: more }, (_, index) => (index * 7919) % 31)].map((key, at) => ({
          key,
          at,
        }));
        const compare = (one: { key: number }, other: { key: number }): number => one.key - other.key;
        expect(atOnce(sorted(all, compare))).toEqual([...all].sort(compare));
      }),
      { numRuns: 30 },
    );
  });

  test('每一段说做到第几条，最后一段是全部', () => {
    const all = Array.from({ length: PORTION * 2 + 1 }, (_, index) => index);
    const said: (Portion | undefined)[] = [...forEach(all, () => undefined, 'check')];
    expect(said.map((portion) => portion?.done)).toEqual([PORTION, PORTION * 2, all.length]);
    expect(said.every((portion) => portion?.stage === 'check' && portion.of === all.length)).toBe(true);
    expect([...forEach(all, () => undefined)]).toEqual([undefined, undefined, undefined]);
  });

  test('做到一半不做了，后面的不再动', () => {
    let touched = 0;
    const work = map(Array.from({ length: PORTION * 5 }), () => (touched += 1));
    work.next();
    work.return([]);
    expect(work.next().done).toBe(true);
    expect(touched).toBe(PORTION);
  });

  test('早已做好的原样交出', () => expect(atOnce(ready('好'))).toBe('好'));
});
