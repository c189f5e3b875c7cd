import { ApiObject, defineClass, method } from './ApiObject';
import { FunctionResult } from './FunctionResult';
import { serialOfDate } from './serialDate';

/** learn.microsoft.com/javascript/api/excel/excel.functions; `date` only: it tells the 1904 date system. */
export class Functions extends ApiObject {
  static override readonly api = defineClass<Functions>('Functions', {
    date: method(({ document }, args) => {
      const [year, month, day] = [args.integer(0), args.integer(1), args.integer(2)];
      // DATE takes months and days beyond their end, as the civil calendar of JavaScript does.
      const civil = new Date(Date.UTC(year, month - 1, day));
      const serial = serialOfDate(
        civil.getUTCFullYear(),
        civil.getUTCMonth() + 1,
        civil.getUTCDate(),
        document.workbook.date1904,
      );
      return new FunctionResult(document, serial < 0 ? { error: '#NUM!' } : serial);
    }),
  });
}
