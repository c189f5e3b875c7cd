import { OWN_PARTS } from '../../src/excel/ownParts';
import type { SheetModel, WorkbookModel } from '../../src/host/xlsx';

const JOURNAL = OWN_PARTS.journal;

/**
 * All a person or another program finds in the workbook, the add-in's journal aside: every cell with its value, formula
 * and whole look, sizes, merges, rules, links, print set-up, tables, charts, comments, names, tab order, parts.
 */
export function wholeState(workbook: WorkbookModel): unknown {
  const looks = new Map<number, string>();
  const lookOf = (index: number): string => {
    let look = looks.get(index);
    if (look === undefined) looks.set(index, (look = index === 0 ? '' : JSON.stringify(workbook.style(index))));
    return look;
  };
  const plain = lookOf(0) === '' ? JSON.stringify(workbook.style(0)) : '';
  return {
    sheets: workbook.sheets.map((sheet) =>
      sheetState(sheet, (index) => (lookOf(index) === plain ? '' : lookOf(index))),
    ),
    names: workbook
      .names()
      .map(({ name, formula, hidden }) => `${name} ${formula} ${hidden}`)
      .sort(),
    parts: workbook
      .customXmlParts()
      .filter(({ namespaceUri }) => namespaceUri !== JOURNAL)
      .map(({ namespaceUri, xml }) => [namespaceUri, xml])
      .sort(),
  };
}

function sheetState(sheet: SheetModel, lookOf: (index: number) => string): unknown {
  const area = sheet.usedArea(false);
  const cells: Record<string, unknown> = {};
  const heights: Record<number, number> = {};
  const widths: Record<number, number> = {};
  for (let row = 0; area !== null && row <= area.bottom; row += 1) {
    const height = sheet.rowHeight(row);
    if (height !== null) heights[row] = height;
    for (let column = area.left; column <= area.right; column += 1) {
      const [value, formula, look] = [
        sheet.value(row, column),
        sheet.formula(row, column),
        lookOf(sheet.styleIndex(row, column)),
      ];
      if (value !== null || formula !== null || look !== '')
        cells[`${row},${column}`] = [formula === null ? value : null, formula, look];
    }
  }
  for (let column = 0; column < 40; column += 1) {
    const width = sheet.columnWidth(column);
    if (width !== null) widths[column] = width;
  }
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells,
    heights,
    widths,
    merges: sheet.merges(),
    rules: sheet.conditionalRules().map(({ id: _, raw: __, ...rule }) => rule),
    validations: sheet
      .dataValidations()
      .map(({ error, ...rule }) => ({ ...rule, ...(error?.show === true ? { error } : {}) })),
    links: sheet.hyperlinks(),
    page: sheet.pageSetup(),
    breaks: sheet.rowBreaks(),
    frozen: sheet.frozen(),
    filter: sheet.autoFilterArea(),
    tables: sheet.tables(),
    charts: sheet.charts().map(({ name }) => name),
    comments: sheet.comments(),
  };
}
