import { planFixes } from '../../../src/app/ledger/applyFixes';
import { planApprovalForm } from '../../../src/app/ledger/approvalForm';
import { planCarryOver } from '../../../src/app/ledger/carryOver';
import { planCheckSheet } from '../../../src/app/ledger/checkSheet';
import { planDirectory, type DirectoryDecision } from '../../../src/app/ledger/directory';
import { planMarking, planUnmarking } from '../../../src/app/ledger/markOverdue';
import { openForm, planRegister, type NewMatter, type OpenForm } from '../../../src/app/ledger/registerMatter';
import { planValidations, type ListWish } from '../../../src/app/ledger/validationLists';
import { applyPlan } from '../../../src/app/office/workbook';
import type { Field } from '../../../src/domain/ledger/fields';
import type { Plan } from '../../../src/domain/plan';
import { office } from '../../domain/notices/builders';
import { AS_OF, AT, done, on, reviewed } from '../../app/reviewing';
import { LEDGER, readElsewhere } from '../startBook';
import { given, type WritingDeed } from '../writingDeed';

const write = async (plan: Promise<Plan>): Promise<void> => {
  done(await applyPlan(await plan, AT));
};
const mark = async (asOf = AS_OF): Promise<Plan> => planMarking(await reviewed(undefined, undefined, asOf));
const checkSheetOf = async (): Promise<Plan> => {
  const outcome = planCheckSheet(await reviewed());
  return outcome.kind === 'ready' ? outcome.plan : outcome.second;
};
const fixes = async (): Promise<Plan> => {
  const of = await reviewed();
  return planFixes(
    of,
    of.findings.filter(({ fix }) => fix !== undefined),
  ).plan;
};
const directory =
  (...decisions: readonly DirectoryDecision[]) =>
  async (): Promise<Plan> =>
    planDirectory(await reviewed(), decisions).plan;
const unit = (name: string, ...aliases: readonly string[]): DirectoryDecision => ({
  kind: 'unit',
  name,
  aliases,
  members: [],
});

const lists =
  (...fields: readonly ListWish['field'][]) =>
  async (): Promise<Plan> => {
    const outcome = await planValidations(
      await reviewed(),
      fields.map((field) => ({ sheet: LEDGER, field })),
    );
    if (!outcome.ok) throw new Error(outcome.refusal.sentence);
    return outcome.value.plan;
  };

const APPROVAL = { opinion: '拟同意立项', approver: '市长', approvedOn: on('2026-10-20') };
const NEW: readonly Partial<Record<Field, string>>[] = [
  { id: '6', title: '=新建水厂', leadUnit: '水利局', assignedOn: '2026-10-20', deadline: '2026-12-31' },
  { id: '7', title: '道路绿化', leadUnit: '住建局', assignedOn: '2026-10-21', deadline: '2026年12月底前' },
];

async function formOf(): Promise<{ readonly of: Awaited<ReturnType<typeof reviewed>>; readonly open: OpenForm }> {
  const of = await reviewed();
  const open = await openForm(of, LEDGER, null);
  if (!open.ok) throw new Error(open.refusal.sentence);
  return { of, open: open.value };
}
const typed = (
  { form }: OpenForm,
  values: Partial<Record<Field, string>>,
  approval: NewMatter['approval'],
): NewMatter => ({
  typed: new Map(
    Object.entries(values).map(([field, text]) => [form.fields.find((own) => own.field === field)!.column, text]),
  ),
  approval,
});
const register =
  (count: number, approval: NewMatter['approval'] = null) =>
  async (): Promise<Plan> => {
    const { of, open } = await formOf();
    const matters = NEW.slice(0, count).map((values) => typed(open, values, approval));
    const outcome = planRegister(of, open, matters, { today: AS_OF, handler: '张三' });
    if (outcome.kind !== 'ready') throw new Error(outcome.refusals.map(({ sentence }) => sentence).join(''));
    return outcome.plan;
  };

/** What is written into the ledger itself, and the sheets made of it. */
export const LEDGER_DEEDS: readonly WritingDeed[] = [
  { name: '标记逾期', useCases: ['planMarking'], book: 'bare', plan: mark },
  {
    name: '换一天重新标记',
    useCases: ['planMarking'],
    book: 'bare',
    before: () => write(mark()),
    plan: () => mark(on('2026-12-31')),
  },
  {
    name: '清除标记',
    useCases: ['planUnmarking'],
    book: 'bare',
    before: () => write(mark()),
    plan: async () => planUnmarking(await reviewed()),
  },
  { name: '代改写法', useCases: ['planFixes'], book: 'bare', plan: fixes },
  { name: '写台账核对', useCases: ['planCheckSheet'], book: 'bare', plan: checkSheetOf },
  {
    name: '同一天再写台账核对',
    useCases: ['planCheckSheet'],
    book: 'bare',
    before: async () => {
      const sheet = await checkSheetOf();
      await write(Promise.resolve(sheet));
      await readElsewhere(sheet);
      await write(fixes());
    },
    plan: checkSheetOf,
  },
  {
    name: '建单位名录',
    useCases: ['planDirectory'],
    book: 'bare',
    plan: directory(unit('交通局', '市交通局'), unit('住建局')),
  },
  {
    name: '名录加单位和别名',
    useCases: ['planDirectory'],
    book: 'kept',
    plan: directory(unit('教育局', '市教育局'), { kind: 'alias', unit: '水利局', aliases: ['市水利局'] }),
  },
  { name: '设办理状态下拉选项', useCases: ['planValidations'], book: 'bare', plan: lists('status') },
  { name: '设下拉选项（两列）', useCases: ['planValidations'], book: 'kept', plan: lists('status', 'leadUnit') },
  { name: '登记新事项', useCases: ['planRegister'], book: 'bare', again: '再登记一件事项', plan: register(1) },
  {
    name: '粘贴登记几件并记立项',
    useCases: ['planRegister'],
    book: 'kept',
    again: '再登记几件事项',
    plan: register(2, APPROVAL),
  },
  { name: '表格里登记新事项', useCases: ['planRegister'], book: 'table', again: '再登记几件事项', plan: register(2) },
  {
    name: '生成立项审批单',
    useCases: ['planApprovalForm'],
    book: 'bare',
    again: '再出一张审批单',
    plan: async () => {
      const { of, open } = await formOf();
      const outcome = planApprovalForm(of, open, typed(open, NEW[0]!, APPROVAL), { today: AS_OF, office });
      if (outcome.kind !== 'ready') throw new Error(outcome.sentence);
      return outcome.plan;
    },
  },
  {
    name: '年度结转',
    useCases: ['planCarryOver'],
    book: 'kept',
    plan: async () => {
      const of = await reviewed();
      const outcome = planCarryOver(of, LEDGER);
      // A year that stands already is refused with its sentence: nothing is left to write.
      if (!outcome.ok && of.reading.survey.sheets.some(({ head }) => head.name.includes('2027'))) {
        return { action: 'carryOver', asOf: of.asOf, expectations: [], changes: [] };
      }
      return given(outcome.ok ? outcome.plan : null, outcome.ok ? '' : outcome.sentence);
    },
  },
];
