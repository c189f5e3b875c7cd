import { XmlError } from '../xml/node';
import { decodeUtf8 } from '../xml/utf8';
import { CellKind } from './cellTable';

/** First byte (included) and last (excluded) of an attribute's value. */
export type ByteSpan = readonly [from: number, to: number];

export function digitsOf(bytes: Uint8Array, [from, to]: ByteSpan): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return Number(decodeUtf8(bytes, from, to));
    number = number * 10 + digit;
  }
  return number;
}

/** Of a cell's reference, which must name the row it stands in: programs disagree which of the two counts. */
export function columnOf(bytes: Uint8Array, [from, to]: ByteSpan, row: number): number {
  let number = 0;
  let at = from;
  for (; at < to; at++) {
    const byte = bytes[at]! & ~32;
    if (byte < 65 || byte > 90) break;
    number = number * 26 + byte - 64;
  }
  let named = 0;
  for (; at < to; at++) named = named * 10 + bytes[at]! - 48;
  if (named !== row + 1) throw new XmlError(`cell outside its row at ${from}`);
  return number - 1;
}

/** Of a cell's `t`; a number where it has none. */
export function kindOf(bytes: Uint8Array, [from, to]: ByteSpan): number {
  if (to === 0) return CellKind.number;
  switch (to - from === 1 ? bytes[from] : 0) {
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

export function numberAt(bytes: Uint8Array, from: number, to: number): number {
  if (to - from <= 15) {
    let number = 0;
    let at = from;
    for (; at < to; at++) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    if (at === to) return number;
  }
  return Number(decodeUtf8(bytes, from, to));
}
