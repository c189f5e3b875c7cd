import { deepestNesting, XmlError } from '../xml/node';
import type { InSlices } from '../slices';
import { decodeUtf8 } from '../xml/utf8';
import { lastColumn, lastRow } from './address';
import { columnOf, digitsOf, kindOf, numberAt } from './cellAttributes';
import { CellKind, CellTable, type SourceRow } from './cellTable';

/** A worksheet part taken apart: what stands before and after its rows as text, the rows as byte ranges. */
export interface ScannedSheet {
  readonly bytes: Uint8Array;
  readonly head: string;
  readonly tail: string;
  /** The `<sheetData …>` start tag as it came. */
  readonly dataTag: string;
  readonly dataStart: number;
  readonly dataInnerStart: number;
  readonly dataInnerEnd: number;
  readonly dataEnd: number;
  readonly prefix: string;
  readonly rows: SourceRow[];
  readonly cells: CellTable;
  readonly hasFormulas: boolean;
  /** Rows or cells stood out of order or twice. */
  readonly disordered: boolean;
  /** The highest shared string a cell names; -1 where none does. */
  readonly lastSharedString: number;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Rows read between two pauses. */
const ROWS_AT_ONCE = 500;

/** Reads a worksheet part. Throws XmlError where it is broken. */
export function scanSheet(bytes: Uint8Array): InSlices<ScannedSheet> {
  return new SheetScanner(bytes).scan();
}

class SheetScanner {
  private at = 0;
  private readonly cells = new CellTable();
  private readonly rows: SourceRow[] = [];
  private hasFormulas = false;
  private disordered = false;
  private lastSharedString = -1;
  private nameStart = 0;
  private nameEnd = 0;
  private selfClosing = false;
  private reference: [number, number] = [0, 0];
  private style: [number, number] = [0, 0];
  private type: [number, number] = [0, 0];
  /** Start and end of the names of the elements that `skipElement` has open. */
  private readonly open: number[] = [];

  constructor(private readonly bytes: Uint8Array) {}

  *scan(): InSlices<ScannedSheet> {
    const dataStart = this.findSheetData();
    this.at = dataStart;
    const prefix = decodeUtf8(this.bytes, dataStart + 1, this.nameStartAt(dataStart));
    this.readTag();
    const dataInnerStart = this.at;
    let dataInnerEnd = this.at;
    let dataEnd = this.at;
    if (!this.selfClosing) {
      yield* this.readRows();
      dataInnerEnd = this.at;
      dataEnd = this.bytes.indexOf(GT, this.at) + 1;
      if (dataEnd === 0) throw new XmlError('the sheet ends inside its rows');
    }
    if (this.disordered) this.rows.sort((a, b) => a.index - b.index);
    this.cells.trim();
    return {
      bytes: this.bytes,
      head: decodeUtf8(this.bytes, 0, dataStart),
      tail: decodeUtf8(this.bytes, dataEnd),
      dataTag: decodeUtf8(this.bytes, dataStart, dataInnerStart),
      dataStart,
      dataInnerStart,
      dataInnerEnd,
      dataEnd,
      prefix,
      rows: this.rows,
      cells: this.cells,
      hasFormulas: this.hasFormulas,
      disordered: this.disordered,
      lastSharedString: this.lastSharedString,
    };
  }

  private findSheetData(): number {
    for (let at = this.bytes.indexOf(LT); at >= 0; at = this.bytes.indexOf(LT, at + 1)) {
      if (this.bytes[at + 1] === 0x21) {
        if (this.bytes[at + 2] !== 0x2d) throw new XmlError('document type declaration', true);
        at = this.skipComment(at) - 1;
        continue;
      }
      const name = this.nameStartAt(at);
      if (this.nameIs(name, 'sheetData')) return at;
    }
    throw new XmlError('no sheetData');
  }

  private nameStartAt(tag: number): number {
    for (let at = tag + 1; at < this.bytes.length && at < tag + 64; at++) {
      const byte = this.bytes[at]!;
      if (byte === COLON) return at + 1;
      if (byte <= 0x20 || byte === GT || byte === SLASH) break;
    }
    return tag + 1;
  }

  private nameIs(start: number, name: string): boolean {
    for (let at = 0; at < name.length; at++) if (this.bytes[start + at] !== name.charCodeAt(at)) return false;
    const after = this.bytes[start + name.length];
    return after === undefined || after <= 0x20 || after === GT || after === SLASH;
  }

  private skipComment(at: number): number {
    for (let here = at + 6; here < this.bytes.length; here++) {
      if (this.bytes[here] === GT && this.bytes[here - 1] === 0x2d && this.bytes[here - 2] === 0x2d) return here + 1;
    }
    throw new XmlError('comment not closed');
  }

  /** Goes to the next tag and answers whether it is an end tag; `at` is then on its `<`. */
  private toTag(): boolean {
    const bytes = this.bytes;
    let at = this.at;
    for (;;) {
      while (at < bytes.length && bytes[at] !== LT) at++;
      if (at >= bytes.length) throw new XmlError('the sheet ends inside its rows');
      const next = bytes[at + 1];
      if (next === 0x21) {
        if (this.startsWith(at + 2, '--')) at = this.skipComment(at);
        else if (this.startsWith(at + 2, '[CDATA[')) at = this.skipCdata(at);
        else throw new XmlError('markup declaration', true);
      } else if (next === 0x3f) at = this.skipInstruction(at);
      else {
        this.at = at;
        return next === SLASH;
      }
    }
  }

  private startsWith(at: number, text: string): boolean {
    for (let sign = 0; sign < text.length; sign++) if (this.bytes[at + sign] !== text.charCodeAt(sign)) return false;
    return true;
  }

  private skipInstruction(at: number): number {
    for (let end = this.bytes.indexOf(GT, at + 2); end >= 0; end = this.bytes.indexOf(GT, end + 1)) {
      if (this.bytes[end - 1] === 0x3f && end > at + 2) return end + 1;
    }
    throw new XmlError('instruction not closed');
  }

  private skipCdata(at: number): number {
    for (let here = at + 11; here < this.bytes.length; here++) {
      if (this.bytes[here] === GT && this.bytes[here - 1] === 0x5d && this.bytes[here - 2] === 0x5d) return here + 1;
    }
    throw new XmlError('CDATA not closed');
  }

  /** Reads the start tag at `at`: its name, and the values of `r`, `s` and `t`. `at` is then after it. */
  private readTag(): void {
    const bytes = this.bytes;
    let at = this.at + 1;
    this.nameStart = at;
    let byte = bytes[at]!;
    while (byte > 0x20 && byte !== GT && byte !== SLASH && byte !== LT) {
      if (byte === COLON) this.nameStart = at + 1;
      byte = bytes[++at]!;
    }
    this.nameEnd = at;
    if (byte === LT || at === this.nameStart) throw new XmlError(`no element name at ${at}`);
    this.reference[1] = this.style[1] = this.type[1] = 0;
    for (;;) {
      while (byte <= 0x20) byte = bytes[++at]!;
      if (byte === GT) {
        this.selfClosing = false;
        this.at = at + 1;
        return;
      }
      if (byte === SLASH) {
        if (bytes[at + 1] !== GT) throw new XmlError(`start tag not closed at ${at}`);
        this.selfClosing = true;
        this.at = at + 2;
        return;
      }
      const name = at;
      while (byte !== EQUALS && byte > 0x20 && byte !== GT && byte !== SLASH) byte = bytes[++at]!;
      const length = at - name;
      while (byte <= 0x20) byte = bytes[++at]!;
      if (byte !== EQUALS || length === 0) throw new XmlError(`attribute without value at ${at}`);
      byte = bytes[++at]!;
      while (byte <= 0x20) byte = bytes[++at]!;
      if (byte !== QUOTE && byte !== APOSTROPHE) throw new XmlError(`attribute without quotes at ${at}`);
      const value = at + 1;
      let end = value;
      while (bytes[end] !== byte) {
        if (end >= bytes.length || bytes[end] === LT) throw new XmlError(`attribute not closed at ${at}`);
        end++;
      }
      if (length === 1) {
        const letter = bytes[name];
        const place =
          letter === 0x72 ? this.reference : letter === 0x73 ? this.style : letter === 0x74 ? this.type : null;
        if (place) {
          place[0] = value;
          place[1] = end;
        }
      }
      at = end;
      byte = bytes[++at]!;
    }
  }

  private *readRows(): InSlices<void> {
    let previous = -1;
    for (;;) {
      if (this.toTag()) {
        if (this.nameIs(this.nameStartAt(this.at + 1), 'sheetData')) return;
        throw new XmlError(`unexpected end tag at ${this.at}`);
      }
      const start = this.at;
      this.readTag();
      if (!this.isName('row')) {
        this.skipElement();
        continue;
      }
      const named = this.reference[1] > 0;
      const index = named ? digitsOf(this.bytes, this.reference) - 1 : previous + 1;
      if (index < 0 || index > lastRow || !Number.isInteger(index)) throw new XmlError(`row number at ${start}`);
      const style = this.style[1] > 0 ? digitsOf(this.bytes, this.style) : -1;
      const openEnd = this.at;
      const firstCell = this.cells.count;
      const regular = this.selfClosing || this.readCells(firstCell, index);
      if (index <= previous) this.disordered = true;
      this.rows.push({
        index,
        start,
        openEnd,
        end: this.at,
        firstCell,
        lastCell: this.cells.count,
        style,
        irregular: !named || !regular || index <= previous,
      });
      previous = index;
      if (this.rows.length % ROWS_AT_ONCE === 0) yield;
    }
  }

  /** Answers false where a cell lacks its reference or stands out of order. */
  private readCells(firstCell: number, index: number): boolean {
    let previous = -1;
    let named = true;
    let ordered = true;
    for (;;) {
      if (this.toTag()) {
        this.closeTag('row');
        if (!ordered) {
          this.disordered = true;
          this.cells.sortRow(firstCell);
        }
        return named && ordered;
      }
      const start = this.at;
      this.readTag();
      if (this.nameEnd - this.nameStart !== 1 || this.bytes[this.nameStart] !== 0x63) {
        this.skipElement();
        continue;
      }
      let column = previous + 1;
      if (this.reference[1] > 0) column = columnOf(this.bytes, this.reference, index);
      else named = false;
      if (column < 0 || column > lastColumn) throw new XmlError(`column at ${start}`);
      if (column <= previous) ordered = false;
      const style = this.style[1] > 0 ? digitsOf(this.bytes, this.style) : -1;
      const declared = kindOf(this.bytes, this.type);
      if (this.selfClosing) this.cells.add(column, CellKind.empty, style, 0, start, this.at);
      else this.readCell(column, declared, style, start);
      previous = column;
    }
  }

  private readCell(column: number, declared: number, style: number, start: number): void {
    let kind: number = CellKind.empty;
    let formula = 0;
    let number = 0;
    for (;;) {
      if (this.toTag()) break;
      this.readTag();
      const length = this.nameEnd - this.nameStart;
      const letter = this.bytes[this.nameStart];
      if (length === 1 && letter === 0x76) {
        if (this.selfClosing) continue;
        const from = this.at;
        const end = this.bytes.indexOf(LT, from);
        if (end < 0) throw new XmlError(`value not closed at ${from}`);
        if (end > from || declared === CellKind.formulaString || this.bytes[end + 1] !== SLASH) {
          kind = declared;
          if (declared === CellKind.number || declared === CellKind.sharedString)
            number = numberAt(this.bytes, from, end);
          if (declared === CellKind.sharedString) this.noteSharedString(number, from);
        }
        if (!this.toTag()) throw new XmlError(`element inside a value at ${from}`);
        this.closeTag('v');
      } else if (length === 1 && letter === 0x66) {
        formula = CellKind.formula;
        this.hasFormulas = true;
        this.skipElement();
      } else {
        if (length === 2 && letter === 0x69 && declared === CellKind.inlineString) kind = CellKind.inlineString;
        this.skipElement();
      }
    }
    this.closeTag('c');
    this.cells.add(column, kind | formula, style, number, start, this.at);
  }

  private noteSharedString(index: number, at: number): void {
    if (!Number.isInteger(index) || index < 0) throw new XmlError(`shared string at ${at}`);
    if (index > this.lastSharedString) this.lastSharedString = index;
  }

  /** After a start tag: goes behind the element's end tag. */
  private skipElement(): void {
    if (this.selfClosing) return;
    const { open } = this;
    open.length = 0;
    open.push(this.nameStart, this.nameEnd);
    while (open.length > 0) {
      if (this.toTag()) {
        const end = open.pop()!;
        this.closeOpened(open.pop()!, end);
      } else {
        this.readTag();
        if (!this.selfClosing) open.push(this.nameStart, this.nameEnd);
        if (open.length > 2 * deepestNesting) throw new XmlError(`nested too deep at ${this.at}`);
      }
    }
  }

  /** At an end tag, which must be of the local name that stands at those bytes: goes behind it. */
  private closeOpened(start: number, end: number): void {
    const { bytes } = this;
    let at = this.nameStartAt(this.at + 1);
    for (let sign = start; sign < end; sign++, at++) {
      if (bytes[sign] !== bytes[at]) throw new XmlError(`end tag at ${this.at}`);
    }
    while (bytes[at]! <= 0x20) at++;
    if (bytes[at] !== GT) throw new XmlError(`end tag at ${this.at}`);
    this.at = at + 1;
  }

  /** At an end tag, which must be of that local name: goes behind it. */
  private closeTag(name: string): void {
    if (name.length === 1 && this.bytes[this.at + 2] === name.charCodeAt(0) && this.bytes[this.at + 3] === GT) {
      this.at += 4;
      return;
    }
    const end = this.bytes.indexOf(GT, this.at);
    const start = this.nameStartAt(this.at + 1);
    if (end < 0 || decodeUtf8(this.bytes, start, end).trim() !== name) throw new XmlError(`end tag at ${this.at}`);
    this.at = end + 1;
  }

  private isName(name: string): boolean {
    return this.nameEnd - this.nameStart === name.length && this.nameIs(this.nameStart, name);
  }
}
