import { parseXml, type XmlNode } from './node';
import { setAttribute, startTagEnd } from './tag';

interface Chunk {
  readonly local: string;
  /** White space or comments before it. */
  readonly lead: string;
  readonly raw: string;
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A part's root element held as its top-level children, each as the text that came. Replacing, adding or
 * removing one leaves every byte of the others; new ones go where the schema's order wants them.
 */
export class XmlFrame {
  readonly original: string;
  private before: string;
  private readonly after: string;
  private readonly rootStart: number;
  private chunks: Chunk[] = [];
  private readonly deferred = new Map<string, () => void>();
  /** Prefix of the root with its colon (`x:`), or the empty string. */
  readonly prefix: string;

  /** Throws XmlError where the text is not well-formed. */
  constructor(
    text: string,
    private readonly order: readonly string[],
  ) {
    this.original = text;
    const root = parseXml(text);
    this.rootStart = root.start;
    const colon = root.name.indexOf(':');
    this.prefix = colon < 0 ? '' : root.name.slice(0, colon + 1);
    if (root.innerStart === root.end) {
      this.before = `${text.slice(0, root.end).replace(/\s*\/>$/, '')}>`;
      this.after = `</${root.name}>${text.slice(root.end)}`;
      return;
    }
    this.before = text.slice(0, root.innerStart);
    let at = root.innerStart;
    for (const child of root.children) {
      this.chunks.push({
        local: child.local,
        lead: text.slice(at, child.start),
        raw: text.slice(child.start, child.end),
      });
      at = child.end;
    }
    this.after = text.slice(at);
  }

  /** Puts off writing a child until someone asks for it: a list that is set a thousand times is written once. */
  defer(local: string, write: () => void): void {
    this.deferred.set(local, write);
  }

  private settle(local: string): void {
    const write = this.deferred.get(local);
    this.deferred.delete(local);
    write?.();
  }

  private settleAll(): void {
    for (const local of [...this.deferred.keys()]) this.settle(local);
  }

  /** The first child of that name, as text. */
  child(local: string): string | undefined {
    this.settle(local);
    return this.chunks.find((chunk) => chunk.local === local)?.raw;
  }

  node(local: string): XmlNode | undefined {
    const raw = this.child(local);
    return raw === undefined ? undefined : parseXml(raw);
  }

  all(local: string): string[] {
    this.settle(local);
    return this.chunks.filter((chunk) => chunk.local === local).map((chunk) => chunk.raw);
  }

  /** Every child's name and text. */
  entries(): readonly { readonly local: string; readonly raw: string }[] {
    this.settleAll();
    return this.chunks;
  }

  /** Replaces the first child of that name, adds it in schema order, or removes it for null. */
  set(local: string, raw: string | null): void {
    this.settle(local);
    const at = this.chunks.findIndex((chunk) => chunk.local === local);
    if (raw === null) {
      if (at >= 0) this.chunks.splice(at, 1);
    } else if (at >= 0) this.chunks[at] = { ...this.chunks[at]!, raw };
    else this.chunks.splice(this.place(local), 0, { local, lead: '', raw });
  }

  /** Puts these in place of all children of that name; those that are equal keep their place and white space. */
  setAll(local: string, raws: readonly string[]): void {
    this.settle(local);
    const existing = this.chunks.filter((chunk) => chunk.local === local);
    const kept: Chunk[] = [];
    let at = 0;
    for (const raw of raws) {
      let match = at;
      while (match < existing.length && existing[match]!.raw !== raw) match++;
      if (match === existing.length) match = -1;
      kept.push({ local, lead: match >= 0 ? existing[match]!.lead : (existing[kept.length]?.lead ?? ''), raw });
      if (match >= 0) at = match + 1;
    }
    const first = this.chunks.findIndex((chunk) => chunk.local === local);
    const others = this.chunks.filter((chunk) => chunk.local !== local);
    const contiguous =
      existing.length > 0 && this.chunks.slice(first, first + existing.length).every((c) => c.local === local);
    this.chunks = others;
    this.chunks.splice(contiguous ? first : this.place(local), 0, ...kept);
  }

  /** The prefix under which the root knows relationship ids, declared now if it was not. */
  relationshipPrefix(): string {
    const declared = new RegExp(
      `xmlns:([\\w.-]+)\\s*=\\s*["'](?:${relationships}|http://purl\\.oclc\\.org/ooxml/officeDocument/relationships)["']`,
    );
    const found = declared.exec(this.rootTag());
    if (found) return found[1]!;
    this.setRootAttribute('xmlns:r', relationships);
    return 'r';
  }

  rootTag(): string {
    return this.before.slice(this.rootStart);
  }

  setRootAttribute(name: string, value: string | null): void {
    this.before = this.before.slice(0, this.rootStart) + setAttribute(this.rootTag(), name, value);
  }

  toString(): string {
    this.settleAll();
    if (
      this.chunks.length === 0 &&
      /\/>\s*$/.test(this.original.slice(0, startTagEnd(this.original, this.rootStart)))
    ) {
      return this.original;
    }
    return this.before + this.chunks.map((chunk) => chunk.lead + chunk.raw).join('') + this.after;
  }

  private place(local: string): number {
    const rank = this.order.indexOf(local);
    let place = 0;
    let last = -1;
    this.chunks.forEach((chunk, index) => {
      const own = this.order.indexOf(chunk.local);
      if (own >= 0) last = own;
      if (last <= rank) place = index + 1;
    });
    return place;
  }
}
