import { child, defineClass, property } from './ApiObject';
import { asText } from './CallArguments';
import { ConditionalRangeBorderCollection } from './ConditionalRangeBorderCollection';
import { ConditionalRangeFill } from './ConditionalRangeFill';
import { ConditionalRangeFont } from './ConditionalRangeFont';
import { ConditionalRulePart } from './ConditionalRulePart';

/** learn.microsoft.com/javascript/api/excel/excel.conditionalrangeformat */
export class ConditionalRangeFormat extends ConditionalRulePart {
  static override readonly api = defineClass<ConditionalRangeFormat>('ConditionalRangeFormat', {
    numberFormat: property(
      ({ style }) => style.numberFormat ?? null,
      (part, value) => {
        const numberFormat = asText(value);
        part.restyle((style) => ({ ...style, numberFormat }));
      },
    ),
    fill: child(({ document, sheet, id }) => new ConditionalRangeFill(document, sheet, id)),
    font: child(({ document, sheet, id }) => new ConditionalRangeFont(document, sheet, id)),
    borders: child(({ document, sheet, id }) => new ConditionalRangeBorderCollection(document, sheet, id)),
  });
}
