import fc from 'fast-check';
import type { Plan, SheetCell, SheetContent } from '../../src/domain/plan';
import { applyPlan, finish, journalEntries, takeBack } from '../../src/excel/applyPlan';
import type { SheetModel } from '../../src/host/xlsx';
import { openBench, type Bench } from '../faults/bench';
import { put, opened } from '../faults/startBook';
import { wholeState } from '../faults/wholeState';
import { newWorkbook } from '../../src/host/xlsx';

const NAME = '考核计分 2026-10';
const AT = { at: '2026-10-31 09:00', summary: '计分' };
const planOf = (...changes: Plan['changes']): Plan => ({ action: 'score', asOf: null, expectations: [], changes });
const add = (content: SheetContent): Plan => planOf({ kind: 'addSheet', name: NAME, content });
const replace = (before: SheetContent, after: SheetContent): Plan =>
  planOf({ kind: 'replaceSheet', name: NAME, before, after });

const table = (units: readonly (readonly [string, number])[]): SheetContent => ({
  rows: [
    [{ value: '10月计分', bold: true, align: 'center' }],
    [
      { value: '单位', fill: '#D9E2F3' },
      { value: '总分', fill: '#D9E2F3' },
    ],
    ...units.map(([unit, total]): SheetCell[] => [
      { value: unit, wrap: true },
      { value: total, numberFormat: '0.00', align: 'right' },
    ]),
    [{ value: '注：按印发的办法' }],
  ],
  columnWidths: [22, 9],
  rowHeights: [30],
  merges: [
    { top: 0, left: 0, bottom: 0, right: 1 },
    { top: units.length + 2, left: 0, bottom: units.length + 2, right: 1 },
  ],
  frozenRows: 2,
  titleRows: [0, 1],
  borders: { top: 1, left: 0, bottom: units.length + 1, right: 1 },
  charts: [
    {
      kind: 'bar',
      title: '总分',
      source: { top: 1, left: 0, bottom: units.length + 1, right: 1 },
      left: 200,
      top: 20,
      width: 300,
      height: 200,
    },
  ],
});
const OCTOBER = table([
  ['交通局', 99],
  ['住建局', 98.5],
]);
const LATER = table([
  ['住建局', 98.5],
  ['交通局', 97],
  ['水利局', 96],
]);

describe('重写一张结果表，工作表还是那一张', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = openBench();
  });
  afterAll(() => bench.close());
  const sheet = (name = NAME): SheetModel => bench.workbook.sheets.find((each) => each.name === name)!;
  const carry = async (plan: Plan) => {
    const result = await applyPlan(plan, AT);
    if (!result.ok) throw new Error(result.refusal.sentence);
    return result;
  };
  const start = async (content: SheetContent): Promise<void> => {
    const book = newWorkbook();
    book.sheets[0]!.name = '台账';
    bench.open(book.save());
    await carry(add(content));
  };

  test('别处的公式、名称、数据有效性照旧指着它，撤销也一样，没有删过工作表', async () => {
    await start(OCTOBER);
    const { workbook } = bench;
    const own = put(workbook, '领导看的', [['最高分'], ['第一名'], ['选单位']]);
    own.setFormula(0, 1, `MAX('${NAME}'!B3:B4)`);
    own.setFormula(1, 1, `'${NAME}'!A3`);
    workbook.setNames([...workbook.names(), { name: '总分', formula: `'${NAME}'!$B$3`, scope: null, hidden: false }]);
    own.setDataValidations([
      {
        areas: [{ top: 2, left: 1, bottom: 2, right: 1 }],
        type: 'list',
        formula1: `'${NAME}'!$A$3:$A$4`,
        allowBlank: true,
        showDropDown: true,
      },
    ]);
    const before = wholeState(workbook);
    const pointing = () => [
      own.formula(0, 1),
      own.formula(1, 1),
      workbook.names().find(({ name }) => name === '总分')?.formula,
      own.dataValidations()[0]?.formula1,
    ];
    const expected = pointing();
    const id = sheet().id;
    const written = await carry(replace(OCTOBER, LATER));
    expect(sheet().value(2, 0)).toBe('住建局');
    expect([sheet().id, pointing()]).toEqual([id, expected]);
    expect(await takeBack(written.entry!)).toMatchObject({ ok: true });
    expect([sheet().id, pointing()]).toEqual([id, expected]);
    expect(wholeState(workbook)).toEqual(before);
  });

  test('别人在表上加的图、条件格式、列宽、底色、页边距，没有重写到的都在，撤销后也在', async () => {
    await start(OCTOBER);
    await Excel.run(async (context) => {
      const own = context.workbook.worksheets.getItem(NAME);
      own.charts.add('Line', own.getRange('A2:B4')).name = '局长的图';
      own.getRange('A2').format.fill.color = '#FFFF00';
      own.getRange('A:A').format.columnWidth = 200;
      own.getRange('A2').conditionalFormats.add('Custom').custom.rule.formula = '=LEN($A2)>3';
      own.pageLayout.topMargin = 100;
      await context.sync();
    });
    const before = wholeState(bench.workbook);
    const standing = () => ({
      charts: sheet()
        .charts()
        .map(({ name }) => name)
        .sort(),
      fill: bench.workbook.style(sheet().styleIndex(1, 0)).fill,
      width: sheet().columnWidth(0),
      rules: sheet().conditionalRules().length,
      margin: sheet().pageSetup().margins?.top,
    });
    const theirs = standing();
    const written = await carry(replace(OCTOBER, LATER));
    expect(standing()).toEqual(theirs);
    expect(await takeBack(written.entry!)).toMatchObject({ ok: true });
    expect(standing()).toEqual(theirs);
    const sorted = (state: unknown): unknown => {
      const { sheets, ...rest } = state as { sheets: { charts: string[] }[] };
      return { ...rest, sheets: sheets.map((each) => ({ ...each, charts: [...each.charts].sort() })) };
    };
    expect(sorted(wholeState(bench.workbook))).toEqual(sorted(before));
  });

  test('预览之后表被保护了：说明原因，一格不写', async () => {
    await start(OCTOBER);
    sheet().setProtection({ ...sheet().protection(), enabled: true });
    const before = wholeState(bench.workbook);
    expect(await applyPlan(replace(OCTOBER, LATER), AT)).toMatchObject({
      ok: false,
      refusal: { code: 'AccessDenied', sentence: expect.stringContaining(NAME) },
    });
    expect(wholeState(bench.workbook)).toEqual(before);
  });

  test('预览之后表被删了：写成新的', async () => {
    await start(OCTOBER);
    bench.workbook.deleteSheet(sheet().id);
    await carry(replace(OCTOBER, LATER));
    expect(sheet().value(4, 1)).toBe(96);
  });

  test('停在半截，别人又在上面写了字：不接着写，也不退回，字还在', async () => {
    await start(OCTOBER);
    bench.fail((ordinal) => (ordinal === 2 ? { when: { afterAction: 40 }, error: 'lost' } : undefined));
    expect(await applyPlan(replace(OCTOBER, LATER), AT)).toMatchObject({ ok: false });
    bench.fail(null);
    sheet().setValue(2, 0, '局长批：再核');
    const entry = (await journalEntries()).find(({ state }) => state === 'pending')!;
    for (const settled of [await finish(entry), await takeBack(entry)]) {
      expect(settled).toMatchObject({ ok: false, refusal: { sentence: expect.stringContaining(NAME) } });
    }
    expect(sheet().value(2, 0)).toBe('局长批：再核');
  });

  const cell = fc
    .record(
      {
        value: fc.oneof(fc.constantFrom('', '交通局', '=1+1', '3-5', '00123'), fc.integer({ min: 0, max: 9 })),
        numberFormat: fc.constantFrom('0.00', 'yyyy-m-d'),
        bold: fc.constant(true),
        fill: fc.constantFrom('#D9E2F3', '#FFEB9C'),
        align: fc.constantFrom('center' as const, 'right' as const),
        wrap: fc.constant(true),
        ruleBelow: fc.constant('#C00000'),
        link: fc.constantFrom("'台账'!A1", "'台账'!B2"),
      },
      { requiredKeys: ['value'] },
    )
    // A link shows words.
    .map(({ link, ...own }): SheetCell => (link === undefined ? own : { ...own, value: `见${own.value}`, link }));
  const content = fc
    .record(
      {
        rows: fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        columnWidths: fc.array(fc.integer({ min: 4, max: 40 }), { maxLength: 5 }),
        rowHeights: fc.array(fc.option(fc.integer({ min: 12, max: 60 })), { maxLength: 8 }),
        frozenRows: fc.integer({ min: 0, max: 3 }),
        landscape: fc.boolean(),
        pageBreaks: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
        bordered: fc.boolean(),
        merged: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
        charts: fc.integer({ min: 0, max: 2 }),
      },
      { requiredKeys: ['rows', 'columnWidths', 'charts', 'merged', 'bordered'] },
    )
    .map(({ bordered, merged, charts, rows, pageBreaks, ...rest }): SheetContent => {
      const right = Math.max(1, ...rows.map((row) => row.length)) - 1;
      return {
        ...rest,
        ...(pageBreaks === undefined ? {} : { pageBreaks: [...pageBreaks].sort() }),
        // As in our sheets: a merged row holds its first cell only.
        rows: rows.map((row, index) =>
          right > 0 && merged.includes(index) ? row.slice(0, 1).map(({ link: _, ...own }) => own) : row,
        ),
        titleRows: [0, 0],
        merges:
          right === 0
            ? []
            : merged.filter((row) => row < rows.length).map((row) => ({ top: row, left: 0, bottom: row, right })),
        ...(bordered ? { borders: { top: 0, left: 0, bottom: rows.length - 1, right } } : {}),
        charts: Array.from({ length: right > 0 && rows.length > 1 ? charts : 0 }, (_, index) => ({
          kind: 'bar' as const,
          title: `图${index}`,
          source: { top: 0, left: 0, bottom: rows.length - 1, right },
          left: 10 * rows.length,
          top: 20,
          width: 300,
          height: 200,
        })),
      };
    });

  /** Sheets of other words: one that says the same already is left alone. */
  const titled = (value: string, { rows, ...rest }: SheetContent): SheetContent => ({
    ...rest,
    rows: [[{ ...rows[0]?.[0], value }, ...(rows[0] ?? []).slice(1)], ...rows.slice(1)],
  });
  test('任意两份内容：就地重写与新写的一样；写到哪里停下，接着写与退回都与没有停过一样', async () => {
    await fc.assert(
      fc.asyncProperty(content, content, fc.nat(), async (one, other, stop) => {
        const [before, after] = [titled('旧', one), titled('新', other)];
        await start(after);
        const fresh = wholeState(opened(bench.workbook.save()));
        await start(before);
        const old = wholeState(bench.workbook);
        const bytes = bench.workbook.save();
        bench.open(bytes);
        await carry(replace(before, after));
        expect(wholeState(bench.workbook)).toEqual(fresh);
        const { actions } = bench.requests.at(-1)!;
        for (const settle of [finish, takeBack]) {
          bench.open(bytes);
          bench.fail((ordinal) =>
            ordinal === 2 ? { when: { afterAction: stop % actions }, error: 'lost' } : undefined,
          );
          const cut = await applyPlan(replace(before, after), AT);
          bench.fail(null);
          const entry = (await journalEntries()).find(({ state }) => state === 'pending');
          if (entry !== undefined) expect(await settle(entry)).toMatchObject({ ok: true });
          else if (!cut.ok && !(await journalEntries()).some(({ summary }) => summary === AT.summary)) continue;
          const state = wholeState(bench.workbook);
          if (entry === undefined) expect([old, fresh]).toContainEqual(state);
          else expect(state).toEqual(settle === finish ? fresh : old);
        }
      }),
      { numRuns: 25 },
    );
  });
});
