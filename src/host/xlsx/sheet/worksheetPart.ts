import { areaAddress, encloses, parseArea, sameArea } from '../cells/address';
import { SheetCells, type CellSurroundings } from '../cells/sheetCells';
import { sheetDataChanged, writeSheetData } from '../cells/sheetDataWriter';
import { scanSheet, type ScannedSheet } from '../cells/sheetScanner';
import type { Area } from '../model';
import type { InSlices } from '../slices';
import { XmlFrame } from '../xml/frame';
import { parseXml, XmlError } from '../xml/node';
import { setAttribute } from '../xml/tag';
import { encodeUtf8, utf8InSlices } from '../xml/utf8';
import { worksheetOrder } from './worksheetOrder';

/** Reads a worksheet part. Throws XmlError where it is broken. */
export function* readWorksheet(source: Uint8Array, around: CellSurroundings): InSlices<WorksheetPart> {
  return new WorksheetPart(source, yield* scanSheet(yield* utf8InSlices(source)), around);
}

/** A worksheet part: its rows, and the frame of everything around them. */
export class WorksheetPart {
  readonly frame: XmlFrame;
  readonly cells: SheetCells;
  private readonly placeholder: string;

  /** Throws XmlError where a cell names a shared string that is not there. */
  constructor(
    /** The part as it came. */
    readonly source: Uint8Array,
    scanned: ScannedSheet,
    private readonly around: CellSurroundings,
  ) {
    if (scanned.lastSharedString >= 0 && scanned.lastSharedString >= around.sharedStrings().count) {
      throw new XmlError('a cell names a shared string that is not there');
    }
    this.placeholder = `<${scanned.prefix}sheetData held="1"/>`;
    this.frame = new XmlFrame(scanned.head + this.placeholder + scanned.tail, worksheetOrder);
    this.cells = new SheetCells(scanned, around);
  }

  get changed(): boolean {
    return this.frame.toString() !== this.frame.original || sheetDataChanged(this.cells);
  }

  /** The part as it stands now, in pieces. */
  write(): readonly Uint8Array[] {
    const dimension = this.frame.child('dimension');
    if (dimension !== undefined && sheetDataChanged(this.cells)) this.frame.set('dimension', this.widened(dimension));
    const text = this.frame.toString();
    if (dimension !== undefined) this.frame.set('dimension', dimension);
    const at = text.indexOf(this.placeholder);
    const head = encodeUtf8(text.slice(0, at));
    const tail = encodeUtf8(text.slice(at + this.placeholder.length));
    return [head, ...writeSheetData(this.cells), tail];
  }

  /** The dimension, grown where edits went beyond what was used when the part came; as it came otherwise. */
  private widened(raw: string): string {
    const used = this.cells.usedArea(false);
    const before = parseArea(parseXml(raw).attributes.get('ref') ?? '');
    if (before && used && encloses(before, used) && !this.cells.moved) return raw;
    const came = new SheetCells(this.cells.scanned, this.around).usedArea(false);
    if (!used || (came && encloses(came, used) && !this.cells.moved)) return raw;
    const now = before && !this.cells.moved ? union(before, used) : used;
    return before && sameArea(before, now) ? raw : setAttribute(raw, 'ref', areaAddress(now));
  }
}

function union(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
