/** Excel on the web takes 5 MB a response; what is expected is known, and room is left for what else comes with it. */
export const RESPONSE_BYTES = 4_600_000;
/** What one response cannot carry is asked for in pieces of this size, so that little of a response stays empty. */
export const PIECE_BYTES = RESPONSE_BYTES / 20;

/** Answers that come with the next sync, by the bytes they will take. */
export class Incoming {
  private bytes = 0;

  constructor(readonly context: Excel.RequestContext) {}

  /** Whether one response carries an answer of about `bytes`. */
  readonly carries = (bytes: number): boolean => bytes <= RESPONSE_BYTES;

  /** Called before asking for about `bytes`: takes the answers that wait where one response could not carry both. */
  async room(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > RESPONSE_BYTES) await this.send();
    this.bytes += bytes;
  }

  async send(): Promise<void> {
    await this.context.sync();
    this.bytes = 0;
  }
}
