import type { Area, SheetModel } from '../xlsx/model';
import { LAST_COLUMN, isWholeRows, splitAddressList } from './address';
import type { OpenDocument } from './OpenDocument';
import { absolutePlace, placeOfFormula } from './sheetAddress';

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';

/** Areas a built-in name of the sheet stands for, in order. */
function areasOf(document: OpenDocument, sheet: SheetModel, name: string): readonly Area[] {
  const held = document.workbook.names().find((candidate) => candidate.name === name && candidate.scope === sheet.id);
  if (held === undefined) return [];
  return splitAddressList(held.formula).flatMap((part) => {
    const place = placeOfFormula(document, part, sheet);
    return place === null ? [] : [place.area];
  });
}

function setAreas(document: OpenDocument, sheet: SheetModel, name: string, areas: readonly Area[]): void {
  const { workbook } = document;
  const others = workbook.names().filter((candidate) => candidate.name !== name || candidate.scope !== sheet.id);
  const formula = areas.map((area) => absolutePlace(sheet, area)).join(',');
  workbook.setNames(areas.length === 0 ? others : [...others, { name, formula, scope: sheet.id, hidden: false }]);
  document.dirty = true;
}

export const printArea = (document: OpenDocument, sheet: SheetModel): readonly Area[] =>
  areasOf(document, sheet, PRINT_AREA);

export const setPrintArea = (document: OpenDocument, sheet: SheetModel, areas: readonly Area[]): void =>
  setAreas(document, sheet, PRINT_AREA, areas);

export const printTitleRows = (document: OpenDocument, sheet: SheetModel): Area | null =>
  areasOf(document, sheet, PRINT_TITLES).find(isWholeRows) ?? null;

/** Sets the rows printed on every page; repeated columns stay. */
export function setPrintTitleRows(document: OpenDocument, sheet: SheetModel, area: Area): void {
  const columns = areasOf(document, sheet, PRINT_TITLES).filter((held) => !isWholeRows(held));
  setAreas(document, sheet, PRINT_TITLES, [...columns, { ...area, left: 0, right: LAST_COLUMN }]);
}
