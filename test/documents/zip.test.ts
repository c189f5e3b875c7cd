import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { packFile, packInPortions, writeZip } from '../../src/documents/zip';
import { inEachPortion } from './portions';

const unpacked = (content: string | Uint8Array): Uint8Array =>
  unzipSync(writeZip([packFile('件.xml', content)]))['件.xml']!;

describe('压缩包', () => {
  test('不论多大，解开就是原来的字节；一段一段压的与一次压的一样', () => {
    const piece = fc.uint8Array({ minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(piece, fc.integer({ min: 0, max: 200_000 }), (part, length) => {
        const bytes = Uint8Array.from({ length }, (_, at) => part[(at * 7) % part.length]! ^ (at >> 9));
        expect(Buffer.compare(unpacked(bytes), bytes)).toBe(0);
        expect(inEachPortion(packInPortions('件.xml', bytes)).result).toEqual(packFile('件.xml', bytes));
      }),
      { numRuns: 25 },
    );
  });

  test('两百万字的分段编码，拆成两半写的字不断开', () => {
    const text = `${'督'.repeat((1 << 20) - 1)}𠮷${'查'.repeat(1 << 20)}`;
    expect(new TextDecoder().decode(unpacked(text))).toBe(text);
  });

  test('大文件压缩时中间让得开', () => {
    const { portions } = inEachPortion(packInPortions('件.xml', '督查'.repeat(200_000)));
    expect(portions).toBeGreaterThan(10);
  });
});
