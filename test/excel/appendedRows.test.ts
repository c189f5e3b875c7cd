import type { Change, Plan } from '../../src/domain/plan';
import { applyPlan, finish, journalEntries, takeBack } from '../../src/excel/applyPlan';
import { wholeState } from '../faults/wholeState';
import { deskWith, type HostDesk } from '../hostDesk';

const AT = { at: '2026-10-31 09:00', summary: '登记' };
const NAME = '办理登记';
const planOf = (...changes: readonly Change[]): Plan => ({ action: 'fix', asOf: null, expectations: [], changes });
const append = (at: number, rows: number, like?: number): Plan =>
  planOf({
    kind: 'appendRows',
    sheet: NAME,
    at,
    rows: Array.from({ length: rows }, (_, row) => ['2026-10-31', row + 1, '进展']),
    formats: [null, '0', null],
    ...(like === undefined ? {} : { like }),
  });

describe('登记的行撤销后，样子与登记前一样', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith(NAME, [
      ['日期', '事项编号', '类型'],
      ['2026-8-1', 3, '进展'],
    ]);
  });
  afterEach(() => desk.close());
  const sheet = () => desk.workbook.sheets[0]!;
  const dress = (rows: readonly number[], fill: string | null): void => {
    const { workbook } = desk;
    const borders = { bottom: { style: 'hair', color: '#7F7F7F' }, left: { style: 'thin', color: '#000000' } } as const;
    const style = workbook.styleIndexOf({ ...workbook.style(0), borders, fill, numberFormat: '@' });
    for (const row of rows) for (let column = 0; column < 3; column += 1) sheet().setStyleIndex(row, column, style);
  };
  const written = async (plan: Plan) => {
    const result = await applyPlan(plan, AT);
    if (!result.ok) throw new Error(result.refusal.sentence);
    return result.entry!;
  };

  test.each([
    ['事先画好的格线用到最后一行', [1, 2], append(2, 1, 1)],
    ['一次登记几行，后几行在格线之外', [1, 2, 3], append(2, 4, 1)],
    ['格线还有多的', [1, 2, 3, 4, 5], append(2, 2, 1)],
    ['没有格线', [], append(2, 2, 1)],
    ['上面没有可照样的行', [1, 2], append(2, 2)],
  ])('%s', async (_, lined, plan) => {
    dress(lined, '#F2F2F2');
    const before = wholeState(desk.workbook);
    const entry = await written(plan);
    expect(sheet().value(2, 1)).toBe(1);
    expect(await takeBack(entry)).toMatchObject({ ok: true });
    expect(wholeState(desk.workbook)).toEqual(before);
  });

  test('登记的行照上一行的样子，事先画好的也不例外', async () => {
    dress([1], '#F2F2F2');
    dress([2], '#FFFF00');
    await written(append(2, 1, 1));
    const { workbook } = desk;
    expect(workbook.style(sheet().styleIndex(2, 0))).toMatchObject({ fill: '#F2F2F2' });
  });

  test.each(['接着写完', '退回'] as const)('写到一半停下再%s，撤销后也一样', async (way) => {
    dress([1, 2], '#F2F2F2');
    const before = wholeState(desk.workbook);
    let unfinished = 0;
    for (let stop = 1; stop < 30; stop += 1) {
      desk.failNext((nth) => (nth === 2 ? { when: { afterAction: stop }, error: 'lost' } : undefined));
      const cut = await applyPlan(append(2, 1, 1), AT);
      desk.failNext(() => undefined);
      const [entry] = await journalEntries();
      if (entry === undefined) {
        expect(cut.ok).toBe(false);
        continue;
      }
      if (entry.state === 'pending') unfinished += 1;
      if (way === '接着写完') expect(await finish(entry)).toMatchObject({ ok: true });
      const [left] = await journalEntries();
      expect(await takeBack(left!)).toMatchObject({ ok: true });
      expect(wholeState(desk.workbook)).toEqual(before);
    }
    expect(unfinished).toBeGreaterThan(2);
  });
});
