import * as z from 'zod/mini';

/**
 * Figures of a page in twips (1/20 point), after GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm, 版心 156×225 mm,
 * 22 lines of 28 characters of 3号.
 */
export interface PageFigures {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Bottom edge of the footer to the edge of the paper: the dash stands 7 mm below the 版心. */
  readonly footer: number;
  /** Exact height of a line of 3号. */
  readonly line: number;
}

/** Lines of 28.95 pt: 29 pt would give 21 lines a page. */
export const STANDARD_PAGE: PageFigures = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
  footer: 1446,
  line: 579,
};

/** The 29.45 pt lines of GB/T 33476.2. */
export const ELECTRONIC_PAGE: PageFigures = { ...STANDARD_PAGE, top: 1960, bottom: 1847, line: 589 };

export const textWidth = (page: PageFigures): number => page.width - page.left - page.right;
export const textHeight = (page: PageFigures): number => page.height - page.top - page.bottom;

/** Characters of 3号 in a line. */
export const CHARACTERS_PER_LINE = 28;
/** One character of 3号, in twips, as indents are written. */
export const CHARACTER = 315;
/** 2号 title line, exact. */
export const TITLE_LINE = 629;

/** The five fonts of 公文; 小标宋 never comes with Windows, so offices name their own. */
export const fontsSchema = z.object({
  body: z.string().check(z.minLength(1)),
  kai: z.string().check(z.minLength(1)),
  title: z.string().check(z.minLength(1)),
  hei: z.string().check(z.minLength(1)),
  song: z.string().check(z.minLength(1)),
});
export type Fonts = z.infer<typeof fontsSchema>;

export const STANDARD_FONTS: Fonts = {
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  title: '方正小标宋简体',
  hei: '黑体',
  song: '宋体',
};

/** What all built-in documents are set in. */
export interface Layout {
  readonly page: PageFigures;
  readonly fonts: Fonts;
}

export const STANDARD_LAYOUT: Layout = { page: STANDARD_PAGE, fonts: STANDARD_FONTS };

/** Size of a red mark of `count` characters, in half points: as wide as the 版心 allows, 52 pt at most. */
export const markSize = (count: number): number => Math.min(104, 2 * Math.floor(442 / Math.max(count, 1)));

/** Exact line of a mark of that size in half points, in twips. */
export const markLine = (size: number): number => Math.ceil((size / 2) * 20 * 1.25);
