import { ApiObject, defineClass, property } from './ApiObject';
import { asBoolean } from './CallArguments';
import type { Chart } from './Chart';
import { apiChartType } from './chartKind';
import { textAt } from './rangeValues';

/** learn.microsoft.com/javascript/api/excel/excel.chartseries */
export class ChartSeries extends ApiObject {
  static override readonly api = defineClass<ChartSeries>('ChartSeries', {
    name: property(({ document, chart, index }) => {
      const { source, seriesBy, sourceSheet } = chart.model;
      const sheet = document.sheetNamed(sourceSheet);
      if (sheet === null) return '';
      const { top, left, right } = source;
      if (seriesBy === 'columns' && typeof sheet.value(top, right) === 'number') return `Series${index + 1}`;
      return seriesBy === 'columns'
        ? textAt(document, sheet, top, left + index + 1)
        : textAt(document, sheet, top + index + 1, left);
    }),
    chartType: property(({ chart }) => apiChartType(chart.model.kind)),
    hasDataLabels: property(
      ({ chart }) => chart.model.showDataLabels,
      ({ chart }, value) => chart.change({ showDataLabels: asBoolean(value) }),
    ),
  });

  constructor(
    readonly chart: Chart,
    readonly index: number,
  ) {
    super(chart.document);
  }
}
