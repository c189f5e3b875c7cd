import { defineClass, property } from './ApiObject';
import { asText } from './CallArguments';
import { ConditionalRulePart } from './ConditionalRulePart';
import { checkedRuleFormula } from './conditionalRules';

const formulaOf = ({ rule }: ConditionalFormatRule): string => `=${rule.formulas[0] ?? ''}`;

const setFormula = (part: ConditionalFormatRule, value: unknown): void =>
  part.change({ formulas: [checkedRuleFormula(asText(value))] });

/** learn.microsoft.com/javascript/api/excel/excel.conditionalformatrule */
export class ConditionalFormatRule extends ConditionalRulePart {
  static override readonly api = defineClass<ConditionalFormatRule>('ConditionalFormatRule', {
    formula: property(formulaOf, setFormula),
    formulaLocal: property(formulaOf, setFormula),
  });
}
