import { readApproval } from '../approval';
import type { Assessment } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { Matter } from '../matter';
import type { Proceeding } from '../registers/registers';
import type { MatterLinks } from './matterLinks';

/** A notice as sent to one unit, for telling a first one from one given again. */
export interface SentNotice {
  readonly date: CivilDate;
  readonly matters: readonly Matter[];
}

/**
 * 001 三(七): the matters for which a notice was given again after an approved extension, until the matter is struck off.
 * An extension in 办理登记 has its own date; one in the ledger's columns has none and is taken as earlier.
 */
export function reissuedMatters(
  notice: SentNotice,
  others: readonly SentNotice[],
  assessmentOf: (key: string) => Assessment | null,
  proceedings: readonly Proceeding[],
  links: MatterLinks,
): readonly Matter[] {
  return notice.matters.filter((matter) => {
    const repeated = others.some(
      (other) => other.date < notice.date && other.matters.some((earlier) => earlier.key === matter.key),
    );
    if (!repeated) return false;
    const closedOn = assessmentOf(matter.key)?.closedOn ?? null;
    if (closedOn !== null && closedOn < notice.date) return false;
    return extendedBy(matter, notice.date, proceedings, links);
  });
}

function extendedBy(matter: Matter, date: CivilDate, proceedings: readonly Proceeding[], links: MatterLinks): boolean {
  const inLedger = matter.extendedTo.reading.kind === 'date' || matter.extendedTo.reading.kind === 'days';
  if (inLedger && (matter.extensionApprover === null || readApproval(matter.extensionApprover) === 'approved'))
    return true;
  return proceedings.some(
    (proceeding) =>
      proceeding.kind === 'extension' &&
      proceeding.date <= date &&
      readApproval(proceeding.approver) === 'approved' &&
      links.find(proceeding.matters).some((extended) => extended.key === matter.key),
  );
}
