import type { CheckContext, Subject } from '../../domain/checks/checkContext';
import { comparedAgain, type ComparedAgain } from '../../domain/checks/duplicates';
import { checksOfMatter } from '../../domain/checks/runChecks';
import { withRowsSaidAnew, type RowsSaidAnew } from '../../domain/checks/saidInRows';
import type { Finding } from '../../domain/finding';
import { namedMatters } from '../../domain/ledger/namedMatters';
import { findingsOnReading, type RowsReadAgain } from '../../domain/ledger/readRowsAgain';
import { isCompared, type PlacedChange } from '../../domain/ledger/toldApartAgain';
import { lastRowOf, type Matter } from '../../domain/matter';
import { cutKey } from '../../domain/overview/keys';
import { atOnce } from '../../domain/portions';
import { contradictions } from '../../domain/registers/contradictions';
import { historyOf } from '../../domain/registers/history';
import type { JoinedAgain } from '../../domain/registers/joinAgain';
import { indexMatters } from '../../domain/registers/linkMatters';
import type { MatterReference, NoticeEntry, Proceeding, Registers } from '../../domain/registers/registers';
import { createUnitDirectory, type UnitDirectory } from '../../domain/registers/unitDirectory';
import { placeOf } from './placeOf';
import type { Review, ReviewRequest } from './review';

interface Touched {
  /** Matters that changed, have other register rows, or of which else something may be said that was not. */
  readonly touched: readonly PlacedChange[];
  /** Null where no ledger changed. */
  readonly read: RowsReadAgain | null;
  readonly joined: Pick<JoinedAgain, 'relinked' | 'findings'>;
  /** Rows of a register that changed, or of which the register says something else. */
  readonly registerRows: readonly RegisterRowRead[];
}

/** A row of a register, and all that is said of it but by the matters it leads to. */
export interface RegisterRowRead {
  readonly sheet: string;
  /** Absolute. */
  readonly row: number;
  /** What it names; null where it says nothing. */
  readonly matters: MatterReference | null;
  readonly said: readonly Finding[];
}

/** Matters with one number or title of which something is said again singly. */
const MANY = 2000;

/**
 * All findings as they are once these matters are others: those in their own rows, those that comparing makes in rows of
 * others, and those in the register rows that name them. `now` has everything but them. Null where something is said
 * elsewhere, or very many are alike.
 */
export function findingsAgain(
  was: Review,
  now: Review,
  request: ReviewRequest,
  { touched, read, joined, registerRows }: Touched,
): readonly Finding[] | null {
  const [then, context] = [contextOf(was, request), contextOf(now, request)];
  const compared = read === null ? [] : comparedIn(read);
  const isAnew = ({ code, matter }: Finding): boolean =>
    compared.some((each) => each.code === code && each.keys.has(matter!));
  const sayingOf = new Map<string, readonly Finding[]>();
  for (const finding of compared.flatMap(({ findings }) => findings)) {
    sayingOf.set(finding.matter!, [...(sayingOf.get(finding.matter!) ?? []), finding]);
  }
  const anew: RowsSaidAnew[] = [];
  const inRegisters = new Map<string, RegisterRow>();
  for (const row of registerRows) inRegisters.set(nameOf(row), { ...row, stands: isOfTheSheet });
  for (const row of joined.relinked) {
    const { cell, matters } = row;
    const said = joined.findings.filter((finding) => nameOf(finding.cell) === nameOf(cell));
    const stands = (finding: Finding): boolean => isOfTheRow(finding) && finding.code !== 'register-link';
    inRegisters.set(nameOf(cell), { sheet: cell.sheet, row: cell.row, matters, said, stands });
  }
  for (const { before, after, at } of touched) {
    const [said, says] = [saidOf(before, at, was, then), saidOf(after, at, now, context)];
    const differing = rowsSaidOtherwise(said.elsewhere, says.elsewhere).filter((name) => !inRegisters.has(name));
    if (differing.length > 0) {
      const rows = new Map([was, now].flatMap(({ histories }) => rowsOf(histories.get(after.key))).map(named));
      for (const name of differing) {
        const row = rows.get(name);
        if (row === undefined) return null;
        const { matters, cell } = row;
        inRegisters.set(name, { sheet: cell.sheet, row: cell.row, matters, said: [], stands: isOfTheRow });
      }
    }
    const reading = findingsOnReading(ledgerOf(after, now), after);
    const own = [...says.contradicting, ...reading, ...(sayingOf.get(after.key) ?? []), ...says.checked];
    anew.push({ ...spanOf(after), said: own, stands: (finding) => isCompared(finding) && !isAnew(finding) });
  }
  const alike = new Set(compared.flatMap((each) => [...each.keys]));
  if (alike.size > MANY) return null;
  const keys = new Set(touched.map(({ after }) => after.key));
  for (const key of alike) {
    if (keys.has(key)) continue;
    const [sheet, number] = cutKey(key);
    const matter = now.matters[placeOf({ sheet, row: number - 1 }, now)]!;
    anew.push({ ...spanOf(matter), said: sayingOf.get(key) ?? [], stands: (finding) => !isAnew(finding) });
  }
  const elsewhere = new Map<number, ByRow>();
  const saidElsewhere = (at: number): ByRow => {
    const known = elsewhere.get(at) ?? byRow(saidOf(now.matters[at]!, at, now, context).elsewhere);
    elsewhere.set(at, known);
    return known;
  };
  for (const row of inRegisters.values()) anew.push(saidInRegister(row, now, saidElsewhere));
  return withRowsSaidAnew(was.findings, anew, context.sheetNames);
}

/** What comparing the ledger's matters says anew. */
function comparedIn({ ledger, compared, toldApart }: RowsReadAgain): readonly ComparedAgain[] {
  if (compared.length === 0) return [];
  const findings = ledger.findings.filter(({ code, matter }) => code === 'indistinct-rows' && toldApart.has(matter!));
  return [
    { code: 'indistinct-rows', keys: toldApart, findings },
    ...comparedAgain(atOnce(namedMatters(ledger.matters)), compared),
  ];
}

/** A row of a register of which something is said anew, and what of the rest stands. */
type RegisterRow = RegisterRowRead & Pick<RowsSaidAnew, 'stands'>;

/** What the register itself says of a row, not a matter it leads to. */
const isOfTheRow = ({ matter }: Finding): boolean => matter === undefined;

/** Said of the whole sheet, not of the row. */
const isOfTheSheet = ({ code }: Finding): boolean => code === 'sheet-not-read';

/** With all that is said there of the matters it leads to. */
function saidInRegister(
  { sheet, row, matters, said, stands }: RegisterRow,
  now: Review,
  saidElsewhere: (at: number) => ByRow,
): RowsSaidAnew {
  const links = matters === null ? [] : indexMatters(now.matters).link(matters);
  const places = links.flatMap(({ matter }) => (matter === null ? [] : placeOf(matter, now)));
  const inOrder = [...new Set(places)].sort((one, other) => one - other);
  const ofMatters = inOrder.flatMap((at) => saidElsewhere(at).get(nameOf({ sheet, row })) ?? []);
  return { sheet, first: row, last: row, said: [...said, ...ofMatters], stands };
}

/** Findings by the row they are said of. */
type ByRow = ReadonlyMap<string, readonly Finding[]>;

function byRow(findings: readonly Finding[]): ByRow {
  const rows = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = nameOf(finding.cell);
    const own = rows.get(name);
    if (own === undefined) rows.set(name, [finding]);
    else own.push(finding);
  }
  return rows;
}

function rowsSaidOtherwise(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const [said, says] = [byRow(before), byRow(after)];
  return [...new Set([...said.keys(), ...says.keys()])].filter(
    (name) => JSON.stringify(said.get(name)) !== JSON.stringify(says.get(name)),
  );
}

const nameOf = ({ sheet, row }: Pick<Finding['cell'], 'sheet' | 'row'>): string => `${sheet}!${row}`;

const named = (row: NoticeEntry | Proceeding): readonly [string, NoticeEntry | Proceeding] => [nameOf(row.cell), row];

const rowsOf = (
  history: { readonly notices: readonly NoticeEntry[]; readonly proceedings: readonly Proceeding[] } | undefined,
): readonly (NoticeEntry | Proceeding)[] => (history === undefined ? [] : [...history.notices, ...history.proceedings]);

const spanOf = (matter: Matter): Pick<RowsSaidAnew, 'sheet' | 'first' | 'last'> => ({
  sheet: matter.sheet,
  first: matter.row,
  last: lastRowOf(matter),
});

const ledgerOf = ({ sheet }: Matter, { ledgers }: Review): Review['ledgers'][number] =>
  ledgers.find((ledger) => ledger.sheet === sheet)!;

/** By 单位名录: registers with another row have the same. */
const directories = new WeakMap<object, UnitDirectory>();
const NO_DIRECTORY = {};

export function directoryOf(registers: Registers): UnitDirectory {
  const key = registers.directory ?? NO_DIRECTORY;
  let directory = directories.get(key);
  if (directory === undefined) directories.set(key, (directory = createUnitDirectory(registers.directory)));
  return directory;
}

type Context = CheckContext & { readonly sheetNames: readonly string[] };

function contextOf(
  { ledgers, histories, registers, ruleSet, asOf, reading }: Review,
  { today, doubts }: ReviewRequest,
): Context {
  const sheetNames = reading.survey.sheets.map(({ head }) => head.name);
  const directory = directoryOf(registers);
  return { ledgers, histories, registers, ruleSet, asOf, today, doubts, found: [], directory, sheetNames };
}

/** What is said of one matter, comparing aside: in its own rows, and elsewhere. */
function saidOf(
  matter: Matter,
  at: number,
  of: Review,
  context: Context,
): Record<'contradicting' | 'checked' | 'elsewhere', readonly Finding[]> {
  const history = historyOf(of.histories, matter);
  const subject: Subject = { matter, ledger: ledgerOf(matter, of), history, assessment: of.assessments[at]! };
  const own = ({ cell }: Finding): boolean =>
    cell.sheet === matter.sheet && matter.row <= cell.row && cell.row <= lastRowOf(matter);
  const contradicting = contradictions(history, context.asOf);
  const checked = checksOfMatter(subject, context);
  return {
    contradicting: contradicting.filter(own),
    checked: checked.filter(own),
    elsewhere: [...contradicting, ...checked].filter((finding) => !own(finding)),
  };
}
