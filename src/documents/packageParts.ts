import type { Layout } from './page';
import { fontTableXml, stylesXml } from './styles';
import { STYLES, WORD_NAMESPACES, XML_HEAD } from './wordml';

/** A .docx taken apart: the text that is merged, and everything else as it stays. */
export interface WordPackage {
  readonly documentPath: string;
  readonly document: string;
  /** All other parts, in the order they are written. */
  readonly parts: ReadonlyMap<string, string | Uint8Array>;
}

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships';

const CONTENT_TYPES =
  `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${MAIN}.styles+xml"/>` +
  `<Override PartName="/word/settings.xml" ContentType="${MAIN}.settings+xml"/>` +
  `<Override PartName="/word/fontTable.xml" ContentType="${MAIN}.fontTable+xml"/>` +
  `<Override PartName="/word/footer1.xml" ContentType="${MAIN}.footer+xml"/>` +
  `<Override PartName="/word/footer2.xml" ContentType="${MAIN}.footer+xml"/>` +
  '</Types>';

const ROOT_RELATIONS =
  `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATION}">` +
  `<Relationship Id="rId1" Type="${OFFICE_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`;

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE_RELATION}/${type}" Target="${target}"/>`;

const DOCUMENT_RELATIONS =
  `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATION}">` +
  relation('rIdStyles', 'styles', 'styles.xml') +
  relation('rIdSettings', 'settings', 'settings.xml') +
  relation('rIdFonts', 'fontTable', 'fontTable.xml') +
  relation('rIdOdd', 'footer', 'footer1.xml') +
  relation('rIdEven', 'footer', 'footer2.xml') +
  '</Relationships>';

const SETTINGS =
  `${XML_HEAD}<w:settings ${WORD_NAMESPACES}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>` +
  '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>' +
  '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';

/** `— 1 —`, 4号宋体, one character in from the outer edge: right on odd pages, left on even ones. */
function footerXml(side: 'left' | 'right'): string {
  const mark = (text: string): string =>
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  return (
    `${XML_HEAD}<w:ftr ${WORD_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="${STYLES.footer}"/>` +
    `<w:spacing w:line="280" w:lineRule="exact"/><w:ind w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${mark('— ')}` +
    `${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}` +
    `${mark('1')}${field('end')}${mark(' —')}</w:p></w:ftr>`
  );
}

/** The package around a built-in document. */
export function builtInPackage(document: string, layout: Layout): WordPackage {
  return {
    documentPath: 'word/document.xml',
    document,
    parts: new Map([
      ['[Content_Types].xml', CONTENT_TYPES],
      ['_rels/.rels', ROOT_RELATIONS],
      ['word/_rels/document.xml.rels', DOCUMENT_RELATIONS],
      ['word/styles.xml', stylesXml(layout)],
      ['word/settings.xml', SETTINGS],
      ['word/fontTable.xml', fontTableXml(layout)],
      ['word/footer1.xml', footerXml('right')],
      ['word/footer2.xml', footerXml('left')],
    ]),
  };
}
