import { LINE_HEIGHT } from './sheetWords';

/** Points of an A4 landscape page within the margins a result sheet is printed with. */
const PAGE = { width: 770, height: 487 };
/** Points a character of column width takes on paper. */
const POINTS_PER_CHARACTER = 5.25;
const GAP = 12;
/** Hosts differ in the width of a character, so in the scale to the page's width and in what a page holds: by this share more at most. */
const PLAY = 0.18;
/** Of the table's width, so that the charts never make the page wider. */
const WIDTH = 0.94;
/** Of a page, so that a chart fits below the latest end the page before may have. */
const HIGHEST = 0.7;

export interface ChartPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Two charts side by side below `used` points of rows, as wide as the table, on one printed page: moved to the
 * next page where the present one ends before they do. `titleRows` are repeated on every page.
 */
export function placeCharts(
  used: number,
  columnWidths: readonly number[],
  titleRows: number,
  wantedHeight: number,
): readonly [ChartPlace, ChartPlace] {
  const wide = columnWidths.reduce((total, width) => total + width, 0) * POINTS_PER_CHARACTER;
  const page = PAGE.height * Math.max(1, wide / PAGE.width);
  const later = page - titleRows * LINE_HEIGHT;
  const height = Math.min(wantedHeight, later * HIGHEST);
  const start = used + 2 * LINE_HEIGHT;
  const pagesBefore = start < page ? 0 : 1 + Math.floor((start - page) / later);
  const end = page + pagesBefore * later;
  const top = start + height <= end ? start : end * (1 + PLAY);
  const width = Math.floor((wide * WIDTH - GAP) / 2);
  return [
    { left: 0, top, width, height },
    { left: width + GAP, top, width, height },
  ];
}
