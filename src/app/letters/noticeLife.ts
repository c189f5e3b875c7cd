import { addDays, daysBetween, type CivilDate } from '../../domain/calendar/civilDate';
import type { CellRef } from '../../domain/cell';
import { assigns } from '../../domain/notices/draft';
import { guardLetter } from '../../domain/notices/guard';
import { noteOnceSettled } from '../../domain/notices/heldNumbers';
import { reply, send, sign, voidNotice, type LifeAnswer } from '../../domain/notices/lifecycle';
import type { Notice } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import { lifeSentence, refusalSentence } from '../../domain/notices/refusalSentence';
import type { RegisterHeader, RegisterValue } from '../../domain/notices/registerRow';
import { isLetterEntry, letterName } from '../../domain/notices/remake';
import type { Change, Expectation, Plan } from '../../domain/plan';
import { atOnce, forEach, map, type InPortions } from '../../domain/portions';
import { NOTICE_STATUSES, type NoticeEntry } from '../../domain/registers/registers';
import { identityOf, nameOf } from '../ledger/identity';
import { ledgerChanges, restoredLedgerCells } from './noticeLedgerCells';
import { mattersAtInPortions, type MatterAt } from '../reading/mattersAt';
import { noticeRegister, registerValue, type LetterOnRecord } from './lettersOnRecord';
import { addWorkingDaysOf } from '../office/officeSettings';
import { cellsInPortions } from '../registers/registerCells';
import type { LetterRefusal } from './reprintLetters';
import type { Review } from '../reading/review';

/** What may happen to a letter on record. */
export type NoticeTurn =
  | { readonly kind: 'send'; readonly on: CivilDate }
  | { readonly kind: 'sign'; readonly on: CivilDate }
  | { readonly kind: 'reply'; readonly on: CivilDate }
  | { readonly kind: 'void'; readonly reason: string };

export interface TurnOutcome {
  readonly plan: Plan;
  /** Letters the plan writes. */
  readonly letters: readonly LetterOnRecord[];
  readonly refusals: readonly LetterRefusal[];
}

/**
 * The plan by which letters on record take a turn: 发出, 签收, 回复, 作废. Those that cannot are left out, each with its
 * sentence. Sending fills the ledger's mapped columns, 作废 gives them back to the letter before it; the reason of a
 * 作废 goes to 备注.
 */
export const planTurn = (...asked: Parameters<typeof turnInPortions>): TurnOutcome => atOnce(turnInPortions(...asked));

export function* turnInPortions(
  of: Review,
  letters: readonly LetterOnRecord[],
  turn: NoticeTurn,
  office: Office,
): InPortions<TurnOutcome> {
  const taken: { readonly letter: LetterOnRecord; readonly cells: Cells; readonly ledger: readonly Change[] }[] = [];
  const refusals: LetterRefusal[] = [];
  const own = new Set(letters.map(({ row }) => row));
  const matterAt = turn.kind === 'send' ? yield* mattersAtInPortions(of, turn.on, own) : null;
  yield* forEach(letters, (letter) => {
    const entry = letter.entries[0]!;
    const answer = turned(entry, turn);
    const refusal = !answer.ok
      ? lifeSentence(answer.refusal)
      : matterAt === null || turn.kind !== 'send'
        ? null
        : againstSending(of, letter, matterAt, turn.on);
    if (refusal !== null) refusals.push({ letter, sentence: `${letterName(letter)}：${refusal}` });
    else if (answer.ok) {
      const limit = turn.kind === 'send' ? movedLimit(of, entry, turn.on, office) : entry.replyDue;
      taken.push({
        letter,
        cells: cellsOf(answer, entry, letter, limit),
        ledger: turn.kind === 'send' || turn.kind === 'void' ? ledgerOf(of, letter, answer.entry) : [],
      });
    }
  });
  const touched = new Set(taken.flatMap(({ letter, ledger }) => (ledger.length === 0 ? [] : letter.matters)));
  const rows = yield* map(taken, ({ letter }) => registerIdentity(of, letter));
  const matters = yield* map([...touched], (matter) => identityOf(of, matter));
  return {
    letters: taken.map(({ letter }) => letter),
    refusals,
    plan: {
      action: 'register',
      asOf: of.asOf,
      expectations: [...rows.flat(), ...matters.flat()],
      changes: [
        ...(yield* cellsInPortions(
          of,
          taken.map(({ letter, cells }) => ({ row: letter.row, cells })),
        )),
        ...lastOfEachCell(taken.flatMap(({ ledger }) => ledger)),
      ],
    },
  };
}

type Cells = Readonly<Partial<Record<RegisterHeader, RegisterValue>>>;

function turned(entry: NoticeEntry, turn: NoticeTurn): LifeAnswer {
  switch (turn.kind) {
    case 'send':
      return send(entry, turn.on);
    case 'sign':
      return sign(entry, turn.on);
    case 'reply':
      return reply(entry, turn.on);
    case 'void':
      return voidNotice(entry, turn.reason);
  }
}

/** The register cells that differ after the turn. */
function cellsOf(
  answer: LifeAnswer & { readonly ok: true },
  before: NoticeEntry,
  { note }: LetterOnRecord,
  replyDue: CivilDate | null,
): Cells {
  const { entry } = answer;
  // A reservation that was left behind is over once its letter takes a turn.
  const said = [noteOnceSettled(note), answer.note ?? ''].filter((each) => each !== '').join('；');
  const date = (header: RegisterHeader, was: CivilDate | null, is: CivilDate | null): Cells =>
    was === is || is === null ? {} : { [header]: { date: is } };
  return {
    ...(before.status === entry.status ? {} : { 状态: { text: NOTICE_STATUSES[entry.status] } }),
    ...date('日期', before.date, entry.date),
    ...date('答复期限', before.replyDue, replyDue),
    ...date('签收日期', before.signedOn, entry.signedOn),
    ...date('回复日期', before.repliedOn, entry.repliedOn),
    ...(said === note ? {} : { 备注: { text: said } }),
  };
}

/** A letter sent later than it was drafted gives the same number of days, from the day it goes out. */
function movedLimit(of: Review, entry: NoticeEntry, on: CivilDate, office: Office): CivilDate | null {
  if (entry.replyDue === null || entry.date === on || !isLetterEntry(entry) || assigns(entry.form)) {
    return entry.replyDue;
  }
  const workingDay = addWorkingDaysOf(of.calendar);
  const days = office.replyDays ?? of.ruleSet.ladder.replyDays;
  return office.replyUnit === 'working' && workingDay(entry.date, days) === entry.replyDue
    ? workingDay(on, days)
    : addDays(on, daysBetween(entry.date, entry.replyDue));
}

/** A draft may have lain while its matter was closed, put off or answered: what the ladder keeps shut stays shut. */
function againstSending(of: Review, letter: LetterOnRecord, matterAt: MatterAt, on: CivilDate): string | null {
  for (const { unit, form } of letter.entries) {
    if (form === 'interview' || form === 'referral') continue;
    for (const matter of letter.matters) {
      const at = matterAt(matter.key);
      const answer = at === null ? null : guardLetter(form, unit, at.assessment, at.history, of.ruleSet, on);
      if (answer !== null && !answer.overridable)
        return `${nameOf(matter)}${refusalSentence({ form, unit, ...answer })}`;
    }
  }
  return null;
}

function ledgerOf(of: Review, letter: LetterOnRecord, after: NoticeEntry): readonly Change[] {
  if (!isLetterEntry(after)) return [];
  const notice: Pick<Notice, 'form' | 'number' | 'issuedOn' | 'status'> = { ...after, issuedOn: after.date };
  return letter.matters
    .filter(({ distinct }) => distinct)
    .flatMap((matter) =>
      after.status === 'void' ? restoredLedgerCells(of, notice, matter, letter.row) : ledgerChanges(of, notice, matter),
    );
}

/** Two letters on one matter may write one cell: the later stands. */
function lastOfEachCell(changes: readonly Change[]): readonly Change[] {
  const cells = new Map<string, Change>();
  for (const change of changes) {
    if (change.kind === 'setCell') cells.set(placeOf(change.cell), change);
  }
  return [...cells.values()];
}

const placeOf = ({ sheet, row, column }: CellRef): string => `${sheet}!${row},${column}`;

/** The cells that tell a register row from others must stand as they were read. */
function registerIdentity(of: Review, letter: LetterOnRecord): readonly Expectation[] {
  const register = noticeRegister(of);
  if (register === null) return [];
  return (['文书', '编号', '主送单位'] as const).flatMap((header): readonly Expectation[] => {
    const column = register.layout.columns.get(header);
    if (column === undefined) return [];
    return [
      {
        sheet: register.sheet.name,
        area: { top: letter.row, left: column, bottom: letter.row, right: column },
        values: [[registerValue(register, letter.row, header)]],
        about: letterName(letter),
      },
    ];
  });
}
