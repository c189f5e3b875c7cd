import { reportSheet, type ReportColumn, type ReportPage } from '../../../src/domain/reports/reportSheet';

const COLUMNS: readonly ReportColumn[] = [
  { head: '序号', width: 6 },
  { head: '督查事项', width: 80 },
];

const page = (count: number, over: Partial<ReportPage> = {}): ReportPage => ({
  title: '交通局督查事项清单',
  under: `共${count}件`,
  rows: Array.from({ length: count }, (_, index) => [String(index + 1), `第${index + 1}件`]),
  ...over,
});

/** The first cells of each printed page, and how many points its rows take. */
function printed(pages: readonly ReportPage[], landscape = true) {
  const { rows, rowHeights, print } = reportSheet(COLUMNS, pages, landscape);
  const starts = [0, ...print!.breaksBefore, rows.length];
  return starts.slice(0, -1).map((start, index) => ({
    lines: rows.slice(start, starts[index + 1]).map((row) => String(row[0]!.value)),
    points: rowHeights!.slice(start, starts[index + 1]).reduce<number>((sum, height) => sum + height!, 0),
  }));
}

describe('专报和清单的页', () => {
  test('一页放得下的只有一页，不写续', () => {
    const [only, ...more] = printed([page(10)]);
    expect(more).toEqual([]);
    expect(only!.lines.slice(0, 4)).toEqual(['交通局督查事项清单', '共10件', '序号', '1']);
  });

  test('放不下的，每一页都有题目、表头，题目写明续；一行不少，没有一页超出纸', () => {
    const sheets = printed([page(80), page(3)]);
    expect(sheets.length).toBeGreaterThan(3);
    for (const { lines } of sheets.slice(1, -1)) {
      expect(lines.slice(0, 2)).toEqual(['交通局督查事项清单（续）', '序号']);
      expect(lines.length).toBeGreaterThan(2);
    }
    expect(sheets.at(-1)!.lines.slice(0, 3)).toEqual(['交通局督查事项清单', '共3件', '序号']);
    const numbers = sheets.slice(0, -1).flatMap(({ lines }) => lines.filter((line) => /^\d+$/.test(line)));
    expect(numbers).toEqual(Array.from({ length: 80 }, (_, index) => String(index + 1)));
    for (const { points } of sheets) expect(points).toBeLessThanOrEqual(481);
  });

  test('竖排的纸高，一页放得多', () => {
    expect(printed([page(60)], false).length).toBeLessThan(printed([page(60)]).length);
  });

  test('表头不单独留在一页的末尾；很长的一格不会一页只有题目', () => {
    const long = '字'.repeat(2000);
    const fields = Array.from({ length: 12 }, (_, index) => [`项目${index}`, '内容'] as const);
    for (const { lines } of printed(
      [
        page(2, {
          fields,
          rows: [
            ['1', long],
            ['2', long],
          ],
        }),
      ],
      false,
    )) {
      expect(lines.at(-1)).not.toBe('序号');
      expect(lines.length).toBeGreaterThan(1);
    }
  });

  test('一格里分几行写的，行高够放；领导批示留出写字的地方', () => {
    const fields = [['进展情况', '9月：已公示\n10月：已拨付\n11月：已验收']] as const;
    const { rows, rowHeights } = reportSheet(
      COLUMNS,
      [page(1, { fields, notes: ['没有列出的2件。', '领导批示：'] })],
      true,
    );
    const heightAt = (first: string): number => rowHeights![rows.findIndex(([cell]) => cell!.value === first)]!;
    expect(heightAt('进展情况')).toBeGreaterThanOrEqual(3 * 15);
    expect(heightAt('领导批示：')).toBeGreaterThanOrEqual(60);
    expect(heightAt('没有列出的2件。')).toBeLessThan(30);
  });
});
