import type { ConditionalRule, DifferentialStyle, SheetModel } from '../xlsx/model';
import { ApiObject } from './ApiObject';
import { changeRule, ruleOf } from './conditionalRules';
import type { OpenDocument } from './OpenDocument';

/** An object that stands for a part of one conditional format, found again by the format's id. */
export abstract class ConditionalRulePart extends ApiObject {
  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly id: string,
  ) {
    super(document);
  }

  get rule(): ConditionalRule {
    return ruleOf(this.document.alive(this.sheet), this.id);
  }

  get style(): DifferentialStyle {
    return this.rule.style ?? {};
  }

  change(change: Partial<Pick<ConditionalRule, 'formulas' | 'stopIfTrue' | 'style'>>): void {
    this.document.guard(this.document.alive(this.sheet), 'allowFormatCells');
    changeRule(this.sheet, this.id, change);
    this.document.dirty = true;
  }

  restyle(change: (style: DifferentialStyle) => DifferentialStyle): void {
    this.change({ style: change(this.style) });
  }
}
