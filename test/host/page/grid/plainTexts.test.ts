import { rememberingPlainTexts } from '../../../../src/host/page/grid/plainTexts';

function reading() {
  const asked: string[] = [];
  const read = rememberingPlainTexts((text) => {
    asked.push(text);
    return /^\d+$/.test(text) ? { v: Number(text) } : null;
  });
  return { asked, read };
}

describe('像不像数字', () => {
  test('不是数字的文字只看一次；数字每次都照样读出来，各给各的', () => {
    const { asked, read } = reading();
    expect([read('办结'), read('办结'), read('办结')]).toEqual([null, null, null]);
    expect(asked).toEqual(['办结']);
    expect([read('500'), read('500')]).toEqual([{ v: 500 }, { v: 500 }]);
    expect(read('500')).not.toBe(read('500'));
  });

  test('文字再多也只记最近的，记过的忘了就再看一次', () => {
    const { asked, read } = reading();
    for (let row = 0; row < 20_001; row += 1) read(`事项${row}`);
    read('事项20000');
    expect(asked).toHaveLength(20_001);
    read('事项0');
    expect(asked.at(-1)).toBe('事项0');
    expect(asked).toHaveLength(20_002);
  });
});
