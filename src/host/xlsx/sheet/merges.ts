import { areaAddress, parseArea } from '../cells/address';
import type { Area } from '../model';
import type { XmlFrame } from '../xml/frame';
import { rawOf } from '../xml/node';

export function readMerges(frame: XmlFrame): Area[] {
  const merges = frame.node('mergeCells')?.children ?? [];
  return merges.map((node) => parseArea(node.attributes.get('ref') ?? '')).filter((area) => area !== null);
}

/** Writes the merges; those that were there keep their text. */
export function writeMerges(frame: XmlFrame, merges: readonly Area[]): void {
  const before = new Map(
    (frame.node('mergeCells')?.children ?? []).map((node) => [node.attributes.get('ref') ?? '', rawOf(node)]),
  );
  const refs = merges.map(areaAddress);
  if (refs.join() === [...before.keys()].join()) return;
  const p = frame.prefix;
  const body = refs.map((ref) => before.get(ref) ?? `<${p}mergeCell ref="${ref}"/>`).join('');
  frame.set('mergeCells', body ? `<${p}mergeCells count="${refs.length}">${body}</${p}mergeCells>` : null);
}
