import { escapeAttribute } from '../xml/characters';
import { parseXml } from '../xml/node';
import { splice } from '../xml/tag';
import type { OpcPackage } from './package';
import { relationshipsPartOf, relativeTarget, resolveTarget } from './partNames';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The last step of the type, the same in transitional and strict files: `worksheet`, `styles`, … */
  readonly kind: string;
  readonly external: boolean;
  /** Resolved part name, or the address as written where external. */
  readonly target: string;
}

const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const documentRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Relationships of a part ('' for the package), in the order of the file. */
export function relationshipsOf(pack: OpcPackage, source: string): Relationship[] {
  const text = pack.text(relationshipsPartOf(source));
  if (text === null) return [];
  return parseXml(text)
    .children.filter((node) => node.local === 'Relationship')
    .map((node) => {
      const type = node.attributes.get('Type') ?? '';
      const external = node.attributes.get('TargetMode') === 'External';
      const target = node.attributes.get('Target') ?? '';
      return {
        id: node.attributes.get('Id') ?? '',
        type,
        kind: type.slice(type.lastIndexOf('/') + 1),
        external,
        target: external ? target : resolveTarget(source, target),
      };
    });
}

export function relatedPart(pack: OpcPackage, source: string, kind: string): string | null {
  return relationshipsOf(pack, source).find((one) => one.kind === kind && !one.external)?.target ?? null;
}

/** Adds a relationship to a part or, where `external`, to an address; answers its id. */
export function addRelationship(
  pack: OpcPackage,
  source: string,
  type: string,
  target: string,
  external = false,
): string {
  const name = relationshipsPartOf(source);
  const text =
    pack.text(name) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${namespace}"></Relationships>`;
  const taken = new Set(relationshipsOf(pack, source).map((one) => one.id));
  let number = 1;
  while (taken.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  const written = external ? target : relativeTarget(source, target);
  const root = parseXml(text);
  const prefix = root.name.slice(0, root.name.length - root.local.length);
  const mode = external ? ' TargetMode="External"' : '';
  const entry = `<${prefix}Relationship Id="${id}" Type="${escapeAttribute(type)}" Target="${escapeAttribute(written)}"${mode}/>`;
  const selfClosing = root.innerStart === root.end;
  pack.writeText(
    name,
    selfClosing
      ? splice(text, [{ start: root.end - 2, end: root.end, text: `>${entry}</${root.name}>` }])
      : splice(text, [{ start: root.innerEnd, end: root.innerEnd, text: entry }]),
  );
  return id;
}

/** Removes one relationship; a relationships part left empty goes with it. */
export function removeRelationship(pack: OpcPackage, source: string, id: string): void {
  const name = relationshipsPartOf(source);
  const text = pack.text(name);
  if (text === null) return;
  const root = parseXml(text);
  const gone = root.children.filter((node) => node.attributes.get('Id') === id);
  if (gone.length === 0) return;
  if (gone.length === root.children.length) pack.remove(name);
  else
    pack.writeText(
      name,
      splice(
        text,
        gone.map((node) => ({ start: node.start, end: node.end, text: '' })),
      ),
    );
}
