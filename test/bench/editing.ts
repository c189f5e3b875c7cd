/**
 * Run in a process of its own: `editing.ts SIZE FOLDER RUNS` prints, as JSON, the CPU milliseconds from an edit of one
 * cell until everything the pane shows of it is right again, beside those of reading all again. Both go through the
 * pane's desk, the host's own time left out: its answers are at hand.
 */
import { connecting as connectingOf, type Connecting } from '../../src/app/reading/connectLedger';
import { withCells } from '../../src/app/reading/readAgain';
import type { Reading } from '../../src/app/reading/readForReview';
import type { SeenChange } from '../../src/app/office/workbook';
import type { CellValue } from '../../src/domain/cell';
import { cellAddress } from '../../src/domain/cell';
import { atOnce } from '../../src/domain/portions';
import { workbookCalls } from '../../src/taskpane/desk/calls';
import { listShown } from '../../src/taskpane/desk/byState';
import { Desk } from '../../src/taskpane/desk/Desk';
import type { Timing } from '../../src/taskpane/desk/DeskStore';
import { figuresOf, TREND } from '../../src/taskpane/desk/figures';
import { byKind, byRow } from '../../src/taskpane/desk/findingGroups';
import { SCORED } from '../../src/taskpane/desk/scoreFigures';
import { choiceCounts, countLevels, findingsOf } from '../../src/taskpane/desk/shown';
import { NO_FILTER } from '../../src/taskpane/desk/view';
import { AS_OF, handedOver, parsed, readingOf } from './handedOver';
import { LEDGER } from './largeLedger';

/** Edits a clerk makes: column, and what she types in the row of that number. */
const EDITS: readonly (readonly [string, number, (row: number) => CellValue])[] = [
  ['办理状态', 16, () => '已办结'],
  ['办结时限', 12, (row) => 46300 + (row % 60)],
  ['进展情况', 17, (row) => `已完成${row}`],
  ['督查事项', 1, (row) => `改过的第${row}项工作`],
  ['牵头单位', 6, (row) => `第${row % 200}局`],
];

/** CPU milliseconds by part: the desk (cells, matter, states, checks, overview), what each room lists, what it counts. */
export interface EditCost {
  readonly desk: number;
  readonly lists: number;
  readonly trend: number;
  readonly scores: number;
}
export interface EditingCosts {
  readonly whole: readonly EditCost[];
  readonly edits: readonly { readonly name: string; readonly costs: readonly EditCost[]; readonly missed: number }[];
}

const [size, folder, runs] = process.argv.slice(2) as [string, string, string];
const given = handedOver(Number(size), folder);
let reading: Reading = readingOf(given, parsed(given.json));
let found: Connecting = connectingOf(reading.survey);
let typed: CellValue = '';
let changed: (change: SeenChange) => void = () => undefined;
let wholeReadings = 0;

/** A hand that jumps: what waits is run at once when asked for. */
let waiting: (() => void)[] = [];
const timing: Timing = {
  now: () => 0,
  pause: () => Promise.resolve(),
  after: (_milliseconds, run) => {
    waiting.push(run);
    return () => void (waiting = waiting.filter((other) => other !== run));
  },
};
async function settle(desk: Desk): Promise<void> {
  const due = waiting;
  waiting = [];
  for (const run of due) run();
  do await new Promise((resolve) => setImmediate(resolve));
  while (desk.view().work !== null);
}

const desk = new Desk(
  {
    ...workbookCalls,
    lookOver: () => {
      wholeReadings += 1;
      return Promise.resolve({ ok: true, value: found });
    },
    readForReview: () => Promise.resolve({ ok: true, value: reading }),
    readAgain: (before, of, changes) => {
      const cells = changes.map(({ address }) => {
        const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
        const column = letters!.charCodeAt(0) - 65;
        const area = { top: Number(row) - 1, left: column, bottom: Number(row) - 1, right: column };
        return { sheet: LEDGER, area, values: [[typed]], formats: [['General']], formulas: [[typed]] };
      });
      const read = withCells(before, of, cells);
      if (read !== null) ({ reading, connecting: found } = read);
      return Promise.resolve({ ok: true, value: read });
    },
    watchWorkbook: (onChange) => {
      changed = onChange;
      return Promise.resolve({ ok: true, value: { stop: () => Promise.resolve() } });
    },
    journalEntries: () => Promise.resolve([]),
    seenBefore: () => null,
  },
  { today: () => AS_OF, now: () => `${AS_OF} 09:00` },
  timing,
);

async function cost(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Everything the rooms show of a review, worked out as they do it. */
const lists = (): void => {
  const { review, ledger } = desk.view();
  const findings = findingsOf(review!, ledger);
  figuresOf(review!, ledger);
  listShown(review!, ledger, NO_FILTER);
  choiceCounts(figuresOf(review!, ledger));
  countLevels(findings);
  byKind(findings, 'all');
  byRow(findings, 'all', review!.matters);
};

async function costs(first: () => Promise<unknown>): Promise<EditCost> {
  return {
    desk: await cost(first),
    lists: await cost(lists),
    trend: await cost(() => void atOnce(TREND.count(desk.view().review!, null))),
    scores: await cost(() => void atOnce(SCORED.count(desk.view().review!, null))),
  };
}

async function main(): Promise<void> {
  await desk.open();
  await settle(desk);
  const whole: EditCost[] = [];
  for (let run = 0; run < Number(runs); run += 1) whole.push(await costs(() => desk.readAgain()));
  await settle(desk);
  const edits: EditingCosts['edits'][number][] = [];
  for (const [name, column, text] of EDITS) {
    const taken: EditCost[] = [];
    let missed = 0;
    for (let run = 0; run < Number(runs) * 10; run += 1) {
      const row = 1 + ((run * 7919 + column * 104729) % Number(size));
      const before = wholeReadings;
      typed = text(row);
      const own = await costs(async () => {
        changed({ sheetId: idOf(), address: cellAddress(row, column), inPlace: true, remote: false });
        await settle(desk);
      });
      // Too large to be read again whole by itself, or read whole: not taken cell by cell.
      if (desk.view().stale || wholeReadings > before) {
        missed += 1;
        await desk.readAgain();
        await settle(desk);
      } else taken.push(own);
    }
    edits.push({ name, costs: taken, missed });
  }
  console.log(JSON.stringify({ whole, edits } satisfies EditingCosts));
}

const idOf = (): string => reading.survey.sheets.find(({ head }) => head.name === LEDGER)!.head.id;

void main();
