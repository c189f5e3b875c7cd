import { lastColumn, lastRow } from '../cells/address';
import type { ChartModel, SheetModel } from '../model';
import { escapeAttribute } from '../xml/characters';

const emuPerPoint = 12_700;
const pointsPerPixel = 0.75;
/** Width of the digit 0 in the usual default fonts, in pixels; widths in characters are multiples of it. */
const digitWidth = 7;
const cellPadding = 5;

/** Width in points of a column that is `characters` wide (ECMA-376 18.3.1.13). */
export function columnPoints(characters: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / digitWidth)) / 256) * digitWidth) * pointsPerPixel;
}

interface AnchorEnd {
  readonly index: number;
  readonly offset: number;
}

function place(points: number, sizeOf: (index: number) => number, last: number): AnchorEnd {
  let rest = Math.max(0, points);
  for (let index = 0; index < last; index++) {
    const size = sizeOf(index);
    if (rest < size) return { index, offset: Math.round(rest * emuPerPoint) };
    rest -= size;
  }
  return { index: last, offset: 0 };
}

/** The drawing anchor of a chart: it moves with the cells below its corner and keeps its size. */
export function chartAnchor(sheet: SheetModel, chart: ChartModel, shapeId: number, relationship: string): string {
  const width = (column: number): number => {
    if (sheet.columnHidden(column)) return 0;
    const characters = sheet.columnWidth(column);
    return characters === null
      ? columnPoints(sheet.defaultColumnWidth + cellPadding / digitWidth)
      : columnPoints(characters);
  };
  const height = (row: number): number => (sheet.rowHidden(row) ? 0 : (sheet.rowHeight(row) ?? sheet.defaultRowHeight));
  const end = (x: number, y: number): string => {
    const column = place(x, width, lastColumn);
    const row = place(y, height, lastRow);
    return (
      `<xdr:col>${column.index}</xdr:col><xdr:colOff>${column.offset}</xdr:colOff>` +
      `<xdr:row>${row.index}</xdr:row><xdr:rowOff>${row.offset}</xdr:rowOff>`
    );
  };
  const chartSpace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return (
    '<xdr:twoCellAnchor editAs="oneCell" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    `<xdr:from>${end(chart.left, chart.top)}</xdr:from>` +
    `<xdr:to>${end(chart.left + chart.width, chart.top + chart.height)}</xdr:to>` +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    `<xdr:cNvPr id="${shapeId}" name="${escapeAttribute(chart.name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${chartSpace}"><c:chart xmlns:c="${chartSpace}" xmlns:r="${relationships}" r:id="${relationship}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}
