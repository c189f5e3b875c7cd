import type { OpcPackage } from '../opc/package';
import { rewordFormulaElements } from '../sheet/rewording';
import { unescapeXml } from '../xml/characters';
import { setAttribute } from '../xml/tag';

/** Attributes of shapes and form controls that hold a reference. */
const referenceAttributes = ['textlink', 'fmlaLink', 'fmlaRange', 'fmlaTxbx'];

/** Rewrites the references that charts, tables, shapes and controls read cells by. */
export function rewordReadingParts(pack: OpcPackage, reword: (formula: string) => string): void {
  for (const name of pack.names()) {
    if (!/(^|\/)(charts\/chart|chartEx|tables\/|drawings\/drawing|ctrlProps\/)[^_]*\.xml$/i.test(name)) continue;
    const text = pack.text(name) ?? '';
    const after = rewordAttributes(rewordFormulaElements(text, reword), reword);
    if (after !== text) pack.writeText(name, after);
  }
}

function rewordAttributes(text: string, reword: (formula: string) => string): string {
  return text.replace(/<[^<>]*\b(?:textlink|fmla(?:Link|Range|Txbx))="[^<>]*>/g, (tag) =>
    referenceAttributes.reduce((changed, name) => {
      const value = new RegExp(`\\b${name}="([^"]*)"`).exec(changed)?.[1];
      if (!value) return changed;
      const before = unescapeXml(value);
      const after = reword(before);
      return after === before ? changed : setAttribute(changed, name, after);
    }, tag),
  );
}

export function isPivotCache(name: string): boolean {
  return /pivotCache\/pivotCacheDefinition[^/]*\.xml$/i.test(name);
}

/** Pivot caches name the sheet of their source in an attribute. */
export function renamePivotSources(pack: OpcPackage, before: string, after: string): void {
  for (const name of pack.names().filter(isPivotCache)) {
    const text = pack.text(name) ?? '';
    const renamed = text.replace(/<(?:[\w.-]+:)?worksheetSource\b[^>]*>/g, (tag) => {
      const sheet = unescapeXml(/\bsheet="([^"]*)"/.exec(tag)?.[1] ?? '');
      return sheet.toLowerCase() === before.toLowerCase() ? setAttribute(tag, 'sheet', after) : tag;
    });
    if (renamed !== text) pack.writeText(name, renamed);
  }
}
