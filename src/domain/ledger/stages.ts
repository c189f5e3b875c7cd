import type { DateCell, MatterRow, StatusMeaning } from '../matter';

/** The latest date of several cells; where none is a date, the first that says anything. */
export function latestOf(cells: readonly DateCell[]): DateCell {
  const filled = cells.filter((cell) => cell.reading.kind !== 'blank');
  const dates = filled.filter((cell) => cell.reading.kind === 'date');
  if (dates.length === 0) return filled[0] ?? cells[0]!;
  return dates.reduce((latest, cell) => (dateOf(cell) > dateOf(latest) ? cell : latest));
}

const dateOf = (cell: DateCell): string => (cell.reading.kind === 'date' ? cell.reading.date : '');

/** The latest closing date of a matter's stages, and only where every stage has one. */
export function closingOfStages(rows: readonly MatterRow[]): DateCell {
  const cells = rows.map((row) => row.closedOn);
  const open = cells.find((cell) => cell.reading.kind === 'blank');
  return open ?? latestOf(cells);
}

/** A matter of stages is closed when each is; otherwise the first stage that says something else speaks for it. */
export function statusOfStages(rows: readonly MatterRow[]): StatusMeaning {
  const meanings = rows.map((row) => row.status).filter((meaning) => meaning !== 'blank');
  if (meanings.length === 0) return 'blank';
  if (meanings.every((meaning) => meaning === 'closed')) return meanings.length === rows.length ? 'closed' : 'open';
  return meanings.find((meaning) => meaning !== 'closed') ?? 'open';
}
