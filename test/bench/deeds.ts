import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { issuingInPortions } from '../../src/app/bulletin/issueBulletin';
import { standingInPortions } from '../../src/app/bulletin/issuedBulletins';
import { namesInPortions, reportInPortions } from '../../src/app/bulletin/onePageReports';
import { overviewOfReviewInPortions, trendOfReviewInPortions } from '../../src/app/bulletin/overviewOfReview';
import { rectificationsIn } from '../../src/app/bulletin/rectificationReports';
import { collectInPortions, missedUnitsInPortions, unitsNotReported } from '../../src/app/collecting/collectReports';
import { fillInsInPortions } from '../../src/app/collecting/fillIns';
import { mergeInPortions } from '../../src/app/collecting/mergeLedgers';
import { fixesInPortions } from '../../src/app/ledger/applyFixes';
import { carryOverInPortions } from '../../src/app/ledger/carryOver';
import { checkSheetInPortions } from '../../src/app/ledger/checkSheet';
import { planDirectory, unitsInPortions } from '../../src/app/ledger/directory';
import { markingInPortions, unmarkingInPortions } from '../../src/app/ledger/markOverdue';
import { askedInPortions } from '../../src/app/letters/earlierLetters';
import { issueInPortions, lettersInPortions } from '../../src/app/letters/issueNotices';
import { lettersOnRecord } from '../../src/app/letters/lettersOnRecord';
import { turnInPortions } from '../../src/app/letters/noticeLife';
import { reprintInPortions } from '../../src/app/letters/reprintLetters';
import { takingBackInPortions } from '../../src/app/letters/takeBackNotices';
import { flowInPortions } from '../../src/app/month/monthFlow';
import { changedInPortions } from '../../src/app/reading/changedSince';
import { ruleSetFor } from '../../src/app/reading/chosenRules';
import type { Review } from '../../src/app/reading/review';
import { monthAnalysed } from '../../src/app/scoring/explainScore';
import { listsOfReview, planListSheetInPortions, reviewListsInPortions } from '../../src/app/scoring/lists';
import type { ReviewScores } from '../../src/app/scoring/scoreReview';
import { scoreSheetsInPortions } from '../../src/app/scoring/scoreSheets';
import { NOTHING_DECIDED } from '../../src/domain/bulletin/candidates';
import { DEFAULT_HEAD } from '../../src/domain/bulletin/bulletinHead';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { DEFAULT_OFFICE } from '../../src/domain/notices/office';
import type { Plan } from '../../src/domain/plan';
import { atOnce, ready, type InPortions } from '../../src/domain/portions';
import { journalInPortions, journalXml, planPacked } from '../../src/excel/journal';
import { partXml } from '../../src/excel/ownParts';
import { byKind, byRow } from '../../src/taskpane/desk/findingGroups';
import { figuresOf } from '../../src/taskpane/desk/figures';
import { pickedInPortions } from '../../src/taskpane/desk/picked';
import { cellChanges } from '../../src/taskpane/desk/planInWords';
import { recordInPortions, recordList, unitsOnRecord } from '../../src/taskpane/desk/recordShown';
import { keysOfRows } from '../../src/taskpane/desk/rowKeys';
import { countLevels, findingsOf, matterList } from '../../src/taskpane/desk/shown';
import { NO_FILTER } from '../../src/taskpane/desk/view';
import { LEDGER } from './largeLedger';
import { otherLedger } from './otherLedger';

const EARLIER = '2026-09-15' as CivilDate;

/** Made when first merged; the copy is a file that was not opened before. */
let handedIn: Uint8Array | null = null;

/** Everything the pane works out of a review, each begun anew. */
export type Works = readonly (readonly [string, () => InPortions<unknown>])[];

/** What is not cut into portions is one. */
// eslint-disable-next-line require-yield -- that is what it is for
function* whole(job: () => unknown): InPortions<unknown> {
  return job();
}

export function works(of: Review, scores: ReviewScores): Works {
  const request = {
    form: 'due',
    matters: null,
    issuedOn: of.asOf,
    office: DEFAULT_OFFICE,
    grouping: 'perMatter',
    status: 'draft',
  } as const;
  const letters = atOnce(lettersInPortions(of, request)).notices;
  const record = lettersOnRecord(of);
  const marking = atOnce(markingInPortions(of));
  const issue = atOnce(issueInPortions(of, letters, DEFAULT_OFFICE));
  const fixable = of.findings.filter(({ fix }) => fix !== undefined);
  const fixing = atOnce(fixesInPortions(of, fixable)).plan;
  const listed: Review = { ...of, ruleSet: ruleSetFor('liangshan-2010') };
  const lists = listsOfReview(listed);
  const search = { ...NO_FILTER, shown: 'all', text: '第9' } as const;
  const collecting = {
    files: [],
    month: '2026-10',
    reportedOn: of.asOf,
    today: of.asOf,
    handler: '王五',
    accepted: new Set<string>(),
  };
  const packedMarking = entryOf(marking);
  journalXml([packedMarking]);
  return [
    ['标记', () => markingInPortions(of)],
    ['去掉标记', () => unmarkingInPortions(of)],
    ['核对表', () => checkSheetInPortions(of)],
    ['代改写法', () => fixesInPortions(of, fixable)],
    ['名录里没有的单位', () => unitsInPortions(of)],
    ['建单位名录', () => whole(() => planDirectory(of, []))],
    ['“上次以来”', () => changedInPortions(of, EARLIER)],
    ['总览', () => overviewOfReviewInPortions(of, null)],
    ['近十二个月', () => trendOfReviewInPortions(of, null)],
    ['某月逾期的', () => pickedInPortions(of, null, { kind: 'month', asOf: EARLIER, of: 'overdue' })],
    ['待发文书，每件一份', () => lettersInPortions(of, request)],
    ['待发文书，按单位合并', () => lettersInPortions(of, { ...request, grouping: 'perUnit' })],
    ['补问前一份文书', () => askedInPortions(of, letters)],
    [`登记 ${letters.length} 份文书`, () => issueInPortions(of, letters, DEFAULT_OFFICE)],
    [`登记在案的 ${record.length} 份文书`, () => recordInPortions({ ...of })],
    [
      '登记在案，筛选排序',
      () => whole(() => [recordList(record, { shown: 'all', unit: null, matters: null }), unitsOnRecord(record)]),
    ],
    ['登记在案的全部发出', () => turnInPortions(of, record, { kind: 'reply', on: of.asOf }, DEFAULT_OFFICE)],
    ['登记在案的全部收回', () => takingBackInPortions(of, record)],
    ['登记在案的全部补打', () => reprintInPortions(of, record, DEFAULT_OFFICE)],
    ['本月分析', () => (scores.kind === 'scored' ? monthAnalysed(of, scores) : ready(null))],
    ['计分表', () => (scores.kind === 'scored' ? scoreSheetsInPortions(of, scores, { replace: false }) : ready(null))],
    ['各单位专报', () => reportInPortions(of, { kind: 'units', only: null })],
    ['领导专报', () => reportInPortions(of, { kind: 'leaders', only: null })],
    ['督办专项台账', () => reportInPortions(of, { kind: 'supervision', only: null })],
    ['专报的单位', () => namesInPortions(of, 'units')],
    ['整改专报', () => whole(() => rectificationsIn(of, of.asOf))],
    ['通报', () => standingInPortions(of)],
    ['写通报', () => issuing(of)],
    ['填报表', () => fillInsInPortions(of, '2026-10')],
    ['收表，没有文件', () => collectInPortions(of, collecting)],
    [
      '并表，一本一样大的',
      () =>
        mergeInPortions(of, LEDGER, [
          { name: '城建科.xlsx', bytes: (handedIn ??= otherLedger(of.matters.length)).slice() },
        ]),
    ],
    ['没有报送的', () => unitsNotReported(of, '2026-10')],
    ['应扣分的单位', () => missedUnitsInPortions(of, '2026-10')],
    ['月度督查各步', () => flowInPortions(of, undefined)],
    ['年终结转', () => carryOverInPortions(of, LEDGER)],
    ['名单', () => reviewListsInPortions(listed)],
    ['名单表', () => planListSheetInPortions(listed, lists)],
    ['问题按类', () => whole(() => byKind(findingsOf(of, null), 'all'))],
    ['问题按类，只是这本台账的', () => whole(() => byKind(findingsOf(of, LEDGER), 'all'))],
    ['问题按行', () => whole(() => byRow(findingsOf(of, null), 'all', of.matters))],
    ['各级问题数', () => whole(() => countLevels(findingsOf(of, LEDGER)))],
    ['催办清单，逾期的', () => whole(() => matterList(of.assessments, NO_FILTER))],
    ['催办清单，查找', () => whole(() => matterList(of.assessments, search))],
    [
      '选中行是哪几件',
      () => whole(() => keysOfRows(of.matters, { sheet: LEDGER, spans: [{ first: 5, last: 90000 }] })),
    ],
    ['总览，现成的', () => whole(() => figuresOf(of, null))],
    ['看改动前后：代改', () => whole(() => cellChanges(fixing, new Map(), false, 200))],
    ['看改动前后：登记文书', () => whole(() => cellChanges(issue, new Map(), false, 200))],
    ['撤销记录拼出：标记', () => whole(() => journalXml([packedMarking]))],
    ['撤销记录压缩：标记', () => planPacked({ ...marking })],
    ['撤销记录读出：标记', readAnew(marking)],
    ['撤销记录压缩：登记文书', () => planPacked({ ...issue })],
    ['撤销记录读出：登记文书', readAnew(issue)],
  ];
}

/** A plan that was not packed before. */
const entryOf = (plan: Plan) =>
  ({ id: '1', at: '2026-10-31 09:00', action: plan.action, summary: '', state: 'done', plan: { ...plan } }) as const;

/** Another text each time: what was read or packed before is at hand. */
function readAnew(plan: Plan): () => InPortions<unknown> {
  const texts = [1, 2].map((blanks) => {
    const bytes = deflateSync(strToU8(`${JSON.stringify(plan)}${' '.repeat(blanks)}`));
    const packed = btoa(strFromU8(bytes, true));
    return partXml('journal', { version: 1, entries: [{ ...entryOf(plan), plan: { packed } }] });
  });
  return () => journalInPortions(texts.pop());
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
