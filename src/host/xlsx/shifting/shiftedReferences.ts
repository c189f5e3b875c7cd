import { areaAddress, parseArea, parseAreas } from '../cells/address';
import { formulaAfterShift, movedFormula, shiftedSpan, type RowShift } from '../formulas/rewriting';
import type { Area } from '../model';
import { escapeText } from '../xml/characters';
import { innerOf, parseXml, rawOf, textOf, type XmlNode } from '../xml/node';
import { setAttribute, splice, type Splice } from '../xml/tag';

/** An area after rows moved; null where nothing of it is left. */
export function shiftedArea(area: Area, shift: RowShift): Area | null {
  const span = shiftedSpan(area.top, area.bottom, shift);
  return span && { ...area, ...span };
}

/** Elements that have no meaning once their area is gone. */
const goneWithTheirArea = new Set([
  'mergeCell',
  'hyperlink',
  'conditionalFormatting',
  'dataValidation',
  'protectedRange',
  'ignoredError',
  'cellWatch',
  'sparkline',
  'sortCondition',
  'sortState',
  'autoFilter',
]);
const formulaNames = new Set(['formula', 'formula1', 'formula2', 'f', 'calculatedColumnFormula', 'totalsRowFormula']);

/**
 * A piece of a worksheet (merges, formats, validations, links, filter, extensions …) after rows of its sheet moved:
 * references move, what lost its cells goes. Null where nothing of the piece is left.
 */
export function shiftedElement(raw: string, sheet: string, shift: RowShift): string | null {
  return shiftNode(parseXml(raw), sheet, shift, null);
}

function shiftNode(node: XmlNode, sheet: string, shift: RowShift, inherited: readonly Area[] | null): string | null {
  const areas = areasOf(node) ?? inherited;
  const reference = node.attributes.has('sqref') ? 'sqref' : node.attributes.has('ref') ? 'ref' : null;
  const shifted = reference === null ? null : shiftedList(node.attributes.get(reference)!, shift);
  if (shifted === '' && goneWithTheirArea.has(node.local)) return null;
  if (node.local === 'mergeCell' && shifted !== null && !shifted.includes(':')) return null;
  if (formulaNames.has(node.local) && node.children.length === 0) return shiftFormula(node, sheet, shift, areas);
  if (node.local === 'sqref') return shiftText(node, shiftedList(textOf(node), shift));
  const edits: Splice[] = [];
  let left = 0;
  for (const child of node.children) {
    const text = shiftNode(child, sheet, shift, areas);
    if (text !== null) left += 1;
    if (text !== rawOf(child))
      edits.push({ start: child.start - node.start, end: child.end - node.start, text: text ?? '' });
  }
  if (left === 0 && node.children.length > 0 && !goneWithTheirArea.has(node.local)) return null;
  let raw = edits.length > 0 ? splice(rawOf(node), edits) : rawOf(node);
  if (reference && shifted !== null && shifted !== '' && shifted !== node.attributes.get(reference)) {
    raw = setAttribute(raw, reference, shifted);
  }
  const location = node.local === 'hyperlink' ? node.attributes.get('location') : undefined;
  if (location !== undefined) {
    const moved = formulaAfterShift(location, sheet, sheet, shift);
    if (moved !== location) raw = setAttribute(raw, 'location', moved);
  }
  return node.attributes.has('count') && left !== node.children.length ? setAttribute(raw, 'count', String(left)) : raw;
}

/** The areas an element applies to: its own sqref, or an `<xm:sqref>` below it. */
function areasOf(node: XmlNode): readonly Area[] | null {
  const own = node.attributes.get('sqref');
  if (own !== undefined) return parseAreas(own);
  const below = node.children.find((child) => child.local === 'sqref');
  return below ? parseAreas(textOf(below)) : null;
}

function shiftedList(references: string, shift: RowShift): string {
  return references
    .split(/\s+/)
    .map((reference) => {
      const area = parseArea(reference);
      if (!area) return reference;
      const moved = shiftedArea(area, shift);
      return moved ? areaAddress(moved) : '';
    })
    .filter((reference) => reference !== '')
    .join(' ');
}

/** Formulas of formats and validations are written for the first cell of their areas. */
function shiftFormula(node: XmlNode, sheet: string, shift: RowShift, areas: readonly Area[] | null): string {
  const first = areas?.reduce((top, area) => Math.min(top, area.top), Infinity);
  const gone = shift.row - shift.count;
  const anchorDeleted = first !== undefined && shift.count < 0 && first >= shift.row && first < gone;
  const formula = anchorDeleted ? movedFormula(textOf(node), gone - first, 0) : textOf(node);
  return shiftText(node, formulaAfterShift(formula, sheet, sheet, shift));
}

function shiftText(node: XmlNode, text: string): string {
  if (text === textOf(node)) return rawOf(node);
  const inner = innerOf(node);
  const raw = rawOf(node);
  const at = node.innerStart - node.start;
  return raw.slice(0, at) + escapeText(text) + raw.slice(at + inner.length);
}
