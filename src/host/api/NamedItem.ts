import type { DefinedName, SheetModel } from '../xlsx/model';
import { ApiError, itemNotFound } from './ApiError';
import { ApiObject, child, defineClass, method, property } from './ApiObject';
import { asBoolean, asText } from './CallArguments';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';
import { placeOfFormula } from './sheetAddress';
import { Worksheet } from './Worksheet';

/** learn.microsoft.com/javascript/api/excel/excel.nameditem */
export class NamedItem extends ApiObject {
  static override readonly api = defineClass<NamedItem>('NamedItem', {
    name: property(({ held }) => held.name),
    formula: property(
      ({ held }) => `=${held.formula}`,
      (item, value) => item.change({ formula: asText(value).replace(/^=/, '') }),
    ),
    value: property(({ held }) => `=${held.formula}`),
    type: property((item) => (item.range() === null ? typeOfConstant(item.held.formula) : 'Range')),
    scope: property(({ scope }) => (scope === null ? 'Workbook' : 'Worksheet')),
    visible: property(
      ({ held }) => !held.hidden,
      (item, value) => item.change({ hidden: !asBoolean(value) }),
    ),
    worksheet: child((item) => {
      const sheet = item.home();
      if (sheet === null) throw new ApiError('ItemNotFound', 'the name belongs to the workbook');
      return new Worksheet(item.document, sheet);
    }),
    worksheetOrNullObject: child((item) => {
      const sheet = item.home();
      return sheet === null ? null : new Worksheet(item.document, sheet);
    }),
    getRange: method((item) => {
      const range = item.range();
      if (range === null) throw itemNotFound(`${item.name} is no range`);
      return range;
    }),
    getRangeOrNullObject: method((item) => item.range()),
    delete: method((item) => {
      const { workbook } = item.document;
      const gone = item.held;
      workbook.setNames(workbook.names().filter((name) => name !== gone));
      item.document.dirty = true;
      return null;
    }),
  });

  constructor(
    document: OpenDocument,
    readonly name: string,
    readonly scope: string | null,
  ) {
    super(document);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.name };
  }

  get held(): DefinedName {
    const held = this.document.workbook.names().find(({ name, scope }) => name === this.name && scope === this.scope);
    if (held === undefined) throw itemNotFound(`name ${this.name}`);
    return held;
  }

  private home(): SheetModel | null {
    return this.document.workbook.sheets.find(({ id }) => id === this.scope) ?? null;
  }

  private range(): Range | null {
    const place = placeOfFormula(this.document, this.held.formula, this.home());
    return place === null ? null : new Range(this.document, place.sheet, place.area);
  }

  private change(change: Partial<DefinedName>): void {
    const before = this.held;
    const { workbook } = this.document;
    workbook.setNames(workbook.names().map((name) => (name === before ? { ...before, ...change } : name)));
    this.document.dirty = true;
  }
}

function typeOfConstant(formula: string): string {
  if (/^".*"$/s.test(formula)) return 'String';
  if (/^-?[\d.]+$/.test(formula)) return formula.includes('.') ? 'Double' : 'Integer';
  if (/^(true|false)$/i.test(formula)) return 'Boolean';
  return formula.includes('#REF!') ? 'Error' : 'Array';
}
