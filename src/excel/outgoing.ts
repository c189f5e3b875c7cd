import { nextTurn } from './inTurns';
import { REQUEST_BYTES } from './requestSizes';

/** Commands that wait for the next sync, by the bytes they will take. */
export class Outgoing {
  /** `bytes`: what waits already. */
  constructor(
    readonly context: Excel.RequestContext,
    private bytes = 0,
  ) {}

  /** Called before commands of about `bytes`: sends what waits where one request could not carry both. */
  async room(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > REQUEST_BYTES) {
      await nextTurn();
      await this.context.sync();
      await nextTurn();
      this.bytes = 0;
    }
    this.bytes += bytes;
  }
}
