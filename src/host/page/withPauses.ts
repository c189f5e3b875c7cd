import type { InSlices } from '../xlsx';

/** Milliseconds of work between two pauses. */
const SLICE = 25;

/** A turn of the event loop. Timers one after another would each wait four milliseconds (HTML, timer initialisation). */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Does work slice by slice, pausing so that the page answers; null where `wanted` says no more. */
export async function withPauses<T>(work: InSlices<T>, wanted: () => boolean): Promise<T | null> {
  for (let until = performance.now() + SLICE; ;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await pause();
    if (!wanted()) return null;
    until = performance.now() + SLICE;
  }
}
