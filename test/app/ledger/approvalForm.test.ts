import { planApprovalForm } from '../../../src/app/ledger/approvalForm';
import { openForm, type NewMatter, type OpenForm } from '../../../src/app/ledger/registerMatter';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import type { Field } from '../../../src/domain/ledger/fields';
import { DEFAULT_OFFICE } from '../../../src/domain/notices/office';
import { contentOf, deskWith, type HostDesk } from '../../hostDesk';
import { AS_OF, AT, done, on, reviewed } from '../reviewing';

const LEDGER = [
  ['序号', '督查事项', '工作要求', '牵头单位', '交办时间', '办结时限', '办理状态'],
  [1, '道路修缮', '按期完工', '市交通局', '2026-3-1', '2026-9-30', '推进中'],
];
const CONTEXT = { today: AS_OF, office: { ...DEFAULT_OFFICE, handler: '经办员' } };
const APPROVAL = { opinion: '=拟同意立项', approver: '分管市长', approvedOn: on('2026-10-21') };

describe('立项审批单', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('台账', LEDGER);
  });
  afterEach(() => desk.close());
  const sheet = () => desk.workbook.sheets.find(({ name }) => name === '立项审批单 2026-10-31')!;

  async function planned(values: Partial<Record<Field, string>>, approval: NewMatter['approval'] = APPROVAL) {
    const of = await reviewed();
    const open = await openForm(of, '台账', null);
    if (!open.ok) throw new Error(open.refusal.sentence);
    return planApprovalForm(of, open.value, { typed: typedIn(open.value, values), approval }, CONTEXT);
  }
  const typedIn = ({ form }: OpenForm, values: Partial<Record<Field, string>>) =>
    new Map(
      Object.entries(values).map(([field, text]) => [form.fields.find((own) => own.field === field)!.column, text]),
    );
  const MATTER = { id: '2', title: '新建水厂', requirement: '年内开工', leadUnit: '市水利局', deadline: '2026-12-31' };

  test('A4纵向一页：事项、要求、拟办意见、领导批示、审批人、审批日期；像公式的话仍是文字', async () => {
    const before = contentOf(desk.workbook);
    const outcome = await planned(MATTER);
    if (outcome.kind !== 'ready') throw new Error(outcome.sentence);
    const result = done(await applyPlan(outcome.plan, AT));
    const own = sheet();
    const rows = Array.from({ length: own.usedArea(true)!.bottom + 1 }, (_, row) =>
      [0, 1, 2, 3].map((column) => own.value(row, column) ?? '').join('|'),
    );
    expect(rows).toEqual([
      '督查事项立项审批单|||',
      '办公室政务监督室　　　　编号：2|||',
      '督查事项|新建水厂||',
      '牵头单位|市水利局|办结时限|2026-12-31',
      '工作要求|年内开工||',
      '拟办意见|=拟同意立项||',
      '领导批示|||',
      '审批人|分管市长|审批日期|2026年10月21日',
      '经办人|经办员|填表日期|2026年10月31日',
    ]);
    expect(own.formula(5, 1)).toBeNull();
    expect(own.pageSetup()).toMatchObject({ orientation: 'portrait', paperSize: 9 });
    expect((await reviewed()).ledgers).toHaveLength(1);
    done(await takeBack(result.entry!));
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('还没有审批：留空待签；同一天第二张另起名称', async () => {
    const first = await planned(MATTER, null);
    if (first.kind !== 'ready') throw new Error(first.sentence);
    done(await applyPlan(first.plan, AT));
    expect(sheet().value(7, 1)).toBeNull();
    expect(await planned({ ...MATTER, title: '另一件' })).toMatchObject({ sheet: '立项审批单 2026-10-31(2)' });
  });

  test('涉密事项、没有名称的不生成', async () => {
    expect(await planned({ ...MATTER, title: '【秘密】某事' })).toMatchObject({ kind: 'refused' });
    expect(await planned({ leadUnit: '市水利局' })).toMatchObject({ kind: 'refused' });
  });
});
