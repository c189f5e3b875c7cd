import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { draftLetters, planIssue, type IssueRequest } from '../../../src/app/letters/issueNotices';
import { issueLetters } from '../../../src/app/letters/issueLetters';
import { planLetterSheets } from '../../../src/app/letters/letterSheets';
import { lettersOnRecord } from '../../../src/app/letters/lettersOnRecord';
import {
  planBuiltInTemplate,
  planTemplate,
  readTemplates,
  templateFile,
} from '../../../src/app/letters/letterTemplates';
import { planTurn, type NoticeTurn } from '../../../src/app/letters/noticeLife';
import { planTakingBack } from '../../../src/app/letters/takeBackNotices';
import { applyPlan } from '../../../src/app/office/workbook';
import type { Plan } from '../../../src/domain/plan';
import { office } from '../../domain/notices/builders';
import { requestOn } from '../../app/desk';
import { AS_OF, AT, done, on, reviewed } from '../../app/reviewing';
import { given, type WritingDeed } from '../writingDeed';

const issue =
  (over: Partial<IssueRequest> = {}) =>
  async (): Promise<Plan> => {
    const of = await reviewed();
    const { notices } = draftLetters(of, requestOn(AS_OF, over));
    return planIssue(of, notices, office);
  };
const drafted = async (): Promise<void> => {
  done(await applyPlan(await issue({ status: 'draft' })(), AT));
};
const sent = async (): Promise<void> => {
  done(await applyPlan(await issue()(), AT));
};
const turn = (kind: NoticeTurn) => async (): Promise<Plan> => {
  const of = await reviewed();
  const fitting = lettersOnRecord(of).filter(({ status, signedOn, repliedOn, date }) =>
    kind.kind === 'send'
      ? status === 'draft'
      : kind.kind === 'sign'
        ? status === 'sent' && signedOn === null
        : kind.kind === 'reply'
          ? status === 'sent' && repliedOn === null
          : status !== 'void' && date === AS_OF,
  );
  return planTurn(of, fitting, kind, office).plan;
};

/** Where co-authors have copies of their own: held, read back, settled. */
const issuedBesideOthers = (status: 'draft' | 'sent') => async (): Promise<string | null> => {
  const of = await reviewed();
  const request = requestOn(AS_OF, { status });
  const { notices } = draftLetters(of, request);
  if (notices.length === 0) return null;
  const issued = await issueLetters(
    {
      of,
      notices,
      plan: planIssue(of, notices, office),
      office,
      readAnew: () => reviewed(),
      redraft: (again) => draftLetters(again, request).notices,
      planOf: async (again, own) => planIssue(again, own, office),
      make: async () => true,
    },
    { occasion: AT, token: 'abc123', wait: async () => true },
  );
  if (issued.kind === 'refused') return issued.refusal.sentence;
  return issued.kind === 'stopped' ? '停下了，没有写入。' : null;
};

async function templates() {
  const read = await readTemplates();
  if (!read.ok) throw new Error(read.refusal.sentence);
  return read.value;
}
function ownTemplate(): Uint8Array {
  const parts = unzipSync(templateFile('reminderNotice', office).bytes);
  parts['word/document.xml'] = strToU8(strFromU8(parts['word/document.xml']!).replace('联系电话', '值班电话'));
  return zipSync(parts, { mtime: new Date('2026-01-01T00:00:00') });
}
const keepTemplate = async (): Promise<Plan> => {
  const answer = planTemplate(await templates(), 'reminderNotice', ownTemplate());
  if (!answer.ok) throw new Error(answer.sentences.join(''));
  return answer.plan;
};

/** Letters: put on record, their life, the sheets they are printed from, the office's templates. */
export const LETTER_DEEDS: readonly WritingDeed[] = [
  { name: '拟稿（新建登记簿）', useCases: ['planIssue'], book: 'bare', plan: issue({ status: 'draft' }) },
  { name: '拟稿（接着登记）', useCases: ['planIssue'], book: 'kept', plan: issue({ status: 'draft' }) },
  { name: '发文书（新建登记簿）', useCases: ['planIssue'], book: 'bare', plan: issue() },
  { name: '发文书（接着登记）', useCases: ['planIssue'], book: 'kept', plan: issue() },
  { name: '按单位合并发文书', useCases: ['planIssue'], book: 'kept', plan: issue({ grouping: 'perUnit' }) },
  {
    name: '与别人同时发文书（新建登记簿）',
    useCases: ['issueLetters', 'planNoticeRegister'],
    book: 'bare',
    shared: true,
    run: issuedBesideOthers('sent'),
  },
  {
    name: '与别人同时拟稿（接着登记）',
    useCases: ['issueLetters'],
    book: 'kept',
    shared: true,
    run: issuedBesideOthers('draft'),
  },
  { name: '发出拟稿', useCases: ['planTurn'], book: 'kept', before: drafted, plan: turn({ kind: 'send', on: AS_OF }) },
  { name: '签收', useCases: ['planTurn'], book: 'kept', before: sent, plan: turn({ kind: 'sign', on: AS_OF }) },
  {
    name: '回复',
    useCases: ['planTurn'],
    book: 'kept',
    before: sent,
    plan: turn({ kind: 'reply', on: on('2026-10-31') }),
  },
  { name: '作废', useCases: ['planTurn'], book: 'kept', before: sent, plan: turn({ kind: 'void', reason: '写错' }) },
  {
    name: '撤回拟稿',
    useCases: ['planTakingBack'],
    book: 'kept',
    before: drafted,
    plan: async () => {
      const of = await reviewed();
      const drafts = lettersOnRecord(of).filter(({ status }) => status === 'draft');
      return planTakingBack(of, drafts).plan;
    },
  },
  {
    name: '文书写成工作表',
    useCases: ['planLetterSheets'],
    book: 'bare',
    again: '再写一张文书表',
    plan: async () => {
      const of = await reviewed();
      const { notices } = draftLetters(of, requestOn(AS_OF, { status: 'draft' }));
      const sheets = await planLetterSheets(of.reading.survey, notices, { office }, AS_OF);
      return given(sheets?.plans[0], '没有文书。');
    },
  },
  { name: '存本单位模板', useCases: ['planTemplate'], book: 'bare', plan: keepTemplate },
  {
    name: '恢复内置模板',
    useCases: ['planBuiltInTemplate'],
    book: 'bare',
    before: async () => {
      done(await applyPlan(await keepTemplate(), AT));
    },
    plan: async () => planBuiltInTemplate(await templates(), 'reminderNotice'),
  },
];
