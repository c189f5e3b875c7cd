import { isDateFormat } from '../calendar/dateFormat';
import { fromSerial } from '../calendar/serialDate';
import { cellText, isBlank } from '../cellText';
import { foldText } from '../foldText';
import { FIELD_NAMES } from '../ledger/fieldNames';
import { DATE_FIELDS, type Field } from '../ledger/fields';
import { ownHeader } from '../ledger/headerText';
import type { LedgerReading } from '../ledger/readLedger';
import type { Matter } from '../matter';
import { forEach, type InPortions } from '../portions';
import { formatAt, valueAt } from '../snapshot';

/** One cell that another 科室's ledger has otherwise. */
export interface LedgerDifference {
  readonly matter: Matter;
  readonly field: Field;
  readonly before: string;
  readonly after: string;
  readonly from: string;
}

/** A matter the ledger does not have yet, by field as text. */
export interface LedgerAddition {
  readonly title: string;
  readonly from: string;
  readonly values: ReadonlyMap<Field, string>;
}

export interface LedgerComparison {
  /** Progress and the like: taken over where the clerk agrees. */
  readonly differences: readonly LedgerDifference[];
  readonly additions: readonly LedgerAddition[];
  /** Matters in both that say the same. */
  readonly same: number;
  /** What is not taken, one sentence each. */
  readonly refusals: readonly string[];
}

/** Fields a 科室 keeps up; what a matter is and when it is due stays as the common ledger has it. */
const KEPT_UP: ReadonlySet<Field> = new Set([
  'progress',
  'status',
  'closedOn',
  'reportedOn',
  'person',
  'phone',
  'note',
]);
const IDENTITY: ReadonlySet<Field> = new Set(['id', 'title']);

/**
 * Another ledger of the same shape against ours, matter by matter: by number and title, else by title and unit. A
 * number under another title, a repeated or classified matter is told and left alone; a blank never takes a word away.
 */
export function* comparedInPortions(
  ours: LedgerReading,
  theirs: LedgerReading,
  from: string,
  dates: Dates,
): InPortions<LedgerComparison> {
  const unknown = headersUnknown(ours, theirs);
  if (unknown.length > 0) {
    const sentence = `“${from}”的表头与台账不同（台账没有：${unknown.join('、')}），没有并入，请先把表头改成一样。`;
    return { differences: [], additions: [], same: 0, refusals: [sentence] };
  }
  const index = new Map<string, Matter[]>();
  const add = (key: string, matter: Matter): void => {
    const there = index.get(key);
    if (there === undefined) index.set(key, [matter]);
    else there.push(matter);
  };
  yield* forEach(ours.matters, (matter) => {
    add(`#${foldText(matter.id ?? '')}`, matter);
    add(describe(matter), matter);
  });
  const differences: LedgerDifference[] = [];
  const additions: LedgerAddition[] = [];
  const refusals: string[] = [];
  const seen = new Set<string>();
  let same = 0;
  const compare = (matter: Matter): void => {
    const place = `“${from}”第${matter.row + 1}行`;
    const refusal = refusalOf(matter, index, seen);
    if (refusal !== null) {
      refusals.push(`${place}${refusal}`);
      return;
    }
    seen.add(describe(matter));
    const own = matchOf(matter, index);
    if (own === null) {
      additions.push({ title: matter.title ?? '', from, values: valuesOf(theirs, matter, dates) });
      return;
    }
    const found = differencesOf(ours, own, theirs, matter, dates);
    const kept = found.filter(({ field }) => KEPT_UP.has(field));
    const fixed = found.filter(({ field }) => !KEPT_UP.has(field)).map(({ field }) => FIELD_NAMES[field]);
    if (fixed.length > 0) refusals.push(`${place}的${fixed.join('、')}与台账不同，没有改，请核对。`);
    if (found.length === 0) same += 1;
    differences.push(...kept.map((each) => ({ ...each, matter: own, from })));
  };
  yield* forEach(theirs.matters, compare, 'compare');
  return { differences, additions, same, refusals };
}

export interface Dates {
  readonly ours1904: boolean;
  readonly theirs1904: boolean;
}

const describe = (matter: Matter): string =>
  `${foldText(matter.title ?? '')}|${matter.leadUnits.map(({ unit }) => foldText(unit)).join('、')}`;

function matchOf(matter: Matter, index: ReadonlyMap<string, readonly Matter[]>): Matter | null {
  const title = foldText(matter.title ?? '');
  const numbered = matter.id === null ? [] : (index.get(`#${foldText(matter.id)}`) ?? []);
  const agreeing = numbered.filter((own) => foldText(own.title ?? '') === title);
  if (agreeing.length === 1) return agreeing[0]!;
  const described = index.get(describe(matter)) ?? [];
  return described.length === 1 ? described[0]! : null;
}

function refusalOf(
  matter: Matter,
  index: ReadonlyMap<string, readonly Matter[]>,
  seen: ReadonlySet<string>,
): string | null {
  if (matter.classified) return '标有密级，涉密事项不得录入，没有并入。';
  if (matter.title === null) return '没有事项名称，没有并入。';
  if (matter.rows.length > 1) return '分几行填写，没有并入，请自行合并。';
  if (seen.has(describe(matter))) return '与前面的行是同一事项，没有并入。';
  const own = matchOf(matter, index);
  if (own !== null) {
    return own.classified || !own.distinct || own.rows.length > 1 ? '在台账里分不开或分几行填写，没有并入。' : null;
  }
  if ((index.get(describe(matter)) ?? []).length > 1) return '在台账里有几行同名，分不清是哪一件，没有并入。';
  const taken = matter.id === null ? [] : (index.get(`#${foldText(matter.id)}`) ?? []);
  return taken.length > 0 ? `的编号${matter.id}在台账里是别的事项，没有并入，请改编号。` : null;
}

function headersUnknown(ours: LedgerReading, theirs: LedgerReading): readonly string[] {
  return (Object.entries(theirs.connection.columns) as [Field, { readonly header: string }][])
    .filter(([field]) => ours.connection.columns[field] === undefined)
    .map(([, { header }]) => ownHeader(header));
}

function differencesOf(
  ours: LedgerReading,
  own: Matter,
  theirs: LedgerReading,
  other: Matter,
  { ours1904, theirs1904 }: Dates,
): readonly Pick<LedgerDifference, 'field' | 'before' | 'after'>[] {
  return fieldsOf(theirs).flatMap((field) => {
    if (IDENTITY.has(field)) return [];
    const after = textAt(theirs, other.row, field, theirs1904);
    const before = textAt(ours, own.row, field, ours1904);
    return after === '' || foldText(after) === foldText(before) ? [] : [{ field, before, after }];
  });
}

const fieldsOf = ({ connection }: LedgerReading): readonly Field[] => Object.keys(connection.columns) as Field[];

function valuesOf(theirs: LedgerReading, matter: Matter, { theirs1904 }: Dates): ReadonlyMap<Field, string> {
  return new Map(
    fieldsOf(theirs)
      .map((field): [Field, string] => [field, textAt(theirs, matter.row, field, theirs1904)])
      .filter(([field, text]) => field !== 'id' && text !== ''),
  );
}

/** A cell as a person reads it: a real date as `2026-10-31`. */
function textAt({ snapshot, connection }: LedgerReading, row: number, field: Field, date1904: boolean): string {
  const column = connection.columns[field]!.column;
  const value = valueAt(snapshot, row, column);
  if (isBlank(value)) return '';
  if (typeof value === 'number' && DATE_FIELDS.includes(field) && isDateFormat(formatAt(snapshot, row, column))) {
    return fromSerial(value, date1904) ?? String(value);
  }
  return cellText(value);
}
