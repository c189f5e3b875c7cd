import type { CellRef } from './cell';
import type { CellFix, Finding, FindingCode, FindingLevel } from './finding';

/**
 * One level a code. error: the row, or what follows from it, cannot be worked out until it is put right;
 * warning: worked out, but probably not as meant, or something that should be on record is not;
 * info: nothing is wrong, the clerk should know.
 */
export const FINDING_LEVELS: Readonly<Record<FindingCode, FindingLevel>> = {
  'missing-title': 'error',
  'missing-lead-unit': 'error',
  'missing-deadline': 'warning',
  'missing-assignment': 'warning',
  'unreadable-date': 'error',
  'ambiguous-date': 'error',
  'deadline-before-assignment': 'warning',
  'closed-before-assignment': 'warning',
  'closing-in-future': 'error',
  'closed-without-date': 'warning',
  'date-without-closed-status': 'warning',
  'duplicate-id': 'warning',
  'missing-id': 'warning',
  'duplicate-matter': 'warning',
  'indistinct-rows': 'error',
  'unknown-unit': 'warning',
  'unit-alias': 'info',
  'ambiguous-alias': 'error',
  'collective-unit': 'info',
  'unknown-status': 'warning',
  'unknown-category': 'warning',
  'extension-unapproved': 'warning',
  'extension-late': 'warning',
  'reminder-without-assignment': 'warning',
  'order-without-reminder': 'warning',
  'notice-unregistered': 'warning',
  'notice-number-duplicate': 'error',
  'notice-number-gap': 'warning',
  'notice-previous-missing': 'warning',
  'stale-progress': 'warning',
  classified: 'error',
  'text-date': 'warning',
  'stray-space': 'info',
  'full-width': 'info',
  'formula-error': 'error',
  'volatile-formula': 'warning',
  'hidden-row': 'info',
  'calendar-unknown': 'warning',
  'register-link': 'warning',
  'register-row': 'error',
  'register-contradiction': 'warning',
  'ruleset-row': 'error',
  'ruleset-not-in-force': 'warning',
  'event-not-scored': 'info',
  'month-issued-differs': 'warning',
  'ambiguous-column': 'warning',
  'sheet-not-read': 'warning',
};

/** A finding at its code's own level. */
export function findingOf(
  code: FindingCode,
  cell: CellRef,
  facts: Finding['facts'] = {},
  about: { readonly matter?: string; readonly fix?: CellFix | undefined; readonly level?: FindingLevel } = {},
): Finding {
  return {
    code,
    level: about.level ?? FINDING_LEVELS[code],
    cell,
    ...(about.matter === undefined ? {} : { matter: about.matter }),
    facts,
    ...(about.fix === undefined ? {} : { fix: about.fix }),
  };
}
