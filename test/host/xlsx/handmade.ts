import { zipSync, type Zippable } from 'fflate';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface Handmade {
  /** Everything inside `<worksheet>`, one text per sheet. */
  readonly sheets: readonly string[];
  readonly sharedStrings?: string;
  /** Children of `<workbook>` after `<sheets>`. */
  readonly afterSheets?: string;
  /** Children of `<workbook>` before `<sheets>`. */
  readonly beforeSheets?: string;
  /** Children of `<styleSheet>`. */
  readonly styles?: string;
  /** More parts, or other text for those above. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly names?: readonly string[];
}

export const plainStyles =
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';

/** A file put together by hand, for what excelize does not write. */
export function handmade(given: Handmade): Uint8Array {
  const names = given.names ?? given.sheets.map((_, index) => `Sheet${index + 1}`);
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
      given.sheets
        .map(
          (_, index) =>
            `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
        )
        .join('') +
      `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
    '_rels/.rels': relationshipsPart([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `${declaration}<workbook xmlns="${mainNamespace}" xmlns:r="${relationships}">${given.beforeSheets ?? ''}<sheets>` +
      names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('') +
      `</sheets>${given.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsPart([
      ...given.sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ...(given.sharedStrings === undefined ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
    ]),
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${mainNamespace}">${given.styles ?? plainStyles}</styleSheet>`,
  };
  given.sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${declaration}<worksheet xmlns="${mainNamespace}" xmlns:r="${relationships}">${sheet}</worksheet>`;
  });
  if (given.sharedStrings !== undefined) {
    parts['xl/sharedStrings.xml'] = `${declaration}<sst xmlns="${mainNamespace}">${given.sharedStrings}</sst>`;
  }
  return zipped({ ...parts, ...given.parts });
}

/** A relationships part: kinds of the office document family and their targets, numbered from rId1. */
export function relationshipsPart(targets: readonly (readonly [kind: string, target: string])[]): string {
  const body = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${body.join('')}</Relationships>`;
}

export function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, text] of Object.entries(parts))
    entries[name] = [new TextEncoder().encode(text), { mtime: '2024-01-02' }];
  return zipSync(entries);
}
