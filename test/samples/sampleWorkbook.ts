import type { ConditionalFormatOptions, DataValidation, NewFile, Style } from 'excelize-wasm';
import { init } from 'excelize-wasm';
import { createRequire } from 'node:module';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { serialOf } from './civilDate';
import type { Iso } from './civilDate';

/** 格子里要写的东西：文本、数、真日期、带缓存值的公式、出错的公式，或空。 */
export type CellContent =
  | string
  | number
  | null
  | { readonly date: Iso }
  | { readonly formula: string; readonly cached: string | number }
  | { readonly formula: string; readonly error: '#REF!' };

/** 正在写的样本工作簿；引擎是 excelize，与被测的引擎无关。 */
export class SampleWorkbook {
  private readonly styles = new Map<string, number>();
  private readonly cached = new Map<string, { type: 'n' | 'str' | 'e'; value: string }>();
  private readonly sheets: string[] = [];

  private constructor(private readonly file: NewFile) {}

  static async create(title: string): Promise<SampleWorkbook> {
    const wasm = path.join(path.dirname(createRequire(__filename).resolve('excelize-wasm')), 'excelize.wasm.gz');
    const excelize = await init(wasm);
    const book = new SampleWorkbook(excelize.NewFile());
    must(book.file.SetDefaultFont('宋体'));
    must(
      book.file.SetDocProps({
        Creator: '督查室',
        LastModifiedBy: '督查室',
        Title: title,
        Created: '2026-01-06T01:00:00Z',
        Modified: '2026-10-31T08:30:00Z',
      }),
    );
    return book;
  }

  addSheet(name: string): void {
    if (this.sheets.length === 0) must(this.file.SetSheetName('Sheet1', name));
    else must(this.file.NewSheet(name));
    this.sheets.push(name);
  }

  put(sheet: string, cell: string, content: CellContent): void {
    if (content === null || content === '') return;
    if (typeof content === 'string') must(this.file.SetCellStr(sheet, cell, content));
    else if (typeof content === 'number') must(this.file.SetCellValue(sheet, cell, content));
    else if ('date' in content) must(this.file.SetCellValue(sheet, cell, serialOf(content.date)));
    else {
      must(this.file.SetCellFormula(sheet, cell, content.formula));
      const type = 'error' in content ? 'e' : typeof content.cached === 'number' ? 'n' : 'str';
      const value = String('error' in content ? content.error : content.cached);
      this.cached.set(`${sheet}!${cell}`, { type, value });
    }
  }

  style(sheet: string, from: string, to: string, style: Style): void {
    const key = JSON.stringify(style);
    let id = this.styles.get(key);
    if (id === undefined) {
      const made = this.file.NewStyle(style);
      must(made);
      id = made.style;
      this.styles.set(key, id);
    }
    must(this.file.SetCellStyle(sheet, from, to, id));
  }

  merge(sheet: string, from: string, to: string): void {
    must(this.file.MergeCell(sheet, from, to));
  }

  widths(sheet: string, widths: readonly number[]): void {
    widths.forEach((width, index) => {
      const column = columnName(index + 1);
      must(this.file.SetColWidth(sheet, column, column, width));
    });
  }

  height(sheet: string, row: number, points: number): void {
    must(this.file.SetRowHeight(sheet, row, points));
  }

  hideRow(sheet: string, row: number): void {
    must(this.file.SetRowVisible(sheet, row, false));
  }

  freeze(sheet: string, columns: number, rows: number): void {
    const topLeft = `${columnName(columns + 1)}${String(rows + 1)}`;
    const pane = columns === 0 ? 'bottomLeft' : 'bottomRight';
    must(
      this.file.SetPanes(sheet, {
        Freeze: true,
        XSplit: columns,
        YSplit: rows,
        TopLeftCell: topLeft,
        ActivePane: pane,
      }),
    );
  }

  filter(sheet: string, range: string): void {
    must(this.file.AutoFilter(sheet, range, []));
  }

  validateList(sheet: string, range: string, words: readonly string[]): void {
    const rule: DataValidation = {
      Type: 'list',
      Sqref: range,
      Formula1: `"${words.join(',')}"`,
      AllowBlank: true,
      ShowErrorMessage: true,
      ErrorStyle: 'warning',
      ErrorTitle: '办理状态',
      Error: '请从下拉列表中选择',
    };
    must(this.file.AddDataValidation(sheet, rule));
  }

  conditional(sheet: string, range: string, options: ConditionalFormatOptions): void {
    must(this.file.SetConditionalFormat(sheet, range, [options]));
  }

  conditionalStyle(style: Style): number {
    const made = this.file.NewConditionalStyle(style);
    must(made);
    return made.style;
  }

  comment(sheet: string, cell: string, text: string): void {
    must(
      this.file.AddComment(sheet, {
        Author: '督查室',
        Cell: cell,
        Paragraph: [{ Text: text }],
        Width: 220,
        Height: 80,
      }),
    );
  }

  /** A4 横向、一页宽，表头行每页重复，页脚有页码。 */
  printSetup(sheet: string, firstRow: number, lastRow: number): void {
    must(this.file.SetPageLayout(sheet, { Size: 9, Orientation: 'landscape', FitToWidth: 1, FitToHeight: 0 }));
    must(this.file.SetSheetProps(sheet, { FitToPage: true }));
    must(this.file.SetPageMargins(sheet, { Left: 0.39, Right: 0.39, Top: 0.59, Bottom: 0.59, Horizontally: true }));
    must(this.file.SetHeaderFooter(sheet, { OddFooter: '&C第 &P 页，共 &N 页' }));
    must(
      this.file.SetDefinedName({
        Name: '_xlnm.Print_Titles',
        RefersTo: `'${sheet}'!$${String(firstRow)}:$${String(lastRow)}`,
        Scope: sheet,
      }),
    );
  }

  printArea(sheet: string, area: string): void {
    must(this.file.SetDefinedName({ Name: '_xlnm.Print_Area', RefersTo: `'${sheet}'!${area}`, Scope: sheet }));
  }

  /** 成文件的字节：部件按固定次序、固定时间重新打包，公式补上缓存值。 */
  bytes(): Uint8Array {
    must(this.file.SetCalcProps({ FullCalcOnLoad: true }));
    const written = this.file.WriteToBuffer();
    must(written);
    const parts = unzipSync(written.buffer as Uint8Array);
    this.sheets.forEach((sheet, index) => {
      const name = `xl/worksheets/sheet${String(index + 1)}.xml`;
      parts[name] = strToU8(this.withCachedValues(sheet, strFromU8(parts[name] as Uint8Array)));
    });
    const mtime = new Date(2026, 9, 31, 16, 30, 0);
    const ordered: Zippable = {};
    for (const name of Object.keys(parts).sort(contentTypesFirst))
      ordered[name] = [parts[name] as Uint8Array, { mtime }];
    return zipSync(ordered, { level: 9 });
  }

  private withCachedValues(sheet: string, xml: string): string {
    return xml.replace(
      /<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g,
      (whole, ref: string, rest: string, formula: string) => {
        const value = this.cached.get(`${sheet}!${ref}`);
        if (value === undefined) return whole;
        const attributes = rest.replace(/ t="[^"]*"/, '') + (value.type === 'n' ? '' : ` t="${value.type}"`);
        return `<c r="${ref}"${attributes}><f>${formula}</f><v>${value.value}</v></c>`;
      },
    );
  }
}

function contentTypesFirst(a: string, b: string): number {
  const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function must(answer: { error: string | null } | { error?: string | null }): void {
  if (answer.error) throw new Error(answer.error);
}

/** 1 → A，27 → AA。 */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
