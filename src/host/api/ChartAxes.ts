import { ApiObject, child, defineClass } from './ApiObject';
import type { Chart } from './Chart';
import { ChartAxis } from './ChartAxis';

/** learn.microsoft.com/javascript/api/excel/excel.chartaxes */
export class ChartAxes extends ApiObject {
  static override readonly api = defineClass<ChartAxes>('ChartAxes', {
    categoryAxis: child(({ chart }) => new ChartAxis(chart, 'category')),
    valueAxis: child(({ chart }) => new ChartAxis(chart, 'value')),
  });

  constructor(readonly chart: Chart) {
    super(chart.document);
  }
}
