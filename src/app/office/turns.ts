import { atOnce, type InPortions } from '../../domain/portions';

/** How long work lets the sheet and the clerk have their turn. */
export { nextTurn } from '../../excel/inTurns';

/** How a work in portions is done: in turns with others, told how far it has come. Rejects where it is stopped. */
export type Working = <Result>(work: InPortions<Result>) => Promise<Result>;

/** Where nobody waits for a turn. */
export const inOneGo: Working = async (work) => Promise.resolve(atOnce(work));
