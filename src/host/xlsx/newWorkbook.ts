import { packEntry, writeZip } from './container/zipWriter';
import type { WorkbookModel } from './model';
import { openXlsx } from './open';
import { blankWorkbookParts } from './workbook/blankParts';
import { encodeUtf8 } from './xml/utf8';

/** A workbook with one empty sheet, `Sheet1`. */
export function newWorkbook(): WorkbookModel {
  const entries = Object.entries(blankWorkbookParts).map(([name, text]) => packEntry(name, encodeUtf8(text)));
  const opened = openXlsx(writeZip(entries));
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.workbook;
}
