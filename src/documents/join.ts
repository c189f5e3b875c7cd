import type { InPortions } from '../domain/portions';

const TINY = '<w:spacing w:line="20" w:lineRule="exact"/>';

/** A letter's body and what ends its document: the final section and the closing tags. */
export interface JoinedPart {
  readonly body: string;
  readonly end: string;
}

/**
 * Bodies joined into one, from the first content to `</w:document>`: each letter a section of its own that starts a
 * page (an odd one for duplex) and counts its pages from 1. Bookmarks and drawings get ids of their own.
 */
export function* joinedInPortions(letters: readonly JoinedPart[], oddPageStarts: boolean): InPortions<string> {
  const ids = { bookmark: 0, drawing: 0 };
  const joined: string[] = [];
  for (const [index, { body, end }] of letters.entries()) {
    const own = renumbered(body, index, ids);
    const ending = sectioned(end, oddPageStarts && index > 0);
    if (index < letters.length - 1) joined.push(withSection(own, ending.section));
    else joined.push((own.trimEnd().endsWith('</w:tbl>') ? `${own}${breakWith('')}` : own) + ending.all);
    yield;
  }
  return joined.join('');
}

/** The section set to count from 1; `all` with the closing tags of the document. */
function sectioned(end: string, odd: boolean): { readonly section: string; readonly all: string } {
  const match = /<w:sectPr\b[^>]*?(?:\/>|>[\s\S]*?<\/w:sectPr>)/.exec(end);
  const old = match?.[0] ?? '';
  const section = restarted(old === '' || old.endsWith('/>') ? '<w:sectPr></w:sectPr>' : old, odd);
  return { section, all: old === '' ? section + end : end.replace(old, () => section) };
}

/** Element order of `w:sectPr`: references, notes, type, pgSz, pgMar, paperSrc, pgBorders, lnNumType, pgNumType, cols … */
const BEFORE_TYPE =
  /^<w:sectPr\b[^>]*>(?:\s*<w:(?:headerReference|footerReference)\b[^>]*\/>|\s*<w:(?:footnotePr|endnotePr)\b(?:[^>]*\/>|[\s\S]*?<\/w:(?:footnotePr|endnotePr)>))*/;
const BEFORE_NUMBER =
  /^\s*(?:<w:(?:pgSz|pgMar|paperSrc|lnNumType)\b[^>]*\/>\s*|<w:pgBorders\b(?:[^>]*\/>|[\s\S]*?<\/w:pgBorders>)\s*)*/;

function restarted(section: string, odd: boolean): string {
  const format = /<w:pgNumType\b[^>]*?(w:fmt="[^"]*")/.exec(section)?.[1] ?? '';
  const bare = section.replace(/<w:type\b[^>]*\/>|<w:pgNumType\b[^>]*\/>/g, '');
  const head = BEFORE_TYPE.exec(bare)?.[0] ?? '';
  const rest = bare.slice(head.length);
  const sizes = BEFORE_NUMBER.exec(rest)?.[0] ?? '';
  return (
    `${head}<w:type w:val="${odd ? 'oddPage' : 'nextPage'}"/>${sizes}` +
    `<w:pgNumType${format === '' ? '' : ` ${format}`} w:start="1"/>${rest.slice(sizes.length)}`
  );
}

/** Puts the section into the last paragraph; where that cannot take it, into one paragraph more, too low to be seen. */
function withSection(body: string, section: string): string {
  const trimmed = body.trimEnd();
  const start = trimmed.endsWith('</w:p>') ? lastParagraphStart(trimmed) : -1;
  if (start < 0) return trimmed + breakWith(section);
  const last = trimmed.slice(start);
  if (last.includes('<w:sectPr') || last.includes('<w:pPrChange') || last.includes('<w:txbxContent'))
    return trimmed + breakWith(section);
  const opening = /^<w:p(?:\s[^>]*)?>/.exec(last)?.[0] ?? '<w:p>';
  const inside = last.slice(opening.length);
  const properties = /^<w:pPr(?:\s*\/>|>([\s\S]*?)<\/w:pPr>)/.exec(inside);
  const changed = `<w:pPr>${properties?.[1] ?? ''}${section}</w:pPr>`;
  return `${trimmed.slice(0, start)}${opening}${changed}${inside.slice(properties?.[0].length ?? 0)}`;
}

/** Start of the last top-level paragraph, or -1 where it holds others (text boxes). */
function lastParagraphStart(body: string): number {
  const start = Math.max(body.lastIndexOf('<w:p>'), body.lastIndexOf('<w:p '));
  return start >= 0 && body.indexOf('</w:p>', start) === body.length - '</w:p>'.length ? start : -1;
}

const breakWith = (section: string): string => `<w:p><w:pPr>${TINY}${section}</w:pPr></w:p>`;

function renumbered(body: string, index: number, ids: { bookmark: number; drawing: number }): string {
  const marks = new Map<string, number>();
  const markId = (id: string): number => {
    const known = marks.get(id);
    if (known !== undefined) return known;
    ids.bookmark += 1;
    marks.set(id, ids.bookmark);
    return ids.bookmark;
  };
  return body
    .replace(/ w14:(?:paraId|textId)="[^"]*"/g, '')
    .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
      tag
        .replace(/w:id="([^"]*)"/, (_, id: string) => `w:id="${markId(id)}"`)
        .replace(
          /w:name="([^"]*)"/,
          (_, name: string) => `w:name="${index === 0 ? name : `${name.slice(0, 30)}_${index + 1}`}"`,
        ),
    )
    .replace(/(<wp:docPr\b[^>]*?\bid=")[^"]*"/g, (_, head: string) => `${head}${(ids.drawing += 1)}"`);
}
