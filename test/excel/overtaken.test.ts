import type { Change, Plan } from '../../src/domain/plan';
import { applyPlan, journalEntries } from '../../src/app/office/workbook';
import { contentOf, deskWith, type HostDesk } from '../hostDesk';

const AT = { at: '2026-10-31 09:00', summary: '登记' };
const planOf = (changes: readonly Change[], expectations: Plan['expectations'] = []): Plan => ({
  action: 'fix',
  asOf: null,
  expectations,
  changes,
});
const setCell = (row: number, after: string): Change => ({
  kind: 'setCell',
  cell: { sheet: '台账', row, column: 2 },
  before: '',
  after,
});

describe('核对以后、写入之前被别人抢先', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('台账', [
      ['序号', '督查事项', '进展'],
      [1, '道路修缮', null],
      [2, '河道清淤', null],
    ]);
  });
  afterEach(() => desk.close());
  const ledger = () => desk.workbook.sheets[0]!;
  /** Lets another act right before the request that writes. */
  const overtaken = (act: () => void): void =>
    desk.failNext((nth) => {
      if (nth === 2) act();
      return undefined;
    });
  const typed = (row: number, column: number, value: unknown): void =>
    desk.session.colleagueEdits(ledger().id, { top: row, left: column, bottom: row, right: column }, [[value]]);

  test('别人的话还在，说是哪一格，操作记录里没有这一次', async () => {
    overtaken(() => typed(1, 2, '他人的话'));
    const result = await applyPlan(planOf([setCell(1, '我的话'), setCell(2, '我的话')]), AT);
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'Moved', sentence: '台账!C2 刚被别人改动，没有写入。请核对后再试。' },
    });
    expect([ledger().value(1, 2), ledger().value(2, 2)]).toEqual(['他人的话', null]);
    expect(await journalEntries()).toEqual([]);
  });

  describe('还没退回去，又有人接着写', () => {
    /** Another writes into both cells right before the request that writes, a third these words right after it. */
    const thenWritten = (words: string): void =>
      desk.failNext((nth) => {
        if (nth === 2) {
          typed(1, 2, '他人的话');
          typed(2, 2, '另一句');
        }
        if (nth === 3) typed(1, 2, words);
        return undefined;
      });

    test('写在下面的话还在，上面是先写的人的话，别的格照样退回', async () => {
      thenWritten('我的话\n第三人的话');
      const result = await applyPlan(planOf([setCell(1, '我的话'), setCell(2, '我的话')]), AT);
      expect(result).toMatchObject({
        ok: false,
        refusal: { code: 'Moved', sentence: '台账!C2 刚被别人改动，没有写入。请核对后再试。' },
      });
      expect([ledger().value(1, 2), ledger().value(2, 2)]).toEqual(['他人的话\n第三人的话', '另一句']);
      expect(await journalEntries()).toEqual([]);
    });

    test('改成别的话的那一格不动，说出来，别的格照样退回', async () => {
      thenWritten('改了我的话');
      const result = await applyPlan(planOf([setCell(1, '我的话'), setCell(2, '我的话')]), AT);
      expect(result).toMatchObject({
        ok: false,
        refusal: {
          sentence:
            '台账!C2 刚被别人改动，没有写入。台账!C2 随后又有人改过，里面或许还有这次写的内容，没有动它。请核对后再试。',
        },
      });
      expect([ledger().value(1, 2), ledger().value(2, 2)]).toEqual(['改了我的话', '另一句']);
      expect(await journalEntries()).toEqual([]);
    });
  });

  test('别人写的是公式，公式还在', async () => {
    overtaken(() => typed(1, 2, '=LEN(B2)'));
    expect(await applyPlan(planOf([setCell(1, '我的话')]), AT)).toMatchObject({ ok: false });
    expect(ledger().formula(1, 2)).toBe('LEN(B2)');
  });

  test('两人接着登记在同一行：先写的在，后写的没有', async () => {
    overtaken(() => typed(3, 1, '他人登记的事项'));
    const rows: Change = { kind: 'appendRows', sheet: '台账', at: 3, rows: [[3, '我登记的事项', '']], formats: [] };
    expect(await applyPlan(planOf([rows]), AT)).toMatchObject({ ok: false, refusal: { code: 'Moved' } });
    expect([0, 1, 2].map((column) => ledger().value(3, column))).toEqual([null, '他人登记的事项', null]);
  });

  test('别人在上面插了一行：不写到别的事项里', async () => {
    const identity = {
      sheet: '台账',
      area: { top: 2, left: 0, bottom: 2, right: 1 },
      values: [[2, '河道清淤']],
      about: '第2号事项',
    };
    overtaken(() => ledger().insertRows(1, 1));
    const before = [ledger().value(1, 1), ledger().value(2, 1)];
    expect(await applyPlan(planOf([setCell(2, '我的话')], [identity]), AT)).toMatchObject({ ok: false });
    expect([1, 2, 3].map((row) => ledger().value(row, 2))).toEqual([null, null, null]);
    expect([ledger().value(2, 1), ledger().value(3, 1)]).toEqual(before);
  });

  describe('重写一张结果表时', () => {
    const NAME = '台账核对 2026-10-31';
    const content = (word: string) => ({
      rows: [[{ value: '核对', bold: true }], [{ value: word }, { value: 1 }]],
      columnWidths: [20, 10],
    });
    const replace: Change = { kind: 'replaceSheet', name: NAME, before: content('旧'), after: content('新') };
    const sheet = () => desk.workbook.sheets.find(({ name }) => name === NAME)!;
    const type = (row: number, column: number, value: unknown): void =>
      desk.session.colleagueEdits(sheet().id, { top: row, left: column, bottom: row, right: column }, [[value]]);
    beforeEach(async () => {
      await applyPlan(planOf([{ kind: 'addSheet', name: NAME, content: content('旧') }]), AT);
    });

    test('没有人动过就换成新的', async () => {
      expect(await applyPlan(planOf([replace]), AT)).toMatchObject({ ok: true, written: true });
      expect(sheet().value(1, 0)).toBe('新');
    });

    test('别人刚写进去的话还在，不论在表里还是表外，说是哪一格', async () => {
      overtaken(() => {
        type(1, 1, '已核实');
        type(4, 3, '张科长：请复核');
      });
      expect(await applyPlan(planOf([replace]), AT)).toMatchObject({
        ok: false,
        refusal: { code: 'Moved', sentence: `${NAME}!B2 刚被别人改动，没有写入。请核对后再试。` },
      });
      expect([sheet().value(1, 0), sheet().value(1, 1), sheet().value(4, 3)]).toEqual([
        '旧',
        '已核实',
        '张科长：请复核',
      ]);
      expect((await journalEntries()).map(({ plan }) => plan.changes[0]?.kind)).toEqual(['addSheet']);
    });

    test('别人写的是公式，公式还在', async () => {
      overtaken(() => type(1, 1, '=1+1'));
      expect(await applyPlan(planOf([replace]), AT)).toMatchObject({ ok: false });
      expect(sheet().formula(1, 1)).toBe('1+1');
    });
  });

  test('两人同时新建同一张表：先建的在，后建的不留半截', async () => {
    const content = { rows: [[{ value: '我的' }]], columnWidths: [10] };
    overtaken(() => desk.workbook.addSheet('文书登记簿').setValue(0, 0, '他人的'));
    const result = await applyPlan(
      planOf([setCell(1, '我的话'), { kind: 'addSheet', name: '文书登记簿', content }]),
      AT,
    );
    expect(result).toMatchObject({ ok: false, refusal: { code: 'ItemAlreadyExists', uncertain: false } });
    expect(desk.workbook.sheets[1]!.value(0, 0)).toBe('他人的');
    expect(ledger().value(1, 2)).toBeNull();
    expect(await journalEntries()).toEqual([]);
  });

  test('没有人抢先，两次请求写好，与从前一样', async () => {
    const before = desk.requests();
    expect(await applyPlan(planOf([setCell(1, '我的话')]), AT)).toMatchObject({ ok: true, written: true });
    expect(desk.requests() - before).toBe(2);
    expect(JSON.stringify(contentOf(desk.workbook))).toContain('我的话');
  });
});
