import {
  checkCandidate,
  openForm,
  planRegister,
  type NewMatter,
  type OpenForm,
} from '../../../src/app/ledger/registerMatter';
import type { Review } from '../../../src/app/reading/review';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { pastedMatters } from '../../../src/domain/ledger/pastedMatters';
import type { Field } from '../../../src/domain/ledger/fields';
import { contentOf, deskWith, openDesk, openSample, type HostDesk } from '../../hostDesk';
import { withExcelize } from '../../host/xlsx/excelize';
import { survivesFaults } from '../faults';
import { AS_OF, AT, done, on, reviewed } from '../reviewing';

const DAY = { today: AS_OF, handler: '经办员' };

async function formOf(of: Review, sheet: string, section: number | null = null): Promise<OpenForm> {
  const open = await openForm(of, sheet, section);
  if (!open.ok) throw new Error(open.refusal.sentence);
  return open.value;
}
const columnOf = ({ form }: OpenForm, field: Field): number => form.fields.find((own) => own.field === field)!.column;
const typed = (
  open: OpenForm,
  values: Partial<Record<Field, string>>,
  approval: NewMatter['approval'] = null,
): NewMatter => ({
  typed: new Map(Object.entries(values).map(([field, text]) => [columnOf(open, field as Field), text])),
  approval,
});
const MATTER = {
  title: '=新建污水处理厂',
  leadUnit: '市住房和城乡建设局',
  assignedOn: '2026-10-20',
  deadline: '2026年12月底前',
} as const;
function ready(outcome: ReturnType<typeof planRegister>): Extract<typeof outcome, { kind: 'ready' }> {
  if (outcome.kind !== 'ready') throw new Error(outcome.refusals.map(({ sentence }) => sentence).join(''));
  return outcome;
}

describe('在样本台账登记新事项', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = openSample('city');
  });
  afterEach(() => desk.close());

  test('表单用台账自己的列；序号接着编；公式列不用填', async () => {
    const { form } = await formOf(await reviewed(), '督查台账');
    expect(form.proposedNo).toBe('201');
    const kinds = new Map(form.fields.map(({ header, kind }) => [header, kind]));
    expect(form.fields).toHaveLength(25);
    expect(['督查事项', '办结时限', '事项类别', '办理状态', '逾期天数'].map((header) => kinds.get(header))).toEqual([
      'text',
      'date',
      'list',
      'list',
      'formula',
    ]);
    expect(form.fields.find(({ field }) => field === 'category')!.choices).toContain('民生实事');
  });

  test('写在最后一件下面、填表人上面；公式接续，格式照上一行，再读时多一件，撤销后是原样', async () => {
    const before = contentOf(desk.workbook);
    const of = await reviewed();
    const open = await formOf(of, '督查台账');
    const { plan } = ready(planRegister(of, open, [typed(open, { ...MATTER, id: '201' })], DAY));
    const result = done(await applyPlan(plan, AT));
    expect(await applyPlan(plan, AT)).toMatchObject({ ok: true, written: false });
    const ledger = desk.workbook.sheets[0]!;
    expect(ledger.value(203, 0)).toBe(201);
    expect(ledger.value(203, 1)).toBe('=新建污水处理厂');
    expect(ledger.formula(203, 1)).toBeNull();
    expect(ledger.value(203, 12)).toBe('2026年12月底前');
    expect(ledger.formula(203, 17)).toBe(ledger.formula(202, 17)!.replaceAll('203', '204'));
    expect(ledger.styleIndex(203, 6)).toBe(ledger.styleIndex(202, 6));
    expect(String(ledger.value(205, 0))).toMatch(/^填表人/);
    const after = await reviewed();
    expect(after.matters).toHaveLength(201);
    expect(after.assessments.at(-1)).toMatchObject({
      state: 'inProgress',
      matter: { id: '201', assignedOn: { reading: { kind: 'date', date: '2026-10-20', text: null } } },
    });
    await takeBack(result.entry!);
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('立项意见、审批人、审批日期记在办理登记，再读时对得上，不算一次进展', async () => {
    const of = await reviewed();
    const open = await formOf(of, '督查台账');
    const approval = { opinion: '拟同意立项', approver: '分管市长', approvedOn: on('2026-10-21') };
    done(
      await applyPlan(ready(planRegister(of, open, [typed(open, { ...MATTER, id: '201' }, approval)], DAY)).plan, AT),
    );
    const after = await reviewed();
    expect(after.histories.get(after.matters.at(-1)!.key)!.proceedings).toMatchObject([
      {
        kind: 'progress',
        date: '2026-10-21',
        approver: '分管市长',
        content: '立项：拟办意见：拟同意立项；审批人：分管市长；审批日期：2026年10月21日',
      },
    ]);
    const later = await reviewed('dengzhou-2018', undefined, on('2026-12-20'));
    expect(
      later.findings.filter(({ code, matter }) => code === 'stale-progress' && matter === later.matters.at(-1)!.key),
    ).toEqual([]);
  });

  test('边填边核对：与台账各行一样的核对，说在新行的格子上', async () => {
    const of = await reviewed();
    const open = await formOf(of, '督查台账');
    const codes = (values: Partial<Record<Field, string>>) =>
      checkCandidate(of, open, typed(open, values).typed, AS_OF).findings.map(({ code }) => code);
    expect(codes({ ...MATTER, id: '201', status: '办理中', category: '民生实事' })).not.toContain('missing-deadline');
    expect(codes({ ...MATTER, id: '1' })).toContain('duplicate-id');
    expect(codes({ ...MATTER, id: '201', deadline: '2026-10-01' })).toContain('deadline-before-assignment');
    expect(codes({ ...MATTER, id: '201', deadline: '尽快' })).toContain('unreadable-date');
    expect(codes({ ...MATTER, id: '201', leadUnit: '没有的局' })).toContain('unknown-unit');
    expect(codes({ leadUnit: '市教育局', deadline: '2026-12-31', id: '201' })).toContain('missing-title');
    expect(checkCandidate(of, open, typed(open, { leadUnit: '市教育局' }).typed, AS_OF).matter).toBeNull();
    const { findings } = checkCandidate(of, open, typed(open, { ...MATTER, id: '1' }).typed, AS_OF);
    expect(new Set(findings.map(({ cell }) => cell.row))).toEqual(new Set([203]));
    expect(of.matters).toHaveLength(200);
  });

  test('没有事项名称、涉密、序号重复的不登记，逐件说明；一件不行，整批不写', async () => {
    const of = await reviewed();
    const open = await formOf(of, '督查台账');
    const outcome = planRegister(
      of,
      open,
      [
        typed(open, { ...MATTER, id: '201' }),
        typed(open, { leadUnit: '市教育局', id: '202' }),
        typed(open, { ...MATTER, title: '【机密】专项', id: '203' }),
        typed(open, { ...MATTER, id: '201' }),
        typed(open, {}),
      ],
      DAY,
    );
    if (outcome.kind !== 'refused') throw new Error('应当拒绝');
    expect([...new Set(outcome.refusals.map(({ index }) => index))]).toEqual([1, 2, 3, 4]);
    expect(outcome.refusals.map(({ sentence }) => sentence).join('')).not.toContain('专项');
    expect(planRegister(of, open, [], DAY)).toMatchObject({ kind: 'refused' });
  });

  test('粘贴一批：按表头认列，几件一次写入', async () => {
    const of = await reviewed();
    const open = await formOf(of, '督查台账');
    const block =
      '事项名称\t主办单位\t完成时限\t自编\n甲事项\t市教育局\t2026-12-31\t不要\n"乙\n事项"\t市水利局\t2027年1月底前\t\n';
    const pasted = pastedMatters(open.form, block);
    expect(pasted).toMatchObject({ byHeader: true, unknownHeaders: ['自编'], tooLong: [] });
    const matters = pasted.matters.map((own) => ({ typed: own, approval: null }));
    done(await applyPlan(ready(planRegister(of, open, matters, DAY)).plan, AT));
    expect((await reviewed()).matters.slice(-2).map(({ title }) => title)).toEqual(['甲事项', '乙\n事项']);
  });

  test('填表单时有人插了一行：不写，说明', async () => {
    const of = await reviewed();
    const open = await formOf(of, '督查台账');
    const { plan } = ready(planRegister(of, open, [typed(open, { ...MATTER, id: '201' })], DAY));
    desk.workbook.sheets[0]!.insertRows(10, 1);
    const before = contentOf(desk.workbook);
    expect(await applyPlan(plan, AT)).toMatchObject({ ok: false, refusal: { code: 'Moved' } });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('登记以后有人改了新行：撤销时拒绝，新行还在', async () => {
    const of = await reviewed();
    const open = await formOf(of, '督查台账');
    const result = done(
      await applyPlan(ready(planRegister(of, open, [typed(open, { ...MATTER, id: '201' })], DAY)).plan, AT),
    );
    desk.workbook.sheets[0]!.setValue(203, 24, '已联系');
    expect(await takeBack(result.entry!)).toMatchObject({ ok: false, refusal: { code: 'Moved' } });
    expect(desk.workbook.sheets[0]!.value(203, 0)).toBe(201);
  });
});

test('分节的台账：写在所选一节的末尾，合计行上面', async () => {
  const desk = openSample('district');
  const before = contentOf(desk.workbook);
  const of = await reviewed('county-2023');
  const ledger = of.ledgers[1]!;
  const [first] = ledger.sections;
  const open = await formOf(of, ledger.sheet, first!.row);
  const next = ledger.sections[1]!.row;
  expect(open.form.place.at).toBeLessThanOrEqual(next);
  const { plan } = ready(
    planRegister(
      of,
      open,
      [typed(open, { title: '新建口袋公园', leadUnit: '区教育局', id: open.form.proposedNo! })],
      DAY,
    ),
  );
  const result = done(await applyPlan(plan, AT));
  const added = (await reviewed('county-2023')).matters.find(({ title }) => title === '新建口袋公园')!;
  expect(added.section).toBe(first!.text);
  const end = await formOf(await reviewed('county-2023'), ledger.sheet, null);
  expect(end.form.place.at).toBe(ledger.totalsRows[0]! + 1);
  await takeBack(result.entry!);
  expect(contentOf(desk.workbook)).toEqual(before);
  desk.close();
});

const TABLE_ROWS = [
  ['编号', '任务名称', '主办部门', '创建时间', '计划完成时间', '任务状态', '是否超期'],
  ['T-01', '升级系统', '信息中心', '2026-1-5', '2026-3-31', '在办', ''],
  ['T-02', '数据迁移', '信息中心', '2026-1-5', '2026-10-15', '在办', ''],
] as const;

function tableWorkbook(totals: 'none' | 'below', blocked = false): Promise<Uint8Array> {
  return withExcelize(
    (excelize, { rows, kind, withNote }) => {
      const check = (result: { error: string | null }): void => {
        if (result.error) throw new Error(result.error);
      };
      const f = excelize.NewFile();
      check(f.SetSheetName('Sheet1', '台账'));
      rows.forEach((row, r) =>
        row.forEach((value, c) => check(f.SetCellValue('台账', `${String.fromCharCode(65 + c)}${r + 1}`, value))),
      );
      for (const row of [2, 3]) check(f.SetCellFormula('台账', `G${row}`, `IF(E${row}<"2026-5-1","是","否")&$A$1`));
      check(f.AddDataValidation('台账', { Type: 'list', Formula1: '"在办,办结"', Sqref: 'F2:F3', AllowBlank: true }));
      if (kind === 'none')
        check(f.AddTable('台账', { Range: 'A1:G3', Name: '任务表', StyleName: 'TableStyleMedium2' }));
      if (kind === 'below') {
        check(f.SetCellValue('台账', 'A4', '合计'));
        check(f.SetCellFormula('台账', 'B4', 'COUNTA(B2:B3)&"件"&COUNTA($C$2:C3)'));
      }
      if (withNote) check(f.SetCellValue('台账', 'A4', '说明：本表每月更新'));
      const { buffer, error } = f.WriteToBuffer();
      if (error) throw new Error(error);
      return buffer as Uint8Array;
    },
    { rows: TABLE_ROWS, kind: totals, withNote: blocked },
  );
}
const NEW = { title: '系统验收', leadUnit: '办公室', id: 'T-03' } as const;
async function planNew(): Promise<ReturnType<typeof planRegister>> {
  const of = await reviewed();
  const open = await formOf(of, '台账');
  return planRegister(of, open, [typed(open, NEW), typed(open, { ...NEW, title: '试运行', id: 'T-04' })], DAY);
}

describe('Excel表格、合计行', () => {
  test('表格跟着变长，公式、下拉选项接续；撤销后是原样', async () => {
    const desk = openDesk(await tableWorkbook('none'), '台账.xlsx');
    const before = contentOf(desk.workbook);
    const of = await reviewed();
    const { form } = await formOf(of, '台账');
    expect(form.proposedNo).toBe('T-03');
    expect(form.fields.find(({ field }) => field === 'status')).toMatchObject({
      kind: 'list',
      choices: ['在办', '办结'],
    });
    const result = done(await applyPlan(ready(await planNew()).plan, AT));
    const sheet = desk.workbook.sheets[0]!;
    expect(sheet.tables()[0]!.area).toEqual({ top: 0, left: 0, bottom: 4, right: 6 });
    expect([3, 4].map((row) => sheet.formula(row, 6))).toEqual([
      'IF(E4<"2026-5-1","是","否")&$A$1',
      'IF(E5<"2026-5-1","是","否")&$A$1',
    ]);
    expect(sheet.dataValidations().flatMap(({ areas }) => areas.map(({ bottom }) => bottom))).toContain(4);
    expect((await reviewed()).matters.map(({ id }) => id)).toEqual(['T-01', 'T-02', 'T-03', 'T-04']);
    const reopened = openDesk(desk.workbook.save(), '台账.xlsx');
    expect((await reviewed()).matters).toHaveLength(4);
    reopened.close();
    const again = openDesk(await tableWorkbook('none'), '台账.xlsx');
    const second = done(await applyPlan(ready(await planNew()).plan, AT));
    done(await takeBack(second.entry!));
    expect(contentOf(again.workbook)).toEqual(before);
    expect(again.workbook.sheets[0]!.tables()[0]!.area.bottom).toBe(2);
    again.close();
    expect(result.written).toBe(true);
  });

  test('表格下面紧接着有内容：不写，说明', async () => {
    const desk = openDesk(await tableWorkbook('none', true), '台账.xlsx');
    expect(await planNew()).toMatchObject({
      kind: 'refused',
      refusals: [{ sentence: expect.stringContaining('空出几行') }],
    });
    desk.close();
  });

  test('合计行的公式把新行算进去；撤销后公式也是原样', async () => {
    const desk = openDesk(await tableWorkbook('below'), '台账.xlsx');
    const result = done(await applyPlan(ready(await planNew()).plan, AT));
    const sheet = desk.workbook.sheets[0]!;
    expect(sheet.value(5, 0)).toBe('合计');
    expect(sheet.formula(5, 1)).toBe('COUNTA(B2:B5)&"件"&COUNTA($C$2:C5)');
    done(await takeBack(result.entry!));
    expect([sheet.value(3, 0), sheet.formula(3, 1)]).toEqual(['合计', 'COUNTA(B2:B3)&"件"&COUNTA($C$2:C3)']);
    expect(sheet.usedArea(true)!.bottom).toBe(3);
    desk.close();
  });

  test.each(['none', 'below'] as const)('登记时每次请求各出一次错（%s）：要么如前，要么写完', async (totals) => {
    const bytes = await tableWorkbook(totals);
    await survivesFaults(
      () => openDesk(bytes, '台账.xlsx'),
      async () => ready(await planNew()).plan,
    );
  });
});

test('台账还没有事项：写在表头下面第一行', async () => {
  const desk = deskWith('台账', [['序号', '督查事项', '牵头单位', '办结时限']]);
  const of = await reviewed();
  const open = await formOf(of, '台账');
  expect(open.form.proposedNo).toBe('1');
  const { plan } = ready(
    planRegister(of, open, [typed(open, { title: '第一件', leadUnit: '市教育局', deadline: '2026-12-31' })], DAY),
  );
  done(await applyPlan(plan, AT));
  expect((await reviewed()).matters).toMatchObject([
    { title: '第一件', row: 1, deadline: { reading: { date: '2026-12-31' } } },
  ]);
  desk.close();
});
