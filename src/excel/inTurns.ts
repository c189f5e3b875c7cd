import type { InPortions } from '../domain/portions';

/** Lets everyone else have a turn. A message to oneself comes after whatever waits already, and no timer slows it down. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** The work with a turn for everyone else after each portion: the same turns each time, however fast the machine is. */
export async function inTurns<Result>(work: InPortions<Result>): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await nextTurn();
  }
}

/** Steps of about a hundredth of a millisecond each between two turns of everyone else. */
const STEPS = 400;

/** Gives everyone else a turn once there were steps enough; one that is as long as several says how many. */
export type TakingTurns = (steps?: number) => Promise<void> | undefined;

/** To be awaited at every step of a long loop that cannot be a work in portions, for it waits itself. */
export function turnTaking(): TakingTurns {
  let taken = 0;
  return (steps = 1) => {
    taken += steps;
    if (taken < STEPS) return undefined;
    taken = 0;
    return nextTurn();
  };
}
