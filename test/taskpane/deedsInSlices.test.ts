import { issuingInPortions } from '../../src/app/bulletin/issueBulletin';
import { standingInPortions } from '../../src/app/bulletin/issuedBulletins';
import { namesInPortions, reportInPortions } from '../../src/app/bulletin/onePageReports';
import { collectInPortions, missedUnitsInPortions } from '../../src/app/collecting/collectReports';
import { fillInsInPortions } from '../../src/app/collecting/fillIns';
import { compareFiles, mergeInPortions } from '../../src/app/collecting/mergeLedgers';
import { checkSheetInPortions } from '../../src/app/ledger/checkSheet';
import { fixesInPortions } from '../../src/app/ledger/applyFixes';
import { carryOverInPortions } from '../../src/app/ledger/carryOver';
import { unitsInPortions } from '../../src/app/ledger/directory';
import { markingInPortions, unmarkingInPortions } from '../../src/app/ledger/markOverdue';
import { askedInPortions } from '../../src/app/letters/earlierLetters';
import { draftLetters, issueInPortions, lettersInPortions } from '../../src/app/letters/issueNotices';
import { lettersOnRecord, onRecordInPortions } from '../../src/app/letters/lettersOnRecord';
import { turnInPortions } from '../../src/app/letters/noticeLife';
import { reprintInPortions } from '../../src/app/letters/reprintLetters';
import { againstUndoingInPortions, takingBackInPortions } from '../../src/app/letters/takeBackNotices';
import { flowInPortions } from '../../src/app/month/monthFlow';
import { changedInPortions } from '../../src/app/reading/changedSince';
import { ruleSetFor } from '../../src/app/reading/chosenRules';
import type { Review } from '../../src/app/reading/review';
import { monthAnalysed } from '../../src/app/scoring/explainScore';
import { reviewListsInPortions } from '../../src/app/scoring/lists';
import { scoreReview, type ReviewScores } from '../../src/app/scoring/scoreReview';
import { NOTHING_DECIDED } from '../../src/domain/bulletin/candidates';
import { DEFAULT_HEAD } from '../../src/domain/bulletin/bulletinHead';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import type { Matter } from '../../src/domain/matter';
import { DEFAULT_OFFICE } from '../../src/domain/notices/office';
import { atOnce, ready, type InPortions } from '../../src/domain/portions';
import { openXlsx } from '../../src/host/xlsx';
import { bulletinShown, previewBulletin } from '../../src/taskpane/desk/bulletinDeeds';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { inSlices, SLICE, type Turns } from '../../src/taskpane/desk/inSlices';
import { previewCheckSheet } from '../../src/taskpane/desk/ledgerDeeds';
import { lettersToIssue, previewIssue, wishesOf } from '../../src/taskpane/desk/letterDeeds';
import { compareWith, previewMerge } from '../../src/taskpane/desk/mergeDeeds';
import { pickedInPortions } from '../../src/taskpane/desk/picked';
import { previewMatterPages } from '../../src/taskpane/desk/reportDeeds';
import { openSample, sampleBytes, type HostDesk } from '../hostDesk';
import { deskOnPane } from './paneDesk';

let host: HostDesk;
let desk: Desk;
let slow = false;
let clock = 0;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const reviewed = (): Review => desk.view().review!;

beforeEach(async () => {
  host = openSample('city');
  slow = false;
  desk = deskOnPane({}, { now: () => (slow ? (clock += 1000) : 0), pause: nextTurn }).desk;
  await desk.open();
});
afterEach(async () => {
  await desk.leave();
  host.close();
});

const lettersOf = (of: Review) =>
  ({
    form: 'due',
    matters: null,
    issuedOn: of.asOf,
    office: DEFAULT_OFFICE,
    grouping: 'perMatter',
    status: 'draft',
  }) as const;
const dueLetters = (of: Review) => draftLetters(of, lettersOf(of)).notices;
const fixable = (of: Review) => of.findings.filter(({ fix }) => fix !== undefined);
const EARLIER = '2026-09-15' as CivilDate;

/** Each begun anew over a review. */
const WORKS: readonly (readonly [string, (of: Review) => InPortions<unknown>])[] = [
  ['标记', markingInPortions],
  ['去掉标记', unmarkingInPortions],
  ['核对表', checkSheetInPortions],
  ['代改写法', (of) => fixesInPortions(of, fixable(of))],
  ['名录里没有的单位', unitsInPortions],
  ['上次以来', (of) => changedInPortions(of, EARLIER)],
  ['某月逾期的', (of) => pickedInPortions(of, null, { kind: 'month', asOf: EARLIER, of: 'overdue' })],
  ['待发文书', (of) => lettersInPortions(of, lettersOf(of))],
  ['要补的前一份文书', (of) => askedInPortions(of, dueLetters(of))],
  ['登记在案的文书', (of) => onRecordInPortions({ ...of })],
  ['发出', (of) => turnInPortions(of, lettersOnRecord(of), { kind: 'send', on: of.asOf }, DEFAULT_OFFICE)],
  ['作废', (of) => turnInPortions(of, lettersOnRecord(of), { kind: 'void', reason: '写错' }, DEFAULT_OFFICE)],
  ['补打', (of) => reprintInPortions({ ...of }, lettersOnRecord(of), DEFAULT_OFFICE)],
  ['收回拟稿', (of) => takingBackInPortions(of, lettersOnRecord(of))],
  ['撤销收回以前看能不能撤', (of) => againstUndoingInPortions(of, takenBack(of))],
  ['登记文书', (of) => issueInPortions(of, dueLetters(of), DEFAULT_OFFICE)],
  ['各单位的专报', (of) => reportInPortions(of, { kind: 'units', only: null })],
  ['领导专报', (of) => reportInPortions(of, { kind: 'leaders', only: null })],
  ['督办专项台账', (of) => reportInPortions(of, { kind: 'supervision', only: null })],
  ['专报的单位', (of) => namesInPortions(of, 'units')],
  ['本月分析', (of) => analysed(of, scoreReview(of))],
  ['通报', (of) => drafted(of)],
  ['写通报', (of) => issuing(of)],
  ['名单', (of) => reviewListsInPortions({ ...of, ruleSet: ruleSetFor('liangshan-2010') })],
  ['年终结转', (of) => carryOverInPortions(of, of.ledgers[0]!.sheet)],
  ['应扣分的单位', (of) => missedUnitsInPortions(of, '2026-09')],
  ['收表', (of) => collectInPortions(of, collecting(of))],
  ['并表', (of) => mergeInPortions(of, kept().sheet, [theirs()])],
  ['填报表', (of) => fillInsInPortions(of, '2026-10')],
  ['月度督查', (of) => flowInPortions(of, undefined)],
];

/** The action that took every draft off the register, as the record keeps it. */
const takenBack = (of: Review) => ({
  id: '1',
  action: 'register' as const,
  at: `${of.asOf} 09:00`,
  summary: '收回拟稿',
  state: 'done' as const,
  plan: atOnce(takingBackInPortions(of, lettersOnRecord(of))).plan,
});

const collecting = (of: Review) => ({
  files: [{ name: '一.xlsx', bytes: new Uint8Array(9) }],
  month: '2026-10',
  reportedOn: of.asOf,
  today: of.asOf,
  handler: '',
  accepted: new Set<string>(),
});

const isPlain = ({ classified, distinct, rows }: Matter): boolean => !classified && distinct && rows.length === 0;
const kept = () =>
  reviewed().ledgers.find(
    ({ matters, connection: { columns } }) => matters.some(isPlain) && columns.progress !== undefined,
  )!;

/** The same ledger as another 科室 keeps it, one matter carried on and one more; the bytes are new each time. */
const theirs = () => {
  const opened = openXlsx(sampleBytes('city'));
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const { sheet: name, connection, matters, lastMatterRow } = kept();
  const sheet = opened.workbook.sheets.find((own) => own.name === name)!;
  const column = (field: 'title' | 'leadUnit' | 'progress'): number => connection.columns[field]!.column;
  const { row } = matters.find(isPlain)!;
  sheet.setValue(row, column('progress'), '已完成九成');
  for (const field of ['title', 'leadUnit'] as const) {
    sheet.setValue(lastMatterRow + 1, column(field), field === 'title' ? '新开的口袋公园' : '城管局');
  }
  return { name: '城建科.xlsx', bytes: opened.workbook.save() };
};

const analysed = (of: Review, scores: ReviewScores): InPortions<unknown> =>
  scores.kind === 'scored' ? monthAnalysed(of, scores) : ready(null);

function* drafted(of: Review): InPortions<unknown> {
  const { figures, text, words } = yield* standingInPortions(of);
  return { figures, text, words };
}

function* issuing(of: Review): InPortions<unknown> {
  const draft = yield* standingInPortions(of);
  return yield* issuingInPortions(of, draft, {
    head: DEFAULT_HEAD,
    words: {},
    decided: NOTHING_DECIDED,
    replace: true,
  });
}

const jumping = (steps: readonly number[]): Turns => {
  let [at, now] = [0, 0];
  return { now: () => (now += steps[at++ % steps.length]!), pause: () => Promise.resolve() };
};

test('片大片小，两样交替着算，都同一次算完的一样', async () => {
  for (const [name, begin] of WORKS) {
    const whole = atOnce(begin(reviewed()));
    const [one, other] = await Promise.all([
      inSlices(begin(reviewed()), jumping([SLICE])),
      inSlices(begin(reviewed()), jumping([0, SLICE / 2, SLICE * 2])),
    ]);
    expect({ name, value: one }).toEqual({ name, value: whole });
    expect({ name, value: other }).toEqual({ name, value: whole });
  }
});

test('并表：比对到一半停下，什么都没有变；再来一次，同一次比完的一样，进度说到第几件', async () => {
  const [sheet, files] = [kept().sheet, [theirs()]];
  const before = desk.view();
  slow = true;
  const comparing = compareWith(desk, sheet, files);
  expect(desk.view().work).toMatchObject({ kind: 'compute' });
  desk.stop();
  expect(await comparing).toBeNull();
  expect(desk.view()).toEqual(before);

  const stages = new Set<string | undefined>();
  const leave = desk.subscribe(() => stages.add(desk.view().work?.progress?.stage));
  const compared = await compareWith(desk, sheet, files);
  leave();
  expect([...stages]).toEqual(expect.arrayContaining(['open', 'read', 'compare']));
  expect(compared).toEqual({ of: reviewed(), sheet, files, merge: compareFiles(reviewed(), sheet, files) });
  expect(compared!.merge!.differences).toEqual([expect.objectContaining({ field: 'progress', after: '已完成九成' })]);
  expect(compared!.merge!.additions).toEqual([expect.objectContaining({ title: '新开的口袋公园' })]);

  const standing = desk.view();
  const planning = previewMerge(desk, compared!.merge!, ['城建科.xlsx'], () => undefined);
  while (desk.view().work?.kind !== 'compute') await nextTurn();
  desk.stop();
  await planning;
  expect(desk.view()).toEqual(standing);
  await previewMerge(desk, compared!.merge!, ['城建科.xlsx'], () => undefined);
  expect(desk.view().preview).toMatchObject({ deed: '并入 1 处、新增 1 件' });
});

test('并表：没有文件的，不比对', async () => {
  const { review } = desk.view();
  expect(await compareWith(desk, '台账', [])).toEqual({ of: review, sheet: '台账', files: [], merge: null });
});

const shown = () => atOnce(bulletinShown(reviewed(), desk.view()));
const DEEDS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['标记', () => desk.previewMarking()],
  ['写出核对表', () => previewCheckSheet(desk)],
  ['代改写法', () => desk.previewFixes(fixable(reviewed()))],
  ['发文书', () => previewIssue(desk, atOnce(lettersToIssue(reviewed(), wishesOf(desk.view()))).notices)],
  [
    '一件一档',
    () => previewMatterPages(desk, new Set([reviewed().matters.find(({ classified }) => !classified)!.key])),
  ],
  ['写通报', () => previewBulletin(desk, shown(), false)],
];

test.each(DEEDS)('%s：算到一半停下，什么都没有变；再来一次有预览', async (_name, deed) => {
  const before = desk.view();
  slow = true;
  const doing = deed();
  expect(desk.view().work).toMatchObject({ kind: 'compute' });
  desk.stop();
  await doing;
  expect(desk.view()).toEqual(before);
  expect(host.workbook.customXmlParts()).toEqual([]);
  await deed();
  expect(desk.view().preview).not.toBeNull();
});
