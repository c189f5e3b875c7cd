import { areaAddress, parseArea } from '../cells/address';
import type { Hyperlink } from '../model';
import { addRelationship, documentRelationships, relationshipsOf, removeRelationship } from '../opc/relationships';
import type { OpcPackage } from '../opc/package';
import type { XmlFrame } from '../xml/frame';
import { rawOf, relationshipId, type XmlNode } from '../xml/node';
import { attributesText } from '../xml/tag';

export function readHyperlinks(frame: XmlFrame, pack: OpcPackage, part: string): Hyperlink[] {
  return held(frame, pack, part).map(({ link }) => link);
}

interface Held {
  readonly link: Hyperlink;
  readonly raw: string;
  readonly relationship: string | undefined;
}

function held(frame: XmlFrame, pack: OpcPackage, part: string): Held[] {
  const nodes = frame.node('hyperlinks')?.children ?? [];
  if (nodes.length === 0) return [];
  const targets = new Map(relationshipsOf(pack, part).map((one) => [one.id, one.target]));
  return nodes.flatMap((node) => {
    const link = readLink(node, targets);
    return link ? [{ link, raw: rawOf(node), relationship: relationshipId(node) }] : [];
  });
}

function readLink(node: XmlNode, targets: ReadonlyMap<string, string>): Hyperlink | null {
  const area = parseArea(node.attributes.get('ref') ?? '');
  if (!area) return null;
  const id = relationshipId(node);
  const tooltip = node.attributes.get('tooltip');
  return {
    area,
    address: id === undefined ? null : (targets.get(id) ?? null),
    location: node.attributes.get('location') ?? null,
    ...(tooltip === undefined ? {} : { tooltip }),
  };
}

/** Writes the links; those equal to one that was there keep its text and relationship. */
export function writeHyperlinks(frame: XmlFrame, pack: OpcPackage, part: string, links: readonly Hyperlink[]): void {
  const before = held(frame, pack, part).map((one) => ({ ...one, key: keyOf(one.link) }));
  if (links.map(keyOf).join('\n') === before.map((one) => one.key).join('\n')) return;
  const kept = new Set<Held>();
  const p = frame.prefix;
  const texts = links.map((link) => {
    const key = keyOf(link);
    const known = before.find((one) => one.key === key && !kept.has(one));
    if (!known) return null;
    kept.add(known);
    return known.raw;
  });
  const used = new Set([...kept].map((one) => one.relationship));
  for (const one of before) {
    if (one.relationship !== undefined && !used.has(one.relationship)) removeRelationship(pack, part, one.relationship);
  }
  const body = links.map((link, index) => texts[index] ?? writtenLink(link, frame, pack, part)).join('');
  frame.set('hyperlinks', body ? `<${p}hyperlinks>${body}</${p}hyperlinks>` : null);
}

interface Adding {
  /** Every quoted value of the text as it was, and the cells of the links added since. */
  readonly addresses: Set<string>;
  readonly written: string[];
}

/** Links added and not yet in the worksheet's text: that is written when someone asks for it. */
const adding = new WeakMap<XmlFrame, Adding>();

/** Adds a link without reading those there are: thousands come one by one. */
export function addHyperlink(frame: XmlFrame, pack: OpcPackage, part: string, link: Hyperlink): void {
  const address = areaAddress(link.area);
  const open = adding.get(frame) ?? startAdding(frame);
  if (open === null || open.addresses.has(address)) {
    const others = readHyperlinks(frame, pack, part).filter(({ area }) => areaAddress(area) !== address);
    writeHyperlinks(frame, pack, part, [...others, link]);
    return;
  }
  open.addresses.add(address);
  open.written.push(writtenLink(link, frame, pack, part));
}

/** Null where the worksheet has no links yet, or an element without an end tag. */
function startAdding(frame: XmlFrame): Adding | null {
  const text = frame.child('hyperlinks');
  const end = `</${frame.prefix}hyperlinks>`;
  if (text?.endsWith(end) !== true) return null;
  const quoted = text.matchAll(/"([^"]*)"|'([^']*)'/g);
  const open: Adding = { addresses: new Set(Array.from(quoted, ([, one, other]) => one ?? other ?? '')), written: [] };
  adding.set(frame, open);
  frame.defer('hyperlinks', () => {
    adding.delete(frame);
    frame.set('hyperlinks', text.slice(0, -end.length) + open.written.join('') + end);
  });
  return open;
}

function keyOf(link: Hyperlink): string {
  return JSON.stringify([areaAddress(link.area), link.address, link.location, link.tooltip ?? null]);
}

function writtenLink(link: Hyperlink, frame: XmlFrame, pack: OpcPackage, part: string): string {
  const id =
    link.address === null
      ? undefined
      : addRelationship(pack, part, `${documentRelationships}/hyperlink`, link.address, true);
  const attributes = attributesText({
    ref: areaAddress(link.area),
    ...(id === undefined ? {} : { [`${frame.relationshipPrefix()}:id`]: id }),
    location: link.location,
    tooltip: link.tooltip,
  });
  return `<${frame.prefix}hyperlink${attributes}/>`;
}
