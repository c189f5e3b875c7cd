import { namesNumber } from '../../domain/checks/noticeNumbers';
import { sameEventsAgain } from '../../domain/checks/sameEvents';
import type { Finding } from '../../domain/finding';
import { firstWhere } from '../../domain/firstWhere';
import { numberingAgain } from '../../domain/notices/numbersOnRecord';
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
  const same = events === null ? NOTHING_ELSE : sameEventsAgain(events);
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
    registerRows: rowsRead(rows.sheet, now, again, name, { numbering, same }),
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

/** Rows of a register of which else something is said, and what. */
interface SaidElse {
  readonly rows: ReadonlySet<number>;
  readonly findings: readonly Finding[];
}

const NOTHING_ELSE = { rows: new Set<number>(), findings: [], differing: null };

function rowsRead(
  sheet: string,
  { registers, matters, asOf }: Review,
  again: RegistersAgain,
  name: (typeof READ_BY_ROWS)[number],
  { numbering, same }: Readonly<Record<'numbering' | 'same', SaidElse>>,
): readonly RegisterRowRead[] {
  const entries: readonly Row[] = registers[LISTS[name]] ?? [];
  const rows = new Set([...again.rows, ...numbering.rows, ...same.rows]);
  return [...rows].map((row): RegisterRowRead => {
    const isHere = ({ cell }: Finding): boolean => cell.row === row;
    const first = entries[firstWhere(entries, ({ cell }) => cell.row >= row)];
    const own = first?.cell.row === row ? first : null;
    const leads = own !== null && isLinked(own) && own.date <= asOf;
    const links = leads ? leadingNowhere(own, name, indexMatters(matters).link(own.matters)) : [];
    const said = [
      ...again.findingsOn(row),
      ...links,
      ...numbering.findings.filter(isHere),
      ...same.findings.filter(isHere),
    ];
    return { sheet, row, matters: own !== null && isLinked(own) ? own.matters : null, said };
  });
}

const LISTS = { 文书登记簿: 'notices', 办理登记: 'proceedings', 加减分登记: 'events' } as const;

/** Rows of 加减分登记 are joined to no matter. */
const isLinked = (row: Row): row is NoticeEntry | Proceeding => !('points' in row);
