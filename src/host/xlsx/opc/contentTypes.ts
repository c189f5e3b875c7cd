import { escapeAttribute } from '../xml/characters';
import { parseXml } from '../xml/node';
import { splice } from '../xml/tag';
import type { OpcPackage } from './package';
import { partKey } from './partNames';

const part = '[Content_Types].xml';

/** `[Content_Types].xml` (ECMA-376 part 2, 7.3): which part is of which kind. */
export class ContentTypes {
  constructor(private readonly pack: OpcPackage) {}

  of(name: string): string | null {
    const root = parseXml(this.text());
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    let byExtension: string | null = null;
    for (const entry of root.children) {
      const type = entry.attributes.get('ContentType') ?? null;
      if (entry.local === 'Override' && partKey(entry.attributes.get('PartName') ?? '') === partKey(name)) return type;
      if (entry.local === 'Default' && entry.attributes.get('Extension')?.toLowerCase() === extension)
        byExtension = type;
    }
    return byExtension;
  }

  add(name: string, type: string): void {
    if (this.of(name) === type) return;
    this.remove(name);
    const text = this.text();
    const root = parseXml(text);
    const prefix = root.name.slice(0, root.name.length - root.local.length);
    const written = `<${prefix}Override PartName="${escapeAttribute(`/${name}`)}" ContentType="${escapeAttribute(type)}"/>`;
    this.pack.writeText(part, splice(text, [{ start: root.innerEnd, end: root.innerEnd, text: written }]));
  }

  remove(name: string): void {
    const text = this.text();
    const gone = parseXml(text).children.filter(
      (entry) => entry.local === 'Override' && partKey(entry.attributes.get('PartName') ?? '') === partKey(name),
    );
    if (gone.length === 0) return;
    this.pack.writeText(
      part,
      splice(
        text,
        gone.map((node) => ({ start: node.start, end: node.end, text: '' })),
      ),
    );
  }

  private text(): string {
    const text = this.pack.text(part);
    if (text === null) throw new Error('package without content types');
    return text;
  }
}
