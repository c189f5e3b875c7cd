import { readApproval } from '../approval';
import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import type { Matter } from '../matter';
import type { RuleSet } from '../ruleSet';
import { NOTHING, type MatterCheck, type Subject } from './checkContext';

/** The deadline before any extension: the leader's own date, else the ledger's. */
function originalDeadline({ matter }: Subject): CivilDate | null {
  for (const { reading, volatile } of [matter.leaderDeadline, matter.deadline]) {
    if (reading.kind === 'date' && !volatile) return reading.date;
  }
  return null;
}

const onRecord = ({ history }: Subject): boolean => history !== null && history.proceedings.length > 0;

/** An extension registered after the deadline it was to move had passed; each later one is held against the one before. */
export const extensionLate: MatterCheck = (subject, { asOf }) => {
  if (!onRecord(subject)) return NOTHING;
  let limit = originalDeadline(subject);
  const findings: Finding[] = [];
  for (const row of subject.history?.proceedings ?? []) {
    if (row.kind !== 'extension' || row.date > asOf) continue;
    if (limit !== null && row.date > limit) {
      findings.push(
        findingOf('extension-late', row.cell, { applied: row.date, deadline: limit }, { matter: subject.matter.key }),
      );
    }
    if (row.newDeadline !== null && readApproval(row.approver) === 'approved') limit = row.newDeadline;
  }
  return findings;
};

/** 000, 001: an extension that nobody approved counts where the ledger has no column to say so. */
export const countsUnapproved = ({ extensionApprover }: Matter, { deadlines }: Pick<RuleSet, 'deadlines'>): boolean =>
  deadlines.extensionNeeds === 'approvalWhereColumn' && extensionApprover === null;

/** Facts of `extension-unapproved`. */
export const unapproved = (approver: string | null, counted: boolean): Finding['facts'] => ({
  approver: approver ?? '',
  ...(counted ? { counted: 'yes' } : {}),
});

/**
 * An extension of 办理登记 that nobody approved, under a rule set that asks for approval. Where the ledger has the same
 * extension in its own column it is said there.
 */
export const registeredExtensionUnapproved: MatterCheck = ({ matter, history }, { asOf, ruleSet }) => {
  const { extensionNeeds } = ruleSet.deadlines;
  if (extensionNeeds === 'reasonReported' || history === null || history.proceedings.length === 0) return NOTHING;
  return history.proceedings.flatMap((row) => {
    if (row.kind !== 'extension' || row.date > asOf || row.newDeadline === null) return [];
    const { reading } = matter.extendedTo;
    if (reading.kind === 'date' && reading.date === row.newDeadline) return [];
    const approval = readApproval(row.approver);
    if (approval === 'approved') return [];
    const counted = approval === 'blank' && countsUnapproved(matter, ruleSet);
    return [findingOf('extension-unapproved', row.cell, unapproved(row.approver, counted), { matter: matter.key })];
  });
};
