import { cellName, type CellRef } from '../domain/cell';
import { isHeld } from '../domain/notices/heldNumbers';
import type { Change, Expectation, Plan } from '../domain/plan';
import { askExpectation, askFormats, askStanding, differing, ownPart, writtenBy, type Standing } from './changeState';
import { askRows } from './expectedRows';
import { movedRefusal, unfinishedRefusal, type HostRefusal } from './hostErrors';
import { Incoming } from './incoming';
import { inTurns, turnTaking, type TakingTurns } from './inTurns';
import { journalInPortions, type JournalEntry } from './journal';
import { askLined } from './linedRows';
import { ourParts, type OwnPart } from './ownParts';
import { protectionRefusal } from './protectedSheets';
import { PIECE_BYTES, RESPONSE_BYTES } from './requestSizes';
import { askCharts } from './replacedSheet';
import { askReaders } from './sheetReaders';
import { askSingleCells } from './singleCells';
import { bytesOfRows } from './wireBytes';
import type { Found } from './writeChange';

export type Checked = { readonly open: readonly Change[]; readonly found: Found } | { readonly refusal: HostRefusal };

/** Room for the journal, which comes with the first answer: that of thousands of letters, packed. */
const JOURNAL_BYTES = 1_500_000;

/**
 * Reads the cells a plan writes and those it counts on, and says what is still to do or why it may not be done. `seen`:
 * sheets that are known to be there, so that what reads a sheet to be deleted is asked in the same request.
 */
export async function checkPlan(
  context: Excel.RequestContext,
  plan: Plan,
  resuming = false,
  seen: readonly string[] = [],
): Promise<Checked> {
  const incoming = new Incoming(context, JOURNAL_BYTES);
  const markSheets = new Set(plan.changes.flatMap((change) => (change.kind === 'setMarks' ? [change.sheet] : [])));
  const formats = [...markSheets].map((sheet) => [sheet, askFormats(context, sheet)] as const);
  const written = plan.changes.flatMap((change) => (change.kind === 'setPart' ? [ownPart(change.namespace)] : []));
  const parts = ourParts(context.workbook, [...new Set<OwnPart>(['journal', ...written])]);
  const sheets = context.workbook.worksheets.load('items/name,items/protection/protected');
  const charts = askCharts(context, plan);
  const lined = resuming ? null : await askLined(incoming, plan);
  const readers = await askReaders(incoming, plan.changes, { seen, resuming });
  const turn = turnTaking();
  const single = await askSingleCells(incoming, plan.changes, 'values,numberFormat', 'orNull');
  const standings: { readonly change: Change; readonly standing: () => Standing | Promise<Standing> }[] = [];
  for (const change of plan.changes) {
    standings.push({ change, standing: await askStanding(incoming, change, resuming, single) });
    await turn();
  }
  const expectations: { readonly expectation: Expectation; readonly differs: () => CellRef | null }[] = [];
  const own = writtenBy(plan.changes);
  const isRow = ({ area }: Expectation): boolean => area.top === area.bottom;
  const rows = await askRows(incoming, plan.expectations.filter(isRow), 'orNull');
  for (const whole of plan.expectations) {
    const row = rows.get(whole);
    if (row !== undefined) {
      expectations.push({ expectation: whole, differs: () => differing(whole, row(), own) });
      await turn();
      continue;
    }
    for (const { expectation, bytes } of await inParts(whole, turn)) {
      await incoming.room(bytes);
      expectations.push({ expectation, differs: askExpectation(context, expectation, own) });
      await turn();
    }
  }
  await incoming.send();

  const stood: { readonly change: Change; readonly standing: Standing }[] = [];
  for (const { change, standing } of standings) {
    stood.push({ change, standing: await standing() });
    await turn(stepsOf(change));
  }
  const open = stood.filter(({ standing }) => standing.is === 'before').map(({ change }) => change);
  const found: Found = {
    formats: new Map(formats.map(([sheet, ask]) => [sheet, ask()])),
    parts: parts.xml(),
    resuming,
    begun: new Map(
      stood.flatMap(({ change, standing }) =>
        standing.is === 'before' && standing.begun === true
          ? [[change, standing.restores === true ? 'restores' : 'begun'] as const]
          : [],
      ),
    ),
    sheets: new Set(sheets.items.map(({ name }) => name)),
    charts: charts(),
    lined: lined?.() ?? new Map(),
  };
  const entries = await inTurns(journalInPortions(found.parts.get('journal')));
  const unfinished = resuming ? undefined : unfinishedBefore(plan, entries);
  if (unfinished !== undefined) return { refusal: unfinishedRefusal(unfinished.summary) };
  // What this plan has written itself may stand in the cells it expected: a plan that is done is no conflict.
  if (open.length === 0 && stood.every(({ standing }) => standing.is === 'after')) return { open, found };

  const other = stood
    .map(({ standing }) => standing)
    .find((standing): standing is Standing & { is: 'other' } => standing.is === 'other');
  const reachable = (cell: CellRef | undefined): CellRef | null =>
    cell !== undefined && found.sheets.has(cell.sheet) ? cell : null;
  if (other !== undefined) {
    const sentence = `${other.place} 已被改动，与预览时不同，没有写入。请核对后再试。`;
    return { refusal: movedRefusal(sentence, reachable(other.cell)) };
  }
  for (const { expectation, differs } of expectations) {
    const cell = differs();
    await turn(expectation.values.length);
    if (cell !== null) {
      return {
        refusal: movedRefusal(
          `${expectation.about}所在的行已移动或被改动（${cellName(cell)}），没有写入。请核对后再试。`,
          reachable(cell),
        ),
      };
    }
  }
  const read = await readers(open, found);
  if (read !== null) return { refusal: read };
  const kept = await protectionRefusal(context, sheets, open);
  return kept === null ? { open, found } : { refusal: kept };
}

/** How many steps it is to compare what a change writes. */
const stepsOf = (change: Change): number =>
  change.kind === 'appendRows' || change.kind === 'removeRows'
    ? change.rows.length
    : change.kind === 'addSheet' || change.kind === 'removeSheet'
      ? change.content.rows.length
      : change.kind === 'replaceSheet'
        ? change.before.rows.length + change.after.rows.length
        : 1;

interface Asked {
  readonly expectation: Expectation;
  readonly bytes: number;
}

/** What an expectation's answer takes; cut by rows where it is too long for one response. */
async function inParts(expectation: Expectation, turn: TakingTurns): Promise<readonly Asked[]> {
  const { area, values } = expectation;
  const bytes = await bytesOfRows(values, turn);
  if (bytes <= RESPONSE_BYTES) return [{ expectation, bytes }];
  const rows = Math.max(1, Math.floor((values.length * PIECE_BYTES) / bytes));
  const parts: Asked[] = [];
  for (let first = 0; first < values.length; first += rows) {
    const own = values.slice(first, first + rows);
    const part = { ...area, top: area.top + first, bottom: area.top + first + own.length - 1 };
    parts.push({ expectation: { ...expectation, area: part, values: own }, bytes: await bytesOfRows(own, turn) });
  }
  return parts;
}

/** An action cut off half-way whose places this plan writes to as well: it must be settled first. */
function unfinishedBefore(plan: Plan, entries: readonly JournalEntry[]): JournalEntry | undefined {
  const places = new Set(plan.changes.map(placeOf));
  return entries.find(
    ({ state, plan: own }) =>
      // Held rows are another's that are being settled: they stand in nobody's way.
      state === 'pending' && !isHeld(own) && own.changes.some((each) => places.has(placeOf(each))),
  );
}

/** The sheet or part a change writes to. */
function placeOf(change: Change): string {
  switch (change.kind) {
    case 'setCell':
      return change.cell.sheet;
    case 'addSheet':
    case 'removeSheet':
    case 'replaceSheet':
      return change.name;
    case 'setPart':
      return change.namespace;
    default:
      return change.sheet;
  }
}
