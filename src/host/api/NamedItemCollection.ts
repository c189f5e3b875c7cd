import type { DefinedName, SheetModel } from '../xlsx/model';
import { ApiError, invalidArgument, itemNotFound } from './ApiError';
import { ApiObject, defineClass, method } from './ApiObject';
import { parseArea } from './address';
import type { CallArguments } from './CallArguments';
import { asText } from './CallArguments';
import { NamedItem } from './NamedItem';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';
import { absolutePlace } from './sheetAddress';

/** Excel's own names (`_xlnm.Print_Area`) are no named items. */
const isBuiltIn = ({ name }: DefinedName): boolean => name.startsWith('_xlnm.');

/** learn.microsoft.com/javascript/api/excel/excel.nameditemcollection; of the workbook, or of one worksheet. */
export class NamedItemCollection extends ApiObject {
  static override readonly api = defineClass<NamedItemCollection>('NamedItemCollection', {
    add: method((names, args) => names.add(args)),
    getCount: method((names) => names.names().length),
    getItem: method((names, args) => names.item(args.raw(0))),
    getItemOrNullObject: method((names, args) => names.find(args.text(0))),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel | null,
  ) {
    super(document);
  }

  override items(): readonly ApiObject[] {
    return this.names().map(({ name, scope }) => new NamedItem(this.document, name, scope));
  }

  override item(key: unknown): ApiObject {
    const item = this.find(asText(key));
    if (item === null) throw itemNotFound(`name ${asText(key)}`);
    return item;
  }

  private names(): readonly DefinedName[] {
    const scope = this.sheet?.id ?? null;
    return this.document.workbook.names().filter((name) => name.scope === scope && !isBuiltIn(name));
  }

  private find(key: string): NamedItem | null {
    const found = this.names().find(({ name }) => name.toLowerCase() === key.toLowerCase());
    return found === undefined ? null : new NamedItem(this.document, found.name, found.scope);
  }

  private add(args: CallArguments): NamedItem {
    const name = args.text(0);
    const valid =
      /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && parseArea(name) === null && !/^[rc]$/i.test(name);
    if (!valid) throw invalidArgument(`not a name: ${name}`);
    if (this.find(name) !== null) throw new ApiError('ItemAlreadyExists', name);
    if (args.has(2)) throw new ApiError('UnsupportedOperation', 'this host keeps no comments of names');
    const given = args.raw(1);
    const formula = given instanceof Range ? absolutePlace(given.sheet, given.area) : asText(given).replace(/^=/, '');
    const scope = this.sheet?.id ?? null;
    const { workbook } = this.document;
    workbook.setNames([...workbook.names(), { name, formula, scope, hidden: false }]);
    this.document.dirty = true;
    return new NamedItem(this.document, name, scope);
  }
}
