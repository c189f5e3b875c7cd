import type { SheetModel } from '../xlsx/model';
import { ApiObject, type PropertyMember, defineClass, property } from './ApiObject';
import { asText } from './CallArguments';
import type { OpenDocument } from './OpenDocument';

type Part = 'L' | 'C' | 'R';
type Parts = Readonly<Record<Part, string>>;

/** Splits `&L…&C…&R…`; text before any of them is the middle's. `&&` stays as it is. */
function parsed(code: string): Parts {
  const parts = { L: '', C: '', R: '' };
  let current: Part = 'C';
  for (const [token] of code.matchAll(/&[LCR]|&&|[\s\S]/g)) {
    if (/^&[LCR]$/.test(token)) current = token.charAt(1) as Part;
    else parts[current] += token;
  }
  return parts;
}

const joined = (parts: Parts): string =>
  (['L', 'C', 'R'] as const).map((part) => (parts[part] === '' ? '' : `&${part}${parts[part]}`)).join('');

const member = (where: 'Header' | 'Footer', part: Part): PropertyMember<HeaderFooter> =>
  property<HeaderFooter>(
    (text) => text.parts(where)[part],
    (text, value) => text.set(where, { ...text.parts(where), [part]: asText(value) }),
  ) as PropertyMember<HeaderFooter>;

/** learn.microsoft.com/javascript/api/excel/excel.headerfooter */
export class HeaderFooter extends ApiObject {
  static override readonly api = defineClass<HeaderFooter>('HeaderFooter', {
    leftHeader: member('Header', 'L'),
    centerHeader: member('Header', 'C'),
    rightHeader: member('Header', 'R'),
    leftFooter: member('Footer', 'L'),
    centerFooter: member('Footer', 'C'),
    rightFooter: member('Footer', 'R'),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly pages: 'odd' | 'even' | 'first',
  ) {
    super(document);
  }

  parts(where: 'Header' | 'Footer'): Parts {
    return parsed(this.sheet.pageSetup().headerFooter?.[`${this.pages}${where}`] ?? '');
  }

  set(where: 'Header' | 'Footer', parts: Parts): void {
    const setup = this.sheet.pageSetup();
    const headerFooter = { ...setup.headerFooter, [`${this.pages}${where}`]: joined(parts) };
    this.sheet.setPageSetup({ ...setup, headerFooter });
    this.document.dirty = true;
  }
}
