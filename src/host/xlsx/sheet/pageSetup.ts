import type { PageSetup } from '../model';
import { escapeText } from '../xml/characters';
import type { XmlFrame } from '../xml/frame';
import { childOf, flag, numberAttribute, parseXml, textOf } from '../xml/node';
import { setAttributes, splice } from '../xml/tag';

const marginSides = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;
const headerParts = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'] as const;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Page layout out of pageMargins, pageSetup, printOptions, headerFooter and sheetPr. */
export function readPageSetup(frame: XmlFrame): PageSetup {
  const setup: Mutable<PageSetup> = {};
  const page = frame.node('pageSetup');
  const orientation = page?.attributes.get('orientation');
  if (orientation === 'portrait' || orientation === 'landscape') setup.orientation = orientation;
  const take = (key: 'paperSize' | 'scale' | 'firstPageNumber'): void => {
    const value = numberAttribute(page, key);
    if (value !== undefined) setup[key] = value;
  };
  take('paperSize');
  take('scale');
  if (flag(page, 'useFirstPageNumber')) take('firstPageNumber');
  if (fitsToPage(frame)) {
    setup.fitToWidth = numberAttribute(page, 'fitToWidth') ?? 1;
    setup.fitToHeight = numberAttribute(page, 'fitToHeight') ?? 1;
  }
  if (flag(page, 'blackAndWhite')) setup.blackAndWhite = true;
  const options = frame.node('printOptions');
  if (flag(options, 'horizontalCentered')) setup.centerHorizontally = true;
  if (flag(options, 'verticalCentered')) setup.centerVertically = true;
  if (flag(options, 'gridLines')) setup.printGridlines = true;
  if (flag(options, 'headings')) setup.printHeadings = true;
  const margins = frame.node('pageMargins');
  if (margins) {
    const side = (name: (typeof marginSides)[number]): number => numberAttribute(margins, name) ?? 0;
    setup.margins = {
      left: side('left'),
      right: side('right'),
      top: side('top'),
      bottom: side('bottom'),
      header: side('header'),
      footer: side('footer'),
    };
  }
  const headerFooter = frame.node('headerFooter');
  if (headerFooter) {
    const texts: NonNullable<PageSetup['headerFooter']> = {};
    for (const name of headerParts) {
      const part = childOf(headerFooter, name);
      if (part) texts[name] = textOf(part);
    }
    if (flag(headerFooter, 'differentOddEven')) texts.differentOddEven = true;
    if (flag(headerFooter, 'differentFirst')) texts.differentFirst = true;
    setup.headerFooter = texts;
  }
  return setup;
}

/** Writes what differs from `readPageSetup`; a field left out goes back to its default. */
export function writePageSetup(frame: XmlFrame, setup: PageSetup): void {
  const before = readPageSetup(frame);
  writePage(frame, setup, before);
  writeOptions(frame, setup, before);
  if (JSON.stringify(before.margins) !== JSON.stringify(setup.margins)) {
    const values = Object.fromEntries(marginSides.map((side) => [side, String(setup.margins?.[side] ?? 0)]));
    frame.set(
      'pageMargins',
      setup.margins ? setAttributes(frame.child('pageMargins') ?? `<${frame.prefix}pageMargins/>`, values) : null,
    );
  }
  if (JSON.stringify(before.headerFooter) !== JSON.stringify(setup.headerFooter)) writeHeaderFooter(frame, setup);
}

function writePage(frame: XmlFrame, setup: PageSetup, before: PageSetup): void {
  const fits = setup.fitToWidth !== undefined || setup.fitToHeight !== undefined;
  const changes: Record<string, string | null> = {};
  const text = (value: number | undefined): string | null => (value === undefined ? null : String(value));
  if (setup.paperSize !== before.paperSize) changes['paperSize'] = text(setup.paperSize);
  if (setup.scale !== before.scale) changes['scale'] = text(setup.scale);
  if (setup.orientation !== before.orientation) changes['orientation'] = setup.orientation ?? null;
  if (setup.blackAndWhite !== before.blackAndWhite) changes['blackAndWhite'] = setup.blackAndWhite ? '1' : null;
  if (setup.firstPageNumber !== before.firstPageNumber) {
    changes['firstPageNumber'] = text(setup.firstPageNumber);
    changes['useFirstPageNumber'] = setup.firstPageNumber === undefined ? null : '1';
  }
  if (setup.fitToWidth !== before.fitToWidth || setup.fitToHeight !== before.fitToHeight) {
    // 0 leaves the number of pages free; a side left out is free as well once the other is given.
    changes['fitToWidth'] = fits ? String(setup.fitToWidth ?? 0) : null;
    changes['fitToHeight'] = fits ? String(setup.fitToHeight ?? 0) : null;
    setFitsToPage(frame, fits);
  }
  if (Object.keys(changes).length > 0) {
    frame.set('pageSetup', setAttributes(frame.child('pageSetup') ?? `<${frame.prefix}pageSetup/>`, changes));
  }
}

function writeOptions(frame: XmlFrame, setup: PageSetup, before: PageSetup): void {
  const names = {
    horizontalCentered: 'centerHorizontally',
    verticalCentered: 'centerVertically',
    headings: 'printHeadings',
    gridLines: 'printGridlines',
  } as const;
  const changes: Record<string, string | null> = {};
  for (const [attribute, field] of Object.entries(names)) {
    if ((setup[field] ?? false) !== (before[field] ?? false)) changes[attribute] = setup[field] ? '1' : null;
  }
  if (Object.keys(changes).length === 0) return;
  const text = setAttributes(frame.child('printOptions') ?? `<${frame.prefix}printOptions/>`, changes);
  frame.set('printOptions', /^<[^\s/>]+\s*\/>$/.test(text) ? null : text);
}

function writeHeaderFooter(frame: XmlFrame, { headerFooter }: PageSetup): void {
  if (!headerFooter) {
    frame.set('headerFooter', null);
    return;
  }
  const name = `${frame.prefix}headerFooter`;
  const raw = frame.child('headerFooter') ?? `<${name}/>`;
  const node = parseXml(raw);
  const open = setAttributes(`${raw.slice(0, node.innerStart).replace(/\s*\/>$/, '')}`.replace(/>?$/, '>'), {
    differentOddEven: headerFooter.differentOddEven ? '1' : null,
    differentFirst: headerFooter.differentFirst ? '1' : null,
  });
  const body = headerParts
    .map((part) => [part, headerFooter[part]] as const)
    .filter(([, text]) => text !== undefined && text !== '')
    .map(([part, text]) => `<${frame.prefix}${part}>${escapeText(text!)}</${frame.prefix}${part}>`)
    .join('');
  frame.set('headerFooter', `${open}${body}</${name}>`);
}

function fitsToPage(frame: XmlFrame): boolean {
  const properties = frame.node('sheetPr');
  return flag(properties && childOf(properties, 'pageSetUpPr'), 'fitToPage');
}

function setFitsToPage(frame: XmlFrame, fits: boolean): void {
  if (fitsToPage(frame) === fits) return;
  setSheetProperty(frame, 'pageSetUpPr', (raw) => setAttributes(raw, { fitToPage: fits ? '1' : null }));
}

/** Changes a child of `<sheetPr>`; one left without attributes goes. `tabColor` stands first, `pageSetUpPr` last. */
export function setSheetProperty(
  frame: XmlFrame,
  local: 'tabColor' | 'pageSetUpPr',
  change: (raw: string) => string,
): void {
  const p = frame.prefix;
  const raw = frame.child('sheetPr') ?? `<${p}sheetPr></${p}sheetPr>`;
  const open = raw.endsWith('/>') && !raw.includes('</') ? `${raw.slice(0, -2).trimEnd()}></${p}sheetPr>` : raw;
  const node = parseXml(open);
  const child = childOf(node, local);
  const place = local === 'tabColor' ? node.innerStart : node.innerEnd;
  const range = child ? { start: child.start, end: child.end } : { start: place, end: place };
  const text = change(child ? open.slice(child.start, child.end) : `<${p}${local}/>`);
  const kept = /^<[^\s/>]+\s*\/>$/.test(text) ? '' : text;
  const written = splice(open, [{ ...range, text: kept }]);
  frame.set('sheetPr', /^<[^\s/>]+><\/[^>]+>$/.test(written) ? null : written);
}
