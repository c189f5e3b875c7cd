import { settingsInForce } from '../../app/reading/connectLedger';
import type { WorkbookSettings } from '../../app/office/workbookSettings';
import { MONTH_STEPS, type MonthStep } from '../../domain/monthSteps';
import type { Desk } from './Desk';
import type { DeskView } from './view';

export const STEPS = Object.keys(MONTH_STEPS) as readonly MonthStep[];

/** Where the steps are kept; null where the file's settings cannot be read, and are left as they are. */
export const monthSettings = ({ connecting }: Pick<DeskView, 'connecting'>): WorkbookSettings | null =>
  connecting === null || connecting.settings.kind === 'unreadable' ? null : settingsInForce(connecting.settings);

/** Leads to the room in which a step is done. */
export function goToStep(desk: Desk, step: MonthStep): void {
  desk.takeStep(step);
  switch (step) {
    case 'check':
      return desk.enter('checks');
    case 'mark':
      return desk.enter('reminders', { shown: 'overdue' });
    case 'collect':
      desk.enter('overview');
      return desk.showPanel('collect');
    case 'remind':
      return desk.wantLetters(null);
    case 'score':
      desk.enter('scores');
      return desk.showScores('sheets');
    case 'publish':
      desk.enter('bulletin');
      return desk.atBulletin({ tab: 'text', publication: 'monthly' });
  }
}
