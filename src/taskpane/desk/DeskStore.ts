import type { InPortions, Portion } from '../../domain/portions';
import { WORDS } from '../words';
import { inSlices, oneSlice, wallTurns, type Turns } from './inSlices';
import type { DeskView, WorkKind } from './view';

/** Waiting, as the desk does it; tests turn the hand themselves. */
export interface Timing extends Turns {
  /** Runs after so many milliseconds; returns how to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export const wallTiming: Timing = {
  ...wallTurns,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Progress is shown when work takes longer than this, in milliseconds. */
const SLOW_AFTER = 1000;

/** How far a computing has come is shown anew no sooner, in milliseconds. */
const SHOWN_EVERY = 200;

/** Thrown between two requests or slices when the clerk has stopped the work. */
class Stopped extends Error {}

/** How work under way reports and asks whether to go on. */
export interface UnderWay {
  /** Throws where the clerk has stopped it. */
  readonly goOn: () => void;
  readonly progress: (done: number, of: number) => void;
  /** What is under way now is of another kind. */
  readonly turnTo: (kind: WorkKind) => void;
  /** Computes in slices, with progress, until the clerk stops it. */
  readonly compute: <Value>(work: InPortions<Value>) => Promise<Value>;
}

const STOPPABLE: ReadonlySet<WorkKind> = new Set<WorkKind>(['read', 'make', 'ask', 'compute', 'settle']);
/** How much there is of these is known from the start: it is said at once. */
const SAID_AT_ONCE: ReadonlySet<WorkKind> = new Set<WorkKind>(['make', 'settle']);

/** Holds what the pane shows and sees to it that one thing is done at a time. */
export class DeskStore {
  private readonly watchers = new Set<() => void>();
  private stopping = new AbortController();
  private ended: Promise<void> = Promise.resolve();

  constructor(
    private current: DeskView,
    protected readonly timing: Timing,
  ) {}

  readonly view = (): DeskView => this.current;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  protected patch(change: Partial<DeskView>): void {
    this.current = { ...this.current, ...change };
    for (const watcher of this.watchers) watcher();
  }

  /** Stops a reading, a computing, the making of files or the self-test at its next step; writing is never cut in two. */
  readonly stop = (): void => {
    const kind = this.current.work?.kind;
    if (kind !== undefined && STOPPABLE.has(kind)) this.stopping.abort(new Stopped());
  };

  /**
   * Computes, and takes over what came of it; stopped, nothing has changed. What is done within a slice is taken over
   * before this returns. A computing under way gives way to it; anything else is waited for. True where it came about.
   */
  protected async computed<Value>(begin: () => InPortions<Value>, take: (value: Value) => void): Promise<boolean> {
    while (this.current.work !== null) {
      if (this.current.work.kind === 'compute') this.stop();
      await this.ended;
    }
    const work = begin();
    const first = oneSlice(work, this.timing);
    if (!first.done) return (await this.alone('compute', async ({ compute }) => take(await compute(work)))) === 'done';
    take(first.result);
    return true;
  }

  /**
   * Does one thing, unless another is under way: then nothing happens and the answer is `busy`.
   * What throws is a bug: the pane says so, and it is thrown on.
   */
  protected async alone(kind: WorkKind, job: (work: UnderWay) => Promise<void>): Promise<'done' | 'stopped' | 'busy'> {
    if (this.current.work !== null) return 'busy';
    const { signal } = (this.stopping = new AbortController());
    let end: () => void = () => undefined;
    this.ended = new Promise((resolve) => (end = resolve));
    this.patch({ work: { kind, slow: false, progress: null } });
    const notYet = this.timing.after(SLOW_AFTER, () => this.patchWork({ slow: true }));
    const goOn = (): void => signal.throwIfAborted();
    let shownAt = -Infinity;
    const computing = (portion: Portion): void => {
      const now = this.timing.now();
      if (now < shownAt + SHOWN_EVERY) return;
      shownAt = now;
      this.patchWork({ progress: portion });
    };
    try {
      await job({
        goOn,
        progress: (done, of) => {
          goOn();
          const now = this.current.work?.kind;
          this.patchWork({
            progress: { done, of },
            ...(now !== undefined && SAID_AT_ONCE.has(now) ? { slow: true } : {}),
          });
        },
        turnTo: (next) => this.patchWork({ kind: next, progress: null }),
        compute: (work) => inSlices(work, this.timing, { signal, progress: computing }),
      });
      return 'done';
    } catch (error) {
      if (error instanceof Stopped) return 'stopped';
      this.patch({ notice: { tone: 'error', text: WORDS.bug, readAgain: true } });
      throw error;
    } finally {
      notYet();
      this.patch({ work: null });
      end();
    }
  }

  protected isStopped(error: unknown): boolean {
    return error instanceof Stopped;
  }

  private patchWork(change: Partial<NonNullable<DeskView['work']>>): void {
    if (this.current.work !== null) this.patch({ work: { ...this.current.work, ...change } });
  }
}
