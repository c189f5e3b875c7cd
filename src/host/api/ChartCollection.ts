import type { ChartModel, SheetModel } from '../xlsx/model';
import { ApiError, itemNotFound } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import { columnCount, rowCount } from './address';
import type { CallArguments } from './CallArguments';
import { asText } from './CallArguments';
import { Chart } from './Chart';
import { fileChartKind } from './chartKind';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';

/** Points Excel gives a new chart. */
const SIZE = { width: 360, height: 216 };

/** learn.microsoft.com/javascript/api/excel/excel.chartcollection */
export class ChartCollection extends ApiObject {
  static override readonly api = defineClass<ChartCollection>('ChartCollection', {
    count: property(({ sheet }) => sheet.charts().length),
    getCount: method(({ sheet }) => sheet.charts().length),
    add: method((charts, args) => charts.add(args)),
    getItem: method((charts, args) => charts.named(args.text(0)) ?? missing()),
    getItemAt: method((charts, args) => charts.items()[args.integer(0)] ?? missing()),
    getItemOrNullObject: method((charts, args) => charts.named(args.text(0))),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
  ) {
    super(document);
  }

  override items(): readonly ApiObject[] {
    return this.sheet
      .charts()
      .map(({ name }) => new Chart(this.document, this.sheet, this.document.chartId(this.sheet, name)));
  }

  override item(key: unknown): ApiObject {
    const id = asText(key);
    return this.document.chartName(id) === null
      ? (this.named(id) ?? missing())
      : new Chart(this.document, this.sheet, id);
  }

  private named(name: string): Chart | null {
    const known = this.sheet.charts().some((chart) => chart.name === name);
    return known ? new Chart(this.document, this.sheet, this.document.chartId(this.sheet, name)) : null;
  }

  private add(args: CallArguments): Chart {
    const { document, sheet } = this;
    document.guard(sheet, 'allowEditObjects');
    const source = args.object(1, Range);
    const by = args.oneOf(2, ['Auto', 'Columns', 'Rows'], 'Auto');
    const wide = columnCount(source.area) > rowCount(source.area);
    const chart: ChartModel = {
      name: freeName(document, sheet),
      kind: fileChartKind(args.text(0)),
      title: null,
      sourceSheet: source.sheet.name,
      source: source.area,
      seriesBy: by === 'Rows' || (by === 'Auto' && wide) ? 'rows' : 'columns',
      left: 48,
      top: 48,
      ...SIZE,
      showLegend: true,
      showDataLabels: false,
      categoriesReversed: false,
      valueAxisAt: 'automatic',
      valueMinimum: null,
    };
    sheet.addChart(chart);
    document.dirty = true;
    return new Chart(document, sheet, document.chartId(sheet, chart.name));
  }
}

function missing(): never {
  throw itemNotFound('no such chart');
}

function freeName(document: OpenDocument, sheet: SheetModel): string {
  const word = document.options.locale === 'zh-CN' ? '图表' : 'Chart';
  const taken = new Set(sheet.charts().map(({ name }) => name));
  for (let count = taken.size + 1; count < 10_000; count++)
    if (!taken.has(`${word} ${count}`)) return `${word} ${count}`;
  throw new ApiError('GeneralException', 'too many charts');
}
