import { COMMANDS } from '../words/commands';
import type { Desk } from './Desk';
import type { Room } from './view';

/** What a button of the ribbon does at the desk. */
export interface RibbonDeed {
  /** The pane comes out first, since that is what was asked for; else it comes out with the result. */
  readonly opensPane: boolean;
  readonly carryOut: (desk: Desk) => Promise<void>;
}

const toRoom = (room: Room): RibbonDeed => ({
  opensPane: true,
  carryOut: async (desk) => desk.enter(room),
});

/** Writes at once. Over something the clerk is just deciding about it would decide for her: refused. */
const atOnce = (write: (desk: Desk) => Promise<void>): RibbonDeed => ({
  opensPane: false,
  carryOut: async (desk) => {
    if (desk.view().preview !== null) return desk.sayRefused(COMMANDS.decideFirst);
    await write(desk);
  },
});

/** For the matters whose rows are selected in the sheet. */
const forSelected = (then: (desk: Desk) => void): RibbonDeed => ({
  opensPane: true,
  carryOut: async (desk) => {
    if (!(await readFresh(desk))) return;
    await desk.takeSelection();
    then(desk);
    if (desk.view().selected.size === 0) desk.sayRefused(COMMANDS.noMatter);
  },
});

/** By the name the manifest calls them (FunctionName). */
export const RIBBON_DEEDS: ReadonlyMap<string, RibbonDeed> = new Map([
  ['openOverview', toRoom('overview')],
  ['openChecks', toRoom('checks')],
  ['openLetters', toRoom('letters')],
  ['openScores', toRoom('scores')],
  ['openBulletin', toRoom('bulletin')],
  ['markOverdue', atOnce(async (desk) => void ((await readFresh(desk)) && (await desk.markAtOnce('mark'))))],
  ['clearMarks', atOnce(async (desk) => void ((await readFresh(desk)) && (await desk.markAtOnce('unmark'))))],
  ['undoLast', atOnce(async (desk) => idle(desk).then(() => desk.undoLast()))],
  [
    'draftReminder',
    forSelected((desk) => {
      desk.wantLetters(null);
      desk.chooseLetters({ tab: 'due', form: 'reminderNotice' });
    }),
  ],
  ['registerClosing', forSelected((desk) => desk.showPanel('proceeding', 'closed'))],
]);

/** When nothing is under way at the desk any more. */
async function idle(desk: Desk): Promise<void> {
  const busy = (): boolean => desk.view().work !== null || desk.view().phase.kind === 'connecting';
  while (busy()) {
    await new Promise<void>((resolve) => {
      const leave = desk.subscribe(() => {
        leave();
        resolve();
      });
    });
  }
}

/** Reads the ledger as it is now; false where it cannot be judged, which the pane says. */
async function readFresh(desk: Desk): Promise<boolean> {
  const reading = desk.view().phase.kind === 'connecting' || desk.view().work?.kind === 'read';
  await idle(desk);
  if (!reading) await desk.readAgain();
  await idle(desk);
  const { phase, stale } = desk.view();
  if (phase.kind === 'asking') desk.sayRefused(COMMANDS.answerFirst);
  return phase.kind === 'ready' && !stale;
}
