import { areaAddress } from '../domain/cell';
import type { PrintSetup, SheetContent } from '../domain/plan';

const POINTS_PER_INCH = 72;

/** A4; titles repeated; the width fits the page however many pages there are below each other. */
export function setUpPage(sheet: Excel.Worksheet, content: SheetContent): void {
  const page = sheet.pageLayout;
  page.paperSize = Excel.PaperType.a4;
  page.orientation = content.landscape === true ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  page.centerHorizontally = true;
  if (content.print === undefined) page.leftMargin = page.rightMargin = 0.5 * POINTS_PER_INCH;
  else setUpPrint(sheet, content, content.print);
  for (const row of content.pageBreaks ?? []) sheet.horizontalPageBreaks.add(`A${row + 1}`);
  if (content.titleRows !== undefined) {
    const [first, last] = content.titleRows;
    page.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
  }
}

/** Margins, footers and page ends of a sheet that prints as a document (ExcelApi 1.9). */
function setUpPrint(sheet: Excel.Worksheet, { rows }: SheetContent, print: PrintSetup): void {
  const page = sheet.pageLayout;
  const { top, bottom, left, right, footer } = print.margins;
  page.setPrintMargins(Excel.PrintMarginUnit.points, { top, bottom, left, right, footer });
  if (print.footers !== null) {
    const footers = page.headersFooters;
    footers.state = Excel.HeaderFooterState.oddAndEven;
    footers.oddPages.rightFooter = print.footers.oddRight;
    footers.evenPages.leftFooter = print.footers.evenLeft;
  }
  if (print.firstPage !== undefined) page.firstPageNumber = print.firstPage;
  if (rows.length === 0) return;
  const lastColumn = Math.max(1, ...rows.map((row) => row.length)) - 1;
  page.setPrintArea(areaAddress({ top: 0, left: 0, bottom: rows.length - 1, right: lastColumn }));
  for (const row of print.breaksBefore) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}
