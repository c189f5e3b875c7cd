import type { ChangedMatter, Matter } from '../matter';
import type { MatterOrder } from './matterOrder';

/** Matters of a list by a text of theirs. */
export interface ByText {
  /** In the order of the list. */
  get(text: string): readonly Matter[];
  /** Those whose text others have too, together with these. */
  readonly several: readonly (readonly Matter[])[];
}

/** What a matter stands under; null: nowhere. */
export type TextOf = (matter: Matter) => string | null;

/**
 * A hash table over flat arrays. A hundred thousand titles each stand once; a `Map` of them
 * costs three times as much to make, and every collection of garbage goes through it.
 */
export class MattersByText implements ByText {
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

/** The same after some matters have changed: the texts that differ, beside a table of all. Who has the old one keeps it. */
class TextsChanged implements ByText {
  constructor(
    readonly table: ByText,
    readonly changed: ReadonlyMap<string, readonly Matter[]>,
    private readonly textOf: TextOf,
  ) {}

  get(text: string): readonly Matter[] {
    return this.changed.get(text) ?? this.table.get(text);
  }

  get several(): readonly (readonly Matter[])[] {
    const untouched = this.table.several.filter(([first]) => !this.changed.has(this.textOf(first!)!));
    return [...untouched, ...[...this.changed.values()].filter((own) => own.length > 1)];
  }
}

/** `order` as the list goes. */
export function textsAfter(
  table: ByText,
  changes: readonly ChangedMatter[],
  textOf: TextOf,
  order: MatterOrder,
): ByText {
  const under = table instanceof TextsChanged ? table.table : table;
  const changed = new Map(table instanceof TextsChanged ? table.changed : []);
  const now = (text: string): readonly Matter[] => changed.get(text) ?? under.get(text);
  for (const { before: was, after: is } of changes) {
    const [from, to] = [textOf(was), textOf(is)];
    if (from !== null) {
      const left = now(from);
      changed.set(from, from === to ? left.map((own) => (own === was ? is : own)) : left.filter((own) => own !== was));
    }
    if (to !== null && from !== to) changed.set(to, [...now(to), is].sort(order));
  }
  return new TextsChanged(under, changed, textOf);
}
