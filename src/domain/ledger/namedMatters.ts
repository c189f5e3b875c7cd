import { foldText } from '../foldText';
import type { ChangedMatter, Matter } from '../matter';
import { forEach, type InPortions } from '../portions';
import { matterOrder, type MatterOrder } from './matterOrder';
import { MattersByText, textsAfter, type ByText, type TextOf } from './mattersByText';

/** What a list of matters is called, gone through once for all who compare them or look them up. */
export interface NamedMatters {
  /** By number, folded. */
  readonly byNumber: ByText;
  /** By title, folded. */
  readonly byTitle: ByText;
  /** In the order of the list. */
  readonly untitled: readonly Matter[];
  readonly withoutNumber: number;
  readonly carriedOver: boolean;
  readonly sheets: ReadonlySet<string>;
}

const numberOf: TextOf = ({ id }) => (id === null ? null : foldText(id));
const titleOf: TextOf = ({ title }) => (title === null ? null : foldText(title));

/** Takes matters in one after the other, as they are read. */
export class NamingOfMatters {
  readonly #byNumber = new MattersByText();
  readonly #byTitle = new MattersByText();
  readonly #sheets = new Set<string>();
  readonly #untitled: Matter[] = [];
  #withoutNumber = 0;
  #carriedOver = false;

  add(matter: Matter): void {
    const [number, title] = [numberOf(matter), titleOf(matter)];
    if (number === null) this.#withoutNumber += 1;
    else this.#byNumber.add(number, matter);
    if (title === null) this.#untitled.push(matter);
    else this.#byTitle.add(title, matter);
    if (matter.formerly !== undefined) this.#carriedOver = true;
    this.#sheets.add(matter.sheet);
  }

  /** Keeps what was taken in for the list it was taken from. */
  doneFor(matters: readonly Matter[]): NamedMatters {
    const named = {
      byNumber: this.#byNumber,
      byTitle: this.#byTitle,
      untitled: this.#untitled,
      withoutNumber: this.#withoutNumber,
      carriedOver: this.#carriedOver,
      sheets: this.#sheets,
    };
    known.set(matters, named);
    return named;
  }
}

const known = new WeakMap<readonly Matter[], NamedMatters>();

export function* namedMatters(matters: readonly Matter[]): InPortions<NamedMatters> {
  const found = known.get(matters);
  if (found !== undefined) return found;
  const naming = new NamingOfMatters();
  yield* forEach(matters, (matter) => naming.add(matter));
  return naming.doneFor(matters);
}

/** Keeps for the list in which these matters have changed what is kept for the one before; nothing where nothing is. */
export function nameAfter(
  before: readonly Matter[],
  after: readonly Matter[],
  changes: readonly ChangedMatter[],
): void {
  const named = known.get(before);
  if (named !== undefined && !known.has(after)) known.set(after, namedAfter(named, changes));
}

export function namedAfter(named: NamedMatters, changes: readonly ChangedMatter[]): NamedMatters {
  const order = matterOrder(named.sheets);
  const numberless = (of: 'before' | 'after'): number => changes.filter((change) => change[of].id === null).length;
  return {
    ...named,
    byNumber: textsAfter(named.byNumber, changes, numberOf, order),
    byTitle: textsAfter(named.byTitle, changes, titleOf, order),
    untitled: untitledAfter(named.untitled, changes, order),
    withoutNumber: named.withoutNumber - numberless('before') + numberless('after'),
  };
}

function untitledAfter(
  untitled: readonly Matter[],
  changes: readonly ChangedMatter[],
  order: MatterOrder,
): readonly Matter[] {
  if (changes.every(({ before, after }) => before.title !== null && after.title !== null)) return untitled;
  const gone = new Set(changes.map(({ before }) => before));
  const come = changes.flatMap(({ after }) => (after.title === null ? after : []));
  return [...untitled.filter((matter) => !gone.has(matter)), ...come].sort(order);
}
