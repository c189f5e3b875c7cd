import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { forEach, type InPortions } from '../portions';

/** Matters by a text of theirs. Nearly every text has one: those are kept without a list of their own. */
export class MattersByText {
  readonly #matters = new Map<string, Matter | Matter[]>();
  readonly #several: Matter[][] = [];

  add(text: string, matter: Matter): void {
    const found = this.#matters.get(text);
    if (found === undefined) this.#matters.set(text, matter);
    else if (Array.isArray(found)) found.push(matter);
    else {
      const both = [found, matter];
      this.#matters.set(text, both);
      this.#several.push(both);
    }
  }

  get(text: string): readonly Matter[] {
    const found = this.#matters.get(text);
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  }

  /** Those whose text others have too, together with these. */
  get several(): readonly (readonly Matter[])[] {
    return this.#several;
  }
}

/** What a list of matters is called, gone through once for all who compare them or look them up. */
export interface NamedMatters {
  /** By number, folded. */
  readonly byNumber: MattersByText;
  /** Those whose title, folded, is that of others too. */
  readonly sameTitle: readonly (readonly Matter[])[];
  readonly withoutNumber: number;
  readonly carriedOver: boolean;
  readonly sheets: ReadonlySet<string>;
}

/** Takes matters in one after the other, as they are read. */
export class NamingOfMatters {
  readonly #byNumber = new MattersByText();
  readonly #byTitle = new MattersByText();
  readonly #sheets = new Set<string>();
  #withoutNumber = 0;
  #carriedOver = false;

  add(matter: Matter): void {
    const { id, title, sheet, formerly } = matter;
    if (id === null) this.#withoutNumber += 1;
    else this.#byNumber.add(foldText(id), matter);
    if (title !== null) this.#byTitle.add(foldText(title), matter);
    if (formerly !== undefined) this.#carriedOver = true;
    this.#sheets.add(sheet);
  }

  /** Keeps what was taken in for the list it was taken from. */
  doneFor(matters: readonly Matter[]): NamedMatters {
    const named = {
      byNumber: this.#byNumber,
      sameTitle: this.#byTitle.several,
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
