import { WORDS } from '../words';
import type { DeskView, WorkKind } from './view';

/** Waiting, as the desk does it; tests turn the hand themselves. */
export interface Timing {
  /** Runs after so many milliseconds; returns how to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export const wallTiming: Timing = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Progress is shown when work takes longer than this, in milliseconds. */
const SLOW_AFTER = 1000;

/** Thrown between two requests when the clerk has stopped a reading. */
class Stopped extends Error {}

/** How work under way reports and asks whether to go on. */
export interface UnderWay {
  /** Throws where the clerk has stopped it. */
  readonly goOn: () => void;
  readonly progress: (done: number, of: number) => void;
}

/** Holds what the pane shows and sees to it that one thing is done at a time. */
export class DeskStore {
  private readonly watchers = new Set<() => void>();
  private stopAsked = false;

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

  /** Stops a reading, the making of files or the self-test at its next step; writing is never cut in two. */
  readonly stop = (): void => {
    const kind = this.current.work?.kind;
    this.stopAsked = kind === 'read' || kind === 'make' || kind === 'ask';
  };

  /**
   * Does one thing, unless another is under way: then nothing happens and the answer is `busy`.
   * What throws is a bug: the pane says so, and it is thrown on.
   */
  protected async alone(kind: WorkKind, job: (work: UnderWay) => Promise<void>): Promise<'done' | 'stopped' | 'busy'> {
    if (this.current.work !== null) return 'busy';
    this.stopAsked = false;
    this.patch({ work: { kind, slow: false, progress: null } });
    const notYet = this.timing.after(SLOW_AFTER, () => this.patchWork({ slow: true }));
    const goOn = (): void => {
      if (this.stopAsked) throw new Stopped();
    };
    try {
      await job({
        goOn,
        progress: (done, of) => {
          goOn();
          // How much there is to make is known from the start: it is said at once.
          this.patchWork({ progress: { done, of }, ...(kind === 'make' ? { slow: true } : {}) });
        },
      });
      return 'done';
    } catch (error) {
      if (error instanceof Stopped) return 'stopped';
      this.patch({ notice: { tone: 'error', text: WORDS.bug, readAgain: true } });
      throw error;
    } finally {
      notYet();
      this.patch({ work: null });
    }
  }

  private patchWork(change: Partial<NonNullable<DeskView['work']>>): void {
    if (this.current.work !== null) this.patch({ work: { ...this.current.work, ...change } });
  }
}
