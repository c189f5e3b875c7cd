import {
  ELECTRONIC_PAGE,
  fontsSchema,
  STANDARD_FONTS,
  STANDARD_PAGE,
  type Fonts,
  type Layout,
} from '../../documents/page';
import type { Plan } from '../../domain/plan';
import type { Survey } from '../../excel/survey';
import { planSettings } from '../reading/connectLedger';
import type { WorkbookSettings } from '../office/workbookSettings';

export { ELECTRONIC_PAGE, STANDARD_FONTS, type Fonts } from '../../documents/page';

/** Page of the letters: GB/T 9704's own figures, or the lines of 29.45 points of GB/T 33476.2. */
export type PageChoice = 'standard' | 'electronic';

/** Fonts by what they set, in the order of the form. */
export const FONT_WORDS: Readonly<Record<keyof Fonts, string>> = {
  title: '标题字体',
  body: '正文字体',
  hei: '一级标题字体',
  kai: '二级标题字体',
  song: '页码字体',
};

const keyOf = (font: keyof Fonts): string => `font-${font}`;

/** Fonts and page as the workbook keeps them; the standard ones where it keeps none. */
export function layoutOf({ office }: WorkbookSettings): Layout {
  const fonts = Object.fromEntries(
    (Object.keys(STANDARD_FONTS) as (keyof Fonts)[]).map((font) => {
      const kept = fontsSchema.shape[font].safeParse(office[keyOf(font)]);
      return [font, kept.success ? kept.data : STANDARD_FONTS[font]];
    }),
  ) as unknown as Fonts;
  return { page: office['page'] === 'electronic' ? ELECTRONIC_PAGE : STANDARD_PAGE, fonts };
}

/** Keeps fonts and page in the workbook. */
export const planLayout = (survey: Survey, settings: WorkbookSettings, fonts: Fonts, page: PageChoice): Plan =>
  planSettings(survey, withLayout(settings, fonts, page));

/** The settings with these fonts and this page; a blank font goes back to the standard one. */
export function withLayout(settings: WorkbookSettings, fonts: Fonts, page: PageChoice): WorkbookSettings {
  const names = Object.keys(STANDARD_FONTS) as (keyof Fonts)[];
  const layoutKeys = new Set(['page', ...names.map(keyOf)]);
  const others = Object.entries(settings.office).filter(([key]) => !layoutKeys.has(key));
  const own = names
    .filter((font) => fonts[font].trim() !== '' && fonts[font].trim() !== STANDARD_FONTS[font])
    .map((font): [string, string] => [keyOf(font), fonts[font].trim()]);
  const chosen: [string, string][] = page === 'electronic' ? [['page', page]] : [];
  return { ...settings, office: Object.fromEntries([...others, ...own, ...chosen]) };
}
