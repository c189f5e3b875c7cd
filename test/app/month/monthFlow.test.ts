import { settingsInForce, lookOver } from '../../../src/app/reading/connectLedger';
import { planCarryOver } from '../../../src/app/ledger/carryOver';
import { changedSince } from '../../../src/app/reading/changedSince';
import { listsOfReview, planListSheet } from '../../../src/app/scoring/lists';
import { monthFlow, planStep } from '../../../src/app/month/monthFlow';
import { planMarking } from '../../../src/app/ledger/markOverdue';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { NEW_SETTINGS } from '../../../src/app/office/workbookSettings';
import { contentOf, deskWith, openSample } from '../../hostDesk';
import { AT, done, on, reviewed } from '../reviewing';

test('市级样本：每一步说出找到了什么；标记写过以后这一步没有事可做', async () => {
  const desk = openSample('city');
  const of = await reviewed();
  const flow = monthFlow(of, undefined);
  expect(flow.map(({ step, standing }) => [step, standing.state])).toEqual(
    ['check', 'mark', 'collect', 'remind', 'score', 'publish'].map((step) => [step, 'todo']),
  );
  const due = of.assessments.filter(({ nextStep }) => nextStep !== null).length;
  expect(flow.find(({ step }) => step === 'remind')!.found).toBe(`要催办、督办的${due}件`);
  done(await applyPlan(planMarking(of), AT));
  const marked = monthFlow(await reviewed(), undefined);
  expect(marked.find(({ step }) => step === 'mark')).toMatchObject({ settled: true, found: '标记已是最新' });
  desk.close();
});

test('做到哪一步记在工作簿里，换一次打开还在；工作表一格不动；可以撤销', async () => {
  const desk = deskWith('台账', [
    ['序号', '督查事项', '牵头单位', '办结时限'],
    [1, '道路修缮', '交通局', '2026-9-30'],
  ]);
  const before = contentOf(desk.workbook);
  const skipped = { state: 'skipped', on: '2026-10-31', reason: '本月不收表' } as const;
  const planned = planStep(await reviewed(), NEW_SETTINGS, 'collect', skipped);
  if (!planned.ok) throw new Error(planned.sentence);
  const { entry } = done(await applyPlan(planned.plan, AT));
  expect(contentOf(desk.workbook)).toEqual(before);
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  const kept = settingsInForce(looked.value.settings);
  const collect = monthFlow(await reviewed(), kept.months).find(({ step }) => step === 'collect');
  expect(collect!.standing).toEqual(skipped);
  expect(kept.lastSeen).toBe('2026-10-31');
  done(await takeBack(entry!));
  const again = await lookOver();
  expect(again.ok && settingsInForce(again.value.settings).months).toBeUndefined();
  desk.close();
});

describe('没有分值的方案，计分一步说名单', () => {
  const NAME = '督查名单 2026-10-31';
  const score = async (scheme: string) =>
    monthFlow(await reviewed(scheme), undefined).find(({ step }) => step === 'score');
  const found = (found: string, settled: boolean) => expect.objectContaining({ found, settled });

  test('还没有写、已写好、写好后有人改过', async () => {
    const desk = deskWith('台账', [
      ['序号', '督查事项', '牵头单位', '办结时限'],
      [1, '道路修缮', '交通局', '2026-9-30'],
    ]);
    expect(await score('shangyu-2016')).toEqual(found(`本方案没有分值，不计分；将写入${NAME}`, false));
    expect(await score('bureau-2019')).toEqual(
      found(`本方案没有写明分值，填好“计分方案”表再计分；将写入${NAME}`, false),
    );
    const of = await reviewed('shangyu-2016');
    const sheet = planListSheet(of, listsOfReview(of));
    if (sheet.kind !== 'ready') throw new Error(sheet.sentence);
    done(await applyPlan(sheet.plan, AT));
    expect(await score('shangyu-2016')).toEqual(found(`本方案没有分值，不计分；已写${NAME}，没有变化`, true));
    expect(await score('liangshan-2010')).toEqual(found(`本方案没有分值，不计分；将改写${NAME}`, false));
    desk.workbook.sheets.find(({ name }) => name === NAME)!.setValue(0, 7, '已报领导');
    expect(await score('shangyu-2016')).toEqual(
      found(`本方案没有分值，不计分；工作表“${NAME}”写好之后有改动，没有覆盖。可以另写一张“${NAME}(2)”。`, true),
    );
    desk.close();
  });

  test('“计分方案”表有改不对的行：先改正', async () => {
    const desk = deskWith('台账', [
      ['序号', '督查事项', '牵头单位', '办结时限'],
      [1, '道路修缮', '交通局', '2026-12-30'],
    ]);
    const sheet = desk.workbook.addSheet('计分方案');
    const rows = [
      ['规则', '对象', '分值'],
      ['方案', 'dengzhou-2018', ''],
      ['每次计分', '催办单', '半分'],
    ];
    rows.forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
    const flow = monthFlow(await reviewed(), undefined);
    expect(flow.find(({ step }) => step === 'score')).toEqual(found('“计分方案”表有要改正的行，改正前不计分', false));
    desk.close();
  });
});

test('上次打开以来新逾期的事项', async () => {
  const desk = deskWith('台账', [
    ['序号', '督查事项', '牵头单位', '办结时限'],
    [1, '道路修缮', '交通局', '2026-10-29'],
    [2, '桥梁加固', '交通局', '2026-9-30'],
  ]);
  const of = await reviewed();
  expect(changedSince(of, on('2026-10-29'))).toMatchObject({ overdue: [of.matters[0]!.key], dueSoon: [] });
  expect(changedSince(of, null)).toBeNull();
  expect(changedSince(of, on('2026-10-31'))).toBeNull();
  desk.close();
});

describe('年终结转', () => {
  test.each([
    ['city', '督查台账', 'dengzhou-2018'],
    ['district', '政府工作报告任务', 'county-2023'],
    ['bureau', '督查督办台账', 'bureau-2019'],
  ] as const)(
    '样本 %s：没有办结的进新表，一件只算一次，登记跟着事项走，旧表一格不动，撤销后如前',
    async (sample, sheet, scheme) => {
      const desk = openSample(sample);
      const of = await reviewed(scheme, undefined, on('2026-12-31'));
      const ledger = of.ledgers.find((own) => own.sheet === sheet) ?? of.ledgers[0]!;
      const carry = planCarryOver(of, ledger.sheet);
      if (!carry.ok) throw new Error(carry.sentence);
      const before27 = await reviewed(scheme, undefined, on('2027-01-01'));
      const before = contentOf(desk.workbook);
      const { entry } = done(await applyPlan(carry.plan, AT));
      const oldYear = await reviewed(scheme, undefined, on('2026-12-31'));
      expect(oldYear.assessments.filter(({ matter }) => matter.sheet === carry.name)).toEqual([]);
      expect(oldYear.assessments).toHaveLength(of.assessments.length);
      const after = await reviewed(scheme, undefined, on('2027-01-01'));
      const fresh = after.assessments.filter(({ matter }) => matter.sheet === carry.name);
      const old = before27.assessments.filter(({ matter }) => carry.carried.includes(matter.key));
      const told = (each: (typeof old)[number]) => [
        each.matter.title,
        each.matter.category,
        each.state,
        each.stage,
        each.nextStep,
      ];
      expect(fresh.map(told)).toEqual(old.map(told));
      expect(after.assessments).toHaveLength(of.assessments.length);
      const numbered = old.find(({ matter }) => matter.id !== null)!.matter;
      expect(fresh.some(({ matter }) => matter.id === `2026年${numbered.id}号`)).toBe(true);
      expect(after.findings.filter(({ code }) => code === 'register-link')).toHaveLength(
        before27.findings.filter(({ code }) => code === 'register-link').length,
      );
      done(await takeBack(entry!));
      expect(contentOf(desk.workbook)).toEqual(before);
      desk.close();
    },
  );

  test('全部办结的没有可结转；已有同名的表不覆盖', async () => {
    const rows = [
      ['序号', '督查事项', '牵头单位', '办结时限', '办结时间'],
      [1, '道路修缮', '交通局', '2026-10-29', '2026-10-1'],
    ] as const;
    const desk = deskWith('2026年台账', rows);
    expect(planCarryOver(await reviewed(), '2026年台账')).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/都已办结/),
    });
    desk.workbook.sheets[0]!.setValue(1, 4, null);
    desk.workbook.addSheet('2027年台账');
    expect(planCarryOver(await reviewed(), '2026年台账')).toMatchObject({ ok: false });
    desk.close();
  });
});
