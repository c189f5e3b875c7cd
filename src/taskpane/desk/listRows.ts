import { planListSheetInPortions, type ReviewLists } from '../../app/scoring/lists';
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
  | { readonly kind: 'entry'; readonly id: string; readonly index: number; readonly entry: ListEntry }
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
        ...list.entries.map((entry, index): ListRow => ({ kind: 'entry', id, index, entry })),
      ];
    }),
    ...(cadences.length === 0 ? [] : [{ kind: 'cadences' } as const]),
    ...cadences.map((cadence): ListRow => ({ kind: 'cadence', cadence })),
  ];
}

/** The line under an entry: of tens of thousands only those on show are put into words. */
export const factsOf = ({ unit, cell }: ListEntry): string => LISTS_OF.facts(unit, cellName(cell));

/** Puts 督查名单 of the day before the clerk. */
export const previewListSheet = (desk: Desk, lists: ReviewLists): Promise<boolean> =>
  desk.proposeComputed(function* (of) {
    const outcome = yield* planListSheetInPortions(of, lists);
    const plan = outcome.kind === 'ready' ? outcome.plan : outcome.second;
    return {
      plan,
      deed: LISTS_OF.deed,
      summary: LISTS_OF.summary(outcome.sheet),
      lines: planLines(plan),
      notes: outcome.kind === 'ready' ? [] : [outcome.sentence],
      marks: new Map(),
      letters: [],
      readsAs: new Map(),
    };
  });
