import type { Area, Hyperlink, SheetModel } from '../xlsx/model';
import { invalidArgument } from './ApiError';
import { cellCount, intersection } from './address';
import type { OpenDocument } from './OpenDocument';
import { textAt, writeCells } from './rangeValues';

const FIELDS = ['address', 'documentReference', 'screenTip', 'textToDisplay'] as const;

const sameArea = (one: Area, other: Area): boolean =>
  one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;

/** The hyperlink of an area's first cell, as `RangeHyperlink`, or null. */
export function hyperlinkOf(document: OpenDocument, sheet: SheetModel, area: Area): Record<string, string> | null {
  const first: Area = { ...area, bottom: area.top, right: area.left };
  const link = sheet.hyperlinks().find((candidate) => intersection(candidate.area, first) !== null);
  if (link === undefined) return null;
  return {
    ...(link.address === null ? {} : { address: link.address }),
    ...(link.location === null ? {} : { documentReference: link.location }),
    ...(link.tooltip === undefined ? {} : { screenTip: link.tooltip }),
    textToDisplay: textAt(document, sheet, area.top, area.left),
  };
}

export function setHyperlink(document: OpenDocument, sheet: SheetModel, area: Area, given: unknown): void {
  document.guard(sheet, 'allowInsertHyperlinks');
  if (given === null) {
    sheet.setHyperlinks(sheet.hyperlinks().filter((link) => !sameArea(link.area, area)));
    return;
  }
  if (typeof given !== 'object' || Array.isArray(given)) throw invalidArgument('a RangeHyperlink is needed');
  const fields = given as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(fields)) {
    if (!FIELDS.some((field) => field === key)) throw invalidArgument(`RangeHyperlink.${key}`);
    if (value !== null && value !== undefined && typeof value !== 'string')
      throw invalidArgument(`RangeHyperlink.${key}`);
  }
  const field = (name: (typeof FIELDS)[number]): string | null => (fields[name] as string | null | undefined) ?? null;
  const [address, location, tooltip, shown] = [
    field('address'),
    field('documentReference'),
    field('screenTip'),
    field('textToDisplay'),
  ];
  if (address === null && location === null) throw invalidArgument('neither address nor documentReference');
  const link: Hyperlink = { area, address, location, ...(tooltip === null ? {} : { tooltip }) };
  if (shown !== null) writeCells(document, sheet, area, shown);
  else if (cellCount(area) === 1 && sheet.value(area.top, area.left) === null) {
    writeCells(document, sheet, area, `'${address ?? location ?? ''}`);
  }
  sheet.addHyperlink(link);
  document.dirty = true;
}
