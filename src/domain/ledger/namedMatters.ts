import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { forEach, type InPortions } from '../portions';

/**
 * Matters by a text of theirs: a hash table over flat arrays. A hundred thousand titles each stand once; a `Map` of them
 * costs three times as much to make, and every collection of garbage goes through it.
 */
export class MattersByText {
  /** Place in the lists below plus one, by hash; 0: free. */
  #slots = new Int32Array(1024);
  readonly #hashes: number[] = [];
  readonly #texts: string[] = [];
  readonly #matters: Matter[] = [];
  /** All of a text that several have, by the place of the first. */
  readonly #several = new Map<number, Matter[]>();

  add(text: string, matter: Matter): void {
    const hash = hashOf(text);
    const slot = this.#slotOf(text, hash);
    const place = this.#slots[slot]! - 1;
    if (place >= 0) {
      const all = this.#several.get(place);
      if (all === undefined) this.#several.set(place, [this.#matters[place]!, matter]);
      else all.push(matter);
      return;
    }
    this.#hashes.push(hash);
    this.#texts.push(text);
    this.#matters.push(matter);
    this.#slots[slot] = this.#texts.length;
    if (this.#texts.length * 2 > this.#slots.length) this.#grow();
  }

  get(text: string): readonly Matter[] {
    const place = this.#slots[this.#slotOf(text, hashOf(text))]! - 1;
    return place < 0 ? [] : (this.#several.get(place) ?? [this.#matters[place]!]);
  }

  /** Those whose text others have too, together with these. */
  get several(): readonly (readonly Matter[])[] {
    return [...this.#several.values()];
  }

  /** Where the text stands, else the free slot for it. */
  #slotOf(text: string, hash: number): number {
    const slots = this.#slots;
    let slot = hash & (slots.length - 1);
    for (;;) {
      const place = slots[slot]! - 1;
      if (place < 0 || (this.#hashes[place] === hash && this.#texts[place] === text)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    for (const [place, hash] of this.#hashes.entries()) {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = place + 1;
    }
    this.#slots = slots;
  }
}

/** A number is its own hash: numbers that follow each other stand side by side. Other texts by FNV-1a over the characters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  let number = text.length < 10 ? 0 : NaN;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    hash = Math.imul(hash ^ code, 0x01000193);
    number = 48 <= code && code <= 57 ? number * 10 + code - 48 : NaN;
  }
  return Number.isNaN(number) ? hash ^ (hash >>> 15) : number;
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
