import type { Change, Plan, SheetContent } from '../../src/domain/plan';
import { applyPlan, finish, journalEntries, takeBack } from '../../src/excel/applyPlan';
import { contentOf, deskWith, type HostDesk } from '../hostDesk';

const AT = { at: '2026-10-31 09:00', summary: '写计分表' };
const CONTENT: SheetContent = {
  rows: [
    [{ value: '单位' }, { value: '得分' }],
    [{ value: '交通局' }, { value: 97 }],
    [{ value: '水利局' }, { value: 95 }],
  ],
  columnWidths: [20, 10],
};
const planOf = (...changes: readonly Change[]): Plan => ({ action: 'score', asOf: null, expectations: [], changes });
const SCORES: Change = { kind: 'addSheet', name: '考核计分', content: CONTENT };
const LIST = {
  rule: { list: { source: '=考核计分!$A$2:$A$3', inCellDropDown: true } },
  ignoreBlanks: true,
  errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
  prompt: { showPrompt: false, title: '', message: '' },
} as const;

describe('撤销要删去一张表，别处引用了它', () => {
  let desk: HostDesk;
  beforeEach(async () => {
    desk = deskWith('台账', [
      ['序号', '督查事项', '得分'],
      [1, '道路修缮', null],
      [2, '河道清淤', null],
    ]);
  });
  afterEach(() => desk.close());

  const written = async (...changes: readonly Change[]) => {
    expect(await applyPlan(planOf(...changes), AT)).toMatchObject({ ok: true, written: true });
    return (await journalEntries()).at(-1)!;
  };
  const inExcel = (act: (workbook: Excel.Workbook) => void): Promise<void> =>
    Excel.run(async (context) => {
      act(context.workbook);
      await context.sync();
    });
  const types = (address: string, formulas: unknown[][]): Promise<void> =>
    inExcel(({ worksheets }) => (worksheets.getItem('台账').getRange(address).formulas = formulas));
  /** Refused with this sentence, and nothing is another. */
  const refused = async (said: string, cell?: object): Promise<void> => {
    const before = contentOf(desk.workbook);
    const entry = (await journalEntries()).at(-1)!;
    for (const seen of [[], ['台账'], ['台账', '考核计分', '早没有了']]) {
      expect(await takeBack(entry, seen)).toMatchObject({
        ok: false,
        refusal: { code: 'Moved', uncertain: false, sentence: said, ...(cell === undefined ? {} : { cell }) },
      });
    }
    expect(contentOf(desk.workbook)).toEqual(before);
    expect(await journalEntries()).toHaveLength(1);
  };
  const sentence = (places: string): string =>
    `${places}引用了工作表“考核计分”。撤销要删去这张工作表，引用就会失效，所以没有撤销。请先改掉引用（公式可以粘贴为数值），再撤销。`;

  test('她自己的公式引用了：不撤销，说是哪几格；粘贴为数值以后照常撤销', async () => {
    const before = contentOf(desk.workbook);
    await written(SCORES);
    await types('C2:C3', [['=考核计分!B2'], ['=VLOOKUP("水利局",\'考核计分\'!A:B,2,FALSE)']]);
    await refused(sentence('台账!C2:C3'), { sheet: '台账', row: 1, column: 2 });
    await types('C2:C3', [[''], ['']]);
    expect(await takeBack((await journalEntries())[0]!, ['台账'])).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('隐藏的表里的公式、名称、条件格式、下拉列表也算', async () => {
    await written(SCORES);
    await inExcel(({ worksheets, names }) => {
      const hidden = worksheets.add('底稿');
      hidden.getRange('F9').formulas = [['=SUM(考核计分!B2:B3)']];
      hidden.visibility = 'VeryHidden';
      names.add('最高分', '=MAX(考核计分!$B$2:$B$3)');
      const ledger = worksheets.getItem('台账');
      ledger.getRange('B2:B3').conditionalFormats.add('Custom').custom.rule.formula = '=考核计分!$B$2>90';
      ledger.getRange('C2:C3').dataValidation.rule = LIST.rule as unknown as Excel.DataValidationRule;
    });
    await refused(sentence('名称“最高分”、工作表“台账”的条件格式、台账!C2:C3的数据有效性、底稿!F9'));
  });

  test('旁边另有别的下拉列表，也找得出引用的那一列', async () => {
    await written(SCORES);
    await inExcel(({ worksheets }) => {
      const ledger = worksheets.getItem('台账');
      ledger.getRange('B2:B3').dataValidation.rule = { list: { source: '甲,乙', inCellDropDown: true } };
      ledger.getRange('C2:C3').dataValidation.rule = LIST.rule as unknown as Excel.DataValidationRule;
    });
    await refused(sentence('台账!C2:C3的数据有效性'), { sheet: '台账', row: 1, column: 2 });
  });

  test('许多处引用，只说前几处', async () => {
    await written(SCORES);
    for (const row of [5, 7, 9, 11, 13]) await types(`A${row}`, [['=考核计分!B2']]);
    await refused(sentence('台账!A5、台账!A7、台账!A9、台账!A11等处'));
  });

  test('引用别的表、文字里提到它、它自己里面的公式：照常撤销', async () => {
    await written(SCORES);
    await types('C2:C3', [['=LEN(B2)'], ['=HYPERLINK("#考核计分!A1","看")']]);
    const [entry] = await journalEntries();
    expect(await takeBack(entry!)).toMatchObject({ ok: true, written: true });
    expect(desk.workbook.sheets.map(({ name }) => name)).toEqual(['台账']);
    expect(desk.workbook.sheets[0]!.formula(2, 2)).toBe('HYPERLINK("#考核计分!A1","看")');
  });

  test('同一次操作设的下拉列表随它一起撤销，不算', async () => {
    const before = contentOf(desk.workbook);
    const area = { top: 1, left: 2, bottom: 2, right: 2 };
    const entry = await written(SCORES, { kind: 'setValidation', sheet: '台账', area, before: null, after: LIST });
    expect(await takeBack(entry)).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('原表留在旁边的：撤销要删去新写的那张，引用新表的公式也算；引用原表的照旧跟着走', async () => {
    await inExcel(({ worksheets }) => {
      const sheet = worksheets.add('考核计分');
      sheet.getRange('A1:B3').values = CONTENT.rows.map((row) => row.map(({ value }) => value));
      worksheets.getItem('台账').getRange('C2').formulas = [['=考核计分!B2']];
    });
    const entry = await written({
      kind: 'replaceSheet',
      name: '考核计分',
      before: CONTENT,
      after: { ...CONTENT, rows: [...CONTENT.rows, [{ value: '合计' }, { value: 192 }]] },
      keeps: '考核计分（原）',
    });
    const ledger = desk.workbook.sheets[0]!;
    expect(ledger.formula(1, 2)).toBe("'考核计分（原）'!B2");
    await types('C3', [['=考核计分!B4']]);
    await refused(sentence('台账!C3'));
    await types('C3', [['']]);
    expect(await takeBack(entry)).toMatchObject({ ok: true });
    expect(ledger.formula(1, 2)).toBe('考核计分!B2');
  });

  test('写到一半断了，她接着用上了那张表：不退回，也不删去重写；改掉以后接着写完', async () => {
    expect(await applyPlan(planOf(SCORES), AT)).toMatchObject({ ok: true });
    const actions = desk.lastActions();
    expect(await takeBack((await journalEntries())[0]!)).toMatchObject({ ok: true });
    desk.failNext((nth) => (nth === 2 ? { when: { afterAction: actions - 4 }, error: 'lost' } : undefined));
    expect(await applyPlan(planOf(SCORES), AT)).toMatchObject({ ok: false });
    desk.failNext(() => undefined);
    await types('C2', [['=考核计分!B2']]);
    const [entry] = await journalEntries();
    expect(entry).toMatchObject({ state: 'pending' });
    expect(await takeBack(entry!)).toMatchObject({ ok: false, refusal: { sentence: sentence('台账!C2') } });
    expect(await finish(entry!)).toMatchObject({
      ok: false,
      refusal: { sentence: expect.stringContaining('台账!C2引用了工作表“考核计分”。接着写完要把这张工作表删去重写') },
    });
    expect(desk.workbook.sheets[0]!.formula(1, 2)).toBe('考核计分!B2');
    await types('C2', [['']]);
    expect(await finish(entry!)).toMatchObject({ ok: true, written: true });
    expect(desk.workbook.sheets[1]!.value(2, 1)).toBe(95);
  });

  test('别处没有公式：与原来一样两次请求；有公式的，多读一次', async () => {
    const requestsOf = async (): Promise<number> => {
      const entry = await written(SCORES);
      const before = desk.requests();
      expect(await takeBack(entry, ['台账', '考核计分'])).toMatchObject({ ok: true });
      return desk.requests() - before;
    };
    expect(await requestsOf()).toBe(2);
    await types('C2', [['=LEN(B2)']]);
    expect(await requestsOf()).toBe(3);
  });
});
