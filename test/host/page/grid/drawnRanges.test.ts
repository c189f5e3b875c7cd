import { drawnRanges } from '../../../../src/host/page/grid/drawnRanges';
import { workbookSnapshot } from '../../../../src/host/page/grid/snapshot';
import { openXlsx } from '../../../../src/host/xlsx';
import { hostileFiles } from '../../../hostile/all';

const cellsOf = (ranges: readonly { startRow: number; endRow: number; startColumn: number; endColumn: number }[]) =>
  ranges.reduce((sum, at) => sum + (at.endRow - at.startRow + 1) * (at.endColumn - at.startColumn + 1), 0);

describe('规则画到哪里', () => {
  const size = { rows: 200, columns: 40 };

  test('整列的规则画到表格的最后一行，首格不动', () => {
    expect(drawnRanges([{ top: 1, left: 4, bottom: 1_048_575, right: 4 }], size)).toEqual([
      { startRow: 1, startColumn: 4, endRow: 199, endColumn: 4 },
    ]);
  });

  test('正好到最后一行的不截，表格之外的只留首格', () => {
    expect(drawnRanges([{ top: 0, left: 0, bottom: 199, right: 39 }], size)[0]).toMatchObject({
      endRow: 199,
      endColumn: 39,
    });
    expect(drawnRanges([{ top: 900, left: 90, bottom: 950, right: 99 }], size)).toEqual([
      { startRow: 900, startColumn: 90, endRow: 900, endColumn: 90 },
    ]);
  });

  test('表格自己就有一百七十亿格时，一条规则也不画过五十万格', () => {
    const whole = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
    expect(cellsOf(drawnRanges([whole], { rows: 1_048_576, columns: 16_384 }))).toBeLessThanOrEqual(500_000);
  });

  test('盖住整张表的条件格式和下拉列表，交给表格时只有表格那么大', async () => {
    const file = hostileFiles.find(({ title }) => title.startsWith('条件格式、数据验证、自动筛选'))!;
    const opened = openXlsx(await file.make());
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    for (const { data } of workbookSnapshot(opened.workbook, 'w', '台账.xlsx').resources!) {
      const rules = Object.values(JSON.parse(data) as Record<string, { ranges: Parameters<typeof cellsOf>[0] }[]>);
      const counts = rules.flat().map(({ ranges }) => cellsOf(ranges));
      expect(counts.length).toBeGreaterThan(0);
      expect(Math.max(...counts)).toBeLessThan(10_000);
    }
  });
});
