import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const PLAIN_TEXT =
  /<c r="([A-Z]+\d+)"((?: s="\d+")?) t="inlineStr"><is>(<t(?: xml:space="preserve")?>[^<]*<\/t>)<\/is><\/c>/g;
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';

/** A file of ours with its texts in the shared string table, as Excel and LibreOffice write them. */
export function inSharedStrings(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const places = new Map<string, number>();
  const edit = (name: string, change: (text: string) => string): void => {
    parts[name] = strToU8(change(strFromU8(parts[name]!)));
  };
  const shared = (_whole: string, place: string, style: string, text: string): string => {
    const index = places.get(text) ?? places.size;
    places.set(text, index);
    return `<c r="${place}"${style} t="s"><v>${index}</v></c>`;
  };
  for (const name of Object.keys(parts)) {
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) edit(name, (text) => text.replace(PLAIN_TEXT, shared));
  }
  edit('[Content_Types].xml', (text) =>
    text.replace('</Types>', `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}"/></Types>`),
  );
  edit('xl/_rels/workbook.xml.rels', (text) =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="rIdTexts" Type="${RELATION}" Target="sharedStrings.xml"/></Relationships>`,
    ),
  );
  const items = [...places.keys()].map((text) => `<si>${text}</si>`);
  parts['xl/sharedStrings.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items.join('')}</sst>`,
  );
  return zipSync(parts, { level: 6 });
}
