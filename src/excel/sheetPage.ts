import { areaAddress } from '../domain/cell';
import type { PrintSetup, SheetContent } from '../domain/plan';

const POINTS_PER_INCH = 72;

type Page = Excel.PageLayout;

/** A4; titles repeated; the width fits the page however many pages there are below each other. */
export function setUpPage(sheet: Excel.Worksheet, content: SheetContent): void {
  layOut(sheet.pageLayout, content);
  if (content.print?.firstPage !== undefined) sheet.pageLayout.firstPageNumber = content.print.firstPage;
  setPrintArea(sheet.pageLayout, content);
  breakPages(sheet, content);
  repeatTitles(sheet.pageLayout, content);
}

/** What of a page set-up is no longer as in `before`; `all`: nothing is known of how it stands. */
export function setUpPageAnew(sheet: Excel.Worksheet, before: SheetContent, after: SheetContent, all: boolean): void {
  const differs = (part: (of: SheetContent) => unknown): boolean => all || told(part(before)) !== told(part(after));
  const page = sheet.pageLayout;
  if (differs(({ landscape, print }) => [landscape === true, print?.margins, print?.footers])) layOut(page, after);
  if (differs(({ print }) => print?.firstPage)) page.firstPageNumber = after.print?.firstPage ?? '';
  if (differs(printedArea)) setPrintArea(page, after);
  if (differs(breaksOf)) {
    sheet.horizontalPageBreaks.removePageBreaks();
    breakPages(sheet, after);
  }
  if (differs(({ titleRows }) => titleRows)) repeatTitles(page, after);
}

const told = (part: unknown): string => JSON.stringify(part ?? null);

function layOut(page: Page, { landscape, print }: SheetContent): void {
  page.paperSize = Excel.PaperType.a4;
  page.orientation = landscape === true ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  page.centerHorizontally = true;
  if (print === undefined) page.leftMargin = page.rightMargin = 0.5 * POINTS_PER_INCH;
  else setUpPrint(page, print);
}

/** Margins and footers of a sheet that prints as a document (ExcelApi 1.9). */
function setUpPrint(page: Page, print: PrintSetup): void {
  const { top, bottom, left, right, footer } = print.margins;
  page.setPrintMargins(Excel.PrintMarginUnit.points, { top, bottom, left, right, footer });
  if (print.footers === null) return;
  const footers = page.headersFooters;
  footers.state = Excel.HeaderFooterState.oddAndEven;
  footers.oddPages.rightFooter = print.footers.oddRight;
  footers.evenPages.leftFooter = print.footers.evenLeft;
}

/** Of a sheet that prints as a document; any other prints all it holds. */
function printedArea({ print, rows }: SheetContent): string | null {
  if (print === undefined || rows.length === 0) return null;
  const lastColumn = Math.max(1, ...rows.map((row) => row.length)) - 1;
  return areaAddress({ top: 0, left: 0, bottom: rows.length - 1, right: lastColumn });
}

function setPrintArea(page: Page, content: SheetContent): void {
  const area = printedArea(content);
  if (area !== null) page.setPrintArea(area);
}

const breaksOf = ({ print, rows, pageBreaks }: SheetContent): readonly number[] => [
  ...(print === undefined || rows.length === 0 ? [] : print.breaksBefore),
  ...(pageBreaks ?? []),
];

function breakPages(sheet: Excel.Worksheet, content: SheetContent): void {
  for (const row of breaksOf(content)) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

function repeatTitles(page: Page, { titleRows }: SheetContent): void {
  if (titleRows === undefined) return;
  const [first, last] = titleRows;
  page.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
}
