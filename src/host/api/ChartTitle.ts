import { ApiObject, defineClass, property } from './ApiObject';
import { asBoolean, asText } from './CallArguments';
import type { Chart } from './Chart';

/** learn.microsoft.com/javascript/api/excel/excel.charttitle */
export class ChartTitle extends ApiObject {
  static override readonly api = defineClass<ChartTitle>('ChartTitle', {
    text: property(
      ({ chart }) => chart.model.title ?? '',
      ({ chart }, value) => chart.change({ title: asText(value) }),
    ),
    visible: property(
      ({ chart }) => chart.model.title !== null,
      ({ chart }, value) => chart.change({ title: asBoolean(value) ? (chart.model.title ?? '') : null }),
    ),
  });

  constructor(readonly chart: Chart) {
    super(chart.document);
  }
}
