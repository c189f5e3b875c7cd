import type { IBorderData, IBorderStyleData, IStyleBase, IStyleData, Nullable } from '@univerjs/core';
import type { BorderLine, CellStyle, DifferentialStyle, Font } from '../../xlsx/model';

/** Univer's numbers for line styles, by the file's words. */
const LINES: Readonly<Record<string, number>> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
};
const HORIZONTAL: Readonly<Record<string, number>> = {
  left: 1,
  center: 2,
  right: 3,
  justify: 4,
  fill: 1,
  distributed: 6,
  centerContinuous: 2,
};
const VERTICAL: Readonly<Record<string, number>> = { top: 1, center: 2, bottom: 3, justify: 2, distributed: 2 };
const WRAP = 3;
const OVERFLOW = 1;

const line = (border: BorderLine | undefined): Nullable<IBorderStyleData> => {
  const style = border && LINES[border.style];
  return style === undefined ? null : { s: style, cl: { rgb: border?.color ?? '#000000' } };
};

function borderLook(borders: CellStyle['borders']): IBorderData {
  return {
    l: line(borders.left),
    r: line(borders.right),
    t: line(borders.top),
    b: line(borders.bottom),
    tl_br: line(borders.diagonalDown),
    bl_tr: line(borders.diagonalUp),
  };
}

const withoutNulls = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined)) as T;

/**
 * The whole look of a cell for Univer, every key set: laid over a cell it replaces what was there,
 * since Univer merges styles and takes null as "none".
 */
export function wholeLook(style: CellStyle): Record<string, unknown> {
  const { font, alignment } = style;
  return {
    ff: font.name ?? null,
    fs: font.size ?? null,
    bl: font.bold ? 1 : null,
    it: font.italic ? 1 : null,
    ul: font.underline && font.underline !== 'none' ? { s: 1 } : null,
    st: font.strikethrough ? { s: 1 } : null,
    cl: font.color === undefined ? null : { rgb: font.color },
    bg: style.fill === null ? null : { rgb: style.fill },
    bd: borderLook(style.borders),
    n: style.numberFormat === 'General' ? null : { pattern: style.numberFormat },
    ht: HORIZONTAL[alignment.horizontal ?? ''] ?? null,
    vt: VERTICAL[alignment.vertical ?? 'bottom'] ?? null,
    tb: alignment.wrapText ? WRAP : OVERFLOW,
    tr: rotation(alignment.textRotation),
    pd: alignment.indent ? { l: 2 + alignment.indent * 9 } : null,
  };
}

/** OOXML counts 0–90 upwards, 91–180 downwards, 255 stacked (18.8.1). */
function rotation(degrees: number | undefined): { a: number; v?: 1 } | null {
  if (degrees === undefined || degrees === 0) return null;
  if (degrees === 255) return { a: 0, v: 1 };
  return { a: degrees <= 90 ? -degrees : degrees - 90 };
}

/** The look as a snapshot holds it: only what is set. */
export function snapshotLook(style: CellStyle): IStyleData {
  const look = withoutNulls(wholeLook(style)) as IStyleData;
  const { bd, ...rest } = look;
  const lines = bd ? withoutNulls(bd) : {};
  return Object.keys(lines).length === 0 ? rest : { ...rest, bd: lines };
}

function fontLook(font: Font): IStyleBase {
  return {
    ...(font.bold === undefined ? {} : { bl: font.bold ? 1 : 0 }),
    ...(font.italic === undefined ? {} : { it: font.italic ? 1 : 0 }),
    ...(font.underline === undefined ? {} : { ul: { s: font.underline === 'none' ? 0 : 1 } }),
    ...(font.strikethrough === undefined ? {} : { st: { s: font.strikethrough ? 1 : 0 } }),
    ...(font.color === undefined ? {} : { cl: { rgb: font.color } }),
  };
}

/** What a conditional format lays over a cell. */
export function conditionalLook(style: DifferentialStyle | null): IStyleBase {
  if (style === null) return {};
  return {
    ...(style.font === undefined ? {} : fontLook(style.font)),
    ...(style.fill === undefined ? {} : { bg: { rgb: style.fill } }),
    ...(style.borders === undefined ? {} : { bd: withoutNulls(borderLook(style.borders)) }),
    ...(style.numberFormat === undefined ? {} : { n: { pattern: style.numberFormat } }),
  };
}
