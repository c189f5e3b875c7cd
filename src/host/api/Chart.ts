import type { ChartModel, SheetModel } from '../xlsx/model';
import { ApiError, invalidArgument, itemNotFound } from './ApiError';
import { ApiObject, type PropertyMember, child, defineClass, method, property } from './ApiObject';
import { asNumber, asText } from './CallArguments';
import { ChartAxes } from './ChartAxes';
import { ChartDataLabels } from './ChartDataLabels';
import { ChartLegend } from './ChartLegend';
import { ChartSeriesCollection } from './ChartSeriesCollection';
import { ChartTitle } from './ChartTitle';
import { apiChartType, fileChartKind } from './chartKind';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';
import { columnsWidth, rowsHeight } from './sheetSizes';
import { Worksheet } from './Worksheet';

const measure = (name: 'left' | 'top' | 'width' | 'height'): PropertyMember<Chart> =>
  property<Chart>(
    ({ model }) => model[name],
    (chart, value) => {
      const points = asNumber(value);
      if (points < 0) throw invalidArgument(`${name} is not negative`);
      chart.change({ [name]: points });
    },
  ) as PropertyMember<Chart>;

/** learn.microsoft.com/javascript/api/excel/excel.chart; charts that came with the file have only name, id and delete. */
export class Chart extends ApiObject {
  static override readonly api = defineClass<Chart>('Chart', {
    id: property(({ id }) => id),
    name: property(
      ({ name }) => name,
      (chart, value) => chart.change({ name: asText(value) }),
    ),
    chartType: property(
      ({ model }) => apiChartType(model.kind),
      (chart, value) => chart.change({ kind: fileChartKind(asText(value)) }),
    ),
    left: measure('left'),
    top: measure('top'),
    width: measure('width'),
    height: measure('height'),
    title: child((chart) => new ChartTitle(chart)),
    axes: child((chart) => new ChartAxes(chart)),
    legend: child((chart) => new ChartLegend(chart)),
    dataLabels: child((chart) => new ChartDataLabels(chart)),
    series: child((chart) => new ChartSeriesCollection(chart)),
    worksheet: child(({ document, sheet }) => new Worksheet(document, sheet)),
    delete: method(({ document, sheet, name }) => {
      document.guard(sheet, 'allowEditObjects');
      sheet.removeChart(name);
      document.dirty = true;
      return null;
    }),
    setData: method((chart, args) => {
      const source = args.object(0, Range);
      const by = args.oneOf(1, ['Auto', 'Columns', 'Rows'], 'Auto');
      chart.change({
        sourceSheet: source.sheet.name,
        source: source.area,
        ...(by === 'Auto' ? {} : { seriesBy: by === 'Rows' ? 'rows' : 'columns' }),
      });
      return null;
    }),
    setPosition: method((chart, args) => {
      const { document, sheet } = chart;
      const grid = new Range(document, sheet, { top: 0, left: 0, bottom: 0, right: 0 });
      const start = grid.other(args.raw(0)).area;
      const end = args.has(1) ? grid.other(args.raw(1)).area : null;
      const [left, top] = [columnsWidth(sheet, 0, start.left - 1), rowsHeight(sheet, 0, start.top - 1)];
      chart.change({
        left,
        top,
        ...(end === null
          ? {}
          : { width: columnsWidth(sheet, start.left, end.right), height: rowsHeight(sheet, start.top, end.bottom) }),
      });
      return null;
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly id: string,
  ) {
    super(document);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }

  get name(): string {
    const name = this.document.chartName(this.id);
    if (name === null || !this.sheet.charts().some((chart) => chart.name === name))
      throw itemNotFound('the chart is gone');
    return name;
  }

  get model(): ChartModel {
    const { name } = this;
    const model = this.sheet.charts().find((chart) => chart.name === name)?.model ?? null;
    if (model === null) throw new ApiError('UnsupportedOperation', 'charts that came with the file are kept, not read');
    return model;
  }

  change(change: Partial<ChartModel>): void {
    this.document.guard(this.sheet, 'allowEditObjects');
    const before = this.model;
    const after = { ...before, ...change };
    if (after.name !== before.name && this.sheet.charts().some(({ name }) => name === after.name)) {
      throw new ApiError('ItemAlreadyExists', after.name);
    }
    this.sheet.removeChart(before.name);
    this.sheet.addChart(after);
    this.document.renameChart(this.id, after.name);
    this.document.dirty = true;
  }
}
