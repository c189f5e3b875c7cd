import { parseArea } from '../cells/address';
import { plainText } from '../cells/sharedStrings';
import type { OpcPackage } from '../opc/package';
import { relatedPart } from '../opc/relationships';
import { childOf, numberAttribute, parseXml, textOf } from '../xml/node';

export interface SheetComment {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly text: string;
}

/** The notes of a sheet, in the order of their part. */
export function readComments(pack: OpcPackage, sheetPart: string): SheetComment[] {
  const part = relatedPart(pack, sheetPart, 'comments');
  const text = part === null ? null : pack.text(part);
  if (text === null) return [];
  const root = parseXml(text);
  const authors = (childOf(root, 'authors')?.children ?? []).map(textOf);
  return (childOf(root, 'commentList')?.children ?? []).flatMap((node) => {
    const at = parseArea(node.attributes.get('ref') ?? '');
    const content = childOf(node, 'text');
    if (!at) return [];
    const author = authors[numberAttribute(node, 'authorId') ?? 0] ?? '';
    return [{ row: at.top, column: at.left, author, text: content ? plainText(content) : '' }];
  });
}
