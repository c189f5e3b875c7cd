import { namesInPortions, planReport, REPORT_NAMES, type ReportKind } from '../../../src/app/bulletin/onePageReports';
import { lookOver } from '../../../src/app/reading/connectLedger';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { isOwnSheet } from '../../../src/domain/ledger/ownSheets';
import { atOnce } from '../../../src/domain/portions';
import { contentOf, openSample, type HostDesk } from '../../hostDesk';
import { AT, done, reviewed } from '../reviewing';

const KINDS = Object.keys(REPORT_NAMES) as ReportKind[];

describe('专报和清单', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = openSample('city');
  });
  afterEach(() => desk.close());

  test.each(KINDS)('%s：写成工作表，不当作台账，撤销后与原来一样，再写没有变化', async (kind) => {
    const report = async () => {
      const of = await reviewed();
      const first = new Set(of.matters.slice(60, 70).map(({ key }) => key));
      return planReport(of, { kind, only: kind === 'matters' ? first : null });
    };
    const { name, plan, pages } = await report();
    expect(pages.length).toBeGreaterThan(0);
    const before = contentOf(desk.workbook);
    const { entry } = done(await applyPlan(plan, AT));
    expect(isOwnSheet(name)).toBe(true);
    const looked = await lookOver();
    expect(looked.ok && looked.value.ledgers.map(({ connection }) => connection.sheet)).toEqual(['督查台账']);
    expect((await report()).plan.changes).toEqual([]);
    done(await takeBack(entry!));
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('涉密事项一件也不进；逾期的排在前面；一个单位的清单只有没有办结的', async () => {
    const of = await reviewed();
    const secret = of.matters.filter(({ classified }) => classified).map(({ title }) => title!);
    expect(secret.length).toBeGreaterThan(0);
    for (const kind of KINDS) {
      const said = JSON.stringify(planReport(of, { kind, only: null }).pages);
      for (const title of secret) expect(said).not.toContain(title);
    }
    const unit = atOnce(namesInPortions(of, 'units'))[0]!;
    const [page] = planReport(of, { kind: 'units', only: new Set([unit]) }).pages;
    const open = of.assessments.filter(
      ({ matter, state }) =>
        !matter.classified &&
        matter.leadUnits.some((each) => each.unit === unit) &&
        !state.startsWith('closed') &&
        state !== 'notAssigned',
    );
    expect(page!.rows).toHaveLength(open.length);
    const days = page!.rows.map((row) => Number(/^逾期(\d+)天/.exec(row[7]!)?.[1] ?? 0));
    expect(days).toEqual([...days].sort((a, b) => b - a));
  });

  test('督办专项台账：每件都有督办单号，都没有办结', async () => {
    const [page] = planReport(await reviewed(), { kind: 'supervision', only: null }).pages;
    for (const row of page!.rows) expect(row[3]).toMatch(/^〔2026〕\d+号 2026-\d\d-\d\d$/);
    expect(page!.rows.map((row) => row[7]).filter((state) => /办结/.test(state!))).toEqual([]);
  });

  test('一件一档：登记簿里的每一条都在，按日期排', async () => {
    const of = await reviewed();
    const { matter } = of.assessments.find(({ stage, matter: each }) => stage === 'interviewed' && !each.classified)!;
    const history = of.histories.get(matter.key)!;
    const [page] = planReport(of, { kind: 'matters', only: new Set([matter.key]) }).pages;
    expect(page!.rows).toHaveLength(history.notices.length + history.proceedings.length);
    const dates = page!.rows.map(([date]) => date!);
    expect(dates).toEqual([...dates].sort());
    expect(page!.rows.map((row) => row[1])).toContain('约谈');
  });
});

test('台账自己叫专项台账的仍是台账；带日期的督办专项台账是加载项写的', () => {
  expect(['专项台账', '督办专项台账', '专项台账 2026-10-31', '一单位一清单'].map(isOwnSheet)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(isOwnSheet('督办专项台账 2026-10-31')).toBe(true);
  expect(isOwnSheet('一件一档 2026-10-31 (2)')).toBe(true);
});
