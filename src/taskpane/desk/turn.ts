/** Thrown between two requests or slices when the clerk has stopped the work. */
export class Stopped extends Error {}

/** Sees to it that one thing runs at a time; the others ask whether it is free, or wait till it is. */
export class Turn {
  private busy = false;
  private deeds = 0;
  private waiting: (() => void)[] = [];
  private stopping = new AbortController();

  get running(): boolean {
    return this.busy;
  }

  /** Nothing runs, and no deed of several steps is between two of them. */
  get free(): boolean {
    return !this.busy && this.deeds === 0;
  }

  begin(): AbortSignal {
    this.busy = true;
    this.stopping = new AbortController();
    return this.stopping.signal;
  }

  end(): void {
    this.busy = false;
    this.pass();
  }

  /** From now on several steps are one deed; a step of it may still begin. */
  hold(): void {
    this.deeds += 1;
  }

  letGo(): void {
    this.deeds -= 1;
    this.pass();
  }

  /** Resolves when it is free. */
  readonly ended = (): Promise<void> =>
    this.free ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));

  stop(): void {
    this.stopping.abort(new Stopped());
  }

  private pass(): void {
    if (!this.free) return;
    const { waiting } = this;
    this.waiting = [];
    for (const next of waiting) next();
  }
}
