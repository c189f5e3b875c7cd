import type { NewMatter, OpenForm } from '../../app/ledger/registerMatter';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Candidate } from '../../domain/checks/candidateMatter';
import { BLOCKING } from '../../domain/checks/candidateMatter';
import { findingWithoutPlace } from '../../domain/findingSentence';
import type { Field } from '../../domain/ledger/fields';
import type { FormField } from '../../domain/ledger/matterForm';
import type { TypedMatter } from '../../domain/ledger/pastedMatters';
import { proposedNumber } from '../../domain/ledger/proposedNumber';

/** 立项 as typed; nothing of it need be given. */
export interface TypedApproval {
  readonly wanted: boolean;
  readonly opinion: string;
  readonly approver: string;
  readonly approvedOn: CivilDate | null;
}

/** Columns that a new matter is usually given; the rest is folded away. */
const USUAL: ReadonlySet<Field | null> = new Set<Field | null>([
  'id',
  'title',
  'category',
  'source',
  'instructingLeader',
  'requirement',
  'leadUnit',
  'coUnits',
  'assignedOn',
  'deadline',
  'status',
]);
const LONG: ReadonlySet<Field | null> = new Set<Field | null>(['title', 'requirement', 'progress', 'note']);

/** The columns to type in: the usual ones first, the others apart; those with formulas are only named. */
export function fieldsOfForm(fields: readonly FormField[]): {
  readonly usual: readonly FormField[];
  readonly others: readonly FormField[];
  readonly formulas: readonly FormField[];
} {
  const typed = fields.filter(({ kind }) => kind !== 'formula');
  return {
    usual: typed.filter(({ field }) => USUAL.has(field)),
    others: typed.filter(({ field }) => !USUAL.has(field)),
    formulas: fields.filter(({ kind }) => kind === 'formula'),
  };
}

export const isLong = ({ field }: FormField): boolean => LONG.has(field);

const numberColumn = ({ form }: OpenForm): number | undefined =>
  form.fields.find(({ field, kind }) => field === 'id' && kind !== 'formula')?.column;

/** What is typed, with the proposed number where the clerk has not touched the column. */
export function withNumber(open: OpenForm, typed: TypedMatter): TypedMatter {
  const column = numberColumn(open);
  const { proposedNo } = open.form;
  return column === undefined || proposedNo === null || typed.has(column)
    ? typed
    : new Map([...typed, [column, proposedNo]]);
}

/** A pasted block, with the ledger's numbers continued where its rows bring none. */
export function withNumbers(open: OpenForm, rows: readonly TypedMatter[]): readonly TypedMatter[] {
  const column = numberColumn(open);
  if (column === undefined || open.form.proposedNo === null) return rows;
  const before: { readonly id: string | null }[] = [];
  return rows.map((row) => {
    const own = row.get(column)?.trim() ?? '';
    const { matters } = open.ledger;
    const { inSection } = open.form.place;
    const id = own === '' ? proposedNumber([...matters, ...before], [...inSection, ...before]) : own;
    before.push({ id });
    return id === null ? row : new Map([...row, [column, id]]);
  });
}

/** Null where 立项 is not recorded. */
export function approvalOf({ wanted, opinion, approver, approvedOn }: TypedApproval): NewMatter['approval'] {
  return wanted && approvedOn !== null ? { opinion, approver, approvedOn } : null;
}

/** 立项 is wanted and complete, or not wanted. */
export const approvalStands = ({ wanted, approver, approvedOn }: TypedApproval): boolean =>
  !wanted || (approver.trim() !== '' && approvedOn !== null);

/** What the checks say of each column of a new matter; `blocks`: it is not registered so. */
export function saidOfColumns(
  candidate: Candidate | null,
): ReadonlyMap<number, { readonly sentence: string; readonly blocks: boolean }> {
  const said = new Map<number, { readonly sentence: string; readonly blocks: boolean }>();
  for (const finding of candidate?.findings ?? []) {
    const { column } = finding.cell;
    const standing = said.get(column);
    const sentence = findingWithoutPlace(finding);
    said.set(column, {
      sentence: standing === undefined ? sentence : `${standing.sentence}${sentence}`,
      blocks: BLOCKING.has(finding.code) || (standing?.blocks ?? false),
    });
  }
  return said;
}
