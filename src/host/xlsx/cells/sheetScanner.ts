import { XmlError } from '../xml/node';
import { decodeUtf8 } from '../xml/utf8';
import { lastColumn, lastRow } from './address';
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
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Reads a worksheet part. Throws XmlError where it is broken. */
export function scanSheet(bytes: Uint8Array): ScannedSheet {
  return new SheetScanner(bytes).scan();
}

class SheetScanner {
  private at = 0;
  private readonly cells = new CellTable();
  private readonly rows: SourceRow[] = [];
  private hasFormulas = false;
  private disordered = false;
  private nameStart = 0;
  private nameEnd = 0;
  private selfClosing = false;
  private reference: [number, number] = [0, 0];
  private style: [number, number] = [0, 0];
  private type: [number, number] = [0, 0];

  constructor(private readonly bytes: Uint8Array) {}

  scan(): ScannedSheet {
    const dataStart = this.findSheetData();
    this.at = dataStart;
    const prefix = decodeUtf8(this.bytes, dataStart + 1, this.nameStartAt(dataStart));
    this.readTag();
    const dataInnerStart = this.at;
    let dataInnerEnd = this.at;
    let dataEnd = this.at;
    if (!this.selfClosing) {
      this.readRows();
      dataInnerEnd = this.at;
      dataEnd = this.bytes.indexOf(GT, this.at) + 1;
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
    for (let here = at + 4; here < this.bytes.length; here++) {
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
        if (bytes[at + 2] === 0x2d) at = this.skipComment(at);
        else if (bytes[at + 2] === 0x5b) at = this.skipCdata(at);
        else throw new XmlError('markup declaration', true);
      } else if (next === 0x3f) at = bytes.indexOf(GT, at) + 1;
      else {
        this.at = at;
        return next === SLASH;
      }
    }
  }

  private skipCdata(at: number): number {
    for (let here = at + 9; here < this.bytes.length; here++) {
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
    while (byte > 0x20 && byte !== GT && byte !== SLASH) {
      if (byte === COLON) this.nameStart = at + 1;
      byte = bytes[++at]!;
    }
    this.nameEnd = at;
    this.reference[1] = this.style[1] = this.type[1] = 0;
    for (;;) {
      while (byte <= 0x20) byte = bytes[++at]!;
      if (byte === GT) {
        this.selfClosing = false;
        this.at = at + 1;
        return;
      }
      if (byte === SLASH) {
        this.selfClosing = true;
        this.at = at + 2;
        return;
      }
      const name = at;
      while (byte !== 0x3d && byte > 0x20 && byte !== GT) byte = bytes[++at]!;
      const length = at - name;
      while (byte !== QUOTE && byte !== APOSTROPHE) {
        if (byte === undefined || byte === GT) throw new XmlError(`attribute without value at ${at}`);
        byte = bytes[++at]!;
      }
      const value = at + 1;
      const end = bytes.indexOf(byte, value);
      if (end < 0) throw new XmlError(`attribute not closed at ${at}`);
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

  private readRows(): void {
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
      const index = named ? this.digits(this.reference) - 1 : previous + 1;
      if (index < 0 || index > lastRow || !Number.isInteger(index)) throw new XmlError(`row number at ${start}`);
      const style = this.style[1] > 0 ? this.digits(this.style) : -1;
      const openEnd = this.at;
      const firstCell = this.cells.count;
      const regular = this.selfClosing || this.readCells(firstCell);
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
    }
  }

  /** Answers false where a cell lacks its reference or stands out of order. */
  private readCells(firstCell: number): boolean {
    let previous = -1;
    let named = true;
    let ordered = true;
    for (;;) {
      if (this.toTag()) {
        this.at = this.bytes.indexOf(GT, this.at) + 1;
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
      if (this.reference[1] > 0) column = this.columnOf(this.reference);
      else named = false;
      if (column < 0 || column > lastColumn) throw new XmlError(`column at ${start}`);
      if (column <= previous) ordered = false;
      const style = this.style[1] > 0 ? this.digits(this.style) : -1;
      const declared = this.kindOf(this.type);
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
          if (declared === CellKind.number || declared === CellKind.sharedString) number = this.numberAt(from, end);
        }
        this.toTag();
        this.at = this.bytes.indexOf(GT, this.at) + 1;
      } else if (length === 1 && letter === 0x66) {
        formula = CellKind.formula;
        this.hasFormulas = true;
        this.skipElement();
      } else {
        if (length === 2 && letter === 0x69 && declared === CellKind.inlineString) kind = CellKind.inlineString;
        this.skipElement();
      }
    }
    this.at = this.bytes.indexOf(GT, this.at) + 1;
    this.cells.add(column, kind | formula, style, number, start, this.at);
  }

  /** After a start tag: goes behind the element's end tag. */
  private skipElement(): void {
    if (this.selfClosing) return;
    for (let depth = 1; depth > 0;) {
      if (this.toTag()) {
        depth--;
        this.at = this.bytes.indexOf(GT, this.at) + 1;
      } else {
        this.readTag();
        if (!this.selfClosing) depth++;
      }
    }
  }

  private isName(name: string): boolean {
    return this.nameEnd - this.nameStart === name.length && this.nameIs(this.nameStart, name);
  }

  private digits([from, to]: [number, number]): number {
    let number = 0;
    for (let at = from; at < to; at++) {
      const digit = this.bytes[at]! - 48;
      if (digit < 0 || digit > 9) return Number(decodeUtf8(this.bytes, from, to));
      number = number * 10 + digit;
    }
    return number;
  }

  private columnOf([from, to]: [number, number]): number {
    let number = 0;
    for (let at = from; at < to; at++) {
      const byte = this.bytes[at]! & ~32;
      if (byte < 65 || byte > 90) break;
      number = number * 26 + byte - 64;
    }
    return number - 1;
  }

  private kindOf([from, to]: [number, number]): number {
    if (to === 0) return CellKind.number;
    switch (to - from === 1 ? this.bytes[from] : 0) {
      case 0x73:
        return CellKind.sharedString;
      case 0x6e:
        return CellKind.number;
      case 0x62:
        return CellKind.boolean;
      case 0x65:
        return CellKind.error;
      case 0x64:
        return CellKind.isoDate;
      default:
        return to - from === 3 ? CellKind.formulaString : CellKind.inlineString;
    }
  }

  private numberAt(from: number, to: number): number {
    if (to - from <= 15) {
      let number = 0;
      let at = from;
      for (; at < to; at++) {
        const digit = this.bytes[at]! - 48;
        if (digit < 0 || digit > 9) break;
        number = number * 10 + digit;
      }
      if (at === to) return number;
    }
    return Number(decodeUtf8(this.bytes, from, to));
  }
}
