import type { Area, SheetModel } from '../xlsx/model';
import { apiNotFound, invalidArgument } from './ApiError';
import type { ApiObject } from './ApiObject';
import { isWholeColumns, qualifiedAddress } from './address';
import type { OpenDocument } from './OpenDocument';
import { answerQuery } from './query';
import { RangeBorder } from './RangeBorder';
import { RangeFormat } from './RangeFormat';
import { setHyperlink } from './rangeHyperlink';
import { StyledCells } from './StyledCells';

type Options = Readonly<Record<string, unknown>>;

/** `{fill: {color: true}}` → `fill/color`. */
function paths(options: Options, prefix = ''): readonly string[] {
  return Object.entries(options).flatMap(([name, wanted]) => {
    if (wanted === true) return [`${prefix}${name}`];
    return typeof wanted === 'object' && wanted !== null ? paths(wanted as Options, `${prefix}${name}/`) : [];
  });
}

const lowered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(lowered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key.charAt(0).toLowerCase() + key.slice(1), lowered(entry)]),
  );
};

function formatOf(document: OpenDocument, sheet: SheetModel, area: Area, options: unknown): unknown {
  const asked = typeof options === 'object' && options !== null ? paths(options as Options) : [];
  const cells = new StyledCells(document, sheet, [area]);
  const lines = asked.flatMap((path) => (path.startsWith('borders/') ? [path.slice('borders/'.length)] : []));
  const select = asked.filter((path) => !path.startsWith('borders/'));
  const format = lowered(answerQuery(new RangeFormat(cells), { Select: select })) as Record<string, unknown>;
  if (lines.length === 0) return format;
  const sides = Object.entries(SIDES).map(([name, edge]) => [
    name,
    lowered(answerQuery(new RangeBorder(cells, edge), { Select: lines })),
  ]);
  return { ...format, borders: Object.fromEntries(sides) };
}

/** Of one cell: it has no borders inside. */
const SIDES = {
  bottom: 'EdgeBottom',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  top: 'EdgeTop',
} as const;

function answer(known: Readonly<Record<string, () => unknown>>, options: Options): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [name, wanted] of Object.entries(options)) {
    if (wanted === false || wanted === null) continue;
    const read = known[name];
    if (read === undefined) throw apiNotFound(`cell property ${name}`);
    properties[name] = read();
  }
  return properties;
}

/** `Range.getCellProperties`: one record a cell. */
export function getCellProperties(document: OpenDocument, sheet: SheetModel, area: Area, options: Options): unknown {
  const rows: unknown[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: unknown[] = [];
    for (let column = area.left; column <= area.right; column++) {
      const cell: Area = { top: row, left: column, bottom: row, right: column };
      const style = (): string => document.workbook.style(sheet.styleIndex(row, column)).numberFormat;
      cells.push(
        answer(
          {
            address: () => qualifiedAddress(sheet.name, cell),
            addressLocal: () => qualifiedAddress(sheet.name, cell),
            hidden: () => sheet.rowHidden(row) || sheet.columnHidden(column),
            numberFormat: style,
            format: () => formatOf(document, sheet, cell, options['format']),
          },
          options,
        ),
      );
    }
    rows.push(cells);
  }
  return rows;
}

/** `Range.getRowProperties`: one record a row. */
export function getRowProperties(document: OpenDocument, sheet: SheetModel, area: Area, options: Options): unknown {
  const bottom = isWholeColumns(area) ? (sheet.usedArea(false)?.bottom ?? area.top) : area.bottom;
  const rows: unknown[] = [];
  for (let row = area.top; row <= bottom; row++) {
    const whole: Area = { ...area, top: row, bottom: row };
    rows.push(
      answer(
        {
          address: () => qualifiedAddress(sheet.name, whole),
          addressLocal: () => qualifiedAddress(sheet.name, whole),
          rowHidden: () => sheet.rowHidden(row),
          rowIndex: () => row,
          format: () => formatOf(document, sheet, whole, options['format']),
        },
        options,
      ),
    );
  }
  return rows;
}

function apply(object: ApiObject, values: Options): void {
  for (const [name, value] of Object.entries(values)) {
    const member = object.api.members[name];
    if (member?.kind === 'property' && member.write !== undefined) member.write(object, value);
    else if (member?.kind === 'child' && typeof value === 'object' && value !== null) {
      const below = member.get(object);
      if (below !== null) apply(below, value as Options);
    } else throw apiNotFound(`cell property ${name}`);
  }
}

/** `Range.setCellProperties`: a 2-D array of records; `format` and `hyperlink` are answered. */
export function setCellProperties(document: OpenDocument, sheet: SheetModel, area: Area, given: unknown): void {
  if (!Array.isArray(given) || given.length !== area.bottom - area.top + 1)
    throw invalidArgument('a 2-D array is needed');
  const rows = given as readonly unknown[];
  for (const [rowAt, cells] of rows.entries()) {
    if (!Array.isArray(cells) || cells.length !== area.right - area.left + 1)
      throw invalidArgument('a 2-D array is needed');
    for (const [columnAt, cell] of (cells as readonly unknown[]).entries()) {
      const [row, column] = [area.top + rowAt, area.left + columnAt];
      for (const [name, value] of Object.entries((cell ?? {}) as Options)) {
        const place: Area = { top: row, left: column, bottom: row, right: column };
        if (name === 'hyperlink') setHyperlink(document, sheet, place, value);
        else if (name !== 'format') throw apiNotFound(`cell property ${name}`);
        else apply(new RangeFormat(new StyledCells(document, sheet, [place])), value as Options);
      }
    }
  }
}
