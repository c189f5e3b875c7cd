import { ApiError, invalidArgument } from './ApiError';
import { ApiObject, defineClass, property } from './ApiObject';
import { asBoolean, asNumber } from './CallArguments';
import type { Chart } from './Chart';

const POSITIONS = { Automatic: 'automatic', Maximum: 'maximum', Minimum: 'minimum' } as const;
const isPosition = (word: unknown): word is keyof typeof POSITIONS => typeof word === 'string' && word in POSITIONS;

/** learn.microsoft.com/javascript/api/excel/excel.chartaxis: order and crossing of the categories, minimum of the values. */
export class ChartAxis extends ApiObject {
  static override readonly api = defineClass<ChartAxis>('ChartAxis', {
    reversePlotOrder: property(
      (axis) => axis.only('category').model.categoriesReversed,
      (axis, value) => axis.only('category').change({ categoriesReversed: asBoolean(value) }),
    ),
    position: property(
      (axis) => {
        const { valueAxisAt } = axis.only('category').model;
        return Object.entries(POSITIONS).find(([, at]) => at === valueAxisAt)?.[0] ?? null;
      },
      (axis, value) => {
        const chart = axis.only('category');
        if (!isPosition(value)) throw invalidArgument('position is Automatic, Maximum or Minimum');
        chart.change({ valueAxisAt: POSITIONS[value] });
      },
    ),
    minimum: property(
      (axis) => {
        const { valueMinimum } = axis.only('value').model;
        if (valueMinimum === null) throw new ApiError('UnsupportedOperation', 'the minimum Excel chooses by itself');
        return valueMinimum;
      },
      (axis, value) => axis.only('value').change({ valueMinimum: value === '' ? null : asNumber(value) }),
    ),
  });

  constructor(
    private readonly chart: Chart,
    private readonly kind: 'category' | 'value',
  ) {
    super(chart.document);
  }

  private only(kind: ChartAxis['kind']): Chart {
    if (this.kind === kind) return this.chart;
    throw new ApiError('UnsupportedOperation', `this member of the ${this.kind} axis`);
  }
}
