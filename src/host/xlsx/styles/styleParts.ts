import type { Alignment, BorderLine, BorderSide, Font } from '../model';
import { childOf, flag, numberAttribute, type XmlNode } from '../xml/node';
import { attributesText } from '../xml/tag';
import { argb, resolveColor, type Palette } from './colors';

/** Fonts, fills, borders and alignment: out of their elements and into them (ECMA-376 18.8). */

export function readFont(node: XmlNode, palette: Palette): Font {
  const name = (childOf(node, 'name') ?? childOf(node, 'rFont'))?.attributes.get('val');
  const size = numberAttribute(childOf(node, 'sz'), 'val');
  const color = resolveColor(childOf(node, 'color'), palette);
  const on = (local: string): boolean | undefined => {
    const mark = childOf(node, local);
    return mark && flag(mark, 'val', true);
  };
  const line = childOf(node, 'u');
  const bold = on('b');
  const italic = on('i');
  const strikethrough = on('strike');
  return {
    ...(name === undefined ? {} : { name }),
    ...(size === undefined ? {} : { size }),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(strikethrough === undefined ? {} : { strikethrough }),
    ...(line ? { underline: underlineOf(line.attributes.get('val') ?? 'single') } : {}),
    ...(color === undefined ? {} : { color }),
  };
}

function underlineOf(word: string): 'none' | 'single' | 'double' {
  if (word === 'none') return 'none';
  return word.startsWith('double') ? 'double' : 'single';
}

/** `full` writes a cell's font, otherwise only what a differential style lays over. */
export function writeFont(font: Font, prefix: string, full: boolean): string {
  const mark = (local: string, on: boolean | undefined): string => {
    if (on) return `<${prefix}${local}/>`;
    return on === false && !full ? `<${prefix}${local} val="0"/>` : '';
  };
  const underline =
    font.underline === 'single'
      ? `<${prefix}u/>`
      : font.underline === 'double' || (font.underline === 'none' && !full)
        ? `<${prefix}u val="${font.underline}"/>`
        : '';
  const content =
    mark('b', font.bold) +
    mark('i', font.italic) +
    mark('strike', font.strikethrough) +
    underline +
    (font.size === undefined ? '' : `<${prefix}sz val="${font.size}"/>`) +
    (font.color === undefined ? '' : `<${prefix}color rgb="${argb(font.color)}"/>`) +
    (font.name === undefined ? '' : `<${prefix}name${attributesText({ val: font.name })}/>`) +
    (full && font.name !== undefined ? `<${prefix}charset val="134"/>` : '');
  return `<${prefix}font>${content}</${prefix}font>`;
}

/** Colour of a solid fill. In a differential style the background colour is the one that shows. */
export function readFill(node: XmlNode | undefined, palette: Palette, differential: boolean): string | null {
  const pattern = node && childOf(node, 'patternFill');
  if (!pattern) return null;
  const kind = pattern.attributes.get('patternType');
  if (differential) {
    if (kind !== undefined && kind !== 'solid') return null;
    return (
      resolveColor(childOf(pattern, 'bgColor'), palette) ?? resolveColor(childOf(pattern, 'fgColor'), palette) ?? null
    );
  }
  return kind === 'solid' ? (resolveColor(childOf(pattern, 'fgColor'), palette) ?? null) : null;
}

export function writeFill(color: string | null, prefix: string, differential: boolean): string {
  const p = prefix;
  if (color === null) return `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`;
  if (differential)
    return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(color)}"/><${p}bgColor rgb="${argb(color)}"/></${p}patternFill></${p}fill>`;
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(color)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

type Borders = Partial<Record<BorderSide, BorderLine>>;

export function readBorders(node: XmlNode | undefined, palette: Palette): Borders {
  const borders: Borders = {};
  if (!node) return borders;
  for (const line of node.children) {
    const style = line.attributes.get('style');
    if (!style || style === 'none') continue;
    const color = resolveColor(childOf(line, 'color'), palette);
    const drawn: BorderLine = color === undefined ? { style } : { style, color };
    if (line.local === 'left' || line.local === 'start') borders.left = drawn;
    else if (line.local === 'right' || line.local === 'end') borders.right = drawn;
    else if (line.local === 'top' || line.local === 'bottom') borders[line.local] = drawn;
    else if (line.local === 'diagonal') {
      if (flag(node, 'diagonalUp')) borders.diagonalUp = drawn;
      if (flag(node, 'diagonalDown')) borders.diagonalDown = drawn;
    }
  }
  return borders;
}

export function writeBorders(borders: Borders, prefix: string, differential: boolean): string {
  const line = (local: string, drawn: BorderLine | undefined): string => {
    if (!drawn || drawn.style === 'none') return differential ? '' : `<${prefix}${local}/>`;
    const color = drawn.color ? `<${prefix}color rgb="${argb(drawn.color)}"/>` : `<${prefix}color auto="1"/>`;
    return `<${prefix}${local}${attributesText({ style: drawn.style })}>${color}</${prefix}${local}>`;
  };
  const marks = attributesText({
    diagonalUp: borders.diagonalUp ? true : undefined,
    diagonalDown: borders.diagonalDown ? true : undefined,
  });
  const sides = (['left', 'right', 'top', 'bottom'] as const).map((side) => line(side, borders[side])).join('');
  const diagonal = differential ? '' : line('diagonal', borders.diagonalUp ?? borders.diagonalDown);
  return `<${prefix}border${marks}>${sides}${diagonal}</${prefix}border>`;
}

export function readAlignment(node: XmlNode | undefined): Alignment {
  if (!node) return {};
  const horizontal = node.attributes.get('horizontal');
  const vertical = node.attributes.get('vertical');
  const indent = numberAttribute(node, 'indent');
  const textRotation = numberAttribute(node, 'textRotation');
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(flag(node, 'wrapText') ? { wrapText: true } : {}),
    ...(flag(node, 'shrinkToFit') ? { shrinkToFit: true } : {}),
    ...(indent ? { indent } : {}),
    ...(textRotation ? { textRotation } : {}),
  };
}

/** The element, or '' where nothing is set. */
export function writeAlignment(alignment: Alignment, prefix: string): string {
  const { horizontal, vertical, wrapText, shrinkToFit, indent, textRotation } = alignment;
  const text = attributesText({
    horizontal: horizontal === 'general' ? undefined : horizontal,
    vertical,
    textRotation: textRotation || undefined,
    wrapText: wrapText || undefined,
    indent: indent || undefined,
    shrinkToFit: shrinkToFit || undefined,
  });
  return text ? `<${prefix}alignment${text}/>` : '';
}

/** Looks are never changed once made: a cell's is asked for as often as a cell is written. */
const keys = new WeakMap<object, string>();

/** A text equal for looks that are equal, whatever order their fields came in. */
export function lookKey(look: unknown): string {
  if (typeof look !== 'object' || look === null) return JSON.stringify(look) ?? '';
  const known = keys.get(look);
  if (known !== undefined) return known;
  const key = Array.isArray(look) ? `[${look.map(lookKey).join()}]` : fieldsKey(look);
  keys.set(look, key);
  return key;
}

function fieldsKey(look: object): string {
  const fields = Object.entries(look).filter(([, value]) => value !== undefined && value !== false && value !== 'none');
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${lookKey(value)}`)
    .join()}}`;
}
