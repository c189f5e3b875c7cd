import { yearMonthOf, type CivilDate } from '../../domain/calendar/civilDate';
import { checkReturn, type ReturnedEntry, type ReturnProblem } from '../../domain/collect/checkReturn';
import { plain, rowMark } from '../../domain/collect/fillIn';
import { foldText } from '../../domain/foldText';
import type { Matter } from '../../domain/matter';
import { isReport } from '../../domain/monthlyReport';
import { atOnce, forEach, type InPortions } from '../../domain/portions';
import type { Change, Plan } from '../../domain/plan';
import { PROCEEDING_HEADERS } from '../../domain/registers/readProceedings';
import { EVENT_HEADERS } from '../../domain/registers/readEvents';
import { EVENT_KINDS, PROCEEDING_KINDS, type Proceeding } from '../../domain/registers/registers';
import { isRegistration } from '../../domain/registers/registration';
import { missedInPortions, type MissedReport } from '../../domain/scoring/missedReports';
import { fillInReadInPortions, type FillInReading } from '../../documents/readFillIn';
import type { NamedFile } from '../../documents/letterFiles';
import { fillInsInPortions } from './fillIns';
import { ledgerIdentity } from '../reading/ledgerIdentity';
import { nameOf } from '../ledger/identity';
import { planProceeding, rowOf } from '../registers/proceedings';
import { readAlike } from '../reading/readAlike';
import { appendToRegister } from '../registers/registerRows';
import type { Review } from '../reading/review';
import { scoringInput } from '../scoring/scoreReview';

export interface CollectRequest {
  readonly files: readonly NamedFile[];
  /** `2026-10`. */
  readonly month: string;
  /** The day the reports are entered under; not after `today`. */
  readonly reportedOn: CivilDate;
  readonly today: CivilDate;
  readonly handler: string;
  /** Names of files whose questions (`ask`) the clerk has seen and agreed to. */
  readonly accepted: ReadonlySet<string>;
}

/** `merge`: goes into the plan. `ask`: waits for the clerk. `stop`: not taken. `blank`: nothing filled in. */
export type ReturnVerdict = 'merge' | 'ask' | 'stop' | 'blank';

export interface CollectedFile {
  readonly name: string;
  readonly unit: string | null;
  readonly verdict: ReturnVerdict;
  readonly problems: readonly ReturnProblem[];
  /** What is merged, or would be. */
  readonly lines: readonly {
    readonly matter: string;
    readonly about: string;
    readonly kind: string;
    readonly text: string;
  }[];
}

export interface CollectOutcome {
  readonly files: readonly CollectedFile[];
  /** Writes what the files marked `merge` say, and nothing else. */
  readonly plan: Plan;
  /** Units asked of whom no file is merged and none was before in this month. */
  readonly notReported: readonly string[];
}

interface Reported {
  readonly about: string;
  readonly row: Proceeding;
}

interface Entry extends ReturnedEntry {
  readonly matter: Matter;
  readonly plan: Plan;
}

/** Checks returned fill-in files against what was sent; nothing is written. */
export const collectReports = (of: Review, request: CollectRequest): CollectOutcome =>
  atOnce(collectInPortions(of, request));

export function* collectInPortions(of: Review, request: CollectRequest): InPortions<CollectOutcome> {
  const fillIns = yield* fillInsInPortions(of, request.month);
  const asked = { ledger: ledgerIdentity(of), month: request.month, fillIns };
  const checked: CheckedFile[] = [];
  for (const { name, bytes } of request.files) {
    const reading = yield* readingOf(bytes);
    yield;
    checked.push(yield* checkedFile(of, request, asked, name, reading));
    yield;
  }
  const files = checked.map((file) => twice(file, checked));
  const merged = files.filter(({ verdict }) => verdict === 'merge');
  const entries = merged.flatMap((file) => file.entries);
  const reported = new Set(merged.map(({ unit }) => unit));
  const before = yield* marksReported(of, request.month);
  return {
    files: files.map(({ entries: _, ...file }) => file),
    plan: planOf(of, request, entries),
    notReported: [...asked.fillIns]
      .filter(([unit, { rows }]) => !reported.has(unit) && !rows.some(({ mark }) => before.has(mark)))
      .map(([unit]) => unit),
  };
}

const marked = new WeakMap<readonly Matter[], ReadonlyMap<string, Matter>>();

/** Matters by the marks of their rows in fill-in files; looked through once, not for each file. */
function* mattersByMark({ matters }: Review): InPortions<ReadonlyMap<string, Matter>> {
  const known = marked.get(matters);
  if (known !== undefined) return known;
  const byMark = new Map<string, Matter>();
  yield* forEach(matters, (matter) => void byMark.set(rowMark(matter.sheet, matter.id), matter));
  marked.set(matters, byMark);
  return byMark;
}

/** A file stays as it came: it is read once, however often it is judged. */
const readings = new WeakMap<Uint8Array, FillInReading>();

function* readingOf(bytes: Uint8Array): InPortions<FillInReading> {
  const reading = readings.get(bytes) ?? (yield* fillInReadInPortions(bytes));
  readings.set(bytes, reading);
  return reading;
}

type CheckedFile = CollectedFile & { readonly entries: readonly Entry[] };

function* checkedFile(
  of: Review,
  { month, reportedOn, today, handler, accepted }: CollectRequest,
  asked: Parameters<typeof checkReturn>[1],
  name: string,
  reading: FillInReading,
): InPortions<CheckedFile> {
  const nothing = { name, unit: null, verdict: 'stop', problems: [], lines: [], entries: [] } as const;
  if (!reading.ok) return { ...nothing, problems: [reading.problem] };
  const { unit } = reading.returned;
  const { problems: found, entries: read } = checkReturn(reading.returned, asked, of.asOf);
  if (found.some(({ weight }) => weight === 'stop')) return { ...nothing, unit, problems: found };
  const byMark = yield* mattersByMark(of);
  const problems = [...found];
  const entries: Entry[] = [];
  const reported: Reported[] = [];
  for (const entry of read) {
    yield;
    const matter = byMark.get(entry.mark);
    const say = (code: ReturnProblem['code'], sentence: string): number =>
      problems.push({ code, weight: 'say', sentence });
    if (matter === undefined) {
      say('notTaken', `${entry.mark.split('#')[1]}号事项已经不在台账里，没有读入。`);
    } else if (standsAlready(of, matter, entry, month)) {
      say('alreadyMerged', `${nameOf(matter)}的${PROCEEDING_KINDS[entry.kind]}已经登记过，不再重复登记。`);
    } else {
      const { plan, refusals } = planProceeding(of, requestOf(entry, matter, { reportedOn, today, handler }));
      if (refusals.length === 0) {
        entries.push({ ...entry, matter, plan });
        const earlier = reportedOtherwise(of, matter, entry, month);
        if (earlier !== null) reported.push({ about: nameOf(matter), row: earlier });
      }
      for (const { sentence } of refusals) say('notTaken', sentence);
    }
  }
  problems.push(...alreadyReported(reported, reportedOn));
  const asks = problems.some(({ weight }) => weight === 'ask') && !accepted.has(name);
  const verdict = entries.length === 0 ? 'blank' : asks ? 'ask' : 'merge';
  const lines = entries.map(({ matter, kind, content, newDeadline }) => ({
    matter: matter.key,
    about: nameOf(matter),
    kind: PROCEEDING_KINDS[kind],
    text: newDeadline === null ? content : `至${newDeadline}：${content}`,
  }));
  return { name, unit, verdict, problems, lines, entries };
}

/** Two files of one unit: neither is merged until the clerk takes one away. */
function twice(file: CheckedFile, all: readonly CheckedFile[]): CheckedFile {
  if (file.unit === null || file.verdict === 'stop') return file;
  const others = all.filter((each) => each !== file && each.unit === file.unit && each.verdict !== 'stop');
  if (others.length === 0) return file;
  const names = others.map(({ name }) => `“${name}”`).join('、');
  const sentence = `${file.unit}报了不止一份（另有${names}），都没有并入，请去掉不用的。`;
  return { ...file, verdict: 'stop', problems: [{ code: 'twoFiles', weight: 'stop', sentence }, ...file.problems] };
}

const requestOf = (
  { kind, content, newDeadline }: ReturnedEntry,
  matter: Matter,
  { reportedOn, today, handler }: Pick<CollectRequest, 'reportedOn' | 'today' | 'handler'>,
): Parameters<typeof planProceeding>[1] => ({
  kind,
  content,
  newDeadline,
  date: reportedOn,
  approver: '',
  handler,
  matters: new Set([matter.key]),
  today,
});

function standsAlready(of: Review, matter: Matter, entry: ReturnedEntry, month: string): boolean {
  const rows = of.histories.get(matter.key)?.proceedings ?? [];
  return rows.some(
    (row) =>
      row.kind === entry.kind &&
      yearMonthOf(row.date) === month &&
      foldText(row.content) === foldText(plain(entry.content)) &&
      row.newDeadline === entry.newDeadline,
  );
}

/** What the month has on record of the matter in this kind; the entry itself says something else. */
function reportedOtherwise(of: Review, matter: Matter, { kind }: ReturnedEntry, month: string): Proceeding | null {
  const rows = of.histories.get(matter.key)?.proceedings ?? [];
  return rows.findLast((row) => row.kind === kind && !isRegistration(row) && yearMonthOf(row.date) === month) ?? null;
}

/** Asked where it is on record under the very day: then it came from another file; else perhaps by telephone. */
function alreadyReported(reported: readonly Reported[], reportedOn: CivilDate): readonly ReturnProblem[] {
  const [first] = reported;
  if (first === undefined) return [];
  const weight = reported.some(({ row: { date } }) => date === reportedOn) ? 'ask' : 'say';
  const example = `${first.about}${first.row.date}“${first.row.content}”`;
  const sentence = `有${reported.length}条本月已经登记过，这份报的不同（${example}${reported.length > 1 ? '等' : ''}），照收就再登记一条。`;
  return [{ code: 'reportedAlready', weight, sentence }];
}

/** One block of rows for 办理登记, then the ledger's own cells of every entry. */
function planOf(of: Review, request: CollectRequest, entries: readonly Entry[]): Plan {
  const ledgers = new Set(of.ledgers.map(({ sheet }) => sheet));
  const plans = entries.map(({ plan }) => plan);
  const cells = new Map<string, CellChange>();
  for (const { changes } of plans) {
    for (const change of changes) {
      if (change.kind !== 'setCell' || !ledgers.has(change.cell.sheet)) continue;
      const place = `${change.cell.sheet}!${change.cell.row},${change.cell.column}`;
      cells.set(place, together(cells.get(place), change));
    }
  }
  const rows = entries.map((entry) => rowOf(entry.matter, requestOf(entry, entry.matter, request)));
  const expectations = new Map(
    plans.flatMap((plan) => plan.expectations).map((each) => [JSON.stringify([each.sheet, each.area]), each]),
  );
  return {
    action: 'collect',
    asOf: of.asOf,
    expectations: [...expectations.values()],
    changes: [
      ...appendToRegister(of, {
        register: '办理登记',
        headers: PROCEEDING_HEADERS,
        rows,
        widths: { 事项: 40, 单位: 20, 内容: 40 },
      }),
      ...cells.values(),
    ],
  };
}

type CellChange = Extract<Change, { kind: 'setCell' }>;

/** Two units that lead one matter both report: their words stand below each other. */
function together(first: CellChange | undefined, second: CellChange): CellChange {
  if (first === undefined || typeof first.after !== 'string' || typeof second.after !== 'string') return second;
  const before = String(second.before);
  const added = second.after.startsWith(before) ? second.after.slice(before.length).replace(/^\n/, '') : second.after;
  return { ...second, after: `${first.after}\n${added}` };
}

/** Units that were asked for the month and have nothing on record in it. */
export function* unitsNotReported(of: Review, month: string): InPortions<readonly string[]> {
  const fillIns = yield* fillInsInPortions(of, month);
  const before = yield* marksReported(of, month);
  return [...fillIns].filter(([, { rows }]) => !rows.some(({ mark }) => before.has(mark))).map(([unit]) => unit);
}

/** Row marks of the matters that have something on record in the month. */
function* marksReported(of: Review, month: string): InPortions<ReadonlySet<string>> {
  const marks = new Set<string>();
  yield* forEach(of.matters, ({ key, sheet, id, reportedOn }) => {
    const { reading } = reportedOn;
    const inLedger = reading.kind === 'date' && yearMonthOf(reading.date) === month;
    const own = of.histories.get(key)?.proceedings ?? [];
    if (inLedger || own.some((row) => isReport(row) && yearMonthOf(row.date) === month)) marks.add(rowMark(sheet, id));
  });
  return marks;
}

/** Units to be entered as 未按时报送进展 or 材料未按时报送, as far as the scheme scores it and the month is over. */
export const missedUnits = (of: Review, month: string): readonly MissedReport[] =>
  atOnce(missedUnitsInPortions(of, month));

export const missedUnitsInPortions = (of: Review, month: string): InPortions<readonly MissedReport[]> =>
  missedInPortions(scoringInput(of), Number(month.slice(0, 4)), Number(month.slice(5, 7)));

/** Rows of 加减分登记 for the units the clerk confirmed, dated the month's last day; none that is on record already. */
export function planMissed(of: Review, confirmed: readonly MissedReport[]): Plan {
  const events = of.registers.events ?? [];
  const open = confirmed.filter(
    ({ unit, kind, date }) => !events.some((own) => own.unit === unit && own.kind === kind && own.date === date),
  );
  const rows = open.map(({ unit, kind, date }) => ({
    日期: { date },
    单位: { text: unit },
    类型: { text: EVENT_KINDS[kind] },
    依据: { text: `${yearMonthOf(date)}没有报送督查事项办理进展` },
  }));
  return {
    action: 'collect',
    asOf: of.asOf,
    expectations: rows.length === 0 ? [] : readAlike(of),
    changes: appendToRegister(of, {
      register: '加减分登记',
      headers: EVENT_HEADERS,
      rows,
      widths: { 单位: 24, 类型: 18, 依据: 36 },
    }),
  };
}
