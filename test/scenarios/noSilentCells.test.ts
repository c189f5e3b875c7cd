import fc from 'fast-check';
import { areaAddress, type Area, type CellValue } from '../../src/domain/cell';
import { readScenario, silentCells } from './ledgerScenario';

const HEADER = ['序号', '督查事项', '责任单位', '配合单位', '完成时限', '办结日期', '办理状态', '备注'];

/** What clerks put into cells, and letters that mean nothing; marks alone (`/`, `—`) are blanks to anyone. */
const value = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<CellValue>(
      '',
      '',
      '',
      '修路',
      '教育局',
      '教育局、财政局',
      '（教育局）',
      '3月',
      '2026-3-1',
      '已办结',
      '一、甲',
      '（一）乙',
      '合计',
      '填表人：',
      '注：甲',
      '督查事项',
      '各街道',
      '12',
      '长期',
      '#REF!',
      true,
      2026.1,
      1,
      2,
      3,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({ minLength: 1, maxLength: 5 }).filter((text) => /[a-z\u4e00-\u9fff]/i.test(text)),
  },
);
const merge = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.nat({ max: 7 }), fc.nat({ max: 2 }), fc.nat({ max: 2 }))
  .map(([top, left, down, right]): Area => ({ top, left, bottom: top + down, right: Math.min(7, left + right) }));

const apart = (a: Area, b: Area): boolean =>
  a.bottom < b.top || b.bottom < a.top || a.right < b.left || b.right < a.left;

test('随便填、随便合并的台账，没有一个格子悄悄丢掉：读了、说了，或者是章节、合计、表尾', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value, value, value, value, value, value, value), { maxLength: 8 }),
      fc.array(merge, { maxLength: 2 }),
      (rows, areas) => {
        const merges = areas.filter((area, index) => areas.slice(0, index).every((other) => apart(area, other)));
        const covered = (row: number, column: number): boolean =>
          merges.some(
            ({ top, left, bottom, right }) =>
              row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
          );
        const cells = rows.map((row, index) => row.map((cell, column) => (covered(index + 1, column) ? '' : cell)));
        const read = readScenario({ rows: [HEADER, ...cells], options: { merges: merges.map(areaAddress) } });
        expect(silentCells(read)).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});
