import { planApprovalForm } from '../../../src/app/ledger/approvalForm';
import { planDirectory, type DirectoryDecision } from '../../../src/app/ledger/directory';
import { planEvents } from '../../../src/app/scoring/events';
import { planProceeding } from '../../../src/app/registers/proceedings';
import { openForm, planRegister, type NewMatter } from '../../../src/app/ledger/registerMatter';
import { planReceipt, rectificationsIn } from '../../../src/app/bulletin/rectificationReports';
import { planBulletinEvents } from '../../../src/app/bulletin/recordBulletin';
import { planMissed } from '../../../src/app/collecting/collectReports';
import { planStep } from '../../../src/app/month/monthFlow';
import { NEW_SETTINGS } from '../../../src/app/office/workbookSettings';
import { FIELD_NAMES } from '../../../src/domain/ledger/fieldNames';
import type { Field } from '../../../src/domain/ledger/fields';
import { AS_OF, on, reviewed } from '../../app/reviewing';
import { office } from '../../domain/notices/builders';
import { LEDGER } from '../../faults/startBook';
import type { Hand, InjectedField } from '../trial';
import { plainKept, plainWide } from './books';

const APPROVAL = { opinion: '拟同意', approver: '市长', approvedOn: on('2026-10-20') };

/** Registers one matter and makes its 立项审批单. */
async function registered(
  hand: Hand,
  values: Partial<Record<Field, string>>,
  approval: NewMatter['approval'],
  handler = '张三',
): Promise<void> {
  const of = await reviewed();
  const open = await openForm(of, LEDGER, null);
  if (!open.ok) return hand.refuse(open.refusal.sentence);
  const given: Partial<Record<Field, string>> = {
    title: '新建水厂',
    leadUnit: '水利局',
    assignedOn: '2026-10-20',
    deadline: '2026-12-31',
    ...values,
  };
  const typed = new Map(
    open.value.form.fields.flatMap(({ field, column }): readonly [number, string][] =>
      field !== null && given[field] !== undefined ? [[column, given[field]]] : [],
    ),
  );
  const matter: NewMatter = { typed, approval };
  const form = planApprovalForm(of, open.value, matter, { today: AS_OF, office: { ...office, handler } });
  if (form.kind === 'ready') await hand.write(form.plan);
  else hand.refuse(form.sentence);
  const outcome = planRegister(of, open.value, [matter], { today: AS_OF, handler });
  if (outcome.kind === 'ready') await hand.write(outcome.plan);
  else outcome.refusals.forEach(({ sentence }) => hand.refuse(sentence));
  if (outcome.kind === 'ready') await reviewed();
}

const TYPED: readonly Field[] = [
  'id',
  'title',
  'category',
  'source',
  'instructingLeader',
  'requirement',
  'leadUnit',
  'coUnits',
  'person',
  'phone',
  'assignedOn',
  'deadline',
  'status',
  'progress',
  'note',
];
/** Read as a date or a number: words there are asked about. */
const READ: Partial<Record<Field, string>> = { leadUnit: '分成几个单位', coUnits: '分成几个单位' };

const register = TYPED.map((field): InjectedField => ({
  name: `登记事项：${FIELD_NAMES[field]}`,
  useCases: ['planRegister', 'planApprovalForm'],
  book: plainWide,
  ...(READ[field] === undefined ? {} : { reads: READ[field] }),
  put: (text, hand) => registered(hand, { [field]: text }, null),
}));

const approvals: readonly InjectedField[] = [
  {
    name: '立项：拟办意见',
    useCases: ['planRegister', 'planApprovalForm'],
    book: plainWide,
    put: (text, hand) => registered(hand, {}, { ...APPROVAL, opinion: text }),
  },
  {
    name: '立项：审批人',
    useCases: ['planRegister', 'planApprovalForm'],
    book: plainWide,
    put: (text, hand) => registered(hand, {}, { ...APPROVAL, approver: text }),
  },
  {
    name: '立项：经办人',
    useCases: ['planRegister', 'planApprovalForm'],
    book: plainWide,
    put: (text, hand) => registered(hand, {}, APPROVAL, text),
  },
];

async function entered(hand: Hand, over: Partial<Parameters<typeof planProceeding>[1]>): Promise<void> {
  const of = await reviewed();
  const { plan, refusals } = planProceeding(of, {
    kind: 'progress',
    date: on('2026-10-20'),
    content: '已完成主体施工',
    newDeadline: null,
    approver: '',
    handler: '张三',
    today: AS_OF,
    matters: new Set(of.matters.slice(0, 2).map(({ key }) => key)),
    ...over,
  });
  refusals.forEach(({ sentence }) => hand.refuse(sentence));
  if (refusals.length === 0 && (await hand.write(plan))) await reviewed();
}

const EXTENSION = { kind: 'extension', newDeadline: on('2027-01-31'), approver: '副市长甲' } as const;
const proceedings: readonly InjectedField[] = (
  [
    ['进展内容', (text) => ({ content: text })],
    ['经办人', (text) => ({ handler: text })],
    ['延期理由', (text) => ({ ...EXTENSION, content: text })],
    ['延期批准人', (text) => ({ ...EXTENSION, approver: text })],
    ['办结说明', (text) => ({ kind: 'closed', content: text })],
    ['现场督办', (text) => ({ kind: 'onSite', content: text })],
  ] as readonly (readonly [string, (text: string) => Partial<Parameters<typeof planProceeding>[1]>])[]
).map(([name, over]) => ({
  name: `办理登记：${name}`,
  useCases: ['planProceeding'],
  book: plainWide,
  put: (text, hand) => entered(hand, over(text)),
}));

type Event = Parameters<typeof planEvents>[1][number];
const events: readonly InjectedField[] = (['unit', 'basis', 'author'] as const).flatMap((field) =>
  [plainKept, plainWide].map((book, index): InjectedField => ({
    name: `加减分：${{ unit: '单位', basis: '依据', author: '提出人' }[field]}${index === 0 ? '' : '（新建登记簿）'}`,
    useCases: ['planEvents'],
    book,
    put: async (text, hand) => {
      const entry: Event = {
        date: on('2026-10-09'),
        unit: '交通局',
        kind: 'manual',
        points: -0.5,
        matter: null,
        basis: '市长批示',
        author: '张三',
        [field]: text,
      };
      if (await hand.write(planEvents(await reviewed(), [entry]))) await reviewed();
    },
  })),
);

async function listed(hand: Hand, decision: DirectoryDecision): Promise<void> {
  const { plan, refusals } = planDirectory(await reviewed(), [decision]);
  refusals.forEach(({ sentence }) => hand.refuse(sentence));
  if (await hand.write(plan)) await reviewed();
}
const unit = (over: {
  name?: string;
  aliases?: readonly string[];
  members?: readonly string[];
}): DirectoryDecision => ({
  kind: 'unit',
  name: '教育局',
  aliases: [],
  members: [],
  ...over,
});
const directory: readonly InjectedField[] = (
  [
    ['单位', (text) => unit({ name: text })],
    ['别名', (text) => unit({ aliases: [text] })],
    ['成员单位', (text) => unit({ name: '各街道', members: [text] })],
    ['已有单位的别名', (text) => ({ kind: 'alias', unit: '水利局', aliases: [text] })],
  ] as readonly (readonly [string, (text: string) => DirectoryDecision])[]
).map(([name, decision]) => ({
  name: `单位名录：${name}`,
  useCases: ['planDirectory'],
  book: plainKept,
  reads: '顿号、逗号分开几个单位',
  put: (text, hand) => listed(hand, decision(text)),
}));

const receipts = (['content', 'handler'] as const).map((field): InjectedField => ({
  name: `整改报告：${field === 'content' ? '内容' : '经办人'}`,
  useCases: ['planReceipt', 'planBulletinEvents'],
  book: plainKept,
  put: async (text, hand) => {
    const of = await reviewed();
    const choices = {
      commended: null,
      criticised: [{ unit: '交通局', keys: [of.matters[0]!.key], limit: on('2026-11-10') }],
    };
    if (!(await hand.write(planBulletinEvents(of, choices, { issuedOn: AS_OF, basis: '通报' })))) return;
    const again = await reviewed();
    const received = { date: AS_OF, content: '已整改', handler: '张三', today: AS_OF, [field]: text };
    const planned = planReceipt(again, rectificationsIn(again, AS_OF)[0]!, received);
    if (planned.ok) await hand.write(planned.plan);
    else hand.refuse(planned.sentence);
  },
}));

const others: readonly InjectedField[] = [
  {
    name: '通报记分：通报标题、单位',
    useCases: ['planBulletinEvents'],
    book: plainKept,
    put: async (text, hand) => {
      const choices = {
        commended: [{ unit: text, keys: [] }],
        criticised: [{ unit: text, keys: [], limit: on('2026-11-10') }],
      };
      await hand.write(planBulletinEvents(await reviewed(), choices, { issuedOn: AS_OF, basis: text }));
      await reviewed();
    },
  },
  {
    name: '未按时报送：单位',
    useCases: ['planMissed'],
    book: plainKept,
    put: async (text, hand) => {
      const missed = { unit: text, kind: 'reportLate', date: on('2026-09-30'), matters: [] } as const;
      await hand.write(planMissed(await reviewed('county-2023'), [missed]));
    },
  },
  {
    name: '月度步骤：跳过的原因',
    useCases: ['planStep'],
    book: plainKept,
    put: async (text, hand) => {
      const of = await reviewed();
      const answer = planStep(of, NEW_SETTINGS, 'collect', { state: 'skipped', on: AS_OF, reason: text });
      if (answer.ok) await hand.write(answer.plan);
      else hand.refuse(answer.sentence);
      await reviewed();
    },
  },
];

/** What is typed into the forms of the pane. */
export const FORM_FIELDS: readonly InjectedField[] = [
  ...register,
  ...approvals,
  ...proceedings,
  ...events,
  ...directory,
  ...receipts,
  ...others,
];
