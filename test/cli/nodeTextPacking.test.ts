import { nodeTextPacking } from '../../src/cli/nodeTextPacking';
import { packed, packTextWith, unpacked } from '../../src/excel/packedText';

const TEXT = '{"summary":"标记逾期、临期、办结","cells":"一二三"}'.repeat(400);

describe('month-end 里备查记录的压缩', () => {
  test('窗格压的 month-end 读得出，month-end 压的窗格读得出', () => {
    const byPane = packed(TEXT);
    const byJob = nodeTextPacking.pack(TEXT);
    expect(nodeTextPacking.unpack(byPane, 1_000_000)).toBe(TEXT);
    expect(unpacked(byJob)).toBe(TEXT);
  });

  test('展开来超过限度的、坏了的都不读', () => {
    const stored = nodeTextPacking.pack(TEXT);
    const size = Buffer.byteLength(TEXT);
    expect(nodeTextPacking.unpack(stored, size)).toBe(TEXT);
    expect(nodeTextPacking.unpack(stored, size - 1)).toBeNull();
    expect(nodeTextPacking.unpack(stored.slice(0, stored.length / 2), size)).toBeNull();
    expect(nodeTextPacking.unpack('不是压缩的', size)).toBeNull();
  });

  test('换上以后限度照旧是窗格的', () => {
    const limits: number[] = [];
    packTextWith({ pack: (text) => text, unpack: (stored, most) => (limits.push(most), stored) });
    expect(unpacked(packed('一'))).toBe('一');
    expect(limits).toEqual([64_000_000]);
  });
});
