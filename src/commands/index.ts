import { wallTiming } from '../taskpane/desk/DeskStore';
import { desk } from '../taskpane/index';
import { runCommand, type CommandEvent } from './runCommand';

declare global {
  interface Window {
    /** The page's start-up script keeps the ribbon's calls until they are taken here. */
    readonly supervisionCommands: { take(commands: (name: string, event: CommandEvent) => void): void };
  }
}

window.supervisionCommands.take((name, event) => {
  void runCommand(name, event, { desk, showPane: () => Office.addin.showAsTaskpane(), after: wallTiming.after });
});
