import type { Chance } from '../chance';
import { lateClosings, oddClosings, onTimeClosings } from './closedPlans';
import { openPlans } from './openPlans';
import { ladderPlans, overduePlans } from './overduePlans';
import type { CityPlan } from './planDraft';

/** 二百件事项的用意，按交办先后排好；没有交办时间的排在最后。 */
export function cityPlans(chance: Chance): CityPlan[] {
  const fixed = [
    ...ladderPlans(chance),
    ...overduePlans(chance),
    ...openPlans(chance),
    ...lateClosings(chance),
    ...oddClosings(),
  ];
  const all = [...fixed, ...onTimeClosings(chance, 200 - fixed.length)];
  const key = (item: CityPlan): string => item.assigned ?? '2026-12-31';
  return all
    .map((item, order) => ({ item, order }))
    .sort((a, b) => key(a.item).localeCompare(key(b.item)) || a.order - b.order)
    .map(({ item }) => item);
}
