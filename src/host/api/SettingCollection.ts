import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method } from './ApiObject';
import { asText } from './CallArguments';
import { Setting } from './Setting';

/** learn.microsoft.com/javascript/api/excel/excel.settingcollection */
export class SettingCollection extends ApiObject {
  static override readonly api = defineClass<SettingCollection>('SettingCollection', {
    add: method(({ document }, args) => {
      const key = args.text(0);
      document.settings.set(key, args.raw(1));
      return new Setting(document, key);
    }),
    getCount: method(({ document }) => document.settings.size),
    getItem: method((settings, args) => settings.item(args.raw(0))),
    getItemOrNullObject: method(({ document }, args) => {
      const key = args.text(0);
      return document.settings.has(key) ? new Setting(document, key) : null;
    }),
  });

  override items(): readonly ApiObject[] {
    return [...this.document.settings.keys()].map((key) => new Setting(this.document, key));
  }

  override item(key: unknown): ApiObject {
    if (!this.document.settings.has(asText(key))) throw itemNotFound(`setting ${asText(key)}`);
    return new Setting(this.document, asText(key));
  }
}
