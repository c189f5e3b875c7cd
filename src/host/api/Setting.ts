import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';

/** learn.microsoft.com/javascript/api/excel/excel.setting */
export class Setting extends ApiObject {
  static override readonly api = defineClass<Setting>('Setting', {
    key: property(({ key }) => key),
    value: property(
      (setting) => setting.value(),
      ({ document, key }, value) => {
        document.settings.set(key, value);
      },
    ),
    delete: method(({ document, key }) => {
      document.settings.delete(key);
      return null;
    }),
  });

  constructor(
    document: OpenDocument,
    readonly key: string,
  ) {
    super(document);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.key };
  }

  private value(): unknown {
    if (!this.document.settings.has(this.key)) throw itemNotFound(`setting ${this.key}`);
    return this.document.settings.get(this.key);
  }
}
