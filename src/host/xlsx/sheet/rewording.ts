import { escapeText, unescapeXml } from '../xml/characters';
import type { XmlFrame } from '../xml/frame';
import { setAttribute } from '../xml/tag';

const formulaElement =
  /(<((?:[\w.-]+:)?(?:formula1|formula2|formula|f|calculatedColumnFormula|totalsRowFormula))(?:\s[^>]*)?>)([^<]*)(<\/\2\s*>)/g;
const holders = ['conditionalFormatting', 'dataValidations', 'extLst'];

/** Rewrites the text of every formula element in a piece of XML; unchanged ones keep their bytes. */
export function rewordFormulaElements(raw: string, reword: (formula: string) => string): string {
  return raw.replace(formulaElement, (whole, open: string, _name, text: string, close: string) => {
    const before = unescapeXml(text);
    const after = reword(before);
    return after === before ? whole : open + escapeText(after) + close;
  });
}

/** Rewrites the formulas of a sheet that stand outside its cells: conditional formats, validations, extensions, links. */
export function rewordFrame(frame: XmlFrame, reword: (formula: string) => string): void {
  for (const local of holders) {
    const raws = frame.all(local);
    const after = raws.map((raw) => rewordFormulaElements(raw, reword));
    if (after.some((raw, index) => raw !== raws[index])) frame.setAll(local, after);
  }
  const links = frame.child('hyperlinks');
  if (links === undefined) return;
  const after = links.replace(/<(?:[\w.-]+:)?hyperlink\b[^>]*>/g, (tag) => {
    const found = /\slocation\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
    if (!found) return tag;
    const before = unescapeXml(found[1] ?? found[2] ?? '');
    const now = reword(before);
    return now === before ? tag : setAttribute(tag, 'location', now);
  });
  if (after !== links) frame.set('hyperlinks', after);
}
