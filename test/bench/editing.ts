/**
 * Run in a process of its own: `editing.ts SIZE FOLDER RUNS SCHEME` prints, as JSON, the CPU milliseconds from an edit of one
 * cell until everything the pane shows of it is right again, beside those of reading all again. Both go through the
 * pane's desk, the host's own time left out: its answers are at hand.
 */
import { connecting as connectingOf, type Connecting } from '../../src/app/reading/connectLedger';
import { withCells } from '../../src/app/reading/readAgain';
import type { Reading } from '../../src/app/reading/readForReview';
import type { SeenChange } from '../../src/app/office/workbook';
import type { CellValue } from '../../src/domain/cell';
import { cellAddress } from '../../src/domain/cell';
import type { RuleSetId } from '../../src/domain/ruleSet';
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

/** Edits a clerk makes: sheet, column, and what she types in the row of that number. */
interface Typed {
  readonly name: string;
  readonly sheet?: string;
  readonly column: number;
  readonly text: (row: number) => CellValue;
  /** Rows of matters that registers name, or of those they do not; else of all. */
  readonly registered?: boolean;
}
const EDITS: readonly Typed[] = [
  { name: '办理状态', column: 16, text: () => '已办结' },
  { name: '办结时限', column: 12, text: (row) => 46300 + (row % 60) },
  { name: '进展情况', column: 17, text: (row) => `已完成${row}` },
  { name: '牵头单位', column: 6, text: (row) => `第${row % 200}局` },
  { name: '督查事项，没有登记的', registered: false, column: 1, text: (row) => `改过的第${row}项工作` },
  { name: '督查事项，登记簿提到的', registered: true, column: 1, text: (row) => `改过的第${row}项工作` },
  { name: '序号，登记簿提到的', registered: true, column: 0, text: (row) => 900_000 + row },
  { name: '办理登记：内容', sheet: '办理登记', column: 5, text: (row) => `已完成${row}` },
  { name: '办理登记：日期', sheet: '办理登记', column: 0, text: (row) => 46100 + (row % 60) },
  { name: '办理登记：事项编号', sheet: '办理登记', column: 1, text: (row) => row },
  { name: '办理登记：事项', sheet: '办理登记', column: 2, text: (row) => `第${row}项重点工作推进落实情况` },
  { name: '办理登记：类型', sheet: '办理登记', column: 4, text: () => '办结' },
  { name: '文书登记簿：状态', sheet: '文书登记簿', column: 8, text: () => '拟稿' },
  { name: '文书登记簿：日期', sheet: '文书登记簿', column: 2, text: (row) => 46100 + (row % 60) },
  { name: '文书登记簿：编号', sheet: '文书登记簿', column: 1, text: (row) => `〔2026〕${row}号` },
  { name: '文书登记簿：主送单位', sheet: '文书登记簿', column: 3, text: (row) => `第${row % 200}局` },
  { name: '文书登记簿：事项编号', sheet: '文书登记簿', column: 4, text: (row) => row },
  { name: '加减分登记：单位', sheet: '加减分登记', column: 1, text: (row) => `第${row % 200}局` },
  { name: '加减分登记：类型', sheet: '加减分登记', column: 2, text: () => '会议迟到' },
  { name: '加减分登记：分值', sheet: '加减分登记', column: 5, text: (row) => row % 5 },
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
  readonly edits: readonly { readonly name: string; readonly costs: readonly EditCost[]; readonly anew: number }[];
}

const [size, folder, runs, scheme] = process.argv.slice(2) as [string, string, string, RuleSetId];
const given = handedOver(Number(size), folder);
let reading: Reading = readingOf(given, parsed(given.json));
let found: Connecting = connectingOf(reading.survey);
let typed: { readonly sheet: string; readonly value: CellValue } = { sheet: LEDGER, value: '' };
let changed: (change: SeenChange) => void = () => undefined;
let reviewed = 0;

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
    lookOver: () => Promise.resolve({ ok: true, value: found }),
    reviewInPortions: (...asked) => {
      reviewed += 1;
      return workbookCalls.reviewInPortions(...asked);
    },
    readForReview: () => Promise.resolve({ ok: true, value: reading }),
    readAgain: (before, of, changes) => {
      const cells = changes.map(({ address }) => {
        const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
        const column = letters!.charCodeAt(0) - 65;
        const area = { top: Number(row) - 1, left: column, bottom: Number(row) - 1, right: column };
        const { sheet, value } = typed;
        return { sheet, area, values: [[value]], formats: [['General']], formulas: [[value]] };
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

/** Rows to type in, from 0. */
function rowsOf({ sheet, registered }: Typed): readonly number[] {
  const { matters, histories } = desk.view().review!;
  if (sheet !== undefined) {
    const own = reading.snapshot.sheets.find(({ name }) => name === sheet)!;
    return own.values.map((_values, row) => row).slice(1);
  }
  return matters
    .filter(({ key }) => registered === undefined || histories.has(key) === registered)
    .map(({ row }) => row);
}

async function main(): Promise<void> {
  await desk.open();
  await settle(desk);
  await desk.choose({ ...desk.view().choices!, scheme });
  await settle(desk);
  const whole: EditCost[] = [];
  for (let run = 0; run < Number(runs); run += 1) whole.push(await costs(() => desk.readAgain()));
  await settle(desk);
  const edits: EditingCosts['edits'][number][] = [];
  for (const edit of EDITS) {
    const taken: EditCost[] = [];
    let anew = 0;
    const rows = rowsOf(edit);
    const { sheet = LEDGER, name, column, text } = edit;
    for (let run = 0; run < Number(runs) * 10; run += 1) {
      const row = rows[(run * 7919 + column * 104729) % rows.length]!;
      const before = reviewed;
      typed = { sheet, value: text(row) };
      taken.push(
        await costs(async () => {
          changed({ sheetId: idOf(sheet), address: cellAddress(row, column), inPlace: true, remote: false });
          await settle(desk);
        }),
      );
      if (desk.view().stale) throw new Error(`${name}: left to the clerk to read again`);
      if (reviewed > before) anew += 1;
      // What always takes a whole review is told by a few.
      if (anew === taken.length && anew === Number(runs)) break;
    }
    edits.push({ name, costs: taken, anew });
  }
  console.log(JSON.stringify({ whole, edits } satisfies EditingCosts));
}

const idOf = (sheet: string): string => reading.survey.sheets.find(({ head }) => head.name === sheet)!.head.id;

void main();
