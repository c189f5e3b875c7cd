import type { InSlices } from '../slices';
import { joinBytes } from '../xml/utf8';

/** Bytes joined between two pauses. */
const JOINED_AT_ONCE = 1 << 22;

/** What a part was written with, in pieces that nobody changes any more; they are joined when its bytes are asked for. */
export class PartContent {
  readonly size: number;
  private whole: Uint8Array | null = null;

  constructor(private readonly pieces: readonly Uint8Array[]) {
    this.size = pieces.reduce((sum, { length }) => sum + length, 0);
    if (pieces.length === 1) this.whole = pieces[0]!;
  }

  get bytes(): Uint8Array {
    this.whole ??= joinBytes(this.pieces);
    return this.whole;
  }

  *bytesInSlices(): InSlices<Uint8Array> {
    if (this.whole !== null) return this.whole;
    const joined = new Uint8Array(this.size);
    let filled = 0;
    for (const piece of this.pieces) {
      for (let at = 0; at < piece.length; at += JOINED_AT_ONCE) {
        const step = piece.subarray(at, at + JOINED_AT_ONCE);
        joined.set(step, filled);
        filled += step.length;
        if (step.length === JOINED_AT_ONCE) yield;
      }
    }
    this.whole ??= joined;
    return this.whole;
  }
}
