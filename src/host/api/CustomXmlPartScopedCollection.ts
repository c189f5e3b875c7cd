import { ApiError, itemNotFound } from './ApiError';
import { ApiObject, defineClass, method } from './ApiObject';
import { CustomXmlPart } from './CustomXmlPart';
import type { OpenDocument } from './OpenDocument';

/** learn.microsoft.com/javascript/api/excel/excel.customxmlpartscopedcollection */
export class CustomXmlPartScopedCollection extends ApiObject {
  static override readonly api = defineClass<CustomXmlPartScopedCollection>('CustomXmlPartScopedCollection', {
    getCount: method((parts) => parts.ids().length),
    getItem: method((parts, args) => parts.item(args.raw(0))),
    getItemOrNullObject: method((parts, args) => {
      const id = args.text(0);
      return parts.ids().includes(id) ? new CustomXmlPart(parts.document, id) : null;
    }),
    getOnlyItem: method((parts) => {
      const [id, ...more] = parts.ids();
      if (id === undefined) throw itemNotFound(parts.namespaceUri);
      if (more.length > 0) throw new ApiError('GeneralException', `several parts of ${parts.namespaceUri}`);
      return new CustomXmlPart(parts.document, id);
    }),
    getOnlyItemOrNullObject: method((parts) => {
      const [id, ...more] = parts.ids();
      return id === undefined || more.length > 0 ? null : new CustomXmlPart(parts.document, id);
    }),
  });

  constructor(
    document: OpenDocument,
    readonly namespaceUri: string,
  ) {
    super(document);
  }

  override items(): readonly ApiObject[] {
    return this.ids().map((id) => new CustomXmlPart(this.document, id));
  }

  override item(key: unknown): ApiObject {
    const id = this.ids().find((candidate) => candidate === key);
    if (id === undefined) throw itemNotFound(`custom XML part ${String(key)}`);
    return new CustomXmlPart(this.document, id);
  }

  private ids(): readonly string[] {
    return this.document.workbook
      .customXmlParts()
      .filter(({ namespaceUri }) => namespaceUri === this.namespaceUri)
      .map(({ id }) => id);
  }
}
