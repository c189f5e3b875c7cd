import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import { columnCount, rowCount } from './address';
import type { Chart } from './Chart';
import { ChartSeries } from './ChartSeries';

/** learn.microsoft.com/javascript/api/excel/excel.chartseriescollection */
export class ChartSeriesCollection extends ApiObject {
  static override readonly api = defineClass<ChartSeriesCollection>('ChartSeriesCollection', {
    count: property((series) => series.count()),
    getCount: method((series) => series.count()),
    getItemAt: method((series, args) => {
      const index = args.integer(0);
      if (index < 0 || index >= series.count()) throw itemNotFound();
      return new ChartSeries(series.chart, index);
    }),
  });

  constructor(readonly chart: Chart) {
    super(chart.document);
  }

  override items(): readonly ApiObject[] {
    return Array.from({ length: this.count() }, (_, index) => new ChartSeries(this.chart, index));
  }

  /** The first column (or row) of the source holds the categories. */
  private count(): number {
    const { source, seriesBy } = this.chart.model;
    return (seriesBy === 'columns' ? columnCount(source) : rowCount(source)) - 1;
  }
}
