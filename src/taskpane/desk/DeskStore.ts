import type { InPortions, Portion } from '../../domain/portions';
import { WORDS } from '../words';
import { inSlices, oneSlice, wallTurns, type Turns } from './inSlices';
import { Stopped, Turn } from './turn';
import type { DeskView, Work, WorkKind } from './view';

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

/** How work under way reports and asks whether to go on. */
export interface UnderWay {
  /** Throws where the clerk has stopped it. */
  readonly goOn: () => void;
  readonly progress: (done: number, of: number) => void;
  /** What is under way now is of another kind. */
  readonly turnTo: (kind: WorkKind) => void;
  /** Computes in slices, with progress, until the clerk stops it. `sofar`: how far it has come already. */
  readonly compute: <Value>(work: InPortions<Value>, sofar?: Portion | null) => Promise<Value>;
}

const STOPPABLE: ReadonlySet<WorkKind> = new Set<WorkKind>(['read', 'make', 'ask', 'compute', 'settle']);
/** How much there is of these is known from the start: it is said at once. */
const SAID_AT_ONCE: ReadonlySet<WorkKind> = new Set<WorkKind>(['make', 'settle']);

type Ended = 'done' | 'stopped' | 'busy';
type Place = 'work' | 'following';

/** Holds what the pane shows and sees to it that the clerk's deeds are done one at a time. */
export class DeskStore {
  private readonly watchers = new Set<() => void>();
  private readonly deeds = new Turn();
  private readonly followings = new Turn();

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
    if (kind !== undefined && STOPPABLE.has(kind)) this.deeds.stop();
    this.stopFollowing();
  };

  protected stopFollowing(): void {
    this.followings.stop();
  }

  /**
   * Computes, and takes over what came of it; stopped, nothing has changed. What is done within a slice is taken over
   * before this returns. A computing under way gives way to it; anything else is waited for. True where it came about.
   */
  protected async computed<Value>(begin: () => InPortions<Value>, take: (value: Value) => void): Promise<boolean> {
    while (!this.deeds.free || !this.followings.free) {
      if (this.current.work?.kind === 'compute') this.deeds.stop();
      await (this.deeds.free ? this.followings : this.deeds).ended();
    }
    const work = begin();
    const first = oneSlice(work, this.timing);
    if (!first.done) {
      const { portion } = first;
      return (await this.alone('compute', async ({ compute }) => take(await compute(work, portion)))) === 'done';
    }
    take(first.result);
    return true;
  }

  /**
   * Does one thing for the clerk, unless another is under way: then nothing happens and the answer is `busy`. What the
   * pane reads of its own accord is waited for. What throws is a bug: the pane says so, and it is thrown on.
   */
  protected async alone(kind: WorkKind, job: (work: UnderWay) => Promise<void>): Promise<Ended> {
    return this.deeds.running ? 'busy' : this.run('work', this.deeds, kind, job);
  }

  /** Does several things one after the other that are one deed to the clerk: no other comes between them. */
  protected async together<Value>(deed: () => Promise<Value>): Promise<Value> {
    this.deeds.hold();
    try {
      return await deed();
    } finally {
      this.deeds.letGo();
      this.clear('work', this.deeds);
    }
  }

  /** Reads of the pane's own accord: the clerk goes on meanwhile, and what she begins comes after it. */
  protected async aside(job: (work: UnderWay) => Promise<void>): Promise<Ended> {
    const free = this.deeds.free && this.followings.free;
    return free ? this.run('following', this.followings, 'read', job) : 'busy';
  }

  private async run(place: Place, turn: Turn, kind: WorkKind, job: (work: UnderWay) => Promise<void>): Promise<Ended> {
    const signal = turn.begin();
    const change = (to: Partial<Work>): void => {
      const work = this.current[place];
      if (work !== null) this.patch({ [place]: { ...work, ...to } });
    };
    this.patch({ [place]: { kind, slow: false, progress: null } });
    const notYet = this.timing.after(SLOW_AFTER, () => change({ slow: true }));
    const goOn = (): void => signal.throwIfAborted();
    let shownAt = -Infinity;
    const computing = (portion: Portion): void => {
      const now = this.timing.now();
      if (now < shownAt + SHOWN_EVERY) return;
      shownAt = now;
      change({ progress: portion });
    };
    try {
      if (place === 'work' && !this.followings.free) {
        await this.followings.ended();
        goOn();
      }
      await job({
        goOn,
        progress: (done, of) => {
          goOn();
          const now = this.current[place]?.kind;
          change({ progress: { done, of }, ...(now !== undefined && SAID_AT_ONCE.has(now) ? { slow: true } : {}) });
        },
        turnTo: (next) => change({ kind: next, progress: null }),
        compute: (work, sofar = null) => {
          if (sofar !== null) computing(sofar);
          return inSlices(work, this.timing, { signal, progress: computing });
        },
      });
      return 'done';
    } catch (error) {
      if (error instanceof Stopped) return 'stopped';
      this.patch({ notice: { tone: 'error', text: WORDS.bug, readAgain: true } });
      throw error;
    } finally {
      notYet();
      turn.end();
      this.clear(place, turn);
    }
  }

  /** Between two steps of one deed it stays on show. */
  private clear(place: Place, turn: Turn): void {
    if (turn.free && this.current[place] !== null) this.patch({ [place]: null });
  }

  protected isStopped(error: unknown): boolean {
    return error instanceof Stopped;
  }
}
