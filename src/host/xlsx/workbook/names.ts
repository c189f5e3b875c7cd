import type { DefinedName } from '../model';
import { escapeText } from '../xml/characters';
import type { XmlFrame } from '../xml/frame';
import { flag, numberAttribute, parseXml, textOf } from '../xml/node';
import { attributesText, setAttribute } from '../xml/tag';

/** A defined name with the element it came in, or null for one made here. */
export interface HeldName extends DefinedName {
  readonly raw: string | null;
}

/** Reads `<definedNames>`; `tabIds` turns a localSheetId into a sheet's id. */
export function readNames(frame: XmlFrame, tabIds: readonly string[]): HeldName[] {
  const raw = frame.child('definedNames');
  if (raw === undefined) return [];
  return parseXml(raw).children.map((node) => {
    const local = numberAttribute(node, 'localSheetId');
    return {
      name: node.attributes.get('name') ?? '',
      formula: textOf(node),
      scope: local === undefined ? null : (tabIds[local] ?? null),
      hidden: flag(node, 'hidden'),
      raw: raw.slice(node.start, node.end),
    };
  });
}

/** Takes over a new list; names that were there keep their element and what else it says. */
export function mergedNames(before: readonly HeldName[], names: readonly DefinedName[]): HeldName[] {
  const keyOf = ({ name, scope }: Pick<DefinedName, 'name' | 'scope'>): string =>
    `${scope ?? ''}!${name.toLowerCase()}`;
  const known = new Map(before.map((one) => [keyOf(one), one.raw]));
  return names.map(({ name, formula, scope, hidden }) => {
    return { name, formula, scope, hidden, raw: known.get(keyOf({ name, scope })) ?? null };
  });
}

export function writeNames(frame: XmlFrame, names: readonly HeldName[], tabIds: readonly string[]): void {
  const p = frame.prefix;
  const texts = names.map((one) => writtenName(one, p, tabIds));
  const came = frame.child('definedNames');
  const before = came === undefined ? [] : parseXml(came).children.map((node) => came.slice(node.start, node.end));
  if (texts.join('') === before.join('')) return;
  frame.set('definedNames', texts.length > 0 ? `<${p}definedNames>${texts.join('')}</${p}definedNames>` : null);
}

function writtenName(one: HeldName, p: string, tabIds: readonly string[]): string {
  const local = one.scope === null ? -1 : tabIds.indexOf(one.scope);
  const scope = local < 0 ? null : String(local);
  if (one.raw === null) {
    const attributes = attributesText({ name: one.name, localSheetId: scope, hidden: one.hidden || undefined });
    return `<${p}definedName${attributes}>${escapeText(one.formula)}</${p}definedName>`;
  }
  const node = parseXml(one.raw);
  let raw = one.raw;
  if (textOf(node) !== one.formula) {
    const open = raw.slice(0, node.innerStart).replace(/\s*\/>$/, '>');
    raw = `${open}${escapeText(one.formula)}</${node.name}>`;
  }
  if ((node.attributes.get('localSheetId') ?? null) !== scope) raw = setAttribute(raw, 'localSheetId', scope);
  if ((node.attributes.get('name') ?? '') !== one.name) raw = setAttribute(raw, 'name', one.name);
  if (flag(node, 'hidden') !== one.hidden) raw = setAttribute(raw, 'hidden', one.hidden ? '1' : null);
  return raw;
}
