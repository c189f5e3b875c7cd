import { planProceeding } from '../../src/app/registers/proceedings';
import { lettersOnRecord } from '../../src/app/letters/lettersOnRecord';
import { openForm, planRegister } from '../../src/app/ledger/registerMatter';
import { planMarking } from '../../src/app/ledger/markOverdue';
import { planEvents } from '../../src/app/scoring/events';
import { planTurn } from '../../src/app/letters/noticeLife';
import { draftLetters, planIssue } from '../../src/app/letters/issueNotices';
import { scoreReview } from '../../src/app/scoring/scoreReview';
import { planScoreSheets } from '../../src/app/scoring/scoreSheets';
import type { Review } from '../../src/app/reading/review';
import type { Plan } from '../../src/domain/plan';
import type { RegisterSheet } from '../../src/domain/ledger/ownSheets';
import { office } from '../domain/notices/builders';
import { requestOn } from '../app/desk';
import { AS_OF, on } from '../app/reviewing';
import { LEDGER } from './startBook';

/** What one of two clerks does: planned over her own reading, written later. `mark`: her own words, found again at the end. */
export interface ClerkDeed {
  readonly name: string;
  readonly plan: (of: Review, mark: string) => Promise<Plan | null>;
  /** Where her words must stand if it was written; null: the deed leaves none of its own. */
  readonly leaves: RegisterSheet | typeof LEDGER | null;
}

const letters =
  (status: 'draft' | 'sent') =>
  async (of: Review, mark: string): Promise<Plan | null> => {
    const own = { ...office, handler: mark };
    const { notices } = draftLetters(of, requestOn(AS_OF, { status, office: own }));
    // One letter at a time, as a clerk who works down her list.
    const [first] = notices;
    return first === undefined ? null : planIssue(of, [first], own);
  };

const proceeding =
  (index: number) =>
  async (of: Review, mark: string): Promise<Plan | null> => {
    const matter = of.matters[index];
    if (matter === undefined) return null;
    return planProceeding(of, {
      kind: 'progress',
      date: on('2026-10-20'),
      content: mark,
      newDeadline: null,
      approver: '',
      handler: mark,
      today: AS_OF,
      matters: new Set([matter.key]),
    }).plan;
  };

export const CLERK_DEEDS: readonly ClerkDeed[] = [
  { name: '拟稿', leaves: '文书登记簿', plan: letters('draft') },
  { name: '发文书', leaves: '文书登记簿', plan: letters('sent') },
  { name: '登记进展（第一件）', leaves: '办理登记', plan: proceeding(0) },
  { name: '登记进展（第三件）', leaves: '办理登记', plan: proceeding(2) },
  {
    name: '记加减分',
    leaves: '加减分登记',
    plan: async (of, mark) =>
      planEvents(of, [
        {
          date: on('2026-10-09'),
          unit: '交通局',
          kind: 'meetingLate',
          matter: null,
          points: null,
          basis: mark,
          author: '',
        },
      ]),
  },
  {
    name: '登记新事项',
    leaves: LEDGER,
    plan: async (of, mark) => {
      const open = await openForm(of, LEDGER, null);
      if (!open.ok) return null;
      const column = (field: string): number => open.value.form.fields.find((own) => own.field === field)!.column;
      const typed = new Map([
        [column('id'), open.value.form.proposedNo ?? ''],
        [column('title'), mark],
        [column('leadUnit'), '水利局'],
        [column('assignedOn'), '2026-10-20'],
      ]);
      const outcome = planRegister(of, open.value, [{ typed, approval: null }], { today: AS_OF, handler: mark });
      return outcome.kind === 'ready' ? outcome.plan : null;
    },
  },
  { name: '标记', leaves: null, plan: async (of) => planMarking(of) },
  {
    name: '计分',
    leaves: null,
    plan: async (of) => {
      const outcome = scoreReview(of);
      return outcome.kind === 'scored' ? planScoreSheets(of, outcome, { replace: true }).plan : null;
    },
  },
  {
    name: '签收',
    leaves: null,
    plan: async (of) => {
      const unsigned = lettersOnRecord(of).filter(({ status, signedOn }) => status === 'sent' && signedOn === null);
      return planTurn(of, unsigned.slice(0, 1), { kind: 'sign', on: AS_OF }, office).plan;
    },
  },
];
