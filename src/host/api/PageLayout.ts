import type { PageSetup, SheetModel } from '../xlsx/model';
import { ApiError, invalidArgument, itemNotFound } from './ApiError';
import { ApiObject, type PropertyMember, child, defineClass, method, property } from './ApiObject';
import { asBoolean, asNumber, asOneOf } from './CallArguments';
import { HeaderFooterGroup } from './HeaderFooterGroup';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';
import { RangeAreas } from './RangeAreas';
import { printArea, printTitleRows, setPrintArea, setPrintTitleRows } from './printNames';

/** Excel's `PaperType` against the file's code. */
const PAPER: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 };
const POINTS_PER_INCH = 72;
const DEFAULT_MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

type Side = keyof typeof DEFAULT_MARGINS;

const flag = (
  name: keyof PageSetup &
    ('blackAndWhite' | 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'printHeadings'),
): PropertyMember<PageLayout> =>
  property<PageLayout>(
    ({ setup }) => setup[name] ?? false,
    (layout, value) => layout.change({ [name]: asBoolean(value) }),
  ) as PropertyMember<PageLayout>;

const margin = (side: Side): PropertyMember<PageLayout> =>
  property<PageLayout>(
    ({ setup }) => Math.round((setup.margins ?? DEFAULT_MARGINS)[side] * POINTS_PER_INCH * 1000) / 1000,
    (layout, value) => layout.setMargins({ [side]: asNumber(value) / POINTS_PER_INCH }),
  ) as PropertyMember<PageLayout>;

/** learn.microsoft.com/javascript/api/excel/excel.pagelayout */
export class PageLayout extends ApiObject {
  static override readonly api = defineClass<PageLayout>('PageLayout', {
    orientation: property(
      ({ setup }) => (setup.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      (layout, value) =>
        layout.change({
          orientation: asOneOf(value, ['Portrait', 'Landscape']) === 'Landscape' ? 'landscape' : 'portrait',
        }),
    ),
    paperSize: property(
      ({ setup }) => Object.entries(PAPER).find(([, code]) => code === setup.paperSize)?.[0] ?? null,
      (layout, value) => {
        const code = PAPER[String(value)];
        if (code === undefined) throw new ApiError('UnsupportedOperation', `paper ${String(value)}`);
        layout.change({ paperSize: code });
      },
    ),
    zoom: property(
      ({ setup }) =>
        setup.fitToWidth !== undefined || setup.fitToHeight !== undefined
          ? {
              horizontalFitToPages: setup.fitToWidth || null,
              verticalFitToPages: setup.fitToHeight || null,
              scale: null,
            }
          : { horizontalFitToPages: null, verticalFitToPages: null, scale: setup.scale ?? 100 },
      (layout, value) => layout.setZoom(value),
    ),
    blackAndWhite: flag('blackAndWhite'),
    centerHorizontally: flag('centerHorizontally'),
    centerVertically: flag('centerVertically'),
    printGridlines: flag('printGridlines'),
    printHeadings: flag('printHeadings'),
    firstPageNumber: property(
      ({ setup }) => setup.firstPageNumber ?? '',
      (layout, value) => {
        if (value === '') layout.drop('firstPageNumber');
        else layout.change({ firstPageNumber: asNumber(value) });
      },
    ),
    leftMargin: margin('left'),
    rightMargin: margin('right'),
    topMargin: margin('top'),
    bottomMargin: margin('bottom'),
    headerMargin: margin('header'),
    footerMargin: margin('footer'),
    headersFooters: child(({ document, sheet }) => new HeaderFooterGroup(document, sheet)),
    setPrintMargins: method((layout, args) => {
      const unit = args.oneOf(0, ['Points', 'Inches', 'Centimeters']);
      const inches = unit === 'Points' ? 1 / POINTS_PER_INCH : unit === 'Inches' ? 1 : 1 / 2.54;
      const margins: Partial<Record<Side, number>> = {};
      for (const [name, value] of Object.entries(args.record(1))) {
        if (!(name in DEFAULT_MARGINS)) throw invalidArgument(`margin ${name}`);
        margins[name as Side] = asNumber(value) * inches;
      }
      layout.setMargins(margins);
      return null;
    }),
    getPrintArea: method(({ document, sheet }) => {
      const areas = printArea(document, sheet);
      if (areas.length === 0) throw itemNotFound('no print area');
      return new RangeAreas(document, sheet, areas);
    }),
    getPrintAreaOrNullObject: method(({ document, sheet }) => {
      const areas = printArea(document, sheet);
      return areas.length === 0 ? null : new RangeAreas(document, sheet, areas);
    }),
    setPrintArea: method(({ document, sheet }, args) => {
      const given = args.raw(0);
      const areas =
        given instanceof RangeAreas
          ? given.areas
          : [new Range(document, sheet, { top: 0, left: 0, bottom: 0, right: 0 }).other(given).area];
      setPrintArea(document, sheet, areas);
      return null;
    }),
    getPrintTitleRowsOrNullObject: method(({ document, sheet }) => {
      const area = printTitleRows(document, sheet);
      return area === null ? null : new Range(document, sheet, area);
    }),
    setPrintTitleRows: method(({ document, sheet }, args) => {
      const given = new Range(document, sheet, { top: 0, left: 0, bottom: 0, right: 0 }).other(args.raw(0));
      setPrintTitleRows(document, sheet, given.area);
      return null;
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
  ) {
    super(document);
  }

  get setup(): PageSetup {
    return this.sheet.pageSetup();
  }

  change(change: PageSetup): void {
    this.sheet.setPageSetup({ ...this.setup, ...change });
    this.document.dirty = true;
  }

  drop(...names: readonly (keyof PageSetup)[]): void {
    const left = Object.entries(this.setup).filter(([name]) => !names.some((dropped) => dropped === name));
    this.sheet.setPageSetup(Object.fromEntries(left));
    this.document.dirty = true;
  }

  setMargins(change: Partial<Record<Side, number>>): void {
    if (Object.values(change).some((inches) => inches < 0)) throw invalidArgument('a margin is not negative');
    const inches = Object.entries(change).map(([side, value]) => [side, Math.round(value * 1e6) / 1e6]);
    this.change({ margins: { ...DEFAULT_MARGINS, ...this.setup.margins, ...Object.fromEntries(inches) } });
  }

  private setZoom(value: unknown): void {
    if (typeof value !== 'object' || value === null) throw invalidArgument('a PageLayoutZoomOptions is needed');
    const { scale, horizontalFitToPages: wide, verticalFitToPages: tall } = value as Readonly<Record<string, unknown>>;
    this.drop('scale', 'fitToWidth', 'fitToHeight');
    if (scale !== undefined && scale !== null) {
      const percent = asNumber(scale);
      if (percent < 10 || percent > 400) throw invalidArgument('scale is 10 to 400');
      this.change({ scale: percent });
      return;
    }
    // 0 stands for "as many pages as it takes" in the file.
    const pages = (count: unknown): number => (count === undefined || count === null ? 0 : asNumber(count));
    this.change({ fitToWidth: pages(wide), fitToHeight: pages(tall) });
  }
}
