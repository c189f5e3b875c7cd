import { readApproval } from './approval';
import type { CivilDate } from './calendar/civilDate';
import {
  LIVE_DATE_RANGE,
  LIVE_DATES,
  liveApproval,
  liveStatus,
  statusColumns,
  type LiveCells,
  type LiveContext,
  type LiveDate,
} from './liveMarks';
import type { DateCell, Matter, StatusMeaning } from './matter';

/**
 * A matter's cells as the live formulas see them, or null where they would see something else than was read: several
 * rows, dates written as text or days, volatile formulas, merged cells of other rows, words with odd characters.
 */
export function liveCells(matter: Matter, context: LiveContext): LiveCells | null {
  if (matter.rows.length > 1) return null;
  const dates: Partial<Record<LiveDate, CivilDate | null>> = {};
  for (const field of LIVE_DATES) {
    const mapped = context.connection.columns[field];
    const seen = mapped === undefined ? null : seenDate(matter[field], matter.row, mapped.column);
    if (seen === 'other') return null;
    dates[field] = seen;
  }
  const approved = seenApproval(matter.extensionApprover ?? '');
  if (approved === null) return null;
  if (!statusIsSeen(matter, context)) return null;
  return { dates: dates as Record<LiveDate, CivilDate | null>, approved, status: matter.status };
}

const approvals = new Map<string, boolean | null>();

/** null where the formula and the reading differ on that cell; few words repeat over a whole ledger. */
function seenApproval(text: string): boolean | null {
  let answer = approvals.get(text);
  if (answer === undefined) {
    const approved = liveApproval(text);
    answer = approved === (readApproval(text) === 'approved') ? approved : null;
    if (approvals.size < 1000) approvals.set(text, answer);
  }
  return answer;
}

function seenDate({ reading, cell, volatile }: DateCell, row: number, column: number): CivilDate | null | 'other' {
  if (reading.kind === 'blank') return null;
  if (volatile || cell === null || cell.row !== row || cell.column !== column) return 'other';
  switch (reading.kind) {
    case 'date':
      if (reading.text !== null) return 'other';
      return reading.date < LIVE_DATE_RANGE.first || reading.date > LIVE_DATE_RANGE.last ? 'other' : reading.date;
    case 'days':
      return 'other';
    case 'recurring':
      return null;
    case 'ambiguous':
    case 'unreadable':
      // A bare serial number that nobody sees as a date would count as one in a formula.
      return /^\d{5,6}(\.\d+)?$/.test(reading.text) ? 'other' : null;
  }
}

/** The words a formula finds are exact but for spaces: full-width letters and other folded forms are not found. */
function statusIsSeen(matter: Matter, context: LiveContext): boolean {
  const columns = statusColumns(context.connection);
  const only = columns.length === 1 ? columns[0] : undefined;
  if (only === undefined) return columns.length > 1 || !isDecisive(matter.status);
  const at = matter.cells['status'] ?? matter.cells['progress'];
  if (at !== undefined && at.row !== matter.row) return false;
  const seen = liveStatus(matter.statusText, only.header);
  return seen === null ? !isDecisive(matter.status) : seen === matter.status;
}

const isDecisive = (status: StatusMeaning): boolean => status !== 'blank' && status !== 'open' && status !== 'unknown';
