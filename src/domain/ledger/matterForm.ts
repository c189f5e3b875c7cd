import { isDateFormat } from '../calendar/dateFormat';
import { cellText } from '../cellText';
import { lastRowOf, type Matter } from '../matter';
import { atOnce, PORTION, type InPortions } from '../portions';
import { formatAt, valueAt } from '../snapshot';
import { DATE_FIELDS, type Field } from './fields';
import { headerPaths } from './headerPaths';
import { joinHeader, ownHeader } from './headerText';
import { indexMerges } from './mergeIndex';
import { proposedInPortions } from './proposedNumber';
import type { LedgerReading } from './readLedger';

/** Where a new matter goes. Rows from 0, as they stand before. */
export interface MatterPlace {
  /** Row the first new matter takes. */
  readonly at: number;
  /** The matter whose looks, formulas and validations are continued; null in a ledger without matters. */
  readonly like: Matter | null;
  /** Its last row, which the new one looks like. */
  readonly likeRow: number | null;
  readonly inSection: readonly Matter[];
}

/** One column of the ledger as a line of the form. */
export interface FormField {
  readonly column: number;
  /** Null: a column the ledger was not connected by; it is written as typed. */
  readonly field: Field | null;
  readonly header: string;
  /** `formula`: continued from the row above, not typed. */
  readonly kind: 'text' | 'date' | 'list' | 'formula';
  /** Values of the column's own drop-down list, else those it uses often. */
  readonly choices: readonly string[];
  readonly required: boolean;
}

export interface MatterForm {
  readonly sheet: string;
  /** Row of the section the matters go to; null = the end of the ledger. */
  readonly section: number | null;
  readonly sections: readonly { readonly row: number; readonly text: string }[];
  readonly place: MatterPlace;
  readonly fields: readonly FormField[];
  /** Null where the ledger has no number column, or none that can be continued. */
  readonly proposedNo: string | null;
}

/** What the row a new matter follows has besides values. */
export interface PatternRow {
  readonly formulas: ReadonlyMap<number, string>;
  /** Values of drop-down lists, by column. */
  readonly lists: ReadonlyMap<number, readonly string[]>;
}

/** Columns with at most so many different values offer them. */
const MOST_CHOICES = 30;
const CHOSEN: ReadonlySet<Field> = new Set<Field>([
  'category',
  'source',
  'instructingLeader',
  'leadUnit',
  'status',
  'classification',
]);
const REQUIRED: ReadonlySet<Field> = new Set<Field>(['title', 'leadUnit']);

/** Below the last matter of the section, or of the ledger: above totals and the lines under the table. */
export function placeOf(ledger: LedgerReading, section: number | null): MatterPlace {
  const { matters, sections, connection } = ledger;
  const next = section === null ? Infinity : (sections.find(({ row }) => row > section)?.row ?? Infinity);
  const inSection = section === null ? matters : matters.filter(({ row }) => row > section && row < next);
  const last = inSection.at(-1) ?? null;
  const like = last ?? matters[0] ?? null;
  const above = last === null ? (section ?? connection.headerBottom) : lastRowOf(last);
  return { at: above + 1, like, likeRow: like === null ? null : lastRowOf(like), inSection };
}

/** The form of a new matter: the ledger's own columns from left to right. */
export const matterForm = (...asked: Parameters<typeof matterFormInPortions>): MatterForm =>
  atOnce(matterFormInPortions(...asked));

export function* matterFormInPortions(
  ledger: LedgerReading,
  section: number | null,
  pattern: PatternRow,
): InPortions<MatterForm> {
  const { snapshot, connection, matters, sections } = ledger;
  const { headerTop, headerBottom } = connection;
  const fieldOf = new Map(
    Object.entries(connection.columns).map(([field, { column }]) => [column, field as Field] as const),
  );
  const place = placeOf(ledger, section);
  const paths = headerPaths(snapshot, headerTop, headerBottom, indexMerges(snapshot, headerTop, headerBottom));
  const fields: FormField[] = [];
  for (const [column, path] of [...paths].sort(([a], [b]) => a - b)) {
    const field = fieldOf.get(column) ?? null;
    const listed = pattern.lists.get(column);
    const used = field === null || CHOSEN.has(field) ? yield* usedIn(ledger, column) : [];
    const isDate =
      field === null
        ? place.likeRow !== null && isDateFormat(formatAt(snapshot, place.likeRow, column))
        : DATE_FIELDS.includes(field);
    fields.push({
      column,
      field,
      header: ownHeader(joinHeader(path)),
      kind: pattern.formulas.has(column)
        ? 'formula'
        : listed !== undefined
          ? 'list'
          : isDate
            ? 'date'
            : used.length > 0
              ? 'list'
              : 'text',
      choices: listed ?? (isDate ? [] : used),
      required: field !== null && REQUIRED.has(field),
    });
  }
  const idColumn = connection.columns.id?.column;
  const numbered = idColumn !== undefined && !pattern.formulas.has(idColumn);
  return {
    sheet: ledger.sheet,
    section,
    sections,
    place,
    fields,
    proposedNo: numbered ? yield* proposedInPortions(matters, place.inSection) : null,
  };
}

/** Values of a column, most frequent first; none where they are too many or hardly repeat. */
function* usedIn({ snapshot, matters }: LedgerReading, column: number): InPortions<readonly string[]> {
  const counts = new Map<string, number>();
  for (let at = 0; at < matters.length; at += PORTION) {
    for (const { row } of matters.slice(at, at + PORTION)) {
      const text = cellText(valueAt(snapshot, row, column));
      if (text === '' || text.length > 30) continue;
      counts.set(text, (counts.get(text) ?? 0) + 1);
      if (counts.size > MOST_CHOICES) return [];
    }
    yield;
  }
  const repeated = [...counts.values()].some((count) => count > 1);
  return repeated ? [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text) : [];
}
