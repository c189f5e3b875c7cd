import type { Finding } from '../finding';
import { firstWhere } from '../firstWhere';
import { foldText } from '../foldText';
import { atOnce, forEach, type InPortions } from '../portions';
import { NOTICE_FORMS, type NoticeEntry, type NoticeForm } from '../registers/registers';
import type { ChangedRegister } from '../registers/registersAgain';
import { formatNoticeNumber, numberOf, type NoticeNumber } from './numbering';
import { lettersAmong } from './oneLetter';

/** Rows of one form and year by their serial, in the order of the register. */
interface Sequence {
  readonly form: NoticeForm;
  readonly year: number;
  readonly bySerial: ReadonlyMap<number, readonly NoticeEntry[]>;
}

/** What numbers a register has. */
interface NumbersOnRecord {
  /** By form and year. */
  readonly sequences: ReadonlyMap<string, Sequence>;
  /** How often each number stands there, as written, folded; by form. */
  readonly written: ReadonlyMap<NoticeForm, ReadonlyMap<string, number>>;
}

/** Gone through once a register. */
const known = new WeakMap<readonly NoticeEntry[], NumbersOnRecord>();

const nameOf = (form: NoticeForm, year: number): string => `${form} ${year}`;

/** Goes through a register ahead of the first question. */
export function* numbersOnRecord(register: readonly NoticeEntry[]): InPortions<NumbersOnRecord> {
  const found = known.get(register);
  if (found !== undefined) return found;
  const sequences = new Map<string, Omit<Sequence, 'bySerial'> & { readonly bySerial: Map<number, NoticeEntry[]> }>();
  const written = new Map<NoticeForm, Map<string, number>>();
  yield* forEach(register, (entry) => {
    if (entry.number === null) return;
    const { form } = entry;
    let ofForm = written.get(form);
    if (ofForm === undefined) written.set(form, (ofForm = new Map()));
    const text = foldText(entry.number);
    ofForm.set(text, (ofForm.get(text) ?? 0) + 1);
    const number = numberOf(entry);
    if (number === null) return;
    const name = nameOf(form, number.year);
    let sequence = sequences.get(name);
    if (sequence === undefined) sequences.set(name, (sequence = { form, year: number.year, bySerial: new Map() }));
    const own = sequence.bySerial.get(number.serial);
    if (own === undefined) sequence.bySerial.set(number.serial, [entry]);
    else own.push(entry);
  });
  const numbers = { sequences, written };
  known.set(register, numbers);
  return numbers;
}

/** Numbers of some forms, as written folded and as read. */
export interface SomeNumbers {
  readonly written: (form: NoticeForm, text: string) => boolean;
  readonly read: (form: NoticeForm, number: NoticeNumber) => boolean;
}

/** Which numbers stand in the register, whatever its rows' 状态. */
export function numbersIn(register: readonly NoticeEntry[]): SomeNumbers {
  const numbers = atOnce(numbersOnRecord(register));
  return {
    written: (form, text) => isWritten(numbers, form, text),
    read: (form, number) => isRead(numbers, form, number),
  };
}

const isWritten = ({ written }: NumbersOnRecord, form: NoticeForm, text: string): boolean =>
  (written.get(form)?.get(text) ?? 0) > 0;

const isRead = ({ sequences }: NumbersOnRecord, form: NoticeForm, { year, serial }: NoticeNumber): boolean =>
  sequences.get(nameOf(form, year))?.bySerial.has(serial) === true;

/**
 * Duplicate numbers (`notice-number-duplicate`, facts form, number, first) and numbers skipped between the lowest and
 * the highest of a sequence (`notice-number-gap`, facts form, missing, between).
 */
export const numberingFindings = (register: readonly NoticeEntry[]): readonly Finding[] =>
  atOnce(numberingInPortions(register));

export function* numberingInPortions(register: readonly NoticeEntry[]): InPortions<readonly Finding[]> {
  const { sequences } = yield* numbersOnRecord(register);
  const findings: Finding[] = [];
  for (const sequence of sequences.values()) {
    yield* forEach([...sequence.bySerial], ([serial, entries]) => {
      for (const finding of duplicates(sequence, serial, entries)) findings.push(finding);
    });
    const serials = [...sequence.bySerial.keys()].sort((one, other) => one - other);
    yield* forEach(serials, (serial, at) => {
      for (const finding of gapBefore(sequence, serial, serials[at - 1])) findings.push(finding);
    });
  }
  return findings;
}

function duplicates({ form, year }: Sequence, serial: number, entries: readonly NoticeEntry[]): readonly Finding[] {
  if (entries.length < 2) return NONE;
  const [first, ...others] = lettersAmong(entries);
  const rows = new Map(others.flat().map((entry) => [entry.cell.row, entry]));
  return [...rows.values()].map((entry): Finding => ({
    code: 'notice-number-duplicate',
    level: 'error',
    cell: entry.cell,
    facts: {
      form: NOTICE_FORMS[form],
      number: formatNoticeNumber({ year, serial }),
      first: first![0]!.cell.row + 1,
    },
  }));
}

/** `before`: the next lower serial; none before the lowest. */
function gapBefore({ form, year, bySerial }: Sequence, serial: number, before: number | undefined): readonly Finding[] {
  if (before === undefined || serial - before < 2) return NONE;
  const lowest = { year, serial: before + 1 };
  const highest = { year, serial: serial - 1 };
  const span = lowest.serial === highest.serial ? [lowest] : [lowest, highest];
  return [
    {
      code: 'notice-number-gap',
      level: 'warning',
      cell: bySerial.get(serial)![0]!.cell,
      facts: {
        form: NOTICE_FORMS[form],
        missing: span.map((missing) => formatNoticeNumber(missing)).join('至'),
        count: highest.serial - lowest.serial + 1,
      },
    },
  ];
}

const NONE: readonly never[] = [];

/** All that is said of the numbers of one row; `entries`: what it says. */
export function numberingOnRow(register: readonly NoticeEntry[], entries: readonly NoticeEntry[]): readonly Finding[] {
  const { sequences } = atOnce(numbersOnRecord(register));
  const [first] = entries;
  // The units of a row have its one number.
  const number = first === undefined ? null : numberOf(first);
  if (first === undefined || number === null) return NONE;
  const sequence = sequences.get(nameOf(first.form, number.year))!;
  const standing = sequence.bySerial.get(number.serial)!;
  const { before } = nearest(sequence, number.serial);
  return [...duplicates(sequence, number.serial, standing), ...gapBefore(sequence, number.serial, before)].filter(
    ({ cell }) => cell.row === first.cell.row,
  );
}

/** What becomes of the numbers once some rows of a register have changed. */
export interface NumberingAgain {
  /** Rows of whose numbers something else may be said than before. */
  readonly rows: ReadonlySet<number>;
  /** Numbers that stand in the register now and did not, or no longer do; null where there is none. */
  readonly differing: SomeNumbers | null;
}

/** More rows of one number are gone through with all others. */
const ALIKE = 1000;

/** Null where very many rows have such a number. Keeps for the register as it is what is kept for the one before. */
export function numberingAgain(changed: ChangedRegister<NoticeEntry>): NumberingAgain | null {
  const { before, after } = changed;
  const then = atOnce(numbersOnRecord(before));
  const now = numbersAfter(then, changed);
  known.set(after, now);
  const rows = new Set<number>();
  let differs = false;
  for (const { form, number: text } of [...changed.gone, ...changed.come]) {
    if (text !== null && isWritten(then, form, foldText(text)) !== isWritten(now, form, foldText(text))) differs = true;
  }
  for (const [name, serials] of serialsOf([...changed.gone, ...changed.come])) {
    const around = [then.sequences.get(name), now.sequences.get(name)];
    const next = [...serials].flatMap((serial) => around.flatMap((of) => nearest(of, serial).next ?? []));
    for (const serial of new Set([...serials, ...next])) {
      const standing = around.map((of) => of?.bySerial.get(serial)?.length ?? 0) as [number, number];
      if (Math.max(...standing) > ALIKE) return null;
      if ((standing[0] === 0) !== (standing[1] === 0)) differs = true;
      const [said, says] = around.map((of) => saidOfSerial(of, serial)) as [RowsSaid, RowsSaid];
      for (const row of new Set([...said.keys(), ...says.keys()])) if (said.get(row) !== says.get(row)) rows.add(row);
    }
  }
  const differing: SomeNumbers = {
    written: (form, text) => isWritten(then, form, text) !== isWritten(now, form, text),
    read: (form, number) => isRead(then, form, number) !== isRead(now, form, number),
  };
  return { rows, differing: differs ? differing : null };
}

/** What is said of rows, as text, by row. */
type RowsSaid = ReadonlyMap<number, string>;

function saidOfSerial(of: Sequence | undefined, serial: number): RowsSaid {
  const entries = of?.bySerial.get(serial);
  if (of === undefined || entries === undefined) return new Map();
  const said = new Map<number, string>();
  for (const finding of [...duplicates(of, serial, entries), ...gapBefore(of, serial, nearest(of, serial).before)]) {
    const { row } = finding.cell;
    said.set(row, (said.get(row) ?? '') + JSON.stringify(finding));
  }
  return said;
}

/** Serials of these rows, by form and year. */
function serialsOf(entries: readonly NoticeEntry[]): ReadonlyMap<string, ReadonlySet<number>> {
  const serials = new Map<string, Set<number>>();
  for (const entry of entries) {
    const number = numberOf(entry);
    if (number === null) continue;
    const name = nameOf(entry.form, number.year);
    serials.set(name, (serials.get(name) ?? new Set()).add(number.serial));
  }
  return serials;
}

/** The serials on either side of one. */
function nearest(of: Sequence | undefined, serial: number): { readonly before?: number; readonly next?: number } {
  let before: number | undefined;
  let next: number | undefined;
  for (const other of of?.bySerial.keys() ?? NONE) {
    if (other < serial && (before === undefined || other > before)) before = other;
    if (other > serial && (next === undefined || other < next)) next = other;
  }
  return { ...(before === undefined ? {} : { before }), ...(next === undefined ? {} : { next }) };
}

/** The numbers of a register of which some rows were changed. */
function numbersAfter(numbers: NumbersOnRecord, { gone, come }: ChangedRegister<NoticeEntry>): NumbersOnRecord {
  const sequences = new Map(numbers.sequences);
  const written = new Map(numbers.written);
  const copied = new Set<unknown>();
  /** The table itself where it was copied already. */
  const own = <Key, Value>(table: ReadonlyMap<Key, Value> | undefined): Map<Key, Value> => {
    if (table !== undefined && copied.has(table)) return table as Map<Key, Value>;
    const copy = new Map(table);
    copied.add(copy);
    return copy;
  };
  const take = (
    entry: NoticeEntry,
    change: (entries: readonly NoticeEntry[]) => readonly NoticeEntry[],
    by: number,
  ) => {
    if (entry.number === null) return;
    const { form } = entry;
    const ofForm = own(written.get(form));
    const text = foldText(entry.number);
    written.set(form, ofForm.set(text, (ofForm.get(text) ?? 0) + by));
    const number = numberOf(entry);
    if (number === null) return;
    const name = nameOf(form, number.year);
    const bySerial = own(sequences.get(name)?.bySerial);
    const entries = change(bySerial.get(number.serial) ?? NONE);
    if (entries.length === 0) bySerial.delete(number.serial);
    else bySerial.set(number.serial, entries);
    sequences.set(name, { form, year: number.year, bySerial });
  };
  for (const entry of gone) take(entry, (entries) => entries.filter((other) => other !== entry), -1);
  for (const entry of come) {
    const put = (entries: readonly NoticeEntry[]): readonly NoticeEntry[] => {
      const place = firstWhere(entries, ({ cell }) => cell.row > entry.cell.row);
      return [...entries.slice(0, place), entry, ...entries.slice(place)];
    };
    take(entry, put, 1);
  }
  return { sequences, written };
}
