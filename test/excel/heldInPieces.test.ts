import type { Plan } from '../../src/domain/plan';
import { finish, journalEntries, takeBack } from '../../src/excel/applyPlan';
import { holdNumbers } from '../../src/excel/holdNumbers';
import type * as small from '../faults/smallSizes';
import { contentOf, deskWith, type HostDesk } from '../hostDesk';

jest.mock('../../src/excel/requestSizes', () =>
  jest.requireActual<typeof small>('../faults/smallSizes').smallSizes(2000),
);

const HEAD = ['文书', '日期', '编号', '状态', '备注'];
const ROWS = [1, 2, 3].map((serial) => ['催办单', 46326, `〔2026〕${serial}号`, '已发出', '送'.repeat(20)]);

/** Rows that are held first; each is a piece of its own. */
const PLAN: Plan = {
  action: 'issueNotices',
  asOf: null,
  expectations: [],
  changes: [
    {
      kind: 'appendRows',
      sheet: '文书登记簿',
      at: 1,
      rows: ROWS,
      formats: [null, 'yyyy-m-d', null, null, null],
      drawn: { form: 0, number: 2, status: 3, note: 4, from: 0 },
    },
  ],
};

const hold = () => holdNumbers(PLAN, { at: '2026-10-31 09:00', summary: '文书' }, 'abc');

describe('占号的几行分几块写，只写上头几行就断了', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('文书登记簿', [HEAD], { autoSave: true });
  });
  afterEach(() => desk.close());

  const standing = (column: number): readonly unknown[] =>
    [1, 2, 3].map((row) => desk.workbook.sheets[0]!.value(row, column));

  test.each([
    ['退回', takeBack],
    ['接着写完', finish],
  ] as const)('%s：一行不多，一行不少', async (way, settle) => {
    const blank = contentOf(desk.workbook);
    const start = desk.requests();
    expect(await hold()).toMatchObject({ kind: 'held' });
    const [writing, actions] = [desk.requests() - start, desk.lastActions()];
    expect(await takeBack((await journalEntries())[0]!)).toMatchObject({ ok: true });
    const cutAfter = new Set<number>();
    for (let stop = 1; stop < actions; stop += 1) {
      desk.failNext((ordinal) =>
        ordinal === writing
          ? { when: { afterAction: stop }, error: { code: 'GeneralException', message: 'x' } }
          : undefined,
      );
      expect(await hold()).toMatchObject({ kind: 'refused' });
      desk.failNext(() => undefined);
      cutAfter.add(standing(4).filter((note) => note !== null).length);
      const [entry] = await journalEntries();
      if (entry === undefined) continue;
      expect({ stop, result: await settle(entry) }).toMatchObject({ stop, result: { ok: true } });
      if (way === '接着写完') {
        expect(standing(3)).toEqual(['已发出', '已发出', '已发出']);
        expect(await takeBack((await journalEntries())[0]!)).toMatchObject({ ok: true });
      }
      expect(contentOf(desk.workbook)).toEqual(blank);
    }
    expect([...cutAfter].sort()).toEqual([0, 1, 2]);
  });
});
