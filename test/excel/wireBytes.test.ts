import * as fc from 'fast-check';
import { bytesOf } from '../../src/excel/wireBytes';

test('往来的字节数与编码以后的一样', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean()))), (values) => {
      expect(bytesOf(values)).toBe(new TextEncoder().encode(JSON.stringify(values)).length);
    }),
  );
  expect(bytesOf('\ud800甲𠮷é')).toBe(Buffer.byteLength(JSON.stringify('\ud800甲𠮷é')));
  expect(bytesOf(undefined)).toBe(0);
});
