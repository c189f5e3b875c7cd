import fc from 'fast-check';
import { atOnce } from '../../src/domain/portions';
import { isPlan, jsonOf, parsedOf } from './inOneGo';
import { packed, packedInPortions, unpacked } from '../../src/excel/packedText';
import { jsonInPortions } from '../../src/excel/jsonPortions';

/** Longer than any portion: each item of a small value many times over. */
const long = (value: unknown): unknown => Array.from({ length: 4000 }, (_, at) => [at, value]);
const awkward = ['"', '\\', '\\"', '[', ']', '{', '}', ',', ':', ' ', '𠮷', '\u2028', '督', '\n', '\ud800'];
const text = fc.array(fc.constantFrom(...awkward), { maxLength: 12 }).map((parts) => parts.join(''));
const { tree } = fc.letrec<{ readonly tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true }),
    fc.constantFrom(null, true, ''),
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', '1', 'rows')), tie('tree'), { maxKeys: 5 }),
  ),
}));

describe('JSON 分段写、分段读', () => {
  test('写出来的同一次写的一字不差，读出来的同一次读的一样', () => {
    fc.assert(
      fc.property(tree, (value) => {
        for (const own of [value, long(value), { a: value, rows: long(value), b: { rows: long(value) } }]) {
          const whole = JSON.stringify(own);
          expect(jsonOf(own)).toBe(whole);
          expect(parsedOf(whole)).toEqual(JSON.parse(whole));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('没有值的字段不写，清单里没有值的写 null', () => {
    const rows = long({ a: undefined, b: [undefined] });
    expect(jsonOf({ a: undefined, rows })).toBe(JSON.stringify({ rows }));
    expect(jsonOf([undefined, rows])).toBe(JSON.stringify([null, rows]));
  });

  test('很长的文字、很长的字段名、只有空白的括号', () => {
    for (const own of ['x'.repeat(100_000), { ['名'.repeat(40_000)]: [1] }, { 一: 'x'.repeat(100_000), 二: 2 }]) {
      const whole = JSON.stringify(own);
      expect(jsonOf(own)).toBe(whole);
      expect(parsedOf(whole)).toEqual(own);
    }
    const blank = ' '.repeat(50_000);
    expect(parsedOf(`${blank}[${blank}]${blank}`)).toEqual([]);
    expect(parsedOf(`${blank}{${blank}}${blank}`)).toEqual({});
    expect(parsedOf(`[1,${blank}2]`)).toEqual([1, 2]);
  });

  test('坏了一处的，一次读不出的分段也读不出，读得出的一样', () => {
    const whole = JSON.stringify({ a: 1, rows: long({ b: ['一', '"', 2], c: {} }) });
    const damage = fc.record({
      at: fc.nat({ max: whole.length }),
      cut: fc.nat({ max: 3 }),
      put: fc.constantFrom('', ',', '[', ']', '{', '}', '"', '\\', ' ', ':', '1', '],[', '},{'),
    });
    fc.assert(
      fc.property(damage, ({ at, cut, put }) => {
        const broken = whole.slice(0, at) + put + whole.slice(at + cut);
        let expected: unknown;
        try {
          expected = JSON.parse(broken);
        } catch {
          expect(() => parsedOf(broken)).toThrow(SyntaxError);
          return;
        }
        expect(parsedOf(broken)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
    for (const broken of [
      `[${whole},]`,
      `[,${whole}]`,
      `{"a":${whole},}`,
      `{"a" ${whole}}`,
      `[${whole}}`,
      `${whole}${whole}`,
    ])
      expect(() => parsedOf(broken)).toThrow(SyntaxError);
  });
});

describe('压缩分段', () => {
  test('一段一段压的，还原后一字不差，𠮷 这样占两个位置的字不会切开', () => {
    const said = `一${'𠮷"督查'.repeat(30_000)}`;
    expect(unpacked(packed(said))).toBe(said);
    const pieces = atOnce(jsonInPortions(long(said.slice(0, 50))));
    expect(pieces.length).toBeGreaterThan(5);
    expect(unpacked(atOnce(packedInPortions(pieces)))).toBe(pieces.join(''));
  });
});

describe('撤销记录里的计划分段核对', () => {
  const cell = { kind: 'setCell', cell: { sheet: '台账', row: 1, column: 1 }, before: '', after: 'x' };
  const row = Array.from({ length: 20 }, (_, column) => ({ value: `第${column}格` }));
  const content = { rows: Array.from({ length: 3000 }, () => row), columnWidths: [8] };
  const expectation = { sheet: '台账', area: { top: 0, left: 0, bottom: 0, right: 0 }, values: [['x']], about: '一' };
  const plan = {
    action: 'fix',
    asOf: null,
    expectations: Array.from({ length: 2000 }, () => expectation),
    changes: [...Array.from({ length: 3000 }, () => cell), { kind: 'addSheet', name: '表', content }],
  };
  const put = (path: readonly (string | number)[], value: unknown, of: unknown = plan): unknown => {
    const [first, ...rest] = path;
    if (first === undefined) return value;
    const copy = Array.isArray(of) ? [...(of as unknown[])] : { ...(of as object) };
    Object.assign(copy, { [first]: put(rest, value, (of as Record<string | number, unknown>)[first]) });
    return copy;
  };

  test('处处对的认', () => {
    expect(isPlan(plan)).toBe(true);
    expect(isPlan(put(['changes'], []))).toBe(true);
    expect(isPlan(put(['changes', 3000, 'content', 'rows'], []))).toBe(true);
  });

  test.each([
    ['第一处改动', ['changes', 0, 'cell', 'row'], -1],
    ['中间一处改动', ['changes', 1777, 'after'], null],
    ['末一处改动', ['changes', 3000, 'kind'], 'dropSheet'],
    ['新表头一行', ['changes', 3000, 'content', 'rows', 0, 0, 'value'], null],
    ['新表末一行', ['changes', 3000, 'content', 'rows', 2999, 19, 'align'], 'middle'],
    ['新表别的字段', ['changes', 3000, 'content', 'columnWidths'], ['宽']],
    ['新表的名字', ['changes', 3000, 'name'], 7],
    ['一处应有的内容', ['expectations', 1500, 'values', 0, 0], null],
    ['做的什么', ['action'], 1],
    ['改动不是清单', ['changes'], {}],
    ['不是计划', [], null],
  ] as const)('%s不对的，整个不认', (_, path, wrong) => {
    expect(isPlan(put(path, wrong))).toBe(false);
  });
});
