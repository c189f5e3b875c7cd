import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method } from './ApiObject';
import { CustomXmlPart } from './CustomXmlPart';
import { CustomXmlPartScopedCollection } from './CustomXmlPartScopedCollection';
import { checkedXml } from './checkedXml';

/** learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection */
export class CustomXmlPartCollection extends ApiObject {
  static override readonly api = defineClass<CustomXmlPartCollection>('CustomXmlPartCollection', {
    add: method(({ document }, args) => {
      const part = document.workbook.addCustomXmlPart(checkedXml(args.text(0)));
      document.dirty = true;
      return new CustomXmlPart(document, part.id);
    }),
    getByNamespace: method(({ document }, args) => new CustomXmlPartScopedCollection(document, args.text(0))),
    getCount: method((parts) => parts.ids().length),
    getItem: method((parts, args) => parts.item(args.raw(0))),
    getItemOrNullObject: method((parts, args) => {
      const id = args.text(0);
      return parts.ids().includes(id) ? new CustomXmlPart(parts.document, id) : null;
    }),
  });

  override items(): readonly ApiObject[] {
    return this.ids().map((id) => new CustomXmlPart(this.document, id));
  }

  override item(key: unknown): ApiObject {
    const id = this.ids().find((candidate) => candidate === key);
    if (id === undefined) throw itemNotFound(`custom XML part ${String(key)}`);
    return new CustomXmlPart(this.document, id);
  }

  private ids(): readonly string[] {
    return this.document.workbook.customXmlParts().map(({ id }) => id);
  }
}
