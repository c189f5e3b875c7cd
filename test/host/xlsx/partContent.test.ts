import { PartContent } from '../../../src/host/xlsx/opc/partContent';
import { drained } from '../../../src/host/xlsx/slices';

const MEGABYTE = 1 << 20;
const filled = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte);

describe('部件分几块写', () => {
  test('一段一段接起来的和一次接起来的一样，空的、跨段的都在内；接过就不再接', () => {
    const pieces = [filled(3, 1), filled(0, 9), filled(9 * MEGABYTE + 1, 2), filled(4 * MEGABYTE, 3), filled(1, 4)];
    const whole = Buffer.concat(pieces);
    const inSlices = new PartContent(pieces);
    expect(inSlices.size).toBe(whole.length);
    const work = inSlices.bytesInSlices();
    let steps = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) steps += 1;
    expect(steps).toBe(3);
    expect(whole.equals(step.value)).toBe(true);
    expect(inSlices.bytes).toBe(step.value);
    expect(drained(inSlices.bytesInSlices())).toBe(step.value);
    expect(whole.equals(new PartContent(pieces).bytes)).toBe(true);
  });

  test('只有一块的，就是那一块', () => {
    const piece = filled(5, 7);
    expect(new PartContent([piece]).bytes).toBe(piece);
    expect(new PartContent([]).bytes).toHaveLength(0);
  });
});
