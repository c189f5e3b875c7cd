import { nextTurn } from './inTurns';
import { RESPONSE_BYTES } from './requestSizes';

/** What a question takes in a request (a sheet by its name, a range, its tracking), and its answer besides the values. */
const QUESTION_BYTES = 800;
const ANSWER_BYTES = 400;
/** Questions that one request carries. */
const MOST_QUESTIONS = Math.floor(RESPONSE_BYTES / QUESTION_BYTES);

/** Answers that come with the next sync, by the bytes they will take. */
export class Incoming {
  private questions = 0;

  /** `bytes`: what comes with the first answer besides what is asked for here. */
  constructor(
    readonly context: Excel.RequestContext,
    private bytes = 0,
  ) {}

  /** Bytes that the questions asked since the last sync take in the request that is sent next. */
  get asked(): number {
    return this.questions * QUESTION_BYTES;
  }

  /** Whether one response carries an answer of about `bytes`. */
  readonly carries = (bytes: number): boolean => bytes <= RESPONSE_BYTES;

  /** Called before a question for about `bytes`: takes the answers that wait where one request could not carry both. */
  async room(bytes: number): Promise<void> {
    const answer = bytes + ANSWER_BYTES;
    const isFull = this.bytes + answer > RESPONSE_BYTES || this.questions + 1 > MOST_QUESTIONS;
    if (this.questions > 0 && isFull) await this.send();
    this.bytes += answer;
    this.questions += 1;
  }

  async send(): Promise<void> {
    await this.context.sync();
    // What Excel answered was read just now, in one go.
    await nextTurn();
    this.bytes = 0;
    this.questions = 0;
  }
}
