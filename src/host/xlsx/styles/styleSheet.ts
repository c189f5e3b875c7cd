import type { CellStyle, DifferentialStyle } from '../model';
import { childOf, flag, numberAttribute, parseXml, type XmlNode } from '../xml/node';
import { XmlFrame } from '../xml/frame';
import { attributesText, setAttribute } from '../xml/tag';
import { indexedColors, themeColors, type Palette } from './colors';
import { builtInFormats, builtInIdOf, firstOwnFormat } from './numberFormats';
import {
  lookKey,
  readAlignment,
  readBorders,
  readFill,
  readFont,
  writeAlignment,
  writeBorders,
  writeFill,
  writeFont,
} from './styleParts';

const order = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

type Container = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';

/** The items of one container of styles.xml: those that came, then those appended. */
class StyleList {
  readonly items: XmlNode[];
  readonly added: string[] = [];

  constructor(readonly raw: string | undefined) {
    this.items = raw === undefined ? [] : [...parseXml(raw).children];
  }

  append(text: string): number {
    this.added.push(text);
    return this.items.push(parseXml(text)) - 1;
  }

  /** Takes the last appended item back. */
  withdraw(): void {
    this.added.pop();
    this.items.pop();
  }
}

/** styles.xml: read by index, only ever appended to. */
export class StyleSheet {
  private readonly frame: XmlFrame;
  private readonly lists: Record<Container, StyleList>;
  private readonly palette: Palette;
  private readonly resolved: CellStyle[] = [];
  private readonly byLook = new Map<string, number>();
  private keyed = 0;

  /** Throws XmlError. */
  constructor(text: string, theme: string | null) {
    this.frame = new XmlFrame(text, order);
    const list = (local: Container): StyleList => new StyleList(this.frame.child(local));
    this.lists = {
      numFmts: list('numFmts'),
      fonts: list('fonts'),
      fills: list('fills'),
      borders: list('borders'),
      cellXfs: list('cellXfs'),
      dxfs: list('dxfs'),
    };
    this.palette = { theme: themeColors(theme), indexed: indexedColors(this.frame.node('colors')) };
  }

  get colors(): Palette {
    return this.palette;
  }

  get differentialCount(): number {
    return this.lists.dxfs.items.length;
  }

  /** Whether anything was appended. */
  get isExtended(): boolean {
    return Object.values(this.lists).some((list) => list.added.length > 0);
  }

  style(index: number): CellStyle {
    const known = this.resolved[index];
    if (known) return known;
    const xf = this.lists.cellXfs.items[index] ?? this.lists.cellXfs.items[0];
    const style = this.resolve(xf);
    if (index < this.lists.cellXfs.items.length) this.resolved[index] = style;
    return style;
  }

  /** `basedOn` is the style whose unmodelled traits (theme colours, hatching, phonetics) the new one keeps. */
  indexOf(style: CellStyle, basedOn?: number): number {
    const key = lookKey(style);
    if (basedOn !== undefined && lookKey(this.style(basedOn)) === key) return basedOn;
    const known = basedOn === undefined ? this.withLook(key) : this.byLook.get(`${basedOn}>${key}`);
    if (known !== undefined) return known;
    const index = this.lists.cellXfs.append(this.writtenXf(style, basedOn));
    this.byLook.set(basedOn === undefined ? key : `${basedOn}>${key}`, index);
    return index;
  }

  private withLook(key: string): number | undefined {
    for (; this.keyed < this.lists.cellXfs.items.length; this.keyed++) {
      const look = lookKey(this.style(this.keyed));
      if (!this.byLook.has(look)) this.byLook.set(look, this.keyed);
    }
    return this.byLook.get(key);
  }

  differential(index: number): DifferentialStyle | null {
    const dxf = this.lists.dxfs.items[index];
    if (!dxf) return null;
    const font = childOf(dxf, 'font');
    const fill = readFill(childOf(dxf, 'fill'), this.palette, true);
    const borders = childOf(dxf, 'border');
    const numberFormat = childOf(dxf, 'numFmt')?.attributes.get('formatCode');
    return {
      ...(numberFormat === undefined ? {} : { numberFormat }),
      ...(font ? { font: readFont(font, this.palette) } : {}),
      ...(fill === null ? {} : { fill }),
      ...(borders ? { borders: readBorders(borders, this.palette) } : {}),
    };
  }

  /** Index of that differential style; one that came with the file is used again where it looks the same. */
  differentialIndexOf(style: DifferentialStyle): number {
    const text = this.writtenDifferential(style);
    const { items, added } = this.lists.dxfs;
    const known = items.findIndex((dxf, index) => {
      const raw = added[index - (items.length - added.length)] ?? dxf.source.slice(dxf.start, dxf.end);
      return raw === text;
    });
    return known >= 0 ? known : this.lists.dxfs.append(text);
  }

  /** Drops appended differential styles at the end of the list that nothing refers to. */
  withdrawDifferentials(isUsed: (index: number) => boolean): void {
    const { dxfs } = this.lists;
    while (dxfs.added.length > 0 && !isUsed(dxfs.items.length - 1)) dxfs.withdraw();
  }

  /** The part's text; unchanged where nothing was appended. */
  toString(): string {
    for (const [local, list] of Object.entries(this.lists)) {
      const raw = list.raw ?? `<${this.frame.prefix}${local} count="0"/>`;
      if (list.added.length === 0) {
        if (list.raw !== undefined) this.frame.set(local, list.raw);
        else this.frame.set(local, null);
        continue;
      }
      const node = parseXml(raw);
      const selfClosing = node.innerStart === node.end;
      const open = selfClosing ? `${raw.replace(/\s*\/>$/, '')}>` : raw.slice(0, node.innerEnd);
      const whole = `${open}${list.added.join('')}</${node.name}>`;
      this.frame.set(local, setAttribute(whole, 'count', String(list.items.length)));
    }
    return this.frame.toString();
  }

  private resolve(xf: XmlNode | undefined): CellStyle {
    const id = (name: string): number => numberAttribute(xf, name) ?? 0;
    const font = this.lists.fonts.items[id('fontId')];
    const protection = xf && childOf(xf, 'protection');
    return {
      numberFormat: this.formatCode(id('numFmtId')),
      font: font ? readFont(font, this.palette) : {},
      fill: readFill(this.lists.fills.items[id('fillId')], this.palette, false),
      borders: readBorders(this.lists.borders.items[id('borderId')], this.palette),
      alignment: readAlignment(xf && childOf(xf, 'alignment')),
      locked: flag(protection, 'locked', true),
      hiddenFormula: flag(protection, 'hidden'),
    };
  }

  private formatCode(id: number): string {
    const own = this.lists.numFmts.items.find((item) => item.attributes.get('numFmtId') === String(id));
    return own?.attributes.get('formatCode') ?? builtInFormats[id] ?? 'General';
  }

  /** Differential styles name the id without declaring it. */
  private formatId(code: string, declare = true): number {
    const builtIn = builtInIdOf(code);
    if (builtIn !== null) return builtIn;
    const { items } = this.lists.numFmts;
    const own = items.find((item) => item.attributes.get('formatCode') === code);
    if (own) return numberAttribute(own, 'numFmtId') ?? 0;
    const id = items.reduce(
      (next, item) => Math.max(next, (numberAttribute(item, 'numFmtId') ?? 0) + 1),
      firstOwnFormat,
    );
    if (declare)
      this.lists.numFmts.append(`<${this.frame.prefix}numFmt${attributesText({ numFmtId: id, formatCode: code })}/>`);
    return id;
  }

  private writtenXf(style: CellStyle, basedOn: number | undefined): string {
    const p = this.frame.prefix;
    const base = basedOn === undefined ? undefined : this.lists.cellXfs.items[basedOn];
    const before = basedOn === undefined ? undefined : this.style(basedOn);
    const pick = <T>(
      list: StyleList,
      name: string,
      wanted: T,
      had: T | undefined,
      read: (node: XmlNode) => T,
      write: (look: T) => string,
    ): number => {
      const kept = numberAttribute(base, name);
      if (base && had !== undefined && lookKey(had) === lookKey(wanted)) return kept ?? 0;
      const key = lookKey(wanted);
      const known = list.items.findIndex((item) => lookKey(read(item)) === key && isPlain(item));
      return known >= 0 ? known : list.append(write(wanted));
    };
    const numFmtId =
      before?.numberFormat === style.numberFormat
        ? (numberAttribute(base, 'numFmtId') ?? 0)
        : this.formatId(style.numberFormat);
    const fontId = pick(
      this.lists.fonts,
      'fontId',
      style.font,
      before?.font,
      (node) => readFont(node, this.palette),
      (font) => writeFont(font, p, true),
    );
    const fillId = pick(
      this.lists.fills,
      'fillId',
      style.fill,
      before?.fill,
      (node) => readFill(node, this.palette, false),
      (fill) => writeFill(fill, p, false),
    );
    const borderId = pick(
      this.lists.borders,
      'borderId',
      style.borders,
      before?.borders,
      (node) => readBorders(node, this.palette),
      (borders) => writeBorders(borders, p, false),
    );
    const alignment = writeAlignment(style.alignment, p);
    const protection =
      style.locked && !style.hiddenFormula
        ? ''
        : `<${p}protection${attributesText({ locked: style.locked ? undefined : false, hidden: style.hiddenFormula || undefined })}/>`;
    const attributes = attributesText({
      numFmtId,
      fontId,
      fillId,
      borderId,
      xfId: base?.attributes.get('xfId') ?? '0',
      quotePrefix: base?.attributes.get('quotePrefix'),
      applyNumberFormat: numFmtId !== 0 || undefined,
      applyFont: true,
      applyFill: style.fill !== null || undefined,
      applyBorder: Object.keys(style.borders).length > 0 || undefined,
      applyAlignment: alignment !== '' || undefined,
      applyProtection: protection !== '' || undefined,
    });
    return alignment || protection
      ? `<${p}xf${attributes}>${alignment}${protection}</${p}xf>`
      : `<${p}xf${attributes}/>`;
  }

  private writtenDifferential(style: DifferentialStyle): string {
    const p = this.frame.prefix;
    const format = style.numberFormat;
    const content =
      (style.font ? writeFont(style.font, p, false) : '') +
      (format === undefined
        ? ''
        : `<${p}numFmt${attributesText({ numFmtId: this.formatId(format, false), formatCode: format })}/>`) +
      (style.fill === undefined ? '' : writeFill(style.fill, p, true)) +
      (style.borders ? writeBorders(style.borders, p, true) : '');
    return `<${p}dxf>${content}</${p}dxf>`;
  }
}

/** Whether the model says all of the item: no hatching, gradient, superscript, outline or shadow. */
function isPlain(item: XmlNode): boolean {
  if (item.local === 'font')
    return !item.children.some((mark) => ['vertAlign', 'outline', 'shadow', 'condense', 'extend'].includes(mark.local));
  if (item.local !== 'fill') return true;
  const pattern = childOf(item, 'patternFill')?.attributes.get('patternType') ?? 'none';
  return childOf(item, 'gradientFill') === undefined && (pattern === 'none' || pattern === 'solid');
}
