import { planFixes } from '../../../src/app/ledger/applyFixes';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import type { FindingCode } from '../../../src/domain/finding';
import type { Review } from '../../../src/app/reading/review';
import { newWorkbook } from '../../../src/host/xlsx';
import { contentOf, deskOver, deskWith, openSample, type HostDesk } from '../../hostDesk';
import { survivesFaults } from '../faults';
import { AT, done, reviewed } from '../reviewing';

const of = (review: Review, ...codes: readonly FindingCode[]) =>
  review.findings.filter(({ code }) => codes.includes(code));

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限'],
  [1, ' 道路修缮', '市交通局', '2026.3.1', '2026年9月30日'],
  [2, '管网改造', '市住建局', 46082, '２０２６年１２月底前'],
  [3, '重名', '市水利局', '2026-3-1', '2026-9-30'],
  [3, '重名', '市水利局', '2026-3-1', '2026-9-30'],
] as const;

/** The assignment dates of two rows are real dates in a format of the office's own. */
function openLedger(date1904 = false): HostDesk {
  const workbook = newWorkbook();
  Object.defineProperty(workbook, 'date1904', { value: date1904 });
  const sheet = workbook.sheets[0]!;
  sheet.name = '台账';
  LEDGER.forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
  sheet.setStyleIndex(2, 3, workbook.styleIndexOf({ ...workbook.style(0), numberFormat: 'yyyy"年"m"月"d"日"' }));
  return deskOver(workbook, '台账.xlsx');
}

describe('核对结果的修改', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = openLedger();
  });
  afterEach(() => desk.close());

  test('文字日期改成真正的日期，格式用这一列最常用的', async () => {
    const review = await reviewed();
    const { plan, lines, skipped } = planFixes(review, of(review, 'text-date'));
    expect(lines.map(({ place, before, after }) => `${place} ${before} → ${after}`)).toEqual([
      '台账!D2 2026.3.1 → 2026-03-01',
      '台账!E2 2026年9月30日 → 2026-09-30',
      '台账!E3 ２０２６年１２月底前 → 2026-12-31',
    ]);
    expect(new Set(skipped.map(({ why }) => why))).toEqual(new Set(['indistinct']));
    expect(await applyPlan(plan, AT)).toMatchObject({ ok: true, written: true });
    const sheet = desk.workbook.sheets[0]!;
    expect(sheet.value(1, 3)).toBe(46082);
    const format = (row: number, column: number) => desk.workbook.style(sheet.styleIndex(row, column)).numberFormat;
    expect(format(1, 3)).toBe('yyyy"年"m"月"d"日"');
    expect(format(1, 4)).toBe('yyyy-m-d');
    const after = await reviewed();
    expect(of(after, 'text-date').map(({ cell }) => cell.row)).toEqual([3, 3, 4, 4]);
    expect(after.matters[0]!.deadline.reading).toMatchObject({ kind: 'date', date: '2026-09-30' });
  });

  test('改过的值、格式都能一次撤销；改两遍和改一遍一样', async () => {
    const before = contentOf(desk.workbook);
    const review = await reviewed();
    const { plan } = planFixes(review, of(review, 'text-date', 'stray-space', 'full-width'));
    const result = done(await applyPlan(plan, AT));
    expect(desk.workbook.sheets[0]!.value(1, 1)).toBe('道路修缮');
    expect(await applyPlan(plan, AT)).toMatchObject({ ok: true, written: false });
    expect(await takeBack(result.entry!)).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('预览后有人改了那一格，或换了行，不写', async () => {
    const review = await reviewed();
    const { plan } = planFixes(review, of(review, 'text-date').slice(0, 1));
    desk.workbook.sheets[0]!.insertRows(1, 1);
    expect(await applyPlan(plan, AT)).toMatchObject({ ok: false, refusal: { code: 'Moved' } });
  });

  test('没有代改办法的、同一格第二处的，跳过并说明', async () => {
    const review = await reviewed();
    const fix = of(review, 'text-date')[0]!;
    const { skipped, lines } = planFixes(review, [fix, fix, ...of(review, 'indistinct-rows').slice(0, 1)]);
    expect(lines).toHaveLength(1);
    expect(skipped.map(({ sentence }) => sentence)).toEqual([
      '台账!D2：同一格已有一处修改，写入后再改这一处。',
      expect.stringMatching(/^台账!B4：没有可以代改的写法/),
    ]);
  });
});

test('公式算出来的格子不改，并说明', async () => {
  const desk = deskWith('台账', LEDGER);
  const review = await reviewed();
  const { survey } = review.reading;
  const sheets = survey.sheets.map((sheet) => ({ ...sheet, formulaAreas: [{ top: 1, left: 1, bottom: 1, right: 1 }] }));
  const withFormula = { ...review, reading: { ...review.reading, survey: { ...survey, sheets } } };
  const { plan, skipped } = planFixes(withFormula, of(review, 'stray-space'));
  expect(plan.changes).toEqual([]);
  expect(skipped).toMatchObject([{ why: 'formula' }]);
  desk.close();
});

test('1904日期系统的文件，改成的还是那一天', async () => {
  const desk = openLedger(true);
  const review = await reviewed();
  expect(review.reading.snapshot.date1904).toBe(true);
  const { plan } = planFixes(review, of(review, 'text-date').slice(0, 1));
  done(await applyPlan(plan, AT));
  expect(desk.workbook.sheets[0]!.value(1, 3)).toBe(46082 - 1462);
  expect((await reviewed()).matters[0]!.assignedOn.reading).toMatchObject({ kind: 'date', date: '2026-03-01' });
  desk.close();
});

test('样本里同一类问题一次改完，再核对就没有了；撤销后还是原样', async () => {
  const desk = openSample('bureau');
  const before = contentOf(desk.workbook);
  const review = await reviewed('bureau-2019');
  const { plan, lines } = planFixes(review, of(review, 'text-date'));
  expect(lines.length).toBeGreaterThan(20);
  const result = done(await applyPlan(plan, AT));
  const after = await reviewed('bureau-2019');
  expect(of(after, 'text-date').filter(({ fix }) => fix !== undefined)).toEqual([]);
  expect(after.assessments.map(({ state }) => state)).toEqual(review.assessments.map(({ state }) => state));
  await takeBack(result.entry!);
  expect(contentOf(desk.workbook)).toEqual(before);
  desk.close();
});

test('修改时每次请求各出一次错：要么如前，要么写完', () =>
  survivesFaults(openLedger, async () => {
    const review = await reviewed();
    return planFixes(review, of(review, 'text-date', 'stray-space')).plan;
  }));
