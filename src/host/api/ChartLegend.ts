import { ApiObject, defineClass, property } from './ApiObject';
import { asBoolean } from './CallArguments';
import type { Chart } from './Chart';

/** learn.microsoft.com/javascript/api/excel/excel.chartlegend */
export class ChartLegend extends ApiObject {
  static override readonly api = defineClass<ChartLegend>('ChartLegend', {
    visible: property(
      ({ chart }) => chart.model.showLegend,
      ({ chart }, value) => chart.change({ showLegend: asBoolean(value) }),
    ),
  });

  constructor(readonly chart: Chart) {
    super(chart.document);
  }
}
