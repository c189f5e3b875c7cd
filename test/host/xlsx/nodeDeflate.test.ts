import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/host/xlsx/container/crc32';
import { nodeDeflate } from '../../../src/host/xlsx/container/nodeDeflate';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A stored block of no bytes, not the last. */
const EMPTY_BLOCK = [0, 0, 0, 0xff, 0xff];

describe('Node 的压缩、解压', () => {
  test('只取开头，长的短的都取得对', () => {
    const content = bytes('督查台账'.repeat(5000));
    const packed = deflateRawSync(content);
    for (const length of [1, 1024, 4096, content.length, content.length + 100]) {
      expect(Buffer.from(nodeDeflate.unpackHead(packed, length))).toEqual(Buffer.from(content.subarray(0, length)));
    }
    expect(nodeDeflate.unpackHead(deflateRawSync(bytes('')), 1024)).toHaveLength(0);
  });

  test('正文前面塞满空块的，照样取到正文的开头', () => {
    const packed = Uint8Array.from([
      ...Array.from({ length: 5000 }, () => EMPTY_BLOCK).flat(),
      ...deflateRawSync(bytes('<!DOCTYPE x>')),
    ]);
    expect(Buffer.from(nodeDeflate.unpackHead(packed, 1024)).toString()).toBe('<!DOCTYPE x>');
  });

  test('坏的压缩流不取', () => {
    expect(() => nodeDeflate.unpackHead(Uint8Array.from([7, 1, 2, 3]), 1024)).toThrow();
  });

  test('校验码与自己算的一样', () => {
    for (const content of [bytes(''), bytes('123456789'), bytes('催办单'.repeat(999))]) {
      expect(nodeDeflate.crc32(content)).toBe(crc32(content));
      const [head, tail] = [content.subarray(0, 5), content.subarray(5)];
      expect(crc32(tail, crc32(head))).toBe(crc32(content));
      expect(nodeDeflate.crc32(tail, nodeDeflate.crc32(head))).toBe(crc32(content));
    }
    expect(nodeDeflate.crc32(bytes('123456789'))).toBe(0xcbf43926);
  });
});
