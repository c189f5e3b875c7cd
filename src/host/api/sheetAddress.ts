import type { Area, SheetModel } from '../xlsx/model';
import { invalidArgument } from './ApiError';
import { ADDRESS_LIMIT, absoluteAddress, parseArea, quotedSheetName, splitAddressList, splitSheet } from './address';
import type { OpenDocument } from './OpenDocument';

/** A place a formula names: sheet and area. */
export interface Place {
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** The single area a formula such as `Sheet1!$A$1:$B$2` stands for, or null where it stands for anything else. */
export function placeOfFormula(document: OpenDocument, formula: string, home: SheetModel | null): Place | null {
  const { sheet: named, rest } = splitSheet(formula.replace(/^=/, ''));
  const sheet = named === null ? home : document.sheetNamed(named);
  const area = parseArea(rest);
  return sheet === null || area === null ? null : { sheet, area };
}

/** The area an address given to `sheet.getRange` names: A1, a defined name, or a table's name. */
export function areaOnSheet(document: OpenDocument, sheet: SheetModel, given: string): Area {
  if (given.length > ADDRESS_LIMIT) throw invalidArgument(`an address has ${ADDRESS_LIMIT} characters at most`);
  const address = given.trim();
  const { sheet: named, rest } = splitSheet(address);
  if (named !== null && document.sheetNamed(named) !== sheet)
    throw invalidArgument(`${address} is on another worksheet`);
  const area = parseArea(rest);
  if (area !== null) return area;
  const lower = rest.toLowerCase();
  const candidates = document.workbook.names().filter(({ name }) => name.toLowerCase() === lower);
  const name = candidates.find(({ scope }) => scope === sheet.id) ?? candidates.find(({ scope }) => scope === null);
  const place = name === undefined ? null : placeOfFormula(document, name.formula, sheet);
  if (place !== null && place.sheet === sheet) return place.area;
  const table = sheet.tables().find((candidate) => candidate.name.toLowerCase() === lower);
  if (table !== undefined) return tableBody(table);
  throw invalidArgument(`no such range: ${address}`);
}

/** Rows of a table between header and totals. */
export const tableBody = (table: {
  readonly area: Area;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
}): Area => ({
  ...table.area,
  top: table.area.top + (table.showHeaders ? 1 : 0),
  bottom: table.area.bottom - (table.showTotals ? 1 : 0),
});

/** The areas of a comma list, in its order. */
export function areasOnSheet(document: OpenDocument, sheet: SheetModel, list: string): readonly Area[] {
  const areas = splitAddressList(list.slice(0, ADDRESS_LIMIT)).map((part) => areaOnSheet(document, sheet, part));
  if (areas.length === 0) throw invalidArgument('no address');
  return areas;
}

export const absolutePlace = (sheet: SheetModel, area: Area): string =>
  `${quotedSheetName(sheet.name)}!${absoluteAddress(area)}`;
