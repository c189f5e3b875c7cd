import { child, defineClass } from './ApiObject';
import { ConditionalFormatRule } from './ConditionalFormatRule';
import { ConditionalRangeFormat } from './ConditionalRangeFormat';
import { ConditionalRulePart } from './ConditionalRulePart';

/** learn.microsoft.com/javascript/api/excel/excel.customconditionalformat */
export class CustomConditionalFormat extends ConditionalRulePart {
  static override readonly api = defineClass<CustomConditionalFormat>('CustomConditionalFormat', {
    rule: child(({ document, sheet, id }) => new ConditionalFormatRule(document, sheet, id)),
    format: child(({ document, sheet, id }) => new ConditionalRangeFormat(document, sheet, id)),
  });
}
