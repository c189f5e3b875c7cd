import { CHARACTER } from './page';
import type { Fonts, Layout } from './page';
import { STYLES, WORD_NAMESPACES, xmlText, XML_HEAD } from './wordml';
import type { StyleKey } from './wordml';

interface Look {
  readonly name: string;
  readonly font: keyof Fonts;
  /** Half points. */
  readonly size: number;
  readonly align: 'left' | 'center' | 'right' | 'both';
  readonly indent?: string;
  readonly color?: string;
  /** Twenty-eight characters of 16 pt are wider than the 版心: a quarter point off each. */
  readonly tight?: boolean;
  readonly rule?: string;
}

const RED_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="7" w:color="FF0000"/></w:pBdr>';
const TWO_CHARACTERS = '<w:ind w:firstLineChars="200" w:firstLine="630"/>';

const LOOKS: Readonly<Record<StyleKey, Look>> = {
  mark: { name: '发文机关标志', font: 'title', size: 72, align: 'center', color: 'FF0000' },
  number: { name: '发文字号', font: 'body', size: 32, align: 'center', tight: true, rule: RED_RULE },
  title: { name: '公文标题', font: 'title', size: 44, align: 'center' },
  addressee: { name: '主送机关', font: 'body', size: 32, align: 'both', tight: true },
  body: { name: '公文正文', font: 'body', size: 32, align: 'both', tight: true, indent: TWO_CHARACTERS },
  heading1: { name: '一级标题', font: 'hei', size: 32, align: 'both', tight: true, indent: TWO_CHARACTERS },
  heading2: { name: '二级标题', font: 'kai', size: 32, align: 'both', tight: true, indent: TWO_CHARACTERS },
  attachmentNote: {
    name: '附件说明',
    font: 'body',
    size: 32,
    align: 'both',
    tight: true,
    indent: `<w:ind w:left="${CHARACTER * 5}" w:hanging="${CHARACTER * 3}"/>`,
  },
  signature: { name: '发文机关署名', font: 'body', size: 32, align: 'left', tight: true },
  date: {
    name: '成文日期',
    font: 'body',
    size: 32,
    align: 'right',
    tight: true,
    indent: `<w:ind w:rightChars="400" w:right="${CHARACTER * 4}"/>`,
  },
  blank: { name: '空行', font: 'body', size: 32, align: 'both', tight: true },
  attachmentMark: { name: '附件序号', font: 'hei', size: 32, align: 'both', tight: true },
  cell: { name: '表格文字', font: 'body', size: 24, align: 'left' },
  cellHead: { name: '表格栏目', font: 'hei', size: 24, align: 'center' },
  imprint: { name: '版记', font: 'body', size: 28, align: 'both', indent: '<w:ind w:left="280" w:right="280"/>' },
  footer: { name: '页码', font: 'song', size: 28, align: 'right' },
};

/** `word/styles.xml` of the built-in documents. */
export function stylesXml({ fonts }: Layout): string {
  const styles = (Object.keys(LOOKS) as StyleKey[]).map((key) => styleXml(STYLES[key], LOOKS[key], fonts));
  return (
    `${XML_HEAD}<w:styles ${WORD_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>${fontXml(fonts.body)}` +
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    '<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>' +
    '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
    '<w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    `${styles.join('')}</w:styles>`
  );
}

function styleXml(id: string, look: Look, fonts: Fonts): string {
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${look.name}"/>` +
    `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${look.rule ?? ''}${look.indent ?? ''}<w:jc w:val="${look.align}"/></w:pPr>` +
    `<w:rPr>${fontXml(fonts[look.font])}${look.color === undefined ? '' : `<w:color w:val="${look.color}"/>`}` +
    `${look.tight === true ? '<w:spacing w:val="-5"/>' : ''}<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/></w:rPr></w:style>`
  );
}

function fontXml(name: string): string {
  const font = xmlText(name);
  return `<w:rFonts w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}" w:cs="${font}" w:hint="eastAsia"/>`;
}

/** Windows names of the fall-backs, with the shapes that find a likeness where neither is installed. */
const FALLBACKS: Readonly<
  Record<keyof Fonts, { readonly alt: string; readonly panose: string; readonly family: string }>
> = {
  body: { alt: '仿宋', panose: '02010609060101010101', family: 'modern' },
  kai: { alt: '楷体', panose: '02010609060101010101', family: 'modern' },
  title: { alt: '宋体', panose: '02010600030101010101', family: 'auto' },
  hei: { alt: 'SimHei', panose: '02010609060101010101', family: 'modern' },
  song: { alt: 'SimSun', panose: '02010600030101010101', family: 'auto' },
};

/** `word/fontTable.xml`: each font with its fall-back, charset 86 (GB 2312). */
export function fontTableXml({ fonts }: Layout): string {
  const entries = (Object.keys(fonts) as (keyof Fonts)[]).map((role) => {
    const { alt, panose, family } = FALLBACKS[role];
    return (
      `<w:font w:name="${xmlText(fonts[role])}"><w:altName w:val="${alt}"/><w:panose1 w:val="${panose}"/>` +
      `<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`
    );
  });
  return `${XML_HEAD}<w:fonts ${WORD_NAMESPACES}>${[...new Set(entries)].join('')}</w:fonts>`;
}
