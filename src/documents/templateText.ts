/** A paragraph of a document as a person reads it. */
export interface ReadParagraph {
  /** Style id, '' where none. */
  readonly style: string;
  /** Runs joined; `w:br` is `\n`, a tab `\t`. */
  readonly text: string;
  readonly inTable: boolean;
  readonly startsRow: boolean;
  readonly startsCell: boolean;
  readonly pageBreakBefore: boolean;
}

const TOKEN =
  /<w:tbl>|<w:tbl\s[^>]*>|<\/w:tbl>|<w:tr[ >]|<w:tc[ >]|<w:p(?:\s[^>]*)?\/>|<w:p[ >]|<\/w:p>|<w:pStyle\s[^>]*w:val="([^"]*)"|<w:pageBreakBefore\s*\/>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:br[ /]|<w:tab\s*\/>/g;

/** Paragraphs of WordprocessingML in reading order, those inside tables and text boxes included. */
export function readParagraphs(xml: string): readonly ReadParagraph[] {
  const read: ReadParagraph[] = [];
  const open: { style: string; text: string; pageBreakBefore: boolean; startsRow: boolean; startsCell: boolean }[] = [];
  let tables = 0;
  let rowStarts = false;
  let cellStarts = false;
  const close = (): void => {
    const last = open.pop();
    if (last) read.push({ ...last, inTable: tables > 0 });
  };
  for (const match of xml.matchAll(TOKEN)) {
    const [token] = match;
    const current = open.at(-1);
    if (token.startsWith('<w:tbl')) tables += 1;
    else if (token === '</w:tbl>') tables -= 1;
    else if (token.startsWith('<w:tr')) rowStarts = true;
    else if (token.startsWith('<w:tc')) cellStarts = true;
    else if (token === '</w:p>') close();
    else if (/^<w:p[ >/]/.test(token)) {
      open.push({ style: '', text: '', pageBreakBefore: false, startsRow: rowStarts, startsCell: cellStarts });
      rowStarts = false;
      cellStarts = false;
      if (token.endsWith('/>')) close();
    } else if (current === undefined) continue;
    else if (match[1] !== undefined) current.style = match[1];
    else if (token.startsWith('<w:pageBreakBefore')) current.pageBreakBefore = true;
    else if (match[2] !== undefined) current.text += unescapeXml(match[2]);
    else current.text += token.startsWith('<w:br') ? '\n' : '\t';
  }
  return read;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name ?? ''] ?? whole;
  });
}
