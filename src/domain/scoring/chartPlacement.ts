import { LINE_HEIGHT } from './sheetWords';

/** Points of an A4 landscape page within the margins a result sheet is printed with. */
const PAGE = { width: 770, height: 487 };
/** Points a character of column width takes on paper. */
const POINTS_PER_CHARACTER = 5.25;
const GAP = 12;
/** Of the table's width: hosts differ in the width of a character, and the charts must never make the page wider. */
const WIDTH = 0.94;
/** Of a page's height. */
const HEIGHT = 0.95;
const HEIGHTS = { least: 260, frame: 60, perBar: 18 };
/** Bars of one chart whose names all stand beside them. */
const BARS = 24;
const MOST_CHARTS = 3;

export interface ChartPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartPlaces {
  /** The charts, and the table of the year with them, begin a new page: they do not fit below the table. */
  readonly newPage: boolean;
  /** Bars in order, as many charts as they need. */
  readonly bars: readonly (ChartPlace & { readonly count: number })[];
  readonly year: ChartPlace;
}

export interface ChartRequest {
  /** Points of the rows above: title, table, notes. */
  readonly used: number;
  readonly columnWidths: readonly number[];
  /** Rows repeated on every page. */
  readonly titleRows: number;
  readonly bars: number;
  /** Rows of the table of the year, its header and the blank row above it counted; 0 where there is none. */
  readonly yearRows: number;
  /** Columns that table reaches over. */
  readonly yearColumns: number;
}

/**
 * Places the charts so that none is cut by the end of a page: below the table where a page holds everything, else on a
 * page of their own, bars at the right of the year's table and its chart. Widths print narrower or wider from host to
 * host and the height of a page follows them; a page begun anew depends on neither.
 */
export function placeCharts(request: ChartRequest): ChartPlaces {
  const { used, columnWidths, titleRows, bars, yearRows, yearColumns } = request;
  const wide = widthOf(columnWidths);
  const page = PAGE.height * Math.max(1, wide / PAGE.width);
  const whole = Math.floor(wide * WIDTH);
  const top = used + (yearRows + 1) * LINE_HEIGHT;
  const heightFor = (count: number): number => Math.max(HEIGHTS.least, HEIGHTS.frame + count * HEIGHTS.perBar);
  if (bars <= BARS && top + heightFor(bars) <= page) {
    const width = Math.floor((whole - GAP) / 2);
    return {
      newPage: false,
      bars: [{ left: 0, top, width, height: heightFor(bars), count: bars }],
      year: { left: width + GAP, top, width, height: HEIGHTS.least },
    };
  }
  const room = (page - titleRows * LINE_HEIGHT) * HEIGHT;
  const yearWidth = widthOf(columnWidths.slice(0, yearColumns));
  const left = yearRows === 0 ? 0 : yearWidth + GAP;
  const charts = Math.min(MOST_CHARTS, Math.ceil(bars / BARS));
  const each = Math.ceil(bars / charts);
  const width = Math.floor((whole - left - (charts - 1) * GAP) / charts);
  const under = (yearRows + 0.5) * LINE_HEIGHT;
  return {
    newPage: true,
    bars: Array.from({ length: charts }, (_, index) => ({
      left: left + index * (width + GAP),
      top: used + LINE_HEIGHT,
      width,
      height: Math.min(room - LINE_HEIGHT, heightFor(each)),
      count: Math.min(each, bars - index * each),
    })),
    year: { left: 0, top: used + under, width: yearWidth, height: Math.min(HEIGHTS.least, room - under) },
  };
}

const widthOf = (columns: readonly number[]): number =>
  columns.reduce((total, width) => total + width, 0) * POINTS_PER_CHARACTER;
