import type { ICommandService, IWorkbookData, Univer, Workbook } from '@univerjs/core';
import type { FormulaDataModel } from '@univerjs/engine-formula';
import fc from 'fast-check';
import { FormulaPlaces, notePlace, type Places } from '../../../../src/host/page/grid/formulaPlaces';
import { eventually } from '../../../e2e/eventually';
import { univerInNode, type UniverInNode } from './univerInNode';

const copies = univerInNode();
const UNIT = 'workbook-1';
const SHEETS = ['one', 'two'];
const SIZE = 8;

type Cell = Readonly<Record<string, unknown>> | null;
type Step =
  | {
      readonly kind: 'write';
      readonly sheet: number;
      readonly row: number;
      readonly column: number;
      readonly cell: Cell;
    }
  | { readonly kind: 'insertRow'; readonly sheet: number; readonly row: number }
  | { readonly kind: 'removeRow'; readonly sheet: number; readonly row: number }
  | { readonly kind: 'hideRow'; readonly sheet: number; readonly row: number };

/** A workbook with formulas, opened in a copy of Univer. */
class Opened {
  readonly univer: Univer;
  readonly commands: ICommandService;
  readonly model: FormulaDataModel;

  constructor(
    private readonly copy: UniverInNode,
    places: FormulaPlaces | null,
  ) {
    const { core, engine, sheets, formula } = copy;
    this.univer = new core.Univer({
      locale: core.LocaleType.EN_US,
      locales: { [core.LocaleType.EN_US]: {} },
      logLevel: core.LogLevel.SILENT,
    });
    this.univer.registerPlugin(engine.UniverFormulaEnginePlugin);
    this.univer.registerPlugin(sheets.UniverSheetsPlugin);
    this.univer.registerPlugin(formula.UniverSheetsFormulaPlugin);
    const injector = this.univer.__getInjector();
    this.commands = injector.get(core.ICommandService);
    places?.watch(this.commands);
    places?.begin(
      UNIT,
      new Map([
        ['one', noted({ 0: [1, 3], 2: [1] })],
        ['two', noted({ 4: [4] })],
      ]),
    );
    this.univer.createUnit(core.UniverInstanceType.UNIVER_SHEET, book());
    this.model = injector.get(engine.FormulaDataModel);
  }

  do(step: Step): void {
    const subUnitId = SHEETS[step.sheet]!;
    const run = (id: string, params: object): unknown =>
      this.commands.syncExecuteCommand(`sheet.mutation.${id}`, { unitId: UNIT, subUnitId, ...params });
    const range = (row: number) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: SIZE - 1 });
    switch (step.kind) {
      case 'write':
        return void run('set-range-values', {
          cellValue: { [step.row]: { [step.column]: step.cell && { ...step.cell } } },
        });
      case 'insertRow':
        return void run('insert-row', { range: range(step.row) });
      case 'removeRow':
        return void run('remove-rows', { range: range(step.row) });
      case 'hideRow':
        return void run('set-row-hidden', { ranges: [range(step.row)] });
    }
  }

  /** All that Univer learns from the model. */
  found(): unknown {
    const everywhere = SHEETS.flatMap((sheet) =>
      Array.from({ length: SIZE * SIZE }, (_, at) =>
        this.model.getFormulaStringByCell(Math.floor(at / SIZE), at % SIZE, sheet, UNIT),
      ),
    );
    return JSON.parse(
      JSON.stringify([
        this.model.getFormulaData(),
        SHEETS.map((sheet) => this.model.getSheetFormulaData(UNIT, sheet)),
        this.model.getFormulaDirtyRanges(),
        everywhere,
        this.model.updateFormulaData(UNIT, 'one', { 0: { 1: { f: '=A1*3', si: 'a' } } }),
      ]),
    );
  }

  cells(): unknown {
    const snapshot = this.univer
      .__getInjector()
      .get(this.copy.core.IUniverInstanceService)
      .getUnit<Workbook>(UNIT)!
      .getSnapshot();
    return JSON.parse(JSON.stringify(SHEETS.map((sheet) => snapshot.sheets[sheet]!.cellData)));
  }
}

function noted(columns: Readonly<Record<number, readonly number[]>>): Places {
  const places: Places = {};
  for (const [row, all] of Object.entries(columns)) all.forEach((column) => notePlace(places, Number(row), column));
  return places;
}

const book = (): Partial<IWorkbookData> => ({
  id: UNIT,
  sheetOrder: [...SHEETS],
  sheets: {
    one: {
      id: 'one',
      name: 'one',
      rowCount: 50,
      columnCount: SIZE,
      cellData: {
        0: { 0: { v: 1, t: 2 }, 1: { f: '=A1+1', si: 'a' }, 3: { f: '=SUM(A1:B1)', v: 3, t: 2 } },
        2: { 0: { v: '文字', t: 1 }, 1: { si: 'a' } },
      },
    },
    two: { id: 'two', name: 'two', rowCount: 50, columnCount: SIZE, cellData: { 4: { 4: { f: '=one!A1' } } } },
  },
});

const place = { sheet: fc.nat(1), row: fc.nat(SIZE - 1), column: fc.nat(SIZE - 1) };
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.constant({ v: '文字', t: 1 }),
  fc.constant({ v: 7, t: 2, f: null, si: null }),
  fc.constant({ f: '=A1+2' }),
  fc.constant({ f: '=A1+3', si: 'a' }),
  fc.constant({ f: '=A2+3', si: 'b' }),
  fc.constant({ si: 'b', f: null, v: null }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), ...place, cell }) },
  fc.record({ kind: fc.constantFrom('insertRow' as const, 'removeRow' as const, 'hideRow' as const), ...place }),
);

describe('表格里的公式', () => {
  const plain = copies();
  const changed = copies();
  const places = new FormulaPlaces();
  changed.own.walkFormulasOnly(places);

  test('不把全部格子走一遍，找到的公式和走一遍的一样，怎样改都一样', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const [whole, narrow] = [new Opened(plain, null), new Opened(changed, places)];
        expect(narrow.found()).toEqual(whole.found());
        for (const each of steps) {
          whole.do(each);
          narrow.do(each);
          expect(narrow.found()).toEqual(whole.found());
        }
        expect(narrow.cells()).toEqual(whole.cells());
        whole.univer.dispose();
        narrow.univer.dispose();
      }),
      { numRuns: 40 },
    );
  });

  test('引用的格改了，公式跟着算，别的表里的也算', async () => {
    const opened = new Opened(changed, places);
    const valueOf = (sheet: string, row: number, column: number): unknown =>
      (opened.cells() as Record<string, Record<string, { v?: unknown }>>[])[SHEETS.indexOf(sheet)]![row]![column]!.v;
    opened.do({ kind: 'write', sheet: 0, row: 0, column: 0, cell: { v: 41, t: 2 } });
    await eventually(async () => expect([valueOf('one', 0, 1), valueOf('two', 4, 4)]).toEqual([42, 41]));
    opened.univer.dispose();
  });

  test('打开、改一格，都不再看没有公式的格子', () => {
    const opened = new Opened(changed, places);
    const { core } = changed;
    const sheet = opened.univer
      .__getInjector()
      .get(core.IUniverInstanceService)
      .getUnit<Workbook>(UNIT)!
      .getSheetBySheetId('one')!;
    const matrix = sheet.getCellMatrix().getMatrix();
    const looked: string[] = [];
    Object.defineProperty(matrix[2]!, 5, { enumerable: true, get: () => void looked.push('F3') });
    opened.do({ kind: 'write', sheet: 0, row: 1, column: 1, cell: { v: '改过', t: 1 } });
    opened.model.getFormulaData();
    expect(looked).toEqual([]);
    // Rows that moved are looked through once.
    opened.do({ kind: 'insertRow', sheet: 0, row: 6 });
    opened.model.getFormulaData();
    const once = looked.length;
    expect(once).toBeGreaterThan(0);
    opened.model.getFormulaData();
    expect(looked).toHaveLength(once);
    opened.univer.dispose();
  });
});
