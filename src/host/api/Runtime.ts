import { ApiObject, defineClass, property } from './ApiObject';
import { asBoolean } from './CallArguments';

/** learn.microsoft.com/javascript/api/excel/excel.runtime */
export class Runtime extends ApiObject {
  static override readonly api = defineClass<Runtime>('Runtime', {
    enableEvents: property(
      ({ document }) => document.events.enabled,
      ({ document }, value) => {
        document.events.enabled = asBoolean(value);
      },
    ),
  });
}
