import type { Change, Plan } from '../../src/domain/plan';
import { applyPlan, journalEntries, takeBack, type ApplyResult } from '../../src/app/office/workbook';
import { chanceOf } from './chance';
import { openRelay, type Relay } from './interleaving';
import { keptBook, LEDGER } from './startBook';
import { wholeState } from './wholeState';

const NAME = '台账核对 2026-10-31';
const PROGRESS = { sheet: LEDGER, row: 3, column: 9 };
const content = (who: string) => ({ rows: [[{ value: `${who}的核对`, bold: true }]], columnWidths: [20] });
const plan = (...changes: readonly Change[]): Plan => ({ action: 'checkSheet', asOf: null, expectations: [], changes });
const added = (who: string): Change => ({ kind: 'addSheet', name: NAME, content: content(who) });
const typed = (who: string): Change => ({ kind: 'setCell', cell: PROGRESS, before: '', after: `${who}核过` });

describe('两人在同一时刻新建同一张表', () => {
  let relay: Relay;
  beforeAll(() => {
    relay = openRelay();
  });
  afterAll(() => relay.close());

  const earlier = plan({ kind: 'setCell', cell: { ...PROGRESS, row: 4 }, before: '已招标', after: '已开工' });
  test.each([
    ['只建表', (who: string) => plan(added(who)), null],
    ['先改同一格再建表', (who: string) => plan(typed(who), added(who)), null],
    ['建表后再改同一格', (who: string) => plan(added(who), typed(who)), null],
    ['原有操作记录，只建表', (who: string) => plan(added(who)), earlier],
    ['原有操作记录，先改同一格再建表', (who: string) => plan(typed(who), added(who)), earlier],
    ['原有操作记录，建表后再改同一格', (who: string) => plan(added(who), typed(who)), earlier],
  ])('%s：一人写成，另一人什么也没留下；写成的那次还在撤销菜单里，撤得回', async (_, planOf, done) => {
    let both = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const shared = relay.open(keptBook());
      const { workbook } = shared.session;
      if (done !== null) await applyPlan(done, { at: '2026-10-31 08:00', summary: '早上' });
      const known = (await journalEntries()).length;
      const before = wholeState(workbook);
      const results = new Map<string, ApplyResult>();
      const clerk = (who: string, at: string) => async (): Promise<void> => {
        results.set(who, await applyPlan(planOf(who), { at, summary: `${who}的核对` }));
      };
      const asked: number[] = [];
      await shared.run([clerk('甲', '2026-10-31 09:00'), clerk('乙', '2026-10-31 09:01')], chanceOf(seed), (request) =>
        asked.push(request),
      );
      const winners = [...results].filter(([, { ok }]) => ok).map(([who]) => who);
      expect(winners).toHaveLength(1);
      const [winner] = winners;
      const refused = [...results.values()].find(({ ok }) => !ok);
      expect(refused).toMatchObject({ ok: false, refusal: { sentence: expect.stringMatching(/没有写入/) } });
      if (JSON.stringify(refused).includes('ItemAlreadyExists') || asked.length > 4) both += 1;
      expect(workbook.sheets.find(({ name }) => name === NAME)!.value(0, 0)).toBe(`${winner}的核对`);
      const entries = (await journalEntries()).slice(known);
      expect(entries.map(({ summary, state }) => `${summary} ${state}`)).toEqual([`${winner}的核对 done`]);
      expect(await takeBack(entries[0]!)).toMatchObject({ ok: true });
      expect(wholeState(workbook)).toEqual(before);
    }
    // In some of them both had looked before either wrote.
    expect(both).toBeGreaterThan(2);
  });
});
