import { lookOver, planSettings, settingsInForce } from '../../../src/app/reading/connectLedger';
import { planBlankLedger, planSampleLedger } from '../../../src/app/office/firstRun';
import { planHostReport, type HostReport } from '../../../src/app/office/hostSelfTest';
import { planBulletinIssue } from '../../../src/app/bulletin/issueBulletin';
import { listsOfReview, planListSheet, writeLists } from '../../../src/app/scoring/lists';
import { planLayout, STANDARD_FONTS } from '../../../src/app/letters/letterLayout';
import { runMonthEnd } from '../../../src/app/month/monthEnd';
import { planStep } from '../../../src/app/month/monthFlow';
import { planOffice } from '../../../src/app/office/officeSettings';
import { planProceeding } from '../../../src/app/registers/proceedings';
import { planReport, REPORT_NAMES, type ReportKind } from '../../../src/app/bulletin/onePageReports';
import { draftBulletin, planBulletinSheet } from '../../../src/app/bulletin/publishBulletin';
import { publishMonth } from '../../../src/app/bulletin/publishMonth';
import { planSchemeSheet } from '../../../src/app/scoring/schemeSheet';
import { scoreReview } from '../../../src/app/scoring/scoreReview';
import { planScoreSheets } from '../../../src/app/scoring/scoreSheets';
import { applyPlan } from '../../../src/app/office/workbook';
import { NEW_SETTINGS, type WorkbookSettings } from '../../../src/app/office/workbookSettings';
import { writeScores } from '../../../src/app/scoring/writeScores';
import { ruleSetFor } from '../../../src/app/reading/chosenRules';
import { DEFAULT_HEAD } from '../../../src/domain/bulletin/bulletinHead';
import type { Plan } from '../../../src/domain/plan';
import type { Survey } from '../../../src/excel/survey';
import { office } from '../../domain/notices/builders';
import { scoredIn } from '../../app/scoring/scoreDesk';
import { planEvents } from '../../../src/app/scoring/events';
import { AS_OF, AT, done, on, reviewed } from '../../app/reviewing';
import { readElsewhere } from '../startBook';
import type { WritingDeed } from '../writingDeed';

const write = async (plan: Promise<Plan>): Promise<void> => {
  done(await applyPlan(await plan, AT));
};
const scores = async (): Promise<Plan> => {
  const of = await reviewed();
  return planScoreSheets(of, scoredIn(of), { replace: true }).plan;
};
/** Writes a sheet; then a formula of the office's own that reads it. */
const read = async (plan: Promise<Plan>): Promise<void> => {
  const made = await plan;
  await write(Promise.resolve(made));
  await readElsewhere(made);
};
const bulletin = async (): Promise<Plan> => {
  const of = await reviewed();
  return planBulletinSheet(of, draftBulletin(of, { choices: null }), { replace: true }).plan;
};
/** Something that changes the month's figures. */
const anotherEvent = async (): Promise<Plan> =>
  planEvents(await reviewed(), [
    {
      date: on('2026-10-20'),
      unit: '交通局',
      kind: 'meetingLate',
      matter: null,
      points: null,
      basis: '专题会',
      author: '',
    },
  ]);
const report = (kind: ReportKind) => async (): Promise<Plan> => planReport(await reviewed(), { kind, only: null }).plan;
const scheme = (id?: string) => async (): Promise<Plan> =>
  planSchemeSheet(await reviewed(), id === undefined ? undefined : ruleSetFor(id));

/** What no content of ours tells: a formula, looks, a width, a note on the paper's set-up, and what points to the sheet. */
async function reworkedByHand(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('计分方案');
    sheet.getRange('D3').formulas = [['=-1/2']];
    sheet.getRange('H2').values = [['2026年10月市长办公会定']];
    sheet.getRange('A2:F2').format.fill.color = '#FFF2CC';
    sheet.getRange('B:B').format.columnWidth = 210;
    sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
    context.workbook.worksheets.getItem('说明').getRange('A5').formulas = [['=计分方案!D3*2']];
    await context.sync();
  });
}

const settings = (change: (kept: WorkbookSettings, survey: Survey) => Plan) => async (): Promise<Plan> => {
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  return change(settingsInForce(looked.value.settings), looked.value.survey);
};
const connect = settings((kept, survey) => planSettings(survey, { ...kept, scheme: 'county-2023' }));

/** The scheme without scores that lists what is late. */
const LISTING = 'liangshan-2010';
async function lists(): Promise<Plan> {
  const of = await reviewed(LISTING);
  const outcome = planListSheet(of, listsOfReview(of));
  return outcome.kind === 'ready' ? outcome.plan : outcome.second;
}
async function bulletinIssue(): Promise<Plan> {
  const of = await reviewed();
  const decided = { commended: [], criticised: [{ unit: '交通局', limit: on('2026-11-10') }] };
  const draft = draftBulletin(of, { choices: null, words: {}, decided, issuedOn: AS_OF });
  return planBulletinIssue(of, draft, { head: DEFAULT_HEAD, words: {}, decided, replace: true }).plan;
}

const HOST_REPORT: HostReport = {
  format: 'duchataizhang-host-self-test/1',
  at: AT.at,
  host: { platform: 'PC', version: '16.0', embedded: true, language: 'zh-CN', sets: [] },
  counts: { same: 1, different: 0, noted: 0 },
  lines: [{ theme: '单元格', id: 'a', name: '读值', expected: '1', got: '1', verdict: 'same', source: '文档' }],
};

const REQUEST = { replace: true, at: AT.at } as const;
const sentenceOf = (
  result: { readonly ok: true } | { readonly ok: false; readonly sentence: string },
): string | null => (result.ok ? null : result.sentence);

const reports = (Object.keys(REPORT_NAMES) as ReportKind[]).map((kind): WritingDeed => ({
  name: `写${REPORT_NAMES[kind]}`,
  useCases: ['planReport'],
  book: 'kept',
  plan: report(kind),
}));

/** Sheets made of figures, and what is kept of settings and the month's steps. */
export const RESULT_DEEDS: readonly WritingDeed[] = [
  { name: '写计分表', useCases: ['planScoreSheets'], book: 'kept', plan: scores },
  {
    name: '改写计分表',
    useCases: ['planScoreSheets'],
    book: 'kept',
    before: async () => {
      await read(scores());
      await write(anotherEvent());
    },
    plan: scores,
  },
  {
    name: '月末计分',
    useCases: ['writeScores'],
    book: 'kept',
    run: async () => sentenceOf(await writeScores(await reviewed(), REQUEST, () => undefined)),
  },
  { name: '写通报表', useCases: ['planBulletinSheet'], book: 'kept', plan: bulletin },
  {
    name: '改写通报表',
    useCases: ['planBulletinSheet'],
    book: 'kept',
    before: async () => {
      await read(bulletin());
      await write(anotherEvent());
    },
    plan: bulletin,
  },
  {
    name: '月末通报',
    useCases: ['publishMonth'],
    book: 'kept',
    run: async () => {
      const of = await reviewed();
      const outcome = scoreReview(of);
      const units = outcome.kind === 'scored' ? outcome.scores : [];
      return sentenceOf(await publishMonth(of, units, NEW_SETTINGS, REQUEST, () => undefined));
    },
  },
  { name: '印发通报', useCases: ['planBulletinIssue'], book: 'kept', plan: bulletinIssue },
  { name: '写督查名单', useCases: ['planListSheet'], book: 'kept', plan: lists },
  {
    name: '月末名单',
    useCases: ['writeLists'],
    book: 'kept',
    run: async () => sentenceOf(await writeLists(await reviewed(LISTING), AT.at, () => undefined)),
  },
  ...reports,
  {
    name: '同一天再写专报',
    useCases: ['planReport'],
    book: 'kept',
    before: async () => {
      await read(report('leaders')());
      await write(closing());
    },
    plan: report('leaders'),
  },
  { name: '写计分方案', useCases: ['planSchemeSheet'], book: 'bare', plan: scheme('dengzhou-2018') },
  {
    name: '改写计分方案',
    useCases: ['planSchemeSheet'],
    book: 'bare',
    before: () => read(scheme('dengzhou-2018')()),
    plan: scheme('county-2023'),
  },
  {
    name: '改写手工改过的计分方案',
    useCases: ['planSchemeSheet'],
    book: 'bare',
    before: async () => {
      await write(scheme('dengzhou-2018')());
      await reworkedByHand();
    },
    plan: scheme('county-2023'),
  },
  { name: '存表头和列', useCases: ['planSettings'], book: 'bare', plan: connect },
  {
    name: '改存的设置',
    useCases: ['planSettings'],
    book: 'bare',
    before: () => write(connect()),
    plan: settings((kept, survey) => planSettings(survey, { ...kept, scheme: 'bureau-2019' })),
  },
  {
    name: '存单位信息',
    useCases: ['planOffice'],
    book: 'bare',
    plan: settings((kept, survey) => planOffice(survey, kept, office)),
  },
  {
    name: '存文书版面',
    useCases: ['planLayout'],
    book: 'bare',
    plan: settings((kept, survey) => planLayout(survey, kept, { ...STANDARD_FONTS, body: '仿宋' }, 'electronic')),
  },
  {
    name: '写宿主自检',
    useCases: ['planHostReport'],
    book: 'bare',
    again: '再写一张自检表',
    plan: settings((_, survey) => planHostReport(survey, HOST_REPORT).plan),
  },
  {
    name: '建空白台账',
    useCases: ['planBlankLedger'],
    book: 'bare',
    again: '再建一张台账',
    plan: settings((_, survey) => planBlankLedger(survey, 'dengzhou-2018', AS_OF).plan),
  },
  {
    name: '写入样本台账',
    useCases: ['planSampleLedger'],
    book: 'bare',
    again: '再写一张样本台账',
    plan: settings((_, survey) => planSampleLedger(survey, AS_OF).plan),
  },
  {
    name: '记月度步骤',
    useCases: ['planStep'],
    book: 'bare',
    plan: async () => {
      const answer = planStep(await reviewed(), NEW_SETTINGS, 'collect', { state: 'done', on: AS_OF });
      if (!answer.ok) throw new Error(answer.sentence);
      return answer.plan;
    },
  },
  {
    name: '月末一次做完',
    useCases: ['runMonthEnd'],
    book: 'kept',
    run: async () =>
      sentenceOf(
        await runMonthEnd(
          {
            asOf: AS_OF,
            today: AS_OF,
            at: AT.at,
            sheet: null,
            scheme: null,
            annual: false,
            issueNotices: true,
            replace: true,
          },
          () => undefined,
        ),
      ),
  },
];

/** A matter is closed: what the reports list is no longer so. */
async function closing(): Promise<Plan> {
  const of = await reviewed();
  return planProceeding(of, {
    kind: 'closed',
    date: on('2026-10-20'),
    content: '',
    newDeadline: null,
    approver: '',
    handler: '',
    today: AS_OF,
    matters: new Set([of.matters[0]!.key]),
  }).plan;
}
