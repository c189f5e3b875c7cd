import type { Alignment, CellStyle } from '../xlsx/model';
import { ApiObject, child, defineClass, method, property } from './ApiObject';
import { asBoolean, asNumber, asOneOf } from './CallArguments';
import { FormatProtection } from './FormatProtection';
import { RangeBorderCollection } from './RangeBorderCollection';
import { RangeFill } from './RangeFill';
import { RangeFont } from './RangeFont';
import type { StyledCells } from './StyledCells';
import { autofitColumns, autofitRows } from './autofit';
import { charactersOfPoints, pointsOfCharacters } from './sheetSizes';
import { invalidArgument } from './ApiError';

const HORIZONTAL = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;

/** The file's words for alignment are Excel's with a small first letter; `centerContinuous` is the one that differs. */
const fileWord = (word: string): string =>
  word === 'CenterAcrossSelection' ? 'centerContinuous' : word.charAt(0).toLowerCase() + word.slice(1);
const apiWord = (word: string): string =>
  word === 'centerContinuous' ? 'CenterAcrossSelection' : word.charAt(0).toUpperCase() + word.slice(1);

const aligned = (style: CellStyle, change: Alignment): CellStyle => ({
  ...style,
  alignment: { ...style.alignment, ...change },
});

const ROW_LIMIT_POINTS = 409.5;

/** learn.microsoft.com/javascript/api/excel/excel.rangeformat */
export class RangeFormat extends ApiObject {
  static override readonly api = defineClass<RangeFormat>('RangeFormat', {
    horizontalAlignment: property(
      ({ cells }) => cells.uniform(({ alignment }) => apiWord(alignment.horizontal ?? 'general')),
      ({ cells }, word) => {
        const horizontal = fileWord(asOneOf(word, HORIZONTAL));
        cells.restyle((style) => aligned(style, { horizontal }));
      },
    ),
    verticalAlignment: property(
      ({ cells }) => cells.uniform(({ alignment }) => apiWord(alignment.vertical ?? 'bottom')),
      ({ cells }, word) => {
        const vertical = fileWord(asOneOf(word, VERTICAL));
        cells.restyle((style) => aligned(style, { vertical }));
      },
    ),
    wrapText: property(
      ({ cells }) => cells.uniform(({ alignment }) => alignment.wrapText ?? false),
      ({ cells }, value) => {
        const wrapText = asBoolean(value);
        cells.restyle((style) => aligned(style, { wrapText }));
      },
    ),
    shrinkToFit: property(
      ({ cells }) => cells.uniform(({ alignment }) => alignment.shrinkToFit ?? false),
      ({ cells }, value) => {
        const shrinkToFit = asBoolean(value);
        cells.restyle((style) => aligned(style, { shrinkToFit }));
      },
    ),
    indentLevel: property(
      ({ cells }) => cells.uniform(({ alignment }) => alignment.indent ?? 0),
      ({ cells }, value) => {
        const indent = asNumber(value);
        if (!Number.isInteger(indent) || indent < 0 || indent > 250) throw invalidArgument('indentLevel is 0 to 250');
        cells.restyle((style) => aligned(style, { indent }));
      },
    ),
    textOrientation: property(
      ({ cells }) => cells.uniform(({ alignment }) => apiOrientation(alignment.textRotation ?? 0)),
      ({ cells }, value) => {
        const angle = asNumber(value);
        const valid = Number.isInteger(angle) && ((angle >= -90 && angle <= 90) || angle === 180);
        if (!valid) throw invalidArgument('textOrientation is -90 to 90, or 180 for vertical text');
        const textRotation = angle === 180 ? 255 : angle < 0 ? 90 - angle : angle;
        cells.restyle((style) => aligned(style, { textRotation }));
      },
    ),
    columnWidth: property(
      (format) => format.columnWidth(),
      (format, points) => format.setColumnWidth(asNumber(points)),
    ),
    rowHeight: property(
      (format) => format.rowHeight(),
      (format, points) => format.setRowHeight(asNumber(points)),
    ),
    useStandardWidth: property(
      (format) => format.standardWidth(),
      (format, value) => {
        if (asBoolean(value)) format.setColumnWidth(null);
      },
    ),
    font: child((format) => new RangeFont(format.cells)),
    fill: child((format) => new RangeFill(format.cells)),
    borders: child((format) => new RangeBorderCollection(format.cells)),
    protection: child((format) => new FormatProtection(format.cells)),
    autofitColumns: method(({ cells }) => {
      cells.document.guard(cells.sheet, 'allowFormatColumns');
      for (const area of cells.areas) autofitColumns(cells.document, cells.sheet, area);
      return null;
    }),
    autofitRows: method(({ cells }) => {
      cells.document.guard(cells.sheet, 'allowFormatRows');
      for (const area of cells.areas) autofitRows(cells.sheet, area);
      return null;
    }),
  });

  constructor(readonly cells: StyledCells) {
    super(cells.document);
  }

  private columnWidth(): number | null {
    const { sheet } = this.cells;
    const widths = new Set<number>();
    for (const { left, right } of this.cells.bounded()) {
      for (let column = left; column <= right; column++) {
        widths.add(pointsOfCharacters(sheet.columnWidth(column) ?? sheet.defaultColumnWidth));
      }
    }
    return widths.size === 1 ? [...widths][0]! : null;
  }

  /** null where some columns have their own width and some have not. */
  private standardWidth(): boolean | null {
    const { sheet } = this.cells;
    const standard = new Set<boolean>();
    for (const { left, right } of this.cells.bounded()) {
      for (let column = left; column <= right; column++) {
        standard.add((sheet.columnWidth(column) ?? sheet.defaultColumnWidth) === sheet.defaultColumnWidth);
      }
    }
    return standard.size === 1 ? [...standard][0]! : null;
  }

  private setColumnWidth(points: number | null): void {
    const characters = points === null ? null : charactersOfPoints(points);
    if (points !== null && (points < 0 || charactersOfPoints(points) > 255))
      throw invalidArgument('columnWidth is 0 to 255 characters');
    const { document, sheet } = this.cells;
    document.guard(sheet, 'allowFormatColumns');
    for (const { left, right } of this.cells.areas) {
      for (let column = left; column <= right; column++) sheet.setColumnWidth(column, characters);
    }
    document.dirty = true;
  }

  private rowHeight(): number | null {
    const { sheet } = this.cells;
    const heights = new Set<number>();
    for (const { top, bottom } of this.cells.bounded()) {
      for (let row = top; row <= bottom; row++) heights.add(sheet.rowHeight(row) ?? sheet.defaultRowHeight);
    }
    return heights.size === 1 ? [...heights][0]! : null;
  }

  private setRowHeight(points: number): void {
    if (points < 0 || points > ROW_LIMIT_POINTS) throw invalidArgument(`rowHeight is 0 to ${ROW_LIMIT_POINTS} points`);
    const { document, sheet } = this.cells;
    document.guard(sheet, 'allowFormatRows');
    for (const { top, bottom } of this.cells.bounded()) {
      for (let row = top; row <= bottom; row++) sheet.setRowHeight(row, points);
    }
    document.dirty = true;
  }
}

/** The file counts downward angles from 91 and vertical text as 255. */
const apiOrientation = (rotation: number): number =>
  rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation;
