import type { Plan } from '../../src/domain/plan';
import { applyPlan, finish, journalEntries, takeBack } from '../../src/excel/applyPlan';
import { contentOf, deskWith, type HostDesk } from '../hostDesk';

const AT = { at: '2026-10-31 09:00', summary: '生成文书' };
const MATTERS = 4500;
const titleOf = (row: number): string => `第${row}件：推进全市重点项目建设`;

/** So long that the rows alone take more than one request. */
const BODY = '请在期限内书面反馈办理结果。'.repeat(32);

/** 编号 into every matter's row, the matter being known by its title; a register's rows besides. */
const PLAN: Plan = {
  action: 'issueNotices',
  asOf: null,
  expectations: Array.from({ length: MATTERS }, (_, index) => ({
    sheet: '台账',
    area: { top: index + 1, left: 1, bottom: index + 1, right: 1 },
    values: [[titleOf(index + 1)]],
    about: `“${titleOf(index + 1)}”`,
  })),
  changes: [
    ...Array.from({ length: MATTERS }, (_, index) => ({
      kind: 'setCell' as const,
      cell: { sheet: '台账', row: index + 1, column: 2 },
      before: '',
      after: `〔2026〕${index + 1}号`,
    })),
    {
      kind: 'appendRows',
      sheet: '台账',
      at: MATTERS + 3,
      rows: Array.from({ length: MATTERS }, (_, index) => ['催办单', `〔2026〕${index + 1}号`, 46326, BODY]),
      formats: [null, null, 'yyyy-m-d', null],
    },
  ],
};

let desk: HostDesk;
beforeEach(() => {
  desk = deskWith('台账', [
    ['序号', '督查事项', '催办单编号'],
    ...Array.from({ length: MATTERS }, (_, index) => [index + 1, titleOf(index + 1), null]),
  ]);
});
afterEach(() => desk.close());

describe('一次请求问不完、写不完的许多格', () => {
  test('四千五百件的编号一次写入：分几次问、几次写，每次不超过 5 MB；再写一次不多写；撤销如前', async () => {
    const before = contentOf(desk.workbook);
    expect(await applyPlan(PLAN, AT)).toMatchObject({ ok: true, written: true });
    const sheet = desk.workbook.sheets[0]!;
    expect([sheet.value(1, 2), sheet.value(MATTERS, 2)]).toEqual(['〔2026〕1号', `〔2026〕${MATTERS}号`]);
    expect(sheet.value(2 * MATTERS + 2, 1)).toBe(`〔2026〕${MATTERS}号`);
    expect(await applyPlan(PLAN, AT)).toMatchObject({ ok: true, written: false });
    expect(await takeBack((await journalEntries())[0]!)).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('最后一件已改名：一格也不写', async () => {
    desk.workbook.sheets[0]!.setValue(MATTERS, 1, '另一件');
    const before = contentOf(desk.workbook);
    expect(await applyPlan(PLAN, AT)).toMatchObject({
      ok: false,
      refusal: { sentence: expect.stringContaining(`B${MATTERS + 1}`) },
    });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('核对过、写入之前别人改了其中一件：照他改的，一格也不写', async () => {
    const before = contentOf(desk.workbook);
    const start = desk.requests();
    desk.failNext(() => {
      // The requests that check have been answered; the first that writes asks once more.
      if (desk.requests() - start === 2) desk.workbook.sheets[0]!.setValue(MATTERS, 2, '别人写的');
      return undefined;
    });
    expect(await applyPlan(PLAN, AT)).toMatchObject({ ok: false, refusal: { code: 'Moved' } });
    desk.failNext(() => undefined);
    const now = contentOf(desk.workbook);
    desk.workbook.sheets[0]!.setValue(MATTERS, 2, null);
    expect(now).not.toEqual(before);
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test.each([
    ['最后一次', '接着写', 0],
    ['最后一次', '退回', 0],
    ['倒数第二次', '接着写', 1],
    ['倒数第二次', '退回', 1],
  ] as const)('%s请求没有写成，再打开时%s', async (_, way, fromLast) => {
    const before = contentOf(desk.workbook);
    const start = desk.requests();
    expect(await applyPlan(PLAN, AT)).toMatchObject({ ok: true });
    const requests = desk.requests() - start;
    const whole = contentOf(desk.workbook);
    expect(await takeBack((await journalEntries())[0]!)).toMatchObject({ ok: true });
    desk.failNext((nth) => (nth === requests - fromLast ? { when: 'before', error: 'lost' } : undefined));
    expect(await applyPlan(PLAN, AT)).toMatchObject({ ok: false });
    desk.failNext(() => undefined);
    const [entry] = await journalEntries();
    expect(entry).toMatchObject({ state: 'pending' });
    expect(await (way === '退回' ? takeBack(entry!) : finish(entry!))).toMatchObject({ ok: true });
    if (way === '退回') expect(contentOf(desk.workbook)).toEqual(before);
    else expect(contentOf(desk.workbook)).toEqual(whole);
  });
});
