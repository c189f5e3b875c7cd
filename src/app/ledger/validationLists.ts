import { areaAddress, type Area } from '../../domain/cell';
import { cellText } from '../../domain/cellText';
import { statusList } from '../../domain/ledger/statusChoice';
import type { Change, Plan, Validation } from '../../domain/plan';
import { DIRECTORY_HEADERS } from '../../domain/registers/readDirectory';
import { layoutOf, registerSheet } from '../../domain/registers/registerSheet';
import { valueAt } from '../../domain/snapshot';
import { talkToExcel, type HostResult } from '../../excel/run';
import { readValidations, sameValidation, type FoundValidation } from '../../excel/validations';
import type { Review } from '../reading/review';
import { listValidation } from './listValidation';

/** A column the clerk wants a drop-down list for. */
export interface ListWish {
  readonly sheet: string;
  readonly field: 'status' | 'leadUnit';
}

export type ListRefusal = 'noColumn' | 'noRows' | 'noDirectory' | 'mixedRules';

export interface ListOutcome {
  readonly plan: Plan;
  /** What each list offers and whether it takes an earlier rule's place, for the preview. */
  readonly lines: readonly {
    readonly wish: ListWish;
    readonly place: string;
    readonly offers: string;
    readonly replaces: boolean;
  }[];
  readonly refusals: readonly { readonly wish: ListWish; readonly code: ListRefusal; readonly sentence: string }[];
}

const SENTENCES: Readonly<Record<ListRefusal, string>> = {
  noColumn: '这张台账没有这一列，没有设下拉选项。',
  noRows: '这张台账还没有事项，没有设下拉选项。',
  noDirectory: '还没有单位名录，请先建名录，再设责任单位的下拉选项。',
  mixedRules: '这一列各行的数据有效性不一样，没有改，请先在“数据”中统一或清除。',
};

/** Excel takes a list typed in up to 255 characters. */
const LONGEST_LIST = 255;

/** The plan that sets drop-down lists; what holds over the columns now is read first, so that it can be put back. */
export async function planValidations(of: Review, wishes: readonly ListWish[]): Promise<HostResult<ListOutcome>> {
  const refusals: ListOutcome['refusals'][number][] = [];
  const refuse = (wish: ListWish, code: ListRefusal): void => {
    refusals.push({ wish, code, sentence: `${wish.sheet}：${SENTENCES[code]}` });
  };
  const wanted = wishes.flatMap((wish) => {
    const found = listFor(of, wish);
    if (typeof found !== 'string') return [found];
    refuse(wish, found);
    return [];
  });
  const read = await talkToExcel(async (context): Promise<readonly FoundValidation[]> =>
    wanted.length === 0
      ? []
      : readValidations(
          context,
          wanted.map(({ wish, area }) => ({ sheet: wish.sheet, area })),
        ),
  );
  if (!read.ok) return read;
  const changes: Change[] = [];
  const lines: ListOutcome['lines'][number][] = [];
  wanted.forEach(({ wish, area, offers, validation }, index) => {
    const now = read.value[index]!;
    if (now.kind === 'mixed') return refuse(wish, 'mixedRules');
    if (sameValidation(now.validation, validation)) return;
    const { sheet } = wish;
    changes.push({ kind: 'setValidation', sheet, area, before: now.validation, after: validation });
    lines.push({ wish, place: `${sheet}!${areaAddress(area)}`, offers, replaces: now.validation !== null });
  });
  return {
    ok: true,
    value: { plan: { action: 'validate', asOf: of.asOf, expectations: [], changes }, lines, refusals },
  };
}

interface WantedList {
  readonly wish: ListWish;
  readonly area: Area;
  readonly offers: string;
  readonly validation: Validation;
}

function listFor(of: Review, wish: ListWish): WantedList | ListRefusal {
  const ledger = of.ledgers.find(({ sheet }) => sheet === wish.sheet);
  const column = ledger?.connection.columns[wish.field];
  if (ledger === undefined || column === undefined) return 'noColumn';
  const top = ledger.connection.headerBottom + 1;
  if (ledger.matters.length === 0) return 'noRows';
  const area = { top, left: column.column, bottom: ledger.lastMatterRow, right: column.column };
  const used = ledger.matters.map(({ row }) => cellText(valueAt(ledger.snapshot, row, column.column)));
  const source = wish.field === 'status' ? joined(statusList(column.header, used)) : directoryRange(of);
  if (source === null) return 'noDirectory';
  const offers = wish.field === 'status' ? source.replaceAll(',', '、') : '单位名录里的单位';
  return { wish, area, offers, validation: listValidation(source) };
}

function joined(words: readonly string[]): string {
  let list = '';
  for (const word of words) {
    if (/[,，"]/.test(word)) continue;
    const longer = list === '' ? word : `${list},${word}`;
    if (longer.length > LONGEST_LIST) break;
    list = longer;
  }
  return list;
}

/** `='单位名录'!$A$2:$A$40`. */
function directoryRange(of: Review): string | null {
  const sheet = registerSheet(of.reading.snapshot, '单位名录');
  const layout = sheet === undefined ? null : layoutOf(sheet, DIRECTORY_HEADERS);
  const column = layout?.columns.get('单位');
  if (sheet === undefined || layout === null || column === undefined) return null;
  if (layout.nextRow <= layout.headerRow + 1) return null;
  const area = areaAddress({ top: layout.headerRow + 1, left: column, bottom: layout.nextRow - 1, right: column });
  return `='${sheet.name}'!${area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}
