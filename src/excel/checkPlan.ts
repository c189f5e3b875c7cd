import { cellName, type CellRef } from '../domain/cell';
import { isHeld } from '../domain/notices/heldNumbers';
import type { Change, Expectation, Plan } from '../domain/plan';
import { askExpectation, askFormats, askStanding, ownPart, writtenBy, type Standing } from './changeState';
import { movedRefusal, unfinishedRefusal, type HostRefusal } from './hostErrors';
import { Incoming, PIECE_BYTES, RESPONSE_BYTES } from './incoming';
import { inTurns } from './inTurns';
import { journalInPortions, type JournalEntry } from './journal';
import { askLined } from './linedRows';
import { ourParts, type OwnPart } from './ownParts';
import { protectionRefusal } from './protectedSheets';
import { askCharts } from './replacedSheet';
import { bytesOf } from './wireBytes';
import type { Found } from './writeChange';

export type Checked = { readonly open: readonly Change[]; readonly found: Found } | { readonly refusal: HostRefusal };

/** Reads the cells a plan writes and those it counts on, and says what is still to do or why it may not be done. */
export async function checkPlan(context: Excel.RequestContext, plan: Plan, resuming = false): Promise<Checked> {
  const incoming = new Incoming(context);
  const markSheets = new Set(plan.changes.flatMap((change) => (change.kind === 'setMarks' ? [change.sheet] : [])));
  const formats = [...markSheets].map((sheet) => [sheet, askFormats(context, sheet)] as const);
  const written = plan.changes.flatMap((change) => (change.kind === 'setPart' ? [ownPart(change.namespace)] : []));
  const parts = ourParts(context.workbook, [...new Set<OwnPart>(['journal', ...written])]);
  const sheets = context.workbook.worksheets.load('items/name,items/protection/protected');
  const charts = askCharts(context, plan);
  const lined = resuming ? null : await askLined(incoming, plan);
  const standings: { readonly change: Change; readonly standing: () => Standing }[] = [];
  for (const change of plan.changes) {
    standings.push({ change, standing: await askStanding(incoming, change, resuming) });
  }
  const expectations: { readonly expectation: Expectation; readonly differs: () => CellRef | null }[] = [];
  const own = writtenBy(plan.changes);
  for (const { expectation, bytes } of plan.expectations.flatMap(inParts)) {
    await incoming.room(bytes);
    expectations.push({ expectation, differs: askExpectation(context, expectation, own) });
  }
  await incoming.send();

  const stood = standings.map(({ change, standing }) => ({ change, standing: standing() }));
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
    if (cell !== null) {
      return {
        refusal: movedRefusal(
          `${expectation.about}所在的行已移动或被改动（${cellName(cell)}），没有写入。请核对后再试。`,
          reachable(cell),
        ),
      };
    }
  }
  const kept = await protectionRefusal(context, sheets, open);
  return kept === null ? { open, found } : { refusal: kept };
}

interface Part {
  readonly expectation: Expectation;
  /** Of its values, as they come over the wire. */
  readonly bytes: number;
}

/** An expectation too long for one response, cut by rows. */
function inParts(expectation: Expectation): readonly Part[] {
  const { area, values } = expectation;
  const bytes = bytesOf(values);
  if (bytes <= RESPONSE_BYTES) return [{ expectation, bytes }];
  const rows = Math.max(1, Math.floor((values.length * PIECE_BYTES) / bytes));
  return Array.from({ length: Math.ceil(values.length / rows) }, (_, index) => {
    const first = index * rows;
    const own = values.slice(first, first + rows);
    return {
      expectation: {
        ...expectation,
        area: { ...area, top: area.top + first, bottom: area.top + first + own.length - 1 },
        values: own,
      },
      bytes: bytesOf(own),
    };
  });
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
