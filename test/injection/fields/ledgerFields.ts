import { planFixes } from '../../../src/app/ledger/applyFixes';
import { planCarryOver } from '../../../src/app/ledger/carryOver';
import { planCheckSheet } from '../../../src/app/ledger/checkSheet';
import { planDirectory, proposedUnits } from '../../../src/app/ledger/directory';
import { fillInFiles, zipOfFiles } from '../../../src/app/collecting/fillIns';
import { listsOfReview, planListSheet } from '../../../src/app/scoring/lists';
import { planMarking } from '../../../src/app/ledger/markOverdue';
import { planReport, REPORT_NAMES, type ReportKind } from '../../../src/app/bulletin/onePageReports';
import { bulletinDocument, draftBulletin, planBulletinSheet } from '../../../src/app/bulletin/publishBulletin';
import { planScoreSheets } from '../../../src/app/scoring/scoreSheets';
import { planValidations } from '../../../src/app/ledger/validationLists';
import { planSchemeSheet } from '../../../src/app/scoring/schemeSheet';
import { ruleSetFor } from '../../../src/app/reading/chosenRules';
import { LONGEST_TEXT } from '../../../src/domain/cell';
import { DEFAULT_HEAD } from '../../../src/domain/bulletin/bulletinHead';
import { SCHEME_SHEET } from '../../../src/domain/scoring/schemeSheet';
import { schemeSheetContent } from '../../../src/domain/scoring/schemeSheetContent';
import { DIRECTORY_HEADERS } from '../../../src/domain/registers/readDirectory';
import { EVENT_HEADERS } from '../../../src/domain/registers/readEvents';
import { NOTICE_HEADERS } from '../../../src/domain/registers/readNotices';
import { PROCEEDING_HEADERS } from '../../../src/domain/registers/readProceedings';
import { scoreReview } from '../../../src/app/scoring/scoreReview';
import { AS_OF, reviewed } from '../../app/reviewing';
import { office } from '../../domain/notices/builders';
import { LEDGER, put } from '../../faults/startBook';
import type { Hand, InjectedField } from '../trial';
import { HEADER, kept, TEXT_COLUMNS, wideBook, wideBookWith } from './books';
import { lettered } from './letterFields';

const ALL = [
  'planMarking',
  'planFixes',
  'planCheckSheet',
  'planDaySheet',
  'planDirectory',
  'planValidations',
  'planScoreSheets',
  'planBulletinSheet',
  'planReport',
  'planListSheet',
  'planCarryOver',
  'planIssue',
  'planLetterSheets',
] as const;

/** Everything that is made of what the ledger holds: marks, sheets, letters, fill-in files, the bulletin. */
async function everything(hand: Hand): Promise<void> {
  const of = await reviewed();
  const sheet = of.ledgers[0]?.sheet ?? LEDGER;
  await hand.write(planMarking(of));
  const lists = await planValidations(of, [
    { sheet, field: 'status' },
    { sheet, field: 'leadUnit' },
  ]);
  if (lists.ok) await hand.write(lists.value.plan);
  const { units } = proposedUnits(of);
  const decisions = units.map(({ name, aliases }) => ({
    kind: 'unit' as const,
    name,
    aliases: aliases.map((alias) => alias.name),
    members: [],
  }));
  if (await hand.write(planDirectory(of, decisions).plan)) {
    const ofUnits = await planValidations(await reviewed(), [{ sheet, field: 'leadUnit' }]);
    if (ofUnits.ok) await hand.write(ofUnits.value.plan);
  }
  const now = await reviewed();
  for (const kind of Object.keys(REPORT_NAMES) as ReportKind[])
    await hand.write(planReport(now, { kind, only: null }).plan);
  const check = planCheckSheet(now);
  if (check.kind === 'ready') await hand.write(check.plan);
  const fillIns = fillInFiles(now, '2026-10', null);
  zipOfFiles(fillIns);
  hand.give(...fillIns);
  const scored = scoreReview(now);
  if (scored.kind === 'scored') await hand.write(planScoreSheets(now, scored, { replace: true }).plan);
  const draft = draftBulletin(now, { choices: null });
  await hand.write(planBulletinSheet(now, draft, { replace: true }).plan);
  const made = { office, head: DEFAULT_HEAD, issuedOn: AS_OF, name: '通报.docx' };
  hand.give(bulletinDocument(draft, made));
  const listing = await reviewed('liangshan-2010');
  const named = planListSheet(listing, listsOfReview(listing));
  if (named.kind === 'ready') await hand.write(named.plan);
  const carried = planCarryOver(now, sheet);
  if (carried.ok) await hand.write(carried.plan);
  else hand.refuse(carried.sentence);
  if (of.findings.some(({ fix }) => fix !== undefined)) await hand.write(planFixes(of, of.findings).plan);
  await lettered(hand);
}

const READ: Readonly<Record<string, string>> = {
  牵头单位: '分成几个单位',
  配合单位: '分成几个单位',
  办理状态: '读成状态',
  催办单编号: '读成编号',
};
const cells = TEXT_COLUMNS.map((header): InjectedField => ({
  name: `台账：${header}`,
  useCases: ALL,
  book: wideBookWith(header),
  ...(READ[header] === undefined ? {} : { reads: READ[header] }),
  put: (_, hand) => everything(hand),
}));

/** Words that read as a status whatever stands before them. */
const status: InjectedField = {
  name: '台账：办理状态（后跟“已办结”，进下拉选项）',
  useCases: ['planValidations'],
  book: (text) => wideBookWith('办理状态')(`${text.slice(0, LONGEST_TEXT - 4)}，已办结`),
  reads: '读成状态',
  put: async (text, hand) => {
    const of = await reviewed();
    const lists = await planValidations(of, [{ sheet: LEDGER, field: 'status' }]);
    if (!lists.ok) return hand.refuse(lists.refusal.sentence);
    await hand.write(lists.value.plan);
    hand.give({ name: '台账.xlsx', bytes: wideBookWith('备注')(text) });
  },
};

const around: readonly InjectedField[] = [
  {
    name: '台账：表头上面的标题',
    useCases: ALL,
    book: (text) => wideBook((workbook) => workbook.sheets[0]!.setValue(0, 0, text)),
    put: (_, hand) => everything(hand),
  },
  {
    name: '台账：表头里另加的一列',
    useCases: ALL,
    book: (text) =>
      wideBook((workbook) => {
        workbook.sheets[0]!.setValue(1, HEADER.length, text);
        workbook.sheets[0]!.setValue(2, HEADER.length, text);
      }),
    put: (_, hand) => everything(hand),
  },
  {
    name: '台账：工作表名',
    useCases: ALL,
    book: (text) =>
      wideBook((workbook) => {
        // As far as Excel lets a sheet be called so.
        const name = text.replace(/[[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').replace(/^'+|'+$/g, '');
        workbook.sheets[0]!.name = `台账${[...name].slice(0, 20).join('')}表`;
      }),
    reads: '表名不放的字先去掉',
    put: (_, hand) => everything(hand),
  },
];

const REGISTERS = {
  单位名录: DIRECTORY_HEADERS,
  文书登记簿: NOTICE_HEADERS,
  办理登记: PROCEEDING_HEADERS,
  加减分登记: EVENT_HEADERS,
} as const;
const DATES = /日期|期限|新时限|分值|人数/;
/** Each column of the registers as they stand in the workbook. */
const registers = Object.entries(REGISTERS).flatMap(([name, headers]) =>
  headers
    .filter((header) => !DATES.test(header))
    .map((header): InjectedField => ({
      name: `${name}：${header}`,
      useCases: ALL,
      reads: '登记簿里读成单位、编号、类型',
      book: (text) =>
        kept((workbook) => {
          const sheet = workbook.sheets.find((each) => each.name === name)!;
          const width = (sheet.usedArea(true)?.right ?? 0) + 1;
          const own = Array.from({ length: width }, (_, column) => sheet.value(0, column));
          const column = own.includes(header) ? own.indexOf(header) : width;
          sheet.setValue(0, column, header);
          sheet.setValue(1, column, text);
          put(workbook, LEDGER, []).setValue(2, 9, text);
        }),
      put: (_, hand) => everything(hand),
    })),
);

const SCHEME = schemeSheetContent(ruleSetFor('dengzhou-2018'));
const scheme = [0, 1, 2, 3, 5].map((column): InjectedField => ({
  name: `计分方案表：${String(SCHEME.rows[0]![column]!.value)}`,
  useCases: ['planScoreSheets', 'planSchemeSheet'],
  reads: '读成方案的行',
  book: (text) =>
    kept((workbook) => {
      const sheet = put(
        workbook,
        SCHEME_SHEET,
        SCHEME.rows.map((row) => row.map(({ value }) => value)),
      );
      sheet.setValue(2, column, text);
      put(workbook, LEDGER, []).setValue(2, 9, text);
    }),
  put: async (_, hand) => {
    const of = await reviewed();
    const scored = scoreReview(of);
    if (scored.kind === 'scored') await hand.write(planScoreSheets(of, scored, { replace: true }).plan);
    const check = planCheckSheet(of);
    if (check.kind === 'ready') await hand.write(check.plan);
    await hand.write(planReport(of, { kind: 'matters', only: null }).plan);
    // Made by hand: it stays beside the one written in its place, and comes back whole.
    await hand.write(planSchemeSheet(await reviewed(), ruleSetFor('county-2023')));
  },
}));

/** What stands in the workbook before the add-in opens it. */
export const LEDGER_FIELDS: readonly InjectedField[] = [...cells, status, ...around, ...registers, ...scheme];
