import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Field } from '../../domain/ledger/fields';
import type { Office } from '../../domain/notices/office';
import type { Plan } from '../../domain/plan';
import { approvalSheet } from '../../domain/registers/approvalSheet';
import { freeName } from '../office/daySheet';
import { checkCandidate, type NewMatter, type OpenForm } from './registerMatter';
import type { Review } from '../reading/review';

export type ApprovalFormOutcome =
  | { readonly kind: 'ready'; readonly plan: Plan; readonly sheet: string }
  | { readonly kind: 'refused'; readonly sentence: string };

const APART: ReadonlySet<Field> = new Set<Field>([
  'id',
  'title',
  'requirement',
  'status',
  'progress',
  'classification',
]);

/** The plan that adds the sheet 立项审批单 for one new matter, before or after it is registered. */
export function planApprovalForm(
  of: Review,
  open: OpenForm,
  { typed, approval }: NewMatter,
  context: { readonly today: CivilDate; readonly office: Office },
): ApprovalFormOutcome {
  const { today, office } = context;
  const { matter } = checkCandidate(of, open, typed, today);
  if (matter === null || matter.title === null)
    return { kind: 'refused', sentence: '还没有填事项名称，不能生成审批单。' };
  if (matter.classified) return { kind: 'refused', sentence: '标有密级，涉密事项不得录入，没有生成审批单。' };
  const typedText = (field: Field): string => {
    const column = open.form.fields.find((own) => own.field === field)?.column;
    return column === undefined ? '' : (typed.get(column) ?? '').trim();
  };
  const facts = open.form.fields.flatMap(({ column, field, header }) => {
    const text = (typed.get(column) ?? '').trim();
    return field === null || APART.has(field) || text === '' ? [] : [{ header, text }];
  });
  const name = `立项审批单 ${today}`;
  const names = of.reading.survey.sheets.map(({ head }) => head.name);
  const sheet = names.includes(name) ? freeName(name, names) : name;
  const content = approvalSheet({
    office: `${office.generalOffice}${office.supervisionOffice}`,
    facts,
    number: typedText('id'),
    title: matter.title,
    requirement: typedText('requirement'),
    approval,
    handler: office.handler,
    date: today,
  });
  return {
    kind: 'ready',
    sheet,
    plan: {
      action: 'register',
      asOf: of.asOf,
      expectations: [],
      changes: [{ kind: 'addSheet', name: sheet, content }],
    },
  };
}
