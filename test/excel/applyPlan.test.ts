import type { CivilDate } from '../../src/domain/calendar/civilDate';
import type { Change, Plan } from '../../src/domain/plan';
import { applyPlan, finish, journalEntries, takeBack } from '../../src/excel/applyPlan';
import { OWN_PARTS, partXml } from '../../src/excel/ownParts';
import type { Fault } from '../../src/host/session';
import { contentOf, deskWith, type HostDesk } from '../hostDesk';

const AT = { at: '2026-10-31 09:00', summary: '试写' };
const LEDGER = [
  ['序号', '督查事项', '办结时限', '催办单编号'],
  [1, '道路修缮', '2026-3-31', null],
  [2, '=不是公式', '2026-10-15', null],
] as const;

const red = { fill: '#FFC7CE', fontColor: '#9C0006', bold: true };

const CHANGES: readonly Change[] = [
  { kind: 'setCell', cell: { sheet: '台账', row: 1, column: 3 }, before: '', after: '〔2026〕1号' },
  {
    kind: 'setCell',
    cell: { sheet: '台账', row: 2, column: 2 },
    before: '2026-10-15',
    after: 46310,
    numberFormat: 'yyyy-m-d',
    formatBefore: 'General',
  },
  {
    kind: 'setMarks',
    sheet: '台账',
    before: [],
    after: [
      {
        mark: 'overdue',
        areas: [{ top: 1, left: 0, bottom: 2, right: 3 }],
        formula: '=AND(N("督查:逾期")=0,$C2<TODAY())',
        live: true,
        asOf: null,
        look: red,
      },
    ],
  },
  {
    kind: 'addSheet',
    name: '文书登记簿',
    content: {
      columnWidths: [10, 12],
      rows: [
        [{ value: '文书', bold: true }, { value: '编号' }],
        [{ value: '催办单' }, { value: '〔2026〕1号' }],
      ],
    },
  },
  {
    kind: 'appendRows',
    sheet: '台账',
    at: 3,
    rows: [[3, '=HYPERLINK("x")', '3-5', '00123']],
    formats: [null, null, null, null],
  },
  { kind: 'setPart', namespace: OWN_PARTS.settings, before: null, after: partXml('settings', { a: '<&>\u0001' }) },
];

const planOf = (...changes: readonly Change[]): Plan => ({
  action: 'fix',
  asOf: '2026-10-31' as CivilDate,
  expectations: [
    { sheet: '台账', area: { top: 1, left: 1, bottom: 1, right: 1 }, values: [['道路修缮']], about: '第1号事项' },
  ],
  changes,
});

describe('写入计划', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('台账', LEDGER);
  });
  afterEach(() => desk.close());

  test('预览的各处一次写入，只用两次请求', async () => {
    const result = await applyPlan(planOf(...CHANGES), AT);
    expect(result).toMatchObject({ ok: true, written: true });
    const [ledger, register] = desk.workbook.sheets;
    expect(ledger!.value(1, 3)).toBe('〔2026〕1号');
    expect(ledger!.value(2, 2)).toBe(46310);
    expect(ledger!.conditionalRules()).toHaveLength(1);
    expect(register!.value(1, 1)).toBe('〔2026〕1号');
    expect(desk.requests()).toBe(2);
  });

  test('像公式、日期、数字的文字写进去仍是文字', async () => {
    await applyPlan(planOf(...CHANGES), AT);
    const ledger = desk.workbook.sheets[0]!;
    expect([1, 2, 3].map((column) => ledger.value(3, column))).toEqual(['=HYPERLINK("x")', '3-5', '00123']);
    expect([1, 2, 3].map((column) => ledger.formula(3, column))).toEqual([null, null, null]);
  });

  test('同一计划再写一次，不多写一处', async () => {
    await applyPlan(planOf(...CHANGES), AT);
    const once = contentOf(desk.workbook);
    expect(await applyPlan(planOf(...CHANGES), AT)).toMatchObject({ ok: true, written: false });
    expect(contentOf(desk.workbook)).toEqual(once);
    expect(await journalEntries()).toHaveLength(1);
  });

  test('预览后单元格被改动，说出是哪一格，一处也不写', async () => {
    desk.workbook.sheets[0]!.setValue(1, 3, '〔2026〕9号');
    const before = contentOf(desk.workbook);
    const result = await applyPlan(planOf(...CHANGES), AT);
    expect(result).toMatchObject({
      ok: false,
      refusal: {
        code: 'Moved',
        sentence: expect.stringContaining('台账!D2'),
        cell: { sheet: '台账', row: 1, column: 3 },
      },
    });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('预览后插入了一行，说出事项所在行已移动，一处也不写', async () => {
    desk.workbook.sheets[0]!.insertRows(1, 1);
    const before = contentOf(desk.workbook);
    const result = await applyPlan(planOf(CHANGES[0]!), AT);
    expect(result).toMatchObject({
      ok: false,
      refusal: { sentence: expect.stringContaining('第1号事项'), cell: { sheet: '台账', row: 1, column: 1 } },
    });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('预览后工作表改了名，不说去不了的单元格', async () => {
    desk.workbook.sheets[0]!.name = '旧台账';
    const result = await applyPlan(planOf(CHANGES[0]!), AT);
    if (result.ok) throw new Error('it was written');
    expect(result.refusal).toMatchObject({ code: 'Moved', sentence: expect.stringContaining('台账!') });
    expect(result.refusal.cell).toBeUndefined();
  });

  test('工作表受保护时说明原因，什么也没有写', async () => {
    const ledger = desk.workbook.sheets[0]!;
    ledger.setProtection({ ...ledger.protection(), enabled: true });
    const before = contentOf(desk.workbook);
    const result = await applyPlan(planOf(CHANGES[0]!), AT);
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'AccessDenied', sentence: expect.stringContaining('保护') },
    });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  describe('工作表受保护', () => {
    const protect = (allowed: Readonly<Record<string, boolean>> = {}): void => {
      const ledger = desk.workbook.sheets[0]!;
      ledger.setProtection({
        ...ledger.protection(),
        enabled: true,
        allowed: { ...ledger.protection().allowed, ...allowed },
      });
    };
    const SAID = '工作表“台账”受保护，没有写入。请先在“审阅”中撤销工作表保护再试。';
    const CASES = CHANGES.flatMap((change, index) =>
      change.kind === 'addSheet' || change.kind === 'setPart' ? [] : [[change.kind, index] as const],
    );

    test.each(CASES)('%s（第%i处）：说是哪一张表，一格不写，不留没写完的操作', async (_, index) => {
      protect();
      const before = contentOf(desk.workbook);
      const [part, sheet] = [CHANGES[5]!, CHANGES[3]!];
      expect(await applyPlan(planOf(part, sheet, CHANGES[index]!), AT)).toEqual({
        ok: false,
        refusal: { code: 'AccessDenied', sentence: SAID, uncertain: false },
      });
      expect(contentOf(desk.workbook)).toEqual(before);
      expect(await journalEntries()).toEqual([]);
    });

    test('写的格没有锁定就照写，也能撤销；锁定了的不写', async () => {
      const ledger = desk.workbook.sheets[0]!;
      ledger.setStyleIndex(1, 3, desk.workbook.styleIndexOf({ ...desk.workbook.style(0), locked: false }));
      protect();
      const result = await applyPlan(planOf(CHANGES[0]!), AT);
      if (!result.ok) throw new Error(result.refusal.sentence);
      expect(ledger.value(1, 3)).toBe('〔2026〕1号');
      expect(await takeBack(result.entry!)).toMatchObject({ ok: true, written: true });
      expect(ledger.value(1, 3)).toBeNull();
    });

    test('保护时准许改格式：标记照写', async () => {
      protect({ allowFormatCells: true });
      expect(await applyPlan(planOf(CHANGES[2]!), AT)).toMatchObject({ ok: true, written: true });
    });

    test('写好以后才保护的：撤销不了，说明原因，操作仍在，撤销保护后撤销得了', async () => {
      const before = contentOf(desk.workbook);
      const result = await applyPlan(planOf(...CHANGES), AT);
      if (!result.ok) throw new Error(result.refusal.sentence);
      protect();
      const written = contentOf(desk.workbook);
      expect(await takeBack(result.entry!)).toMatchObject({ ok: false, refusal: { sentence: SAID, uncertain: false } });
      expect(contentOf(desk.workbook)).toEqual(written);
      expect(await journalEntries()).toMatchObject([{ state: 'done' }]);
      const ledger = desk.workbook.sheets[0]!;
      ledger.setProtection({ ...ledger.protection(), enabled: false });
      expect(await takeBack(result.entry!)).toMatchObject({ ok: true });
      expect(contentOf(desk.workbook)).toEqual(before);
    });
  });

  test('撤销一次，恢复到写入之前', async () => {
    const before = contentOf(desk.workbook);
    const result = await applyPlan(planOf(...CHANGES), AT);
    if (!result.ok) throw new Error(result.refusal.sentence);
    expect(await takeBack(result.entry!)).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(before);
    expect(await journalEntries()).toEqual([]);
    expect(desk.workbook.customXmlParts()).toEqual([]);
  });

  test('写入后有人改了其中一格，撤销时说出是哪一格，一处也不动', async () => {
    const result = await applyPlan(planOf(...CHANGES), AT);
    if (!result.ok) throw new Error(result.refusal.sentence);
    desk.workbook.sheets[0]!.setValue(1, 3, '〔2026〕8号');
    const before = contentOf(desk.workbook);
    expect(await takeBack(result.entry!)).toMatchObject({
      ok: false,
      refusal: { sentence: expect.stringContaining('台账!D2') },
    });
    expect(contentOf(desk.workbook)).toEqual(before);
  });
});

const FAULTS: readonly [string, Fault][] = [
  ['没有写入', { when: 'before', error: { code: 'GeneralException', message: 'x' } }],
  ['已写入但报错', { when: 'after', error: { code: 'GeneralException', message: 'x' } }],
  ['已写入但回信丢失', { when: 'after', error: 'lost' }],
  ['没有写入且连接断开', { when: 'before', error: 'lost' }],
];

describe('写入时出错', () => {
  for (const [name, fault] of FAULTS) {
    for (const ordinal of [1, 2]) {
      test(`第${ordinal}次请求${name}：要么如前，要么写完；再来一次就写完`, async () => {
        const desk = deskWith('台账', LEDGER);
        const before = contentOf(desk.workbook);
        const faultless = deskWith('台账', LEDGER);
        await applyPlan(planOf(...CHANGES), AT);
        const after = contentOf(faultless.workbook);
        faultless.close();

        desk.failNext((nth) => (nth === ordinal ? fault : undefined));
        // What was written to its end is found in the journal, whatever became of the answer.
        const written = ordinal === 2 && fault.when === 'after';
        expect(await applyPlan(planOf(...CHANGES), AT)).toMatchObject(
          written ? { ok: true } : { ok: false, refusal: { sentence: expect.stringMatching(/。$/) } },
        );
        expect(contentOf(desk.workbook)).toEqual(written ? after : before);
        expect(await applyPlan(planOf(...CHANGES), AT)).toMatchObject({ ok: true });
        expect(contentOf(desk.workbook)).toEqual(after);
        expect(await journalEntries()).toHaveLength(1);
        desk.close();
      });
    }
  }
});

describe('写到一半停下', () => {
  test('停在任何一步，重新打开都看得出没写完；接着写就写完，退回就如前', async () => {
    const before = contentOf(deskWith('台账', LEDGER).workbook);
    const whole = deskWith('台账', LEDGER);
    let actions = 0;
    whole.failNext(() => undefined);
    await applyPlan(planOf(...CHANGES), AT);
    const after = contentOf(whole.workbook);
    actions = whole.lastActions();
    whole.close();
    expect(actions).toBeGreaterThan(40);

    for (let step = 1; step < actions; step += 1) {
      for (const way of ['接着写', '退回'] as const) {
        const desk = deskWith('台账', LEDGER);
        const stop: Fault = { when: { afterAction: step }, error: { code: 'GeneralException', message: 'x' } };
        desk.failNext((nth) => (nth === 2 ? stop : undefined));
        await applyPlan(planOf(...CHANGES), AT);
        desk.failNext(() => undefined);
        const [entry] = await journalEntries();
        if (entry === undefined) expect(contentOf(desk.workbook)).toEqual(before);
        else {
          const result = await (way === '接着写' ? finish(entry) : takeBack(entry));
          expect({ step, way, result }).toMatchObject({ result: { ok: true } });
          expect({ step, way, content: contentOf(desk.workbook) }).toEqual({
            step,
            way,
            content: way === '接着写' ? after : before,
          });
          expect((await journalEntries()).map(({ state }) => state)).toEqual(way === '接着写' ? ['done'] : []);
        }
        desk.close();
      }
    }
  });
});
