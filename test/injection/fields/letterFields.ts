import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { lookOver, settingsInForce } from '../../../src/app/reading/connectLedger';
import { askedEarlier, takeEarlier, type EarlierLetter } from '../../../src/app/letters/earlierLetters';
import { draftLetters, planIssue, type IssueRequest } from '../../../src/app/letters/issueNotices';
import { planLayout, STANDARD_FONTS, FONT_WORDS, type Fonts } from '../../../src/app/letters/letterLayout';
import { planLetterSheets } from '../../../src/app/letters/letterSheets';
import { lettersOnRecord } from '../../../src/app/letters/lettersOnRecord';
import { planTemplate, readTemplates, templateFile } from '../../../src/app/letters/letterTemplates';
import { lettersName, previewLetter } from '../../../src/app/letters/makeLetters';
import { planTurn } from '../../../src/app/letters/noticeLife';
import { planOffice } from '../../../src/app/office/officeSettings';
import { checkOffice, OFFICE_FIELDS } from '../../../src/app/office/officeFields';
import { printLetters } from '../../../src/app/letters/printLetters';
import { reprintLetters } from '../../../src/app/letters/reprintLetters';
import type { Office } from '../../../src/domain/notices/office';
import { requestOn } from '../../app/desk';
import { AS_OF, reviewed } from '../../app/reviewing';
import { office } from '../../domain/notices/builders';
import type { Hand, InjectedField } from '../trial';
import { plainKept, plainWide } from './books';

const NUMBERS = { style: { withOrdinal: false, digits: 1 } } as const;

async function inForce() {
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  return { survey: looked.value.survey, settings: settingsInForce(looked.value.settings) };
}

/** Drafts all letters that are due, hands them over as Word files of each kind and as sheets, and puts them on record. */
export async function lettered(
  hand: Hand,
  own: Office = office,
  over: Partial<IssueRequest> = {},
  earlier: readonly EarlierLetter[] = [],
): Promise<void> {
  const of = await reviewed();
  const { settings } = await inForce();
  const { notices } = draftLetters(of, requestOn(AS_OF, { office: own, earlier, ...over }));
  if (notices.length === 0) return hand.refuse('没有要发的文书。');
  for (const delivery of ['each', 'joined'] as const) {
    const printed = await printLetters(of, notices, own, settings, delivery);
    if (!printed.ok) return hand.refuse(printed.refusal.sentence);
    printed.value.problems.forEach((sentence) => hand.refuse(sentence));
    hand.give(...printed.value.files);
  }
  notices.forEach((notice) => previewLetter(notice, { office: own }));
  const sheets = await planLetterSheets(of.reading.survey, notices, { office: own }, AS_OF);
  for (const plan of sheets?.plans ?? []) await hand.write(plan);
  if (await hand.write(planIssue(of, notices, own, earlier))) {
    const again = await reviewed();
    reprintLetters(again, lettersOnRecord(again), own);
  }
}

const offices = OFFICE_FIELDS.filter(({ kind }) => kind === 'text').map(({ field, word }): InjectedField => ({
  name: `单位信息：${word}`,
  useCases: ['planOffice', 'planIssue', 'planLetterSheets', 'planSettings'],
  book: plainWide,
  put: async (text, hand) => {
    const answer = checkOffice({ ...office, sealed: false, receipt: true, [field]: text });
    if (!answer.ok) answer.problems.forEach(({ sentence }) => hand.refuse(sentence));
    // A file made by another program may hold it all the same.
    const kept = answer.ok ? answer.office : { ...office, sealed: false, receipt: true, [field]: text };
    const { survey, settings } = await inForce();
    if (await hand.write(planOffice(survey, settings, kept))) await lettered(hand, kept, { grouping: 'perUnit' });
  },
}));

const fonts = (Object.keys(FONT_WORDS) as (keyof Fonts)[]).map((font): InjectedField => ({
  name: `版面：${FONT_WORDS[font]}`,
  useCases: ['planLayout', 'planLetterSheets'],
  book: plainWide,
  put: async (text, hand) => {
    const { survey, settings } = await inForce();
    if (await hand.write(planLayout(survey, settings, { ...STANDARD_FONTS, [font]: text }, 'standard')))
      await lettered(hand);
  },
}));

const xml = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

const template: InjectedField = {
  name: '本单位模板：正文文字',
  reads: '模板里的占位名就是要换的',
  useCases: ['planTemplate'],
  book: plainWide,
  put: async (text, hand) => {
    const read = await readTemplates();
    if (!read.ok) return hand.refuse(read.refusal.sentence);
    const parts = unzipSync(templateFile('reminderNotice', office).bytes);
    const document = strFromU8(parts['word/document.xml']!);
    parts['word/document.xml'] = strToU8(document.replace('联系电话', () => xml(text)));
    const answer = planTemplate(read.value, 'reminderNotice', zipSync(parts));
    if (!answer.ok) return answer.sentences.forEach((sentence) => hand.refuse(sentence));
    if (await hand.write(answer.plan)) await lettered(hand);
  },
};

const others: readonly InjectedField[] = [
  {
    name: '文书：作废原因',
    useCases: ['planTurn'],
    book: plainKept,
    put: async (text, hand) => {
      const of = await reviewed();
      const { plan, refusals } = planTurn(of, lettersOnRecord(of).slice(0, 1), { kind: 'void', reason: text }, office);
      refusals.forEach(({ sentence }) => hand.refuse(sentence));
      if (await hand.write(plan)) await reviewed();
    },
  },
  {
    name: '文书：补记的编号',
    useCases: ['planIssue'],
    book: plainWide,
    put: async (text, hand) => {
      const of = await reviewed();
      const { notices } = draftLetters(of, requestOn(AS_OF));
      const typed = { number: text, on: AS_OF };
      const context = { ...NUMBERS, issuedOn: AS_OF, register: of.registers.notices ?? [] };
      const earlier = askedEarlier(of, notices).flatMap((asked): readonly EarlierLetter[] => {
        const answer = takeEarlier(asked, typed, context);
        if (answer.kind === 'wrong') hand.refuse(answer.sentence);
        return answer.kind === 'entered' ? [answer.letter] : [];
      });
      await lettered(hand, office, {}, earlier);
    },
  },
  {
    name: '文书：破例的理由',
    useCases: ['planIssue'],
    book: plainKept,
    put: async (text, hand) => {
      // A reason is asked for only where a letter of the kind is drafted or under way.
      await lettered(hand, office, { form: 'reminderNotice', status: 'draft' });
      const of = await reviewed();
      const overrides = new Map(of.matters.map(({ key }) => [key, text]));
      await lettered(hand, office, { form: 'reminderNotice', overrides });
    },
  },
  {
    name: '工作簿文件名（文书文件名）',
    useCases: ['planIssue'],
    book: plainWide,
    put: async (text, hand) => {
      const of = await reviewed();
      const named = { ...of, reading: { ...of.reading, snapshot: { ...of.reading.snapshot, name: `${text}.xlsx` } } };
      const { notices } = draftLetters(named, requestOn(AS_OF));
      const printed = await printLetters(named, notices, office, (await inForce()).settings, 'joined');
      if (!printed.ok) return hand.refuse(printed.refusal.sentence);
      hand.give(...printed.value.files, { name: `${lettersName(text)}.docx`, bytes: printed.value.files[0]!.bytes });
      await hand.write(planIssue(named, notices, office));
    },
  },
];

/** What letters are made from beside the ledger. */
export const LETTER_FIELDS: readonly InjectedField[] = [...offices, ...fonts, template, ...others];
