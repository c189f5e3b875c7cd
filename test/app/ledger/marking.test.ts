import { strFromU8, unzipSync } from 'fflate';
import type { CivilDate } from '../../../src/domain/calendar/civilDate';
import { lookOver } from '../../../src/app/reading/connectLedger';
import { planMarking, planUnmarking } from '../../../src/app/ledger/markOverdue';
import { ruleSetFor } from '../../../src/app/reading/chosenRules';
import { readForReview } from '../../../src/app/reading/readForReview';
import { review, type Review } from '../../../src/app/reading/review';
import { applyPlan, journalEntries, takeBack } from '../../../src/app/office/workbook';
import { DEFAULT_SETTINGS } from '../../../src/domain/ruleSet';
import type { Fault } from '../../../src/host/session';
import { contentOf, openDesk, openSample, SAMPLES, type HostDesk, type Sample } from '../../hostDesk';

const AS_OF = '2026-10-31' as CivilDate;
const AT = { at: '2026-10-31 09:00', summary: '标记' };

async function reviewed(scheme: string): Promise<Review> {
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  const connections = looked.value.ledgers.map(({ connection }) => connection);
  const read = await readForReview(looked.value.survey, connections);
  if (!read.ok) throw new Error(read.refusal.sentence);
  return review(read.value, {
    connections,
    doubts: new Map(),
    asOf: AS_OF,
    today: AS_OF,
    ruleSet: ruleSetFor(scheme),
    settings: DEFAULT_SETTINGS,
  });
}

const SCHEMES: Readonly<Record<Sample, string>> = {
  city: 'dengzhou-2018',
  district: 'county-2023',
  bureau: 'bureau-2019',
};
const sheetsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
      .map(([name, data]) => [name, strFromU8(data)]),
  );

describe.each(['city', 'district', 'bureau'] as const)('标记样本 %s', (sample) => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = openSample(sample);
  });
  afterEach(() => desk.close());

  test('标记只加条件格式，不改一个单元格；保存重开后认得出，清除后工作表一字不差', async () => {
    const original = sheetsOf(desk.workbook.save());
    const cells = JSON.stringify(contentOf(desk.workbook), (key, value: unknown) =>
      key === 'rules' ? undefined : value,
    );
    expect(await applyPlan(planMarking(await reviewed(SCHEMES[sample])), AT)).toMatchObject({
      ok: true,
      written: true,
    });
    expect(
      JSON.stringify(contentOf(desk.workbook), (key, value: unknown) => (key === 'rules' ? undefined : value)),
    ).toBe(cells);

    const reopened = openDesk(desk.workbook.save(), SAMPLES[sample]);
    const again = await reviewed(SCHEMES[sample]);
    expect(again.reading.marks.length).toBeGreaterThan(3);
    expect(planMarking(again).changes).toEqual([]);
    expect(await applyPlan(planUnmarking(again), AT)).toMatchObject({ ok: true, written: true });
    expect(sheetsOf(reopened.workbook.save())).toEqual(original);
    reopened.close();
  });

  test('标记用两次请求；撤销后工作表一字不差', async () => {
    const original = sheetsOf(desk.workbook.save());
    const plan = planMarking(await reviewed(SCHEMES[sample]));
    const before = desk.requests();
    expect(await applyPlan(plan, AT)).toMatchObject({ ok: true });
    expect(desk.requests() - before).toBe(2);
    const [entry] = await journalEntries();
    expect(await takeBack(entry!)).toMatchObject({ ok: true, written: true });
    expect(sheetsOf(desk.workbook.save())).toEqual(original);
  });

  test('撤销“清除标记”，标记照旧回来', async () => {
    await applyPlan(planMarking(await reviewed(SCHEMES[sample])), AT);
    const marked = contentOf(desk.workbook);
    const result = await applyPlan(planUnmarking(await reviewed(SCHEMES[sample])), AT);
    if (!result.ok) throw new Error(result.refusal.sentence);
    expect(await takeBack(result.entry!)).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(marked);
  });

  test('预览后插入了一行，标记拒绝写入并说明', async () => {
    const plan = planMarking(await reviewed(SCHEMES[sample]));
    const ledger = desk.workbook.sheets.find(({ name }) => name === (plan.changes[0] as { sheet: string }).sheet)!;
    ledger.insertRows(8, 1);
    const before = contentOf(desk.workbook);
    expect(await applyPlan(plan, AT)).toMatchObject({
      ok: false,
      refusal: { code: 'Moved', sentence: expect.stringContaining('没有写入') },
    });
    expect(contentOf(desk.workbook)).toEqual(before);
  });
});

const FAULTS: readonly [string, Fault][] = [
  ['没有写入', { when: 'before', error: { code: 'GeneralException', message: 'x' } }],
  ['已写入但报错', { when: 'after', error: { code: 'GeneralException', message: 'x' } }],
  ['已写入但回信丢失', { when: 'after', error: 'lost' }],
];

describe('标记、清除、撤销时每次请求各出一次错：要么如前，要么写完', () => {
  type Action = (desk: HostDesk) => Promise<unknown>;
  const mark: Action = async () => applyPlan(planMarking(await reviewed('dengzhou-2018')), AT);
  const actions: readonly [string, readonly Action[], Action][] = [
    ['标记', [], mark],
    ['清除', [mark], async () => applyPlan(planUnmarking(await reviewed('dengzhou-2018')), AT)],
    [
      '撤销',
      [mark],
      async () => {
        const [entry] = await journalEntries();
        return entry === undefined ? null : takeBack(entry);
      },
    ],
  ];
  for (const [name, first, action] of actions) {
    test(name, async () => {
      const whole = openSample('bureau');
      for (const step of first) await step(whole);
      const before = contentOf(whole.workbook);
      const start = whole.requests();
      await action(whole);
      const after = contentOf(whole.workbook);
      const requests = whole.requests() - start;
      whole.close();
      expect(requests).toBeGreaterThan(1);

      for (let ordinal = 1; ordinal <= requests; ordinal += 1) {
        for (const [, fault] of FAULTS) {
          const desk = openSample('bureau');
          for (const step of first) await step(desk);
          desk.failNext((nth) => (nth === ordinal ? fault : undefined));
          await action(desk).catch((error: unknown) => {
            // Reading failed before anything was planned: the harness says so by throwing, the add-in by a sentence.
            if (!(error instanceof Error) || !error.message.endsWith('。')) throw error;
          });
          expect([before, after]).toContainEqual(contentOf(desk.workbook));
          await action(desk);
          expect(contentOf(desk.workbook)).toEqual(after);
          desk.close();
        }
      }
    });
  }
});
