import {
  earlierAsked,
  earlierKey,
  entriesOfEarlier,
  withEarlier,
  type EarlierAsked,
  type EarlierLetter,
} from '../../domain/notices/earlierLetters';
import type { MatterHistory } from '../../domain/assessment';
import type { Notice } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import { registerRow, type Recorded, type RegisterRow } from '../../domain/notices/registerRow';
import type { Change, Expectation } from '../../domain/plan';
import { atOnce, type InPortions } from '../../domain/portions';
import { historyOf } from '../../domain/registers/history';
import { ENTERED_LATER } from '../../domain/registers/readNotices';
import { NOTICE_FORMS, type NoticeEntry } from '../../domain/registers/registers';
import { valueAt } from '../../domain/snapshot';
import { NOTICE_REGISTER, noticeRegister, registerValue } from './lettersOnRecord';
import { ledgerChanges } from './noticeLedgerCells';
import { mattersByKey } from '../reading/mattersByKey';
import type { Review } from '../reading/review';

export {
  earlierKey,
  takeEarlier,
  type EarlierAnswer,
  type EarlierAsked,
  type EarlierLetter,
  type EarlierTyped,
} from '../../domain/notices/earlierLetters';

/** The history of a matter of that key; null where the ledgers have none. */
function historiesByKey(of: Review): (key: string) => MatterHistory | null {
  const matters = mattersByKey(of);
  return (key) => {
    const matter = matters.get(key);
    return matter === undefined ? null : historyOf(of.histories, matter);
  };
}

/** What the letters cite and no record knows, once a matter. */
export const askedEarlier = (of: Review, letters: readonly Notice[]): readonly EarlierAsked[] =>
  atOnce(askedInPortions(of, letters));

export function* askedInPortions(of: Review, letters: readonly Notice[]): InPortions<readonly EarlierAsked[]> {
  const ladderReminds = of.ruleSet.ladder.steps.some(({ step }) => step === 'reminderNotice');
  const asked = new Map<string, EarlierAsked>();
  const historyAt = historiesByKey(of);
  for (const { form, unit, matters } of letters) {
    let more = 0;
    for (const { key } of matters) {
      const history = historyAt(key);
      const own = history === null ? null : earlierAsked(form, unit, history, ladderReminds);
      if (++more % ASKED_AT_ONCE === 0) yield;
      if (own === null) continue;
      const name = earlierKey(own);
      const before = asked.get(name);
      asked.set(name, before === undefined ? own : { ...before, units: [...before.units, unit] });
    }
    yield;
  }
  return [...asked.values()];
}

/** Matters of one letter to a portion. */
const ASKED_AT_ONCE = 50;

const CITING = ['reminderNotice', 'supervisionReminder', 'supervisionOrder'] as const;

/** Those of which the workbook still knows nothing, at their present rows: what is on record is not entered twice. */
export function stillAsked(of: Review, earlier: readonly EarlierLetter[]): readonly EarlierLetter[] {
  const historyAt = historiesByKey(of);
  return earlier.flatMap((letter): readonly EarlierLetter[] => {
    const { form, matter, units, number, on } = letter;
    const history = historyAt(matter.key);
    if (history === null) return [];
    const entered = (unit: string): boolean =>
      history.notices.some(
        (own) => own.form === form && own.enteredLater === true && own.number === number && own.unit === unit,
      );
    const left = units.filter((unit) => !entered(unit));
    const asked = left
      .flatMap((unit) => CITING.map((citing) => earlierAsked(citing, unit, history, true)))
      .find((own) => own?.form === form);
    return asked ? [{ ...asked, units: left, number, on: asked.entry?.date ?? on }] : [];
  });
}

/** The matters' histories as they stand with those letters on record. */
export function withAllEarlier(of: Review, earlier: readonly EarlierLetter[]): ReadonlyMap<string, MatterHistory> {
  if (earlier.length === 0) return of.histories;
  const histories = new Map(of.histories);
  const historyAt = historiesByKey(of);
  for (const letter of earlier) {
    const { key } = letter.matter;
    const history = histories.get(key) ?? historyAt(key);
    if (history !== null) histories.set(key, withEarlier(history, letter));
  }
  return histories;
}

/** Register rows as they will be read back, below so many others; a number filled into a row that is there is known by that row. */
export const entriesEntered = (of: Review, earlier: readonly EarlierLetter[], after = 0): readonly NoticeEntry[] => {
  const next = noticeRegister(of)?.layout.nextRow ?? 0;
  return earlier.flatMap((letter, index) => entriesOfEarlier(letter, NOTICE_REGISTER, next + after + index));
};

/**
 * How the entered letters go on record (rules.md §8: what the ledger has columns for goes to its mapped columns, and to
 * the register): a row of 文书登记簿, 已发, with 补记 in 备注, and the ledger's 交办单编号 and 交办时间 where they are
 * blank. The register in any case: a number that only the ledger holds counts for nothing (notice-unregistered).
 * Matters of one letter share a row.
 */
export function recordEarlier(
  of: Review,
  earlier: readonly EarlierLetter[],
  office: Office,
): { readonly rows: readonly RegisterRow[]; readonly ledger: readonly Change[] } {
  const letters = new Map<string, Recorded>();
  for (const letter of earlier) {
    if (letter.entry !== null) continue;
    const own = recordedOf(letter);
    const key = [own.form, own.number ?? `\u0000${letter.matter.key}`, own.issuedOn, own.unit, letter.matter.sheet];
    const before = letters.get(key.join('\u0001'));
    letters.set(key.join('\u0001'), before ? { ...before, matters: [...before.matters, ...own.matters] } : own);
  }
  return {
    rows: [...letters.values()].map((letter) => registerRow(letter, office.handler, ENTERED_LATER)),
    ledger: earlier.flatMap((letter) =>
      letter.matter.distinct
        ? ledgerChanges(of, { ...recordedOf(letter), number: letter.number ?? '' }, letter.matter).filter(
            (change) => change.kind === 'setCell' && change.before === '' && change.after !== '',
          )
        : [],
    ),
  };
}

function recordedOf({ form, matter, units, number, on }: EarlierLetter): Recorded {
  const { key, sheet, row, id, title } = matter;
  return {
    form,
    number,
    unit: [...new Set(units)].join('、'),
    matters: [{ key, sheet, row, id, title: title ?? '' }],
    issuedOn: on,
    replyDue: null,
    previous: null,
    status: 'sent',
    overrideReason: null,
  };
}

/** The rows that take a number must be those that were read. */
export function rowsExpected(of: Review, earlier: readonly EarlierLetter[]): readonly Expectation[] {
  const register = noticeRegister(of);
  if (register === null) return [];
  return earlier.flatMap(({ entry }) =>
    entry === null
      ? []
      : (['文书', '日期', '主送单位'] as const).flatMap((header): readonly Expectation[] => {
          const column = register.layout.columns.get(header);
          const { row } = entry.cell;
          if (column === undefined) return [];
          const area = { top: row, left: column, bottom: row, right: column };
          const values = [[registerValue(register, row, header)]];
          return [{ sheet: register.sheet.name, area, values, about: `${NOTICE_FORMS[entry.form]}（${entry.unit}）` }];
        }),
  );
}

/** Numbers put into rows that had none; `rows`: what the plan adds to the register, a 编号 column perhaps. */
export function numbersFilledIn(
  of: Review,
  earlier: readonly EarlierLetter[],
  rows: readonly Change[],
): readonly Change[] {
  const register = noticeRegister(of);
  if (register === null) return [];
  const { sheet, layout } = register;
  const added = rows.find((change) => change.kind === 'setCell' && change.after === '编号');
  const column = layout.columns.get('编号') ?? (added?.kind === 'setCell' ? added.cell.column : null);
  if (column === null) return [];
  const filled = new Map<number, Change>();
  for (const { entry, number } of earlier) {
    if (entry === null || number === null) continue;
    const cell = { sheet: sheet.name, row: entry.cell.row, column };
    const before = valueAt(sheet, cell.row, column);
    filled.set(cell.row, { kind: 'setCell', cell, before, after: number });
  }
  return [...filled.values()];
}
