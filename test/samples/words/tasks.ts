import type { Places } from './places';
import type { Topic, TopicKind } from './topics';
import { fullName } from './units';
import type { Government } from './units';

/** 填好地名、定好单位的一件事。 */
export interface Task {
  readonly title: string;
  readonly requirement: string;
  readonly kind: TopicKind;
  /** 牵头单位全称，或统称。 */
  readonly lead: string;
  readonly leadKey: string;
  readonly co: readonly string[];
  readonly petition: boolean;
}

/** 把底本按地名展开，每个带空的底本取 `perSlot` 个地名；题目重复是造数的错。 */
export function expandTopics(
  topics: readonly Topic[],
  places: Places,
  government: Government,
  perSlot: number,
  petition = false,
): Task[] {
  const seen = new Set<string>();
  return topics.flatMap((topic, index) => {
    const slot = /\{(?!no\})([a-z]+)\}/.exec(topic.title)?.[1];
    const all: readonly string[] = slot === undefined ? [''] : (places[slot] ?? []);
    const count = Math.min(perSlot, all.length);
    return Array.from({ length: count }, (_, k) => {
      const place = all[(index + k) % all.length] ?? '';
      const filled = slot === undefined ? topic.title : topic.title.replace(`{${slot}}`, place);
      const title = filled.replace('{no}', String(12 + index * 9));
      if (seen.has(title)) throw new Error(`题目重复：${title}`);
      seen.add(title);
      const unitOf = (key: string): string => unitName(key, place, government);
      const lead = unitOf(topic.lead);
      const co = [...new Set(topic.co.map(unitOf))].filter((unit) => unit !== lead);
      return { title, requirement: topic.requirement, kind: topic.kind, lead, leadKey: topic.lead, co, petition };
    });
  });
}

function unitName(key: string, place: string, government: Government): string {
  if (key === 'ALL') return government.collective;
  if (key === 'TOWN') return government.towns.find((town) => place.startsWith(town)) ?? government.collective;
  return fullName(government, key);
}
