import { firstWhere } from '../../domain/firstWhere';
import type { Matter } from '../../domain/matter';
import type { Review } from './review';

/** Where a matter, or one of its sheet and first row, stands among all matters of a review. */
export function placeOf({ sheet, row }: Pick<Matter, 'sheet' | 'row'>, { ledgers }: Review): number {
  let started = 0;
  for (const ledger of ledgers) {
    if (ledger.sheet === sheet) return started + firstWhere(ledger.matters, (matter) => matter.row >= row);
    started += ledger.matters.length;
  }
  return started;
}
