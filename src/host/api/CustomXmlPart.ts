import type { CustomXmlPartModel } from '../xlsx/model';
import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { checkedXml } from './checkedXml';

/** learn.microsoft.com/javascript/api/excel/excel.customxmlpart */
export class CustomXmlPart extends ApiObject {
  static override readonly api = defineClass<CustomXmlPart>('CustomXmlPart', {
    id: property(({ id }) => id),
    namespaceUri: property(({ part }) => part.namespaceUri),
    getXml: method(({ part }) => part.xml),
    setXml: method(({ document, part }, args) => {
      document.workbook.setCustomXml(part.id, checkedXml(args.text(0)));
      document.dirty = true;
      return null;
    }),
    delete: method(({ document, part }) => {
      document.workbook.deleteCustomXmlPart(part.id);
      document.dirty = true;
      return null;
    }),
  });

  constructor(
    document: OpenDocument,
    readonly id: string,
  ) {
    super(document);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }

  get part(): CustomXmlPartModel {
    const part = this.document.workbook.customXmlParts().find(({ id }) => id === this.id);
    if (part === undefined) throw itemNotFound(`custom XML part ${this.id}`);
    return part;
  }
}
