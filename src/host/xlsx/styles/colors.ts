import type { XmlNode } from '../xml/node';
import { childOf, descendantsOf, flag, numberAttribute, parseXml } from '../xml/node';

/** ECMA-376 18.8.27: the colours of `indexed` 0–63 where the file brings no palette of its own. */
const standardPalette = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Order of `theme="n"`; the theme part lists dark before light. */
const themeOrder = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const officeTheme = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** Colours a workbook resolves `theme` and `indexed` with. */
export interface Palette {
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** Reads the theme part; without one the Office theme holds. */
export function themeColors(theme: string | null): readonly string[] {
  const scheme = theme === null ? undefined : descendantsOf(parseXml(theme), 'clrScheme')[0];
  if (!scheme) return officeTheme;
  return themeOrder.map((name, index) => {
    const color = childOf(scheme, name)?.children[0];
    const value = color?.attributes.get(color.local === 'sysClr' ? 'lastClr' : 'val');
    return value ?? officeTheme[index]!;
  });
}

export function indexedColors(colors: XmlNode | undefined): readonly string[] {
  const own = colors && childOf(colors, 'indexedColors');
  if (!own) return standardPalette;
  return own.children.map((color) => color.attributes.get('rgb')?.slice(-6) ?? '000000');
}

/** `#RRGGBB` of a colour element, or undefined for automatic and unknown ones. */
export function resolveColor(color: XmlNode | undefined, palette: Palette): string | undefined {
  if (!color || flag(color, 'auto')) return undefined;
  const rgb = color.attributes.get('rgb');
  const theme = numberAttribute(color, 'theme');
  const indexed = numberAttribute(color, 'indexed');
  const base =
    rgb?.slice(-6) ??
    (theme !== undefined ? palette.theme[theme] : indexed !== undefined ? palette.indexed[indexed] : undefined);
  if (base === undefined || !/^[0-9A-Fa-f]{6}$/.test(base)) return undefined;
  return `#${tinted(base, numberAttribute(color, 'tint') ?? 0)}`;
}

/** ECMA-376 18.8.19: a tint moves the luminance towards white or black. */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb.toUpperCase();
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const spread = max - min;
  const light = (max + min) / 2;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  let hue = 0;
  if (spread > 0) {
    if (max === red) hue = ((green - blue) / spread + 6) % 6;
    else hue = max === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  }
  const moved = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const floor = moved - chroma / 2;
  const sectors = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ];
  return sectors[Math.floor(hue) % 6]!.map((part) =>
    Math.round((part + floor) * 255)
      .toString(16)
      .padStart(2, '0'),
  )
    .join('')
    .toUpperCase();
}

/** `FFRRGGBB` as the file writes it. */
export function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`;
}
