import type { Change, Plan } from '../../src/domain/plan';
import { cellChanges, changesToShow, placesWritten, planLines } from '../../src/taskpane/desk/planInWords';

const plan = (...changes: readonly Change[]): Plan => ({ action: 'fix', asOf: null, expectations: [], changes });
const cell = (row: number, column: number) => ({ sheet: '台账', row, column });

describe('将要写入的话', () => {
  test('同一张表的单元格合成一句', () => {
    const both = plan(
      { kind: 'setCell', cell: cell(3, 1), before: 'a', after: 'b' },
      { kind: 'setCell', cell: cell(4, 1), before: 'a', after: 'b' },
    );
    expect(planLines(both)).toEqual(['台账：改 2 个单元格']);
    expect(placesWritten(both)).toBe(2);
  });

  test('日期照日期说，不说序列值；空的说空', () => {
    const dated = plan({ kind: 'setCell', cell: cell(3, 7), before: '', after: 46326, numberFormat: 'yyyy-m-d' });
    expect(cellChanges(dated, new Map(), false, 200)).toEqual([
      { place: '台账!H4', before: '（空）', after: '2026-10-31' },
    ]);
    expect(cellChanges(dated, new Map(), true, 200)[0]?.after).toBe('2030-11-01');
  });

  test('不是日期格式的数照数说', () => {
    const plain = plan({ kind: 'setCell', cell: cell(3, 7), before: 1, after: 46326 });
    expect(cellChanges(plain, new Map(), false, 200)[0]).toMatchObject({ before: '1', after: '46326' });
  });

  test('登记簿末尾加的行，一行一句，空格子不列', () => {
    const rows = plan({
      kind: 'appendRows',
      sheet: '文书登记簿',
      at: 9,
      rows: [['催办单', '〔2026〕12号', 46326, '']],
      formats: [null, null, 'yyyy-m-d', null],
    });
    expect(planLines(rows)).toEqual(['文书登记簿：末尾加 1 行']);
    expect(cellChanges(rows, new Map(), false, 200)).toEqual([
      { place: '文书登记簿!A10', before: '（空）', after: '催办单 · 〔2026〕12号 · 2026-10-31' },
    ]);
  });

  test('只列前面几处，其余的只数：改两格，加三行，列三处，还有两处', () => {
    const row = ['催办单'];
    const long = plan(
      { kind: 'setCell', cell: cell(3, 1), before: 'a', after: 'b' },
      { kind: 'setCell', cell: cell(4, 1), before: 'a', after: 'b' },
      { kind: 'appendRows', sheet: '文书登记簿', at: 9, rows: [row, row, row], formats: [null] },
      { kind: 'setMarks', sheet: '台账', before: [], after: [] },
    );
    expect(cellChanges(long, new Map(), false, 3).map(({ place }) => place)).toEqual([
      '台账!B4',
      '台账!B5',
      '文书登记簿!A10',
    ]);
    expect(cellChanges(long, new Map(), false, 200)).toHaveLength(5);
    expect(changesToShow(long)).toBe(5);
  });

  test('去掉标记说明原有格式不动；设置不算单元格', () => {
    const unmark = plan({ kind: 'setMarks', sheet: '台账', before: [], after: [] });
    expect(planLines(unmark)).toEqual(['台账：去掉全部标记，原有的格式不动']);
    const part = plan({ kind: 'setPart', namespace: 'urn:x', before: null, after: '<a/>' });
    expect(placesWritten(part)).toBe(0);
  });
});
