import { lastColumn } from '../cells/address';
import type { XmlFrame } from '../xml/frame';
import { numberAttribute, rawOf } from '../xml/node';

/** `<brk id="n">` breaks below row n counted from 1, so n is the next page's first row counted from 0. */
export function readRowBreaks(frame: XmlFrame): number[] {
  return (frame.node('rowBreaks')?.children ?? [])
    .map((node) => numberAttribute(node, 'id') ?? 0)
    .filter((row) => row > 0);
}

export function writeRowBreaks(frame: XmlFrame, rows: readonly number[]): void {
  const sorted = [...new Set(rows)].filter((row) => row > 0).sort((a, b) => a - b);
  if (sorted.join() === readRowBreaks(frame).join()) return;
  const before = new Map(
    (frame.node('rowBreaks')?.children ?? []).map((node) => [numberAttribute(node, 'id'), rawOf(node)]),
  );
  const p = frame.prefix;
  const body = sorted.map((row) => before.get(row) ?? `<${p}brk id="${row}" max="${lastColumn}" man="1"/>`).join('');
  const counts = `count="${sorted.length}" manualBreakCount="${sorted.length}"`;
  frame.set('rowBreaks', body ? `<${p}rowBreaks ${counts}>${body}</${p}rowBreaks>` : null);
}
