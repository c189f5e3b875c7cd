import { LETTER_FORMS, type LetterForm } from '../domain/notices/notice';

/** Part that keeps the office's own template of a form. */
export type TemplatePart = `template:${LetterForm}`;
export const templatePart = (form: LetterForm): TemplatePart => `template:${form}`;
export type OwnPart = 'settings' | 'journal' | 'bulletins' | TemplatePart;

/**
 * The add-in's own custom XML parts. Office keeps them with the file, whoever opens it;
 * `workbook.settings` would be tied to the add-in's id.
 */
export const OWN_PARTS: Readonly<Record<OwnPart, string>> = {
  settings: 'urn:duchataizhang:settings:1',
  journal: 'urn:duchataizhang:journal:1',
  bulletins: 'urn:duchataizhang:bulletins:1',
  ...(Object.fromEntries(
    LETTER_FORMS.map((form) => [templatePart(form), `urn:duchataizhang:template:${form}:1`]),
  ) as Record<TemplatePart, string>),
};

/** Read at every step; templates are read when letters are made. */
const ALWAYS: readonly OwnPart[] = ['settings', 'journal', 'bulletins'];

/** Asks for the XML of our parts; `xml()` may be called after the next sync. */
export function ourParts(
  workbook: Excel.Workbook,
  names: readonly OwnPart[] = ALWAYS,
): { readonly xml: () => ReadonlyMap<OwnPart, string> } {
  const asked = names.map((name) => {
    const part = workbook.customXmlParts.getByNamespace(OWN_PARTS[name]).getOnlyItemOrNullObject();
    part.load('id');
    return { name, part, xml: part.getXml() };
  });
  return {
    xml: () => new Map(asked.filter(({ part }) => !part.isNullObject).map(({ name, xml }) => [name, xml.value])),
  };
}

// eslint-disable-next-line no-control-regex -- exactly those are meant
const NOT_XML = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/g;

/** Data as the text of a part: one element that holds JSON, so that any text of a cell stays text. */
export function partXml(part: OwnPart, data: unknown): string {
  const json = JSON.stringify(data).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  // XML 1.0 cannot carry most control characters; JSON can, as escapes.
  const safe = json.replace(NOT_XML, (character, at: number, all: string) =>
    isPaired(all, at) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<data xmlns="${OWN_PARTS[part]}">${safe}</data>`;
}

function isPaired(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdbff) return /[\udc00-\udfff]/.test(text[at + 1] ?? '');
  if (code >= 0xdc00 && code <= 0xdfff) return /[\ud800-\udbff]/.test(text[at - 1] ?? '');
  return false;
}

/** The data of a part's XML; null where it is not what `partXml` writes. */
export function partData(xml: string): unknown {
  const body = /<data\b[^>]*>([\s\S]*)<\/data>\s*$/.exec(xml)?.[1];
  if (body === undefined) return null;
  const json = body
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
