import type { MatterFigure } from '../../../src/domain/bulletin/figures';
import { LISTED_OVERDUE, overdueTable } from '../../../src/domain/bulletin/tables';

const late = (count: number): MatterFigure[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `台账 ${index}`,
    id: String(index + 1),
    title: `第${index + 1}项`,
    unit: '交通局',
    deadline: '2026-10-01' as MatterFigure['deadline'],
    closedOn: null,
    days: 30,
  }));

describe('逾期事项清单', () => {
  test('一千件以内全部列出', () => {
    expect(overdueTable(late(LISTED_OVERDUE)).rows).toHaveLength(LISTED_OVERDUE);
  });
  test('超过一千件只列逾期时间最长的一千件', () => {
    const { rows } = overdueTable(late(LISTED_OVERDUE + 1));
    expect(rows).toHaveLength(LISTED_OVERDUE);
    expect(rows[0]![1]).toBe('第1项');
  });
  test('没有逾期事项时清单是空的', () => {
    expect(overdueTable([]).rows).toEqual([]);
  });
});
