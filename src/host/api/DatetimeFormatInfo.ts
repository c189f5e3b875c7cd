import { ApiObject, defineClass, property } from './ApiObject';

const isChinese = ({ document }: DatetimeFormatInfo): boolean => document.options.locale === 'zh-CN';

/** learn.microsoft.com/javascript/api/excel/excel.datetimeformatinfo */
export class DatetimeFormatInfo extends ApiObject {
  static override readonly api = defineClass<DatetimeFormatInfo>('DatetimeFormatInfo', {
    dateSeparator: property(() => '/'),
    timeSeparator: property(() => ':'),
    shortDatePattern: property((info) => (isChinese(info) ? 'yyyy/M/d' : 'M/d/yyyy')),
    longDatePattern: property((info) => (isChinese(info) ? "yyyy'年'M'月'd'日'" : 'dddd, MMMM d, yyyy')),
    longTimePattern: property((info) => (isChinese(info) ? 'H:mm:ss' : 'h:mm:ss tt')),
  });
}
