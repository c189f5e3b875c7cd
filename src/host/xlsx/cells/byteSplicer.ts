import { encodeUtf8 } from '../xml/utf8';

/** Collects ranges of a source and new text; ranges that follow each other become one piece. */
export class ByteSplicer {
  private readonly pieces: Uint8Array[] = [];
  private from = 0;
  private to = 0;
  private pending = '';

  constructor(private readonly source: Uint8Array) {}

  copy(from: number, to: number): void {
    if (to <= from) return;
    if (this.pending === '' && from === this.to) {
      this.to = to;
      return;
    }
    this.flush();
    this.from = from;
    this.to = to;
  }

  text(text: string): void {
    if (text === '') return;
    if (this.pending === '' && this.to > this.from) {
      this.pieces.push(this.source.subarray(this.from, this.to));
      this.from = this.to = 0;
    }
    this.pending += text;
  }

  finish(): Uint8Array[] {
    this.flush();
    return this.pieces;
  }

  private flush(): void {
    if (this.pending !== '') this.pieces.push(encodeUtf8(this.pending));
    else if (this.to > this.from) this.pieces.push(this.source.subarray(this.from, this.to));
    this.pending = '';
    this.from = this.to = 0;
  }
}
