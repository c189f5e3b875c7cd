import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { ruleSetFor } from '../../src/app/reading/chosenRules';
import { lookOver } from '../../src/app/reading/connectLedger';
import { draftLetters, planIssue, type IssueRequest } from '../../src/app/letters/issueNotices';
import { readForReview } from '../../src/app/reading/readForReview';
import { review, type Review } from '../../src/app/reading/review';
import { applyPlan } from '../../src/app/office/workbook';
import type { Notice } from '../../src/domain/notices/notice';
import type { Plan } from '../../src/domain/plan';
import { DEFAULT_SETTINGS } from '../../src/domain/ruleSet';
import { office } from '../domain/notices/builders';

export const date = (text: string): CivilDate => text as CivilDate;

/** The workbook read anew and reviewed, as the pane does it. Throws the sentence where it cannot be read. */
export async function reviewAt(asOf: string, scheme = 'dengzhou-2018'): Promise<Review> {
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  const connections = looked.value.ledgers.map(({ connection }) => connection);
  const read = await readForReview(looked.value.survey, connections);
  if (!read.ok) throw new Error(read.refusal.sentence);
  return review(read.value, {
    connections,
    doubts: new Map(),
    asOf: date(asOf),
    today: date(asOf),
    ruleSet: ruleSetFor(scheme),
    settings: DEFAULT_SETTINGS,
  });
}

export const requestOn = (issuedOn: string, over: Partial<IssueRequest> = {}): IssueRequest => ({
  form: 'due',
  matters: null,
  issuedOn: date(issuedOn),
  office,
  grouping: 'perMatter',
  status: 'sent',
  ...over,
});

export const write = (plan: Plan, summary = '文书') => applyPlan(plan, { at: '2026-10-31 09:00', summary });

/** Drafts, writes and returns the letters of a request. Throws the sentence where it is refused. */
export async function issue(of: Review, request: IssueRequest): Promise<readonly Notice[]> {
  const { notices } = draftLetters(of, request);
  const written = await write(planIssue(of, notices, request.office));
  if (!written.ok) throw new Error(written.refusal.sentence);
  return notices;
}

/** Matters by their number, of a review. */
export const matterOf = (of: Review, id: string) => of.assessments.find(({ matter }) => matter.id === id)!;
