import { namesNumber } from '../../domain/checks/noticeNumbers';
import { sameEventsAgain, sameEventsOnRow } from '../../domain/checks/sameEvents';
import { firstWhere } from '../../domain/firstWhere';
import { numberingAgain, numberingOnRow } from '../../domain/notices/numbersOnRecord';
import { leadingNowhere } from '../../domain/registers/history';
import { joinRowsAgain } from '../../domain/registers/joinAgain';
import { indexMatters } from '../../domain/registers/linkMatters';
import type { NoticeEntry, Proceeding, ScoreEvent } from '../../domain/registers/registers';
import { READ_BY_ROWS, registersAgain, type RegistersAgain } from '../../domain/registers/registersAgain';
import { registerSheet } from '../../domain/registers/registerSheet';
import { nameRowsAfter } from '../../domain/registers/rowsNaming';
import { directoryOf, type RegisterRowRead } from './findingsAgain';
import { judgedAgain, type ReviewInPart } from './judgedAgain';
import type { Reading } from './readForReview';
import type { Review, ReviewRequest } from './review';
import type { ChangedRows } from './reviewAgain';

/** The review with these rows of a register as they are; null where it is none, or more may be touched. */
export function withRegisterRows(
  { review: of, places, registers: earlier }: ReviewInPart,
  request: ReviewRequest,
  reading: Reading,
  rows: ChangedRows,
): ReviewInPart | null {
  const name = READ_BY_ROWS.find((register) => registerSheet(reading.snapshot, register)?.name === rows.sheet);
  const [was, is] = [of.reading, reading].map(({ snapshot }) =>
    snapshot.sheets.find((each) => each.name === rows.sheet),
  );
  if (name === undefined || was === undefined || is === undefined) return null;
  const context = { asOf: of.asOf, date1904: reading.snapshot.date1904 };
  const again = registersAgain(of.registers, name, [was, is], rows, directoryOf(of.registers), context);
  if (again === null) return null;
  const { registers, changed } = again;
  const { notices, proceedings, events } = changed;
  const numbering = notices === null ? NOTHING_ELSE : numberingAgain(notices);
  if (numbering === null) return null;
  const alike = events === null ? [] : sameEventsAgain(events);
  for (const register of [notices, proceedings, events]) if (register !== null) nameRowsAfter<Row>(register);

  const index = (): ReturnType<typeof indexMatters> => indexMatters(of.matters);
  const sheets = of.ledgers.map(({ sheet }) => sheet);
  const joined = joinRowsAgain(of.histories, registers, of.asOf, changed, sheets, index);
  if (joined === null) return null;
  const { differing } = numbering;
  const now = { ...of, registers, histories: joined.histories };
  const judged = judgedAgain(of, now, request, {
    read: null,
    changes: [],
    joined: { others: joined.others, relinked: [], findings: [] },
    registerRows: rowsRead(rows.sheet, now, again, new Set([...again.rows, ...numbering.rows, ...alike])),
    reworded: differing === null ? [] : of.matters.filter((matter) => namesNumber(matter, differing)),
  });
  if (judged === null) return null;
  return {
    review: judged.review,
    places: new Set([...places, ...judged.places]),
    registers: registers === of.registers ? earlier : [...earlier, changed],
  };
}

type Row = NoticeEntry | Proceeding | ScoreEvent;

const NOTHING_ELSE = { rows: new Set<number>(), differing: null };

/** All that is said of these rows of a register, but by the matters they lead to. */
function rowsRead(
  sheet: string,
  of: Review,
  { name, findingsOn }: RegistersAgain,
  rows: ReadonlySet<number>,
): readonly RegisterRowRead[] {
  const { registers, matters, asOf } = of;
  const { notices, proceedings, events } = registers;
  return [...rows].map((row): RegisterRowRead => {
    const read = findingsOn(row);
    if (name === '加减分登记') {
      return { sheet, row, matters: null, said: [...read, ...sameEventsOnRow(events ?? [], row)] };
    }
    const letters = name === '文书登记簿' ? entriesOn(notices ?? [], row) : [];
    const [own] = name === '文书登记簿' ? letters : entriesOn(proceedings ?? [], row);
    if (own === undefined) return { sheet, row, matters: null, said: read };
    const links = own.date <= asOf ? leadingNowhere(own, name, indexMatters(matters).link(own.matters)) : [];
    return { sheet, row, matters: own.matters, said: [...read, ...links, ...numberingOnRow(notices ?? [], letters)] };
  });
}

function entriesOn<Entry extends Row>(entries: readonly Entry[], row: number): readonly Entry[] {
  const startOf = (first: number): number => firstWhere(entries, ({ cell }) => cell.row >= first);
  return entries.slice(startOf(row), startOf(row + 1));
}
