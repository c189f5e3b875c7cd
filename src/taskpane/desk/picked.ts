import { changedInPortions } from '../../app/reading/changedSince';
import { assessmentsInPortions, type Review } from '../../app/reading/review';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { isClosed, type GroupFigures, type Keys, type Overview } from '../../domain/overview/overview';
import type { Pace } from '../../domain/overview/plannedProgress';
import { PICKED } from '../words/overview';
import type { InPortions } from '../../domain/portions';
import { FIGURES } from './figures';

export type GroupKind = 'unit' | 'category' | 'leader';

/** The matters behind a number, told so that the list follows when the ledger is read again. */
export type Picked =
  | { readonly kind: GroupKind; readonly name: string }
  | { readonly kind: 'dueThisWeek' }
  | { readonly kind: 'noProgress' }
  | { readonly kind: 'closingReported' }
  | { readonly kind: 'pace'; readonly pace: Pace }
  /** As they stood on another day. */
  | { readonly kind: 'month'; readonly asOf: CivilDate; readonly of: 'all' | 'closed' | 'overdue' }
  | { readonly kind: 'since'; readonly since: CivilDate; readonly of: 'overdue' | 'dueSoon' };

/** Keys of those matters as things stand now. */
export function* pickedInPortions(of: Review, ledger: string | null, picked: Picked): InPortions<ReadonlySet<string>> {
  return new Set(yield* keysOf(of, ledger, picked));
}

function* keysOf(of: Review, ledger: string | null, picked: Picked): InPortions<Keys> {
  const figures = yield* FIGURES.count(of, ledger);
  switch (picked.kind) {
    case 'unit':
    case 'category':
    case 'leader':
      return groupsOf(figures, picked.kind).find(({ name }) => name === picked.name)?.all ?? [];
    case 'dueThisWeek':
      return figures.dueThisWeek;
    case 'noProgress':
      return figures.noProgress ?? [];
    case 'closingReported':
      return figures.closingReported;
    case 'pace':
      return figures.planned?.[picked.pace] ?? [];
    case 'month':
      return (yield* assessmentsInPortions(of, picked.asOf))
        .filter((each) => {
          if (each.state === 'notAssigned') return false;
          return picked.of === 'all' || (picked.of === 'closed' ? isClosed(each) : each.state === 'overdue');
        })
        .map(({ matter }) => matter.key);
    case 'since':
      return (yield* changedInPortions(of, picked.since))?.[picked.of] ?? [];
  }
}

export function groupsOf(figures: Overview, by: GroupKind): readonly GroupFigures[] {
  switch (by) {
    case 'unit':
      return figures.units;
    case 'category':
      return figures.categories;
    case 'leader':
      return figures.leaders;
  }
}

/** What the list says it is narrowed to. */
export function pickedWord(picked: Picked): string {
  switch (picked.kind) {
    case 'unit':
    case 'category':
    case 'leader':
      return PICKED[picked.kind](picked.name);
    case 'dueThisWeek':
    case 'noProgress':
    case 'closingReported':
      return PICKED[picked.kind];
    case 'pace':
      return PICKED.pace(picked.pace);
    case 'month':
      return PICKED.month(picked.asOf, picked.of);
    case 'since':
      return PICKED.since(picked.since, picked.of);
  }
}
