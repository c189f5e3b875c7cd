import type { Area, ConditionalRule, SheetModel } from '../xlsx/model';
import { ApiError, itemNotFound } from './ApiError';
import { ApiObject, defineClass, method } from './ApiObject';
import { intersection, without } from './address';
import { ConditionalFormat } from './ConditionalFormat';
import { insertRule, sheetRules } from './conditionalRules';
import type { OpenDocument } from './OpenDocument';

const TYPES = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
] as const;

/** learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection */
export class ConditionalFormatCollection extends ApiObject {
  static override readonly api = defineClass<ConditionalFormatCollection>('ConditionalFormatCollection', {
    add: method((collection, args) => {
      const { document, sheet, areas } = collection;
      if (args.oneOf(0, TYPES) !== 'Custom')
        throw new ApiError('UnsupportedOperation', 'this host makes custom conditional formats only');
      document.guard(sheet, 'allowFormatCells');
      const id = newRuleId(sheet);
      const rule: ConditionalRule = {
        id,
        areas,
        type: 'expression',
        // A file must hold a formula even where the add-in never came to set one.
        formulas: ['FALSE'],
        priority: 1,
        stopIfTrue: false,
        style: null,
        raw: null,
      };
      insertRule(sheet, rule, 0);
      document.dirty = true;
      return new ConditionalFormat(document, sheet, id);
    }),
    clearAll: method((collection) => {
      const { document, sheet, areas } = collection;
      document.guard(sheet, 'allowFormatCells');
      const left = sheet.conditionalRules().flatMap((rule) => {
        if (!collection.touches(rule)) return [rule];
        const rest = areas.reduce<readonly Area[]>(
          (held, area) => held.flatMap((one) => without(one, area)),
          rule.areas,
        );
        return rest.length === 0 ? [] : [{ ...rule, areas: rest }];
      });
      sheet.setConditionalRules(left);
      document.dirty = true;
      return null;
    }),
    getCount: method((collection) => collection.rules().length),
    getItem: method((collection, args) => collection.item(args.raw(0))),
    getItemAt: method((collection, args) => {
      const rule = collection.rules()[args.integer(0)];
      if (rule === undefined) throw itemNotFound();
      return new ConditionalFormat(collection.document, collection.sheet, rule.id);
    }),
    getItemOrNullObject: method((collection, args) => {
      const id = args.text(0);
      return collection.rules().some((rule) => rule.id === id)
        ? new ConditionalFormat(collection.document, collection.sheet, id)
        : null;
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly areas: readonly Area[],
  ) {
    super(document);
  }

  override items(): readonly ApiObject[] {
    return this.rules().map(({ id }) => new ConditionalFormat(this.document, this.sheet, id));
  }

  override item(key: unknown): ApiObject {
    const rule = this.rules().find(({ id }) => id === key);
    if (rule === undefined) throw itemNotFound(`conditional format ${String(key)}`);
    return new ConditionalFormat(this.document, this.sheet, rule.id);
  }

  /** Rules that meet the range, highest priority first. */
  private rules(): readonly ConditionalRule[] {
    return sheetRules(this.sheet).filter((rule) => this.touches(rule));
  }

  private touches(rule: ConditionalRule): boolean {
    return rule.areas.some((held) => this.areas.some((area) => intersection(held, area) !== null));
  }
}

/** `{00000000-0000-0000-0000-…}`: unlike any other of the sheet. */
function newRuleId(sheet: SheetModel): string {
  const taken = new Set(sheet.conditionalRules().map(({ id }) => id));
  for (let count = taken.size + 1; ; count++) {
    const id = `{00000000-0000-4000-8000-${count.toString(16).toUpperCase().padStart(12, '0')}}`;
    if (!taken.has(id)) return id;
  }
}
