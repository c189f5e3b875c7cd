import type { TakingTurns } from './inTurns';

/** Cells whose bytes are counted in a step. */
const STEP_CELLS = 20;

/** As `bytesOf` of so many rows, everyone else having a turn between them. */
export async function bytesOfRows(rows: readonly (readonly unknown[])[], turn: TakingTurns): Promise<number> {
  let bytes = 2 + Math.max(0, rows.length - 1);
  for (const row of rows) {
    bytes += bytesOf(row);
    await turn(row.length / STEP_CELLS);
  }
  return bytes;
}

/** Bytes of a value on the wire: its JSON as UTF-8; of whole sheets, so that Node's own count is taken where there is one. */
export function bytesOf(value: unknown): number {
  const text = JSON.stringify(value) ?? '';
  if (typeof Buffer === 'function') return Buffer.byteLength(text);
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // JSON writes half of a surrogate pair as an escape: the halves here come in pairs of four bytes.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
