import { defineClass, method, property } from './ApiObject';
import { asColor } from './CallArguments';
import { ConditionalRulePart } from './ConditionalRulePart';

/** learn.microsoft.com/javascript/api/excel/excel.conditionalrangefill */
export class ConditionalRangeFill extends ConditionalRulePart {
  static override readonly api = defineClass<ConditionalRangeFill>('ConditionalRangeFill', {
    color: property(
      ({ style }) => style.fill ?? '',
      (part, value) => {
        const fill = asColor(value);
        part.restyle((style) => ({ ...style, fill }));
      },
    ),
    clear: method((part) => {
      part.restyle(({ fill: _, ...style }) => style);
      return null;
    }),
  });
}
