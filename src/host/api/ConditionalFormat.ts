import type { ConditionalRule, SheetModel } from '../xlsx/model';
import { ApiError, invalidArgument } from './ApiError';
import { ApiObject, child, defineClass, method, property } from './ApiObject';
import { asBoolean, asNumber } from './CallArguments';
import { CustomConditionalFormat } from './CustomConditionalFormat';
import { changeRule, insertRule, removeRule, ruleOf, sheetRules } from './conditionalRules';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';
import { RangeAreas } from './RangeAreas';

/** Excel's `ConditionalFormatType` for the file's words; every other word is a preset. */
const API_TYPE: Readonly<Record<string, string>> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  colorScale: 'ColorScale',
  dataBar: 'DataBar',
  iconSet: 'IconSet',
  top10: 'TopBottom',
  containsText: 'ContainsText',
  notContainsText: 'ContainsText',
  beginsWith: 'ContainsText',
  endsWith: 'ContainsText',
};

/** learn.microsoft.com/javascript/api/excel/excel.conditionalformat */
export class ConditionalFormat extends ApiObject {
  static override readonly api = defineClass<ConditionalFormat>('ConditionalFormat', {
    id: property(({ rule }) => rule.id),
    type: property(({ rule }) => API_TYPE[rule.type] ?? 'PresetCriteria'),
    priority: property(
      ({ sheet, id }) => sheetRules(sheet).findIndex((rule) => rule.id === id),
      ({ document, sheet, rule }, value) => {
        const wanted = asNumber(value);
        if (!Number.isInteger(wanted)) throw invalidArgument('priority is a whole number');
        // A negative one counts from the back; beyond the ends stands for the end.
        const place = wanted < 0 ? Math.max(0, sheetRules(sheet).length + wanted) : wanted;
        document.guard(sheet, 'allowFormatCells');
        removeRule(sheet, rule.id);
        insertRule(sheet, rule, place);
        document.dirty = true;
      },
    ),
    stopIfTrue: property(
      ({ rule }) => rule.stopIfTrue,
      ({ document, sheet, id }, value) => {
        const stopIfTrue = asBoolean(value);
        document.guard(sheet, 'allowFormatCells');
        changeRule(sheet, id, { stopIfTrue });
        document.dirty = true;
      },
    ),
    custom: child((format) => {
      if (format.rule.type !== 'expression') throw new ApiError('InvalidOperation', 'not a custom conditional format');
      return new CustomConditionalFormat(format.document, format.sheet, format.id);
    }),
    customOrNullObject: child((format) =>
      format.rule.type === 'expression' ? new CustomConditionalFormat(format.document, format.sheet, format.id) : null,
    ),
    delete: method(({ document, sheet, id }) => {
      document.guard(sheet, 'allowFormatCells');
      removeRule(sheet, id);
      document.dirty = true;
      return null;
    }),
    getRange: method((format) => {
      const range = format.range();
      if (range === null) throw new ApiError('InvalidOperation', 'the conditional format lies on several areas');
      return range;
    }),
    getRangeOrNullObject: method((format) => format.range()),
    getRanges: method(({ document, sheet, rule }) => new RangeAreas(document, sheet, rule.areas)),
  });

  constructor(
    document: OpenDocument,
    private readonly model: SheetModel,
    readonly id: string,
  ) {
    super(document);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }

  get sheet(): SheetModel {
    return this.document.alive(this.model);
  }

  get rule(): ConditionalRule {
    return ruleOf(this.sheet, this.id);
  }

  private range(): Range | null {
    const [first, ...more] = this.rule.areas;
    return first === undefined || more.length > 0 ? null : new Range(this.document, this.sheet, first);
  }
}
