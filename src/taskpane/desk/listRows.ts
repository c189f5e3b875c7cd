import { planListSheet, type ReviewLists } from '../../app/scoring/lists';
import type { Review } from '../../app/reading/review';
import { cellName } from '../../domain/cell';
import type { CadenceOf } from '../../domain/lists/cadences';
import type { ListEntry } from '../../domain/lists/listing';
import type { ListOf } from '../../domain/lists/listsOf';
import { LISTS_OF } from '../words/scores';
import type { Desk } from './Desk';
import { planLines } from './planInWords';

/** A row of 名单: a list, under the open one its clause and lines; then how often what is checked. */
export type ListRow =
  | { readonly kind: 'list'; readonly list: ListOf; readonly open: boolean }
  | { readonly kind: 'clause'; readonly id: string; readonly text: string }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: ListEntry; readonly facts: string }
  | { readonly kind: 'cadences' }
  | { readonly kind: 'cadence'; readonly cadence: CadenceOf };

export function listRows({ lists, cadences }: ReviewLists, open: string | null): readonly ListRow[] {
  return [
    ...lists.flatMap((list): readonly ListRow[] => {
      const { id } = list.rule;
      if (id !== open) return [{ kind: 'list', list, open: false }];
      const said = [list.clause, list.note, list.entries.length === 0 ? LISTS_OF.none : null];
      return [
        { kind: 'list', list, open: true },
        { kind: 'clause', id, text: said.filter((text) => text !== null).join('\n') },
        ...list.entries.map((entry, index): ListRow => ({
          kind: 'entry',
          key: `${id}:${index}`,
          entry,
          facts: LISTS_OF.facts(entry.unit, cellName(entry.cell)),
        })),
      ];
    }),
    ...(cadences.length === 0 ? [] : [{ kind: 'cadences' } as const]),
    ...cadences.map((cadence): ListRow => ({ kind: 'cadence', cadence })),
  ];
}

/** Puts 督查名单 of the day before the clerk. */
export function previewListSheet(desk: Desk, of: Review, lists: ReviewLists): void {
  const outcome = planListSheet(of, lists);
  const plan = outcome.kind === 'ready' ? outcome.plan : outcome.second;
  desk.propose({
    plan,
    deed: LISTS_OF.deed,
    summary: LISTS_OF.summary(outcome.sheet),
    lines: planLines(plan),
    notes: outcome.kind === 'ready' ? [] : [outcome.sentence],
    marks: new Map(),
    letters: [],
    readsAs: new Map(),
  });
}
