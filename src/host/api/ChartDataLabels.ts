import { ApiObject, defineClass, property } from './ApiObject';
import { asBoolean } from './CallArguments';
import type { Chart } from './Chart';

/** learn.microsoft.com/javascript/api/excel/excel.chartdatalabels */
export class ChartDataLabels extends ApiObject {
  static override readonly api = defineClass<ChartDataLabels>('ChartDataLabels', {
    showValue: property(
      ({ chart }) => chart.model.showDataLabels,
      ({ chart }, value) => chart.change({ showDataLabels: asBoolean(value) }),
    ),
  });

  constructor(readonly chart: Chart) {
    super(chart.document);
  }
}
