/** How long work lets the sheet and the clerk have their turn. */
export { nextTurn } from '../../excel/inTurns';
