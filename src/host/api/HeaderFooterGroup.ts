import type { SheetModel } from '../xlsx/model';
import { ApiObject, child, defineClass, property } from './ApiObject';
import { asOneOf } from './CallArguments';
import { HeaderFooter } from './HeaderFooter';
import type { OpenDocument } from './OpenDocument';

const STATES = ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'] as const;

/** learn.microsoft.com/javascript/api/excel/excel.headerfootergroup */
export class HeaderFooterGroup extends ApiObject {
  static override readonly api = defineClass<HeaderFooterGroup>('HeaderFooterGroup', {
    state: property(
      ({ sheet }) => {
        const held = sheet.pageSetup().headerFooter;
        if (held?.differentFirst === true)
          return held.differentOddEven === true ? 'FirstOddAndEven' : 'FirstAndDefault';
        return held?.differentOddEven === true ? 'OddAndEven' : 'Default';
      },
      ({ document, sheet }, value) => {
        const state = asOneOf(value, STATES);
        const setup = sheet.pageSetup();
        const headerFooter = {
          ...setup.headerFooter,
          differentFirst: state.startsWith('First'),
          differentOddEven: state.endsWith('OddAndEven'),
        };
        sheet.setPageSetup({ ...setup, headerFooter });
        document.dirty = true;
      },
    ),
    defaultForAllPages: child(({ document, sheet }) => new HeaderFooter(document, sheet, 'odd')),
    oddPages: child(({ document, sheet }) => new HeaderFooter(document, sheet, 'odd')),
    evenPages: child(({ document, sheet }) => new HeaderFooter(document, sheet, 'even')),
    firstPage: child(({ document, sheet }) => new HeaderFooter(document, sheet, 'first')),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
  ) {
    super(document);
  }
}
