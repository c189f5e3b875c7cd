import { EngineRefusal, type CustomXmlPartModel } from '../model';
import { ContentTypes } from '../opc/contentTypes';
import type { OpcPackage } from '../opc/package';
import { folderOf, relationshipsPartOf } from '../opc/partNames';
import {
  addRelationship,
  documentRelationships,
  relatedPart,
  relationshipsOf,
  removeRelationship,
} from '../opc/relationships';
import { escapeAttribute } from '../xml/characters';
import { parseXml, XmlError } from '../xml/node';

const propertiesType = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const propertiesNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

interface HeldPart {
  readonly id: string;
  readonly part: string;
  readonly relationship: string;
}

/** Custom XML parts of the workbook: `customXml/itemN.xml` with its properties, which hold the id. */
export class CustomXmlParts {
  constructor(
    private readonly pack: OpcPackage,
    private readonly workbookPart: string,
  ) {}

  list(): CustomXmlPartModel[] {
    return this.held().map(({ id, part }) => this.model(id, part));
  }

  add(xml: string): CustomXmlPartModel {
    namespaceOf(xml);
    const part = this.pack.freeName('customXml/item#.xml');
    const number = /item(\d+)\.xml$/.exec(part)![1]!;
    const properties = `customXml/itemProps${number}.xml`;
    const id = this.freshId(xml);
    this.pack.writeText(part, xml);
    this.pack.writeText(
      properties,
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${propertiesNamespace}">` +
        `<ds:schemaRefs><ds:schemaRef ds:uri="${escapeAttribute(namespaceOf(xml))}"/></ds:schemaRefs></ds:datastoreItem>`,
    );
    const types = new ContentTypes(this.pack);
    if (types.of(part) === null) types.add(part, 'application/xml');
    types.add(properties, propertiesType);
    addRelationship(this.pack, part, `${documentRelationships}/customXmlProps`, properties);
    addRelationship(this.pack, this.workbookPart, `${documentRelationships}/customXml`, part);
    return this.model(id, part);
  }

  set(id: string, xml: string): void {
    namespaceOf(xml);
    this.pack.writeText(this.find(id).part, xml);
  }

  remove(id: string): void {
    const { part, relationship } = this.find(id);
    const types = new ContentTypes(this.pack);
    for (const { target, external } of relationshipsOf(this.pack, part)) {
      if (external || folderOf(target) !== folderOf(part)) continue;
      this.pack.remove(target);
      types.remove(target);
    }
    this.pack.remove(relationshipsPartOf(part));
    this.pack.remove(part);
    types.remove(part);
    removeRelationship(this.pack, this.workbookPart, relationship);
  }

  private find(id: string): HeldPart {
    const found = this.held().find((one) => one.id.toLowerCase() === id.toLowerCase());
    if (!found) throw new EngineRefusal('ItemNotFound', '没有找到这个自定义 XML 部件。');
    return found;
  }

  private held(): HeldPart[] {
    return relationshipsOf(this.pack, this.workbookPart)
      .filter((one) => one.kind === 'customXml' && !one.external && this.pack.has(one.target))
      .map((one) => ({ id: this.idOf(one.target), part: one.target, relationship: one.id }));
  }

  private idOf(part: string): string {
    const properties = relatedPart(this.pack, part, 'customXmlProps');
    const text = properties === null ? null : this.pack.text(properties);
    const node = text === null ? undefined : parseXml(text);
    const named = [...(node?.attributes ?? [])].find(([name]) => name.endsWith('itemID'))?.[1];
    return named ?? guid(part);
  }

  private model(id: string, part: string): CustomXmlPartModel {
    const { pack } = this;
    return {
      id,
      /** Empty where someone else's part is no XML: nobody looks for it, and it is kept as it is. */
      get namespaceUri() {
        try {
          return namespaceOf(this.xml);
        } catch (fault) {
          if (fault instanceof EngineRefusal) return '';
          throw fault;
        }
      },
      get xml() {
        return pack.text(part) ?? '';
      },
      set xml(text: string) {
        namespaceOf(text);
        pack.writeText(part, text);
      },
    };
  }

  private freshId(xml: string): string {
    const taken = new Set(this.held().map((one) => one.id));
    for (let number = 0; ; number++) {
      const id = guid(`${number}:${xml}`);
      if (!taken.has(id)) return id;
    }
  }
}

/** Namespace of the root element. Throws EngineRefusal where the text is not XML. */
function namespaceOf(xml: string): string {
  try {
    const root = parseXml(xml);
    const prefix = root.name.includes(':') ? root.name.slice(0, root.name.indexOf(':')) : '';
    return root.attributes.get(prefix ? `xmlns:${prefix}` : 'xmlns') ?? '';
  } catch (fault) {
    if (fault instanceof XmlError) throw new EngineRefusal('InvalidArgument', '自定义 XML 部件的内容不是完整的 XML。');
    throw fault;
  }
}

/** A `{GUID}` that follows from the text, so that the same steps give the same file (FNV-1a, four seeds). */
function guid(text: string): string {
  const hex = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
    .map((seed) => {
      let hash = seed;
      for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('')
    .toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20)}}`;
}
