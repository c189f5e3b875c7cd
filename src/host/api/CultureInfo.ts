import { ApiObject, child, defineClass, property } from './ApiObject';
import { DatetimeFormatInfo } from './DatetimeFormatInfo';

/** learn.microsoft.com/javascript/api/excel/excel.cultureinfo */
export class CultureInfo extends ApiObject {
  static override readonly api = defineClass<CultureInfo>('CultureInfo', {
    name: property(({ document }) => document.options.locale),
    datetimeFormat: child(({ document }) => new DatetimeFormatInfo(document)),
  });
}
