import { areaAddress } from '../domain/cell';
import { setAside } from '../domain/ledger/ownSheets';
import { isOurMark } from '../domain/marks';
import type { Change, MarkFormat } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { ownPart, widthOf, type FoundFormat } from './changeState';
import { deleteRows, insertRows } from './insertedRows';
import type { LinedRows } from './linedRows';
import type { Outgoing } from './outgoing';
import { OWN_PARTS, type OwnPart } from './ownParts';
import { writeValidation } from './validations';
import { bytesOf } from './wireBytes';
import { isInPlace, type Replacing } from './replacedSheet';
import { rewriteSheet } from './rewriteSheet';
import { ownCharts } from './sheetCharts';
import { areaBlocks } from './rowBlocks';
import { writeSheet } from './writeSheet';
import { writtenValue } from './writtenValue';

/** What the verifying request found that writing needs. */
export interface Found {
  readonly formats: ReadonlyMap<string, { readonly formats: readonly FoundFormat[]; readonly count: number }>;
  readonly parts: ReadonlyMap<OwnPart, string>;
  /** An action is being finished or taken back that was cut off. */
  readonly resuming: boolean;
  /** Changes of which part was done when the writing was cut off; `restores`: what is wanted was only set aside. */
  readonly begun: ReadonlyMap<Change, 'begun' | 'restores'>;
  /** Names of the sheets there are, in tab order. */
  readonly sheets: ReadonlySet<string>;
  /** Rows to be appended that look so already. */
  readonly lined: ReadonlyMap<Change, LinedRows>;
  /** Names of the charts on sheets that are written anew. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
}

/** What writing one cell takes besides its value: the sheet by its name, the range, its format. */
const CELL_BYTES = 1000;
/** A cell's format among those of rows. */
const FORMAT_BYTES = 14;

/** Puts one change into the pending request; a sheet larger than a request can carry is sent in parts. */
export async function writeChange(outgoing: Outgoing, change: Change, found: Found): Promise<void> {
  const { context } = outgoing;
  const sheets = context.workbook.worksheets;
  switch (change.kind) {
    case 'setCell': {
      await outgoing.room(CELL_BYTES + bytesOf(change.after));
      const range = sheets.getItem(change.cell.sheet).getRangeByIndexes(change.cell.row, change.cell.column, 1, 1);
      if (change.numberFormat !== undefined) range.numberFormat = [[change.numberFormat]];
      range.values = [[writtenValue(change.after)]];
      return;
    }
    case 'appendRows': {
      const width = widthOf(change.rows);
      const area = { top: change.at, left: 0, bottom: change.at + change.rows.length - 1, right: width - 1 };
      const sheet = sheets.getItem(change.sheet);
      if (change.like !== undefined) {
        const like = { ...area, top: change.like, bottom: change.like };
        rangeAt(sheet, area).copyFrom(rangeAt(sheet, like), Excel.RangeCopyType.formats);
      }
      const formats = Array.from({ length: width }, (_, column) => change.formats[column] ?? 'General');
      const rowBytes = change.rows.map((row) => bytesOf(row) + width * FORMAT_BYTES);
      for (const block of areaBlocks(area, rowBytes)) {
        await outgoing.room(block.bytes);
        const rows = change.rows.slice(block.first, block.first + block.count);
        const range = rangeAt(sheet, block.area);
        range.numberFormat = rows.map(() => formats);
        range.values = rows.map((row) => Array.from({ length: width }, (_, column) => writtenValue(row[column] ?? '')));
      }
      return;
    }
    case 'removeRows': {
      const area = {
        top: change.at,
        left: 0,
        bottom: change.at + change.rows.length - 1,
        right: widthOf(change.rows) - 1,
      };
      const sheet = sheets.getItem(change.sheet);
      rangeAt(sheet, area).clear(Excel.ClearApplyTo.contents);
      if (change.looksAsBelow === true) {
        const formats = (change.lined?.formats ?? []).map((row) => [...row]);
        const first = change.at + formats.length;
        if (formats.length > 0) rangeAt(sheet, { ...area, bottom: first - 1 }).numberFormat = formats;
        if (first > area.bottom) return;
        const below = { ...area, top: area.bottom + 1, bottom: area.bottom + 1 };
        rangeAt(sheet, { ...area, top: first }).copyFrom(rangeAt(sheet, below), Excel.RangeCopyType.formats);
      }
      return;
    }
    case 'addSheet':
      // There only where an action that was cut off had begun it.
      if (found.sheets.has(change.name)) sheets.getItem(change.name).delete();
      await writeSheet(outgoing, change.name, change.content);
      return;
    case 'removeSheet':
      sheets.getItem(change.name).delete();
      return;
    case 'replaceSheet':
      if (isInPlace(change)) await writeInPlace(outgoing, change, found);
      else if (change.restores !== undefined && found.begun.get(change) !== 'restores')
        bringBack(context.workbook.worksheets, change.name, change.restores, found.sheets);
      else await putBeside(outgoing, change, found);
      return;
    case 'insertRows':
      insertRows(sheets.getItem(change.sheet), change, found.begun.has(change));
      return;
    case 'deleteRows':
      deleteRows(sheets.getItem(change.sheet), change);
      return;
    case 'setValidation':
      writeValidation(rangeAt(sheets.getItem(change.sheet), change.area), change.after);
      return;
    case 'setPart':
      writePart(context, ownPart(change.namespace), change.after, found.parts);
      return;
    case 'setMarks': {
      const sheet = sheets.getItem(change.sheet);
      const { formats, count } = found.formats.get(change.sheet) ?? { formats: [], count: 0 };
      const ours = formats.filter(({ formula }) => isOurMark(formula) || (found.resuming && isUnfinished(formula)));
      const all = sheet.getRange().conditionalFormats;
      for (const { id } of ours) all.getItem(id).delete();
      change.after.forEach((mark, index) => addMark(sheet, mark, count - ours.length + index));
      return;
    }
  }
}

/** The sheet that was kept takes the place of the one written: whichever of the two is set aside last goes. */
function bringBack(
  worksheets: Excel.WorksheetCollection,
  name: string,
  kept: string,
  sheets: ReadonlySet<string>,
): void {
  const aside = setAside(name);
  const written = sheets.has(aside) ? aside : sheets.has(name) ? name : null;
  if (written === name) worksheets.getItem(name).name = aside;
  if (sheets.has(kept)) worksheets.getItem(kept).name = name;
  if (written === null) return;
  worksheets.getItem(name).position = [...sheets].indexOf(written);
  worksheets.getItem(aside).delete();
}

async function writeInPlace(outgoing: Outgoing, change: Replacing, { sheets, begun, charts }: Found): Promise<void> {
  const { name, before, after } = change;
  const cutOff = begun.has(change);
  if (!sheets.has(name)) await writeSheet(outgoing, name, after);
  else {
    const sheet = outgoing.context.workbook.worksheets.getItem(name);
    await rewriteSheet(outgoing, sheet, {
      before,
      after,
      cutOff,
      charts: ownCharts(charts.get(name) ?? [], change, cutOff),
    });
  }
}

/**
 * The old sheet is set aside under another name and gets the name it is kept under last: wherever it stops, the old one
 * or the new one is whole.
 */
async function putBeside(outgoing: Outgoing, change: Replacing, { sheets, begun }: Found): Promise<void> {
  const { worksheets } = outgoing.context.workbook;
  const { name, after, keeps } = change;
  const aside = setAside(name);
  const cutOff = begun.get(change);
  if (cutOff === undefined && sheets.has(name)) worksheets.getItem(name).name = aside;
  // Taking back was cut off when the sheet kept had its name again.
  if (cutOff === 'restores' && keeps !== undefined && sheets.has(name)) worksheets.getItem(name).name = keeps;
  else if (cutOff !== undefined && sheets.has(name)) worksheets.getItem(name).delete();
  if (cutOff === 'restores') {
    const place = placeOf(aside, name, sheets);
    worksheets.getItem(aside).name = name;
    if (place !== null) worksheets.getItem(name).position = place;
    return;
  }
  await writeSheet(outgoing, name, after);
  if (cutOff === undefined && !sheets.has(name)) return;
  worksheets.getItem(name).position = placeOf(cutOff === undefined ? name : aside, name, sheets)!;
  if (keeps !== undefined) worksheets.getItem(aside).name = keeps;
}

/** Tab of a sheet once the half-written one of that name is gone. */
function placeOf(tab: string, halfWritten: string, sheets: ReadonlySet<string>): number | null {
  const tabs = [...sheets].filter((own) => own === tab || own !== halfWritten);
  const place = tabs.indexOf(tab);
  return place < 0 ? null : place;
}

/** A format that was added and had no formula yet when the writing was cut off: it never applies. */
const isUnfinished = (formula: string): boolean => /^=?(FALSE(\(\))?)?$/i.test(formula.trim());

/** Sets, adds or deletes one of our parts. Answers how to write it once more in the same request. */
export function writePart(
  context: Excel.RequestContext,
  part: OwnPart,
  xml: string | null,
  standing: ReadonlyMap<OwnPart, string>,
): (again: string) => void {
  const parts = context.workbook.customXmlParts;
  if (!standing.has(part)) {
    const added = xml === null ? null : parts.add(xml);
    return (again) => added?.setXml(again);
  }
  const own = parts.getByNamespace(OWN_PARTS[part]).getOnlyItem();
  if (xml === null) own.delete();
  else own.setXml(xml);
  return (again) => own.setXml(again);
}

/**
 * One conditional format of ours. Excel puts a new one first; ours goes last, so that the clerk's own formats
 * keep their order and win where both speak. `stopIfTrue` stays off for the same reason.
 */
function addMark(sheet: Excel.Worksheet, mark: MarkFormat, priority: number): void {
  const format = sheet
    .getRanges(mark.areas.map(areaAddress).join(','))
    .conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.rule.formula = mark.formula;
  const { fill, font } = format.custom.format;
  const { look } = mark;
  if (look.fill !== null) fill.color = look.fill;
  if (look.fontColor !== null) font.color = look.fontColor;
  if (look.bold === true) font.bold = true;
  if (look.italic === true) font.italic = true;
  if (look.strikethrough === true) font.strikethrough = true;
  if (look.underline === true) font.underline = Excel.ConditionalRangeFontUnderlineStyle.single;
  format.stopIfTrue = false;
  format.priority = priority;
}
