import { cellAddress, parseArea } from '../cells/address';
import { shiftedRow, type RowShift } from '../formulas/rewriting';
import type { OpcPackage } from '../opc/package';
import { relationshipsOf } from '../opc/relationships';
import type { Sheet } from '../sheet/sheet';
import { isPivotCache } from '../workbook/readingParts';
import { childOf, descendantsOf, parseXml, rawOf, textOf, type XmlNode } from '../xml/node';
import { setAttribute, splice, type Splice } from '../xml/tag';
import { shiftedArea } from './shiftedReferences';

/** Moves what floats over the sheet or hangs on its cells: drawings, notes and their boxes. */
export function shiftDrawings(sheet: Sheet, shift: RowShift): void {
  const { pack } = sheet.surroundings;
  const drawing = sheet.drawings.drawingPart();
  if (drawing) rewrite(pack, drawing, (text) => shiftAnchors(text, shift));
  for (const { kind, target, external } of relationshipsOf(pack, sheet.partName)) {
    if (external || !pack.has(target)) continue;
    if (kind === 'comments' || kind === 'threadedComment') rewrite(pack, target, (text) => shiftNotes(text, shift));
    else if (kind === 'vmlDrawing') rewrite(pack, target, (text) => shiftNoteBoxes(text, shift));
  }
}

/** Pivot caches anywhere in the workbook that read from the sheet. */
export function shiftCaches(pack: OpcPackage, sheetName: string, shift: RowShift): void {
  for (const name of pack.names()) {
    if (isPivotCache(name)) rewrite(pack, name, (text) => shiftCacheSource(text, sheetName, shift));
  }
}

function rewrite(pack: OpcPackage, part: string, change: (text: string) => string): void {
  const text = pack.text(part)!;
  const after = change(text);
  if (after !== text) pack.writeText(part, after);
}

/** An anchor's first child is its upper corner, the second one of a two-cell anchor its lower corner. */
function shiftAnchors(text: string, shift: RowShift): string {
  const edits: Splice[] = [];
  for (const anchor of parseXml(text).children) {
    const [upper, lower] = anchor.children;
    const follows = anchor.local === 'twoCellAnchor' ? (anchor.attributes.get('editAs') ?? 'twoCell') : anchor.local;
    if (!upper || (follows !== 'twoCell' && follows !== 'oneCell' && follows !== 'oneCellAnchor')) continue;
    const start = rowOf(upper);
    const moved = movedEnd(start, shift);
    edits.push(...rowEdits(upper, moved));
    if (!lower || follows === 'oneCellAnchor') continue;
    const end = rowOf(lower);
    const kept = { row: end + moved.row - start, clipped: false };
    edits.push(...rowEdits(lower, follows === 'oneCell' ? kept : movedEnd(end, shift)));
  }
  return splice(text, edits);
}

function rowOf(end: XmlNode): number {
  const row = childOf(end, 'row');
  return row ? Number(textOf(row)) : 0;
}

/** `clipped`: the row it stood in is gone, it now stands at the top of the next one. */
function movedEnd(row: number, shift: RowShift): { row: number; clipped: boolean } {
  const moved = shiftedRow(row, shift);
  return moved === null ? { row: shift.row, clipped: true } : { row: moved, clipped: false };
}

function rowEdits(end: XmlNode, { row, clipped }: { row: number; clipped: boolean }): Splice[] {
  const edits: Splice[] = [];
  const set = (local: string, value: number): void => {
    const node = childOf(end, local);
    if (node && textOf(node) !== String(value))
      edits.push({ start: node.innerStart, end: node.innerEnd, text: String(value) });
  };
  set('row', Math.max(0, row));
  if (clipped) set('rowOff', 0);
  return edits;
}

/** Notes whose cell is gone go with it. */
function shiftNotes(text: string, shift: RowShift): string {
  const root = parseXml(text);
  const notes = [...descendantsOf(root, 'comment'), ...descendantsOf(root, 'threadedComment')];
  const edits = notes.flatMap((note): Splice[] => {
    const at = parseArea(note.attributes.get('ref') ?? '');
    if (!at) return [];
    const moved = shiftedArea(at, shift);
    if (!moved) return [{ start: note.start, end: note.end, text: '' }];
    if (moved.top === at.top) return [];
    const open = text.slice(note.start, note.innerStart);
    return [
      { start: note.start, end: note.innerStart, text: setAttribute(open, 'ref', cellAddress(moved.top, moved.left)) },
    ];
  });
  return splice(text, edits);
}

/**
 * The VML boxes of notes: `<x:Row>` is the cell, the third and seventh numbers of `<x:Anchor>` are rows. Taken by
 * pattern: Excel itself writes VML that is not well-formed (`<br>`).
 */
function shiftNoteBoxes(text: string, shift: RowShift): string {
  return text.replace(/<v:shape\b[\s\S]*?<\/v:shape\s*>/g, (shape) => {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape);
    if (!row || !/ObjectType=["']Note["']/.test(shape)) return shape;
    const before = Number(row[1]);
    const moved = shiftedRow(before, shift);
    if (moved === null) return '';
    if (moved === before) return shape;
    return shape
      .replace(row[0], `<x:Row>${moved}</x:Row>`)
      .replace(/(<x:Anchor>)([^<]*)/, (_, open: string, anchor: string) => {
        const numbers = anchor.split(',').map(Number);
        for (const at of [2, 6]) numbers[at] = Math.max(0, (numbers[at] ?? 0) + moved - before);
        return open + numbers.join(', ');
      });
  });
}

function shiftCacheSource(text: string, sheetName: string, shift: RowShift): string {
  const edits = descendantsOf(parseXml(text), 'worksheetSource').flatMap((source): Splice[] => {
    const area = parseArea(source.attributes.get('ref') ?? '');
    if (!area || source.attributes.get('sheet')?.toLowerCase() !== sheetName.toLowerCase()) return [];
    const moved = shiftedArea(area, shift);
    const ref = `${cellAddress((moved ?? area).top, area.left)}:${cellAddress((moved ?? area).bottom, area.right)}`;
    return [{ start: source.start, end: source.end, text: setAttribute(rawOf(source), 'ref', ref) }];
  });
  return splice(text, edits);
}
