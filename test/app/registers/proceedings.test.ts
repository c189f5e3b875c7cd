import { planProceeding, type ProceedingRequest } from '../../../src/app/registers/proceedings';
import type { Review } from '../../../src/app/reading/review';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { contentOf, deskWith, openSample, type HostDesk } from '../../hostDesk';
import { survivesFaults } from '../faults';
import { AS_OF, AT, done, on, reviewed } from '../reviewing';

const HEADERS = [
  '序号',
  '督查事项',
  '牵头单位',
  '交办时间',
  '办结时限',
  '延期至',
  '延期批准人',
  '办结时间',
  '办理状态',
  '进展情况',
];
const LEDGER = [
  HEADERS,
  [1, '道路修缮', '市交通局', '2026-3-1', '2026-9-30', null, null, null, '推进中', '已进场'],
  [2, '=管网改造', '市住建局', '2026-3-1', '2026-12-31', null, null, '2026-10-20', '已完成', null],
  [3, '重名', '市水利局', '2026-3-1', '2026-9-30', null, null, null, '推进中', null],
  [3, '重名', '市水利局', '2026-3-1', '2026-9-30', null, null, null, '推进中', null],
  [5, '【机密】专项', '市公安局', '2026-3-1', '2026-9-30', null, null, null, '推进中', null],
] as const;

const REQUEST: Omit<ProceedingRequest, 'matters' | 'kind'> = {
  date: on('2026-10-20'),
  content: '雨季影响',
  newDeadline: null,
  approver: '',
  handler: '经办员',
  today: AS_OF,
};
const keysOf = (of: Review, ...rows: readonly number[]): ReadonlySet<string> =>
  new Set(of.matters.filter(({ row }) => rows.includes(row + 1)).map(({ key }) => key));
const at = (of: Review, row: number) => of.assessments.find(({ matter }) => matter.row === row - 1)!;

describe('办理登记', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('台账', LEDGER);
  });
  afterEach(() => desk.close());

  async function enter(kind: ProceedingRequest['kind'], change: Partial<ProceedingRequest> = {}, row = 2) {
    const of = await reviewed();
    const outcome = planProceeding(of, { ...REQUEST, kind, matters: keysOf(of, row), ...change });
    return { outcome, result: await applyPlan(outcome.plan, AT) };
  }

  test('批准的延期：登记一行，延期至、批准人填上，原时限不动，再读时按新时限', async () => {
    expect(at(await reviewed(), 2).state).toBe('overdue');
    const { outcome } = await enter('extension', { newDeadline: on('2026-11-30'), approver: '分管市长' });
    expect(outcome.refusals).toEqual([]);
    const ledger = desk.workbook.sheets[0]!;
    expect(ledger.value(1, 4)).toBe('2026-9-30');
    expect(ledger.value(1, 6)).toBe('分管市长');
    const after = at(await reviewed(), 2);
    expect(after.state).toBe('inProgress');
    expect(after.deadline).toMatchObject({ kind: 'date', date: '2026-11-30', from: 'extension' });
  });

  test('没有批准的延期只记登记，延期至留空，仍按原时限', async () => {
    const { outcome } = await enter('extension', { newDeadline: on('2026-11-30') });
    expect(outcome.remarks).toEqual(['延期还没有领导批准，已记入办理登记，批准前仍按原时限计算。']);
    expect(desk.workbook.sheets[0]!.value(1, 5)).toBeNull();
    const of = await reviewed();
    expect(at(of, 2).state).toBe('overdue');
    expect(of.registers.proceedings).toHaveLength(1);
  });

  test('办结：办结时间、状态用本列自己的说法，再读时已办结', async () => {
    await enter('closed', { content: '' });
    expect(desk.workbook.sheets[0]!.value(1, 8)).toBe('已完成');
    expect(at(await reviewed(), 2)).toMatchObject({ state: 'closedLate', closedOn: '2026-10-20' });
  });

  test('退回重报取消办结；暂缓、恢复各改状态', async () => {
    await enter('returned', {}, 3);
    expect(at(await reviewed(), 3)).toMatchObject({ returned: true, closedOn: null });
    await enter('suspended');
    expect(at(await reviewed(), 2).state).toBe('suspended');
    await enter('resumed', { content: '' });
    expect(at(await reviewed(), 2).state).toBe('overdue');
    expect(desk.workbook.sheets.find(({ name }) => name === '办理登记')!.usedArea(true)!.bottom).toBe(3);
  });

  test('进展写在原有进展下面，原话不丢', async () => {
    await enter('progress', { content: '=完成七成' });
    expect(desk.workbook.sheets[0]!.value(1, 9)).toBe('已进场\n2026年10月20日：=完成七成');
    const register = desk.workbook.sheets.find(({ name }) => name === '办理登记')!;
    expect(register.value(1, 5)).toBe('=完成七成');
    expect(register.formula(1, 5)).toBeNull();
  });

  test('分不清的行、涉密事项不登记，并逐件说明；其余照写', async () => {
    const of = await reviewed();
    const { plan, refusals } = planProceeding(of, {
      ...REQUEST,
      kind: 'explanation',
      matters: keysOf(of, 3, 4, 5, 6),
    });
    expect(refusals.map(({ code }) => code)).toEqual(['indistinct', 'indistinct', 'classified']);
    expect(refusals.map(({ sentence }) => sentence).join('')).not.toContain('专项');
    expect(JSON.stringify(plan.changes)).toContain('管网改造');
    expect(JSON.stringify(plan)).not.toContain('专项');
  });

  test.each([
    ['没有选事项', 'progress', { matters: new Set<string>() }, 'noMatter'],
    ['日期在今天之后', 'progress', { date: on('2026-11-01') }, 'dateInFuture'],
    ['延期没有理由', 'extension', { content: ' ', newDeadline: on('2026-11-30') }, 'contentMissing'],
    ['延期没有新时限', 'extension', {}, 'newDeadlineMissing'],
    ['进展不改时限', 'progress', { newDeadline: on('2026-11-30') }, 'newDeadlineNotAsked'],
    ['新时限早于登记日', 'extension', { newDeadline: on('2026-10-19') }, 'newDeadlinePast'],
    ['早于交办', 'progress', { date: on('2026-02-28') }, 'beforeAssignment'],
    ['新时限等于现时限', 'extension', { date: on('2026-09-01'), newDeadline: on('2026-09-30') }, 'newDeadlineNotLater'],
    ['没有暂缓就恢复', 'resumed', {}, 'notSuspended'],
  ] as const)('%s：不登记，说明原因', async (_, kind, change, code) => {
    const before = contentOf(desk.workbook);
    const { outcome, result } = await enter(kind, change);
    expect(outcome.refusals).toMatchObject([{ code, sentence: expect.stringMatching(/。$/) }]);
    expect(result).toMatchObject({ ok: true, written: false });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('交办当天、今天当天都可以登记；新时限晚一天就可以', async () => {
    expect((await enter('progress', { date: on('2026-03-01') })).outcome.refusals).toEqual([]);
    expect((await enter('progress', { date: AS_OF })).outcome.refusals).toEqual([]);
    const later = { date: on('2026-09-01'), newDeadline: on('2026-10-01'), approver: '市长' };
    expect((await enter('extension', later)).outcome.refusals).toEqual([]);
  });

  test('撤销后与登记前一样；连做两次只登记一行', async () => {
    const before = contentOf(desk.workbook);
    const { outcome, result } = await enter('closed');
    expect(await applyPlan(outcome.plan, AT)).toMatchObject({ ok: true, written: false });
    expect(await takeBack(done(result).entry!)).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(before);
  });
});

test('登记簿列序不同、缺列：按表头找列，缺的列加在右边，什么也不丢', async () => {
  const desk = deskWith('台账', LEDGER);
  const register = desk.workbook.addSheet('办理登记');
  [
    ['类型', '日期', '自用', '事项'],
    ['进展', '2026-9-1', '甲', '道路修缮'],
  ].forEach((row, r) => row.forEach((value, c) => register.setValue(r, c, value)));
  const of = await reviewed();
  const { plan } = planProceeding(of, { ...REQUEST, kind: 'explanation', matters: keysOf(of, 2) });
  done(await applyPlan(plan, AT));
  expect(register.value(0, 2)).toBe('自用');
  const after = await reviewed();
  expect(after.registers.proceedings!.at(-1)).toMatchObject({
    kind: 'explanation',
    date: '2026-10-20',
    content: '雨季影响',
    unit: '市交通局',
    handler: '经办员',
    matters: { ids: ['1'], title: '道路修缮' },
  });
  desk.close();
});

test('几张台账的工作簿：登记写明台账名，再读时对得上', async () => {
  const desk = openSample('district');
  const of = await reviewed('county-2023');
  const open = of.assessments.filter(({ state }) => state === 'inProgress' || state === 'overdue');
  const chosen = [open[0]!, open.findLast(({ matter }) => matter.sheet === '民生实事及其他')!];
  const keys = new Set(chosen.map(({ matter }) => matter.key));
  const { plan, refusals } = planProceeding(of, { ...REQUEST, kind: 'closed', matters: keys });
  expect(refusals).toEqual([]);
  done(await applyPlan(plan, AT));
  const after = await reviewed('county-2023');
  for (const key of keys) {
    expect(after.assessments.find(({ matter }) => matter.key === key)).toMatchObject({ closedOn: '2026-10-20' });
  }
  expect(after.findings.filter(({ code }) => code === 'register-link')).toEqual(
    of.findings.filter(({ code }) => code === 'register-link'),
  );
  desk.close();
});

test('登记时每次请求各出一次错：要么如前，要么写完', () =>
  survivesFaults(
    () => deskWith('台账', LEDGER),
    async () => {
      const of = await reviewed();
      return planProceeding(of, { ...REQUEST, kind: 'closed', matters: keysOf(of, 2) }).plan;
    },
  ));
