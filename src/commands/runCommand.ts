import type { Desk } from '../taskpane/desk/Desk';
import { RIBBON_DEEDS } from '../taskpane/desk/ribbonDeeds';
import { COMMANDS } from '../taskpane/words/commands';

/** What Excel hands a function command; by some ways of calling there is none, or one with nothing to complete. */
export type CommandEvent = { readonly completed?: () => void } | null | undefined;

export interface Surroundings {
  readonly desk: Desk;
  /** Brings the pane out; fails where the host has none to show. */
  readonly showPane: () => Promise<void>;
  /** Runs after so many milliseconds; returns how to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** A deed that takes longer brings the pane out with its progress, in milliseconds. */
const SLOW = 2000;
/** Excel ends a command after five minutes: ours is completed before that, whatever became of it. */
const LONGEST = 270_000;

/**
 * Carries out one command of the ribbon. A function command has no surface of its own; its result is shown by bringing
 * the pane out, where the line with 撤销 stands (Office.addin.showAsTaskpane, SharedRuntime 1.1, which the manifest
 * requires: learn.microsoft.com/office/dev/add-ins/design/add-in-commands). A dialog would ask to be closed, and Excel
 * on the web asks leave for it each time. The event is completed once, always.
 */
export async function runCommand(
  name: string,
  event: CommandEvent,
  { desk, showPane, after }: Surroundings,
): Promise<void> {
  let open = true;
  const complete = (): void => {
    if (open) event?.completed?.();
    open = false;
  };
  const bringOut = (): Promise<void> => showPane().catch(() => undefined);
  const calledOff = [after(SLOW, () => void bringOut()), after(LONGEST, complete)];
  try {
    const deed = RIBBON_DEEDS.get(name);
    if (deed === undefined) throw new Error(`No deed for the command ${name}`);
    if (deed.opensPane) {
      await bringOut();
      complete();
    }
    await deed.carryOut(desk);
  } catch (error) {
    if (desk.view().notice?.tone !== 'error') desk.sayRefused(COMMANDS.broken);
    throw error;
  } finally {
    calledOff.forEach((callOff) => callOff());
    await bringOut();
    complete();
  }
}
