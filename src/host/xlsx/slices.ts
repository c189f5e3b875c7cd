/** Work that may pause wherever it yields. */
export type InSlices<T> = Generator<undefined, T, undefined>;

/** Does such work without a pause. */
export function drained<T>(work: InSlices<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
