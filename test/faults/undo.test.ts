import { journalEntries, takeBack } from '../../src/app/office/workbook';
import type { Change } from '../../src/domain/plan';
import { openBench, type Bench } from './bench';
import { plainRun } from './plainRun';
import { wholeState } from './wholeState';
import { WRITING_DEEDS } from './writingDeeds';

describe('撤销', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = openBench();
  });
  afterAll(() => bench.close());

  const own = async (known: number) => [...(await journalEntries()).slice(known)].reverse();

  test.each(WRITING_DEEDS.map((deed) => [deed.name, deed] as const))(
    '%s：存盘重开后撤销，一格不差；写过的一格被人改了就不撤销，说是哪一格',
    async (_, deed) => {
      const run = await plainRun(bench, deed);
      // What reads a sheet that is written anew goes on reading it.
      expect(JSON.stringify(run.after).match(/[^"]{0,40}#REF![^"]{0,40}/g)).toBeNull();
      const written = bench.workbook.save();
      bench.open(written);
      for (const entry of await own(run.known)) expect(await takeBack(entry)).toMatchObject({ ok: true });
      expect(wholeState(bench.workbook)).toEqual(run.before);

      bench.open(written);
      const [last] = await own(run.known);
      const place = last!.plan.changes.map(cellWritten).find((cell) => cell !== null);
      if (place === undefined || place === null) return;
      const sheet = bench.workbook.sheets.find(({ name }) => name === place.sheet)!;
      sheet.setValue(place.row, place.column, '他人的话');
      const changed = wholeState(bench.workbook);
      const refused = await takeBack(last!);
      expect(refused).toMatchObject({
        ok: false,
        refusal: { code: 'Moved', sentence: expect.stringContaining(place.sheet) },
      });
      expect(wholeState(bench.workbook)).toEqual(changed);
    },
  );
});

/** A cell a change wrote words into. */
function cellWritten(change: Change): { readonly sheet: string; readonly row: number; readonly column: number } | null {
  switch (change.kind) {
    case 'setCell':
      return change.cell;
    case 'appendRows':
    case 'insertRows':
      return { sheet: change.sheet, row: change.at, column: 1 };
    case 'addSheet':
      return { sheet: change.name, row: 0, column: 0 };
    case 'replaceSheet':
      return { sheet: change.name, row: 0, column: 0 };
    default:
      return null;
  }
}
