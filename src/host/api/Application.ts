import { ApiObject, child, defineClass, method, property } from './ApiObject';
import { asOneOf } from './CallArguments';
import { CultureInfo } from './CultureInfo';

/** learn.microsoft.com/javascript/api/excel/excel.application */
export class Application extends ApiObject {
  static override readonly api = defineClass<Application>('Application', {
    calculationMode: property(
      ({ document }) => document.calculationMode,
      ({ document }, value) => {
        document.calculationMode = asOneOf(value, ['Automatic', 'AutomaticExceptTables', 'Manual']);
      },
    ),
    calculationState: property(() => 'Done'),
    decimalSeparator: property(() => '.'),
    thousandsSeparator: property(() => ','),
    useSystemSeparators: property(() => true),
    cultureInfo: child(({ document }) => new CultureInfo(document)),
    calculate: method((_, args) => {
      args.oneOf(0, ['Recalculate', 'Full', 'FullRebuild']);
      return null;
    }),
    suspendApiCalculationUntilNextSync: method(() => null),
    suspendScreenUpdatingUntilNextSync: method(() => null),
  });
}
