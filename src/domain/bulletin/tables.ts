import { letterDate } from '../notices/letterDate';
import type { BulletinTable } from './bulletinText';
import type { BulletinFigures, MatterFigure } from './figures';

type Columns = BulletinTable['columns'];
const column = (head: string, part: number, align: 'left' | 'center' | 'right' = 'center'): Columns[number] => ({
  head,
  part,
  align,
});

/** `+1`, `-0.7`, `0`. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));
const points = (value: number | null): string => (value === null ? '—' : signed(value));

const CATEGORY_COLUMNS: Columns = [
  column('类别', 7, 'left'),
  column('事项数', 3),
  column('占比（%）', 4),
  column('已办结', 3),
  column('办结率（%）', 4),
  column('逾期', 3),
];
const COUNTS: Columns = [column('事项', 3), column('办结', 3), column('逾期', 3)];
const UNIT_COLUMNS: Columns = [column('序号', 2), column('单位', 9, 'left'), ...COUNTS];
const SCORED_COLUMNS: Columns = [
  column('名次', 3),
  column('单位', 9, 'left'),
  ...COUNTS,
  column('加分', 3),
  column('减分', 3),
  column('累计', 4),
];
const OVERDUE_COLUMNS: Columns = [
  column('序号', 2),
  column('督查事项', 9, 'left'),
  column('编号', 2.5),
  column('责任单位', 6, 'left'),
  column('办结时限', 8),
  column('逾期天数', 3),
];

/** Looks of the columns above by their heads, for a table read from a sheet. */
export const COLUMN_LOOKS: ReadonlyMap<string, Columns[number]> = new Map(
  [...CATEGORY_COLUMNS, ...UNIT_COLUMNS, ...SCORED_COLUMNS, ...OVERDUE_COLUMNS].map((each) => [each.head, each]),
);

export function categoryTable({ categories, all, closed, closedShare, overdue }: BulletinFigures): BulletinTable {
  return {
    columns: CATEGORY_COLUMNS,
    rows: [
      ...categories.map((each) => [
        each.name,
        String(each.keys.length),
        each.share,
        String(each.closed.length),
        each.closedShare,
        String(each.overdue.length),
      ]),
      ['合计', String(all.length), '100.0', String(closed.length), closedShare, String(overdue.length)],
    ],
  };
}

/** Every unit with its matters, and its plus and minus where the scheme scores. */
export function unitTable({ units, scored }: BulletinFigures): BulletinTable {
  const countsOf = (unit: BulletinFigures['units'][number]): string[] =>
    [unit.keys, unit.closed, unit.overdue].map((keys) => String(keys.length));
  if (!scored) {
    return {
      columns: UNIT_COLUMNS,
      rows: units.map((unit, index) => [String(index + 1), unit.unit, ...countsOf(unit)]),
    };
  }
  return {
    columns: SCORED_COLUMNS,
    rows: units.map((unit) => [
      unit.rank === null ? '—' : String(unit.rank),
      unit.unit,
      ...countsOf(unit),
      points(unit.plus),
      points(unit.minus),
      unit.total === null ? '—' : String(unit.total),
    ]),
  };
}

/** A printed list longer than this serves nobody, and would pass what one request to Excel can carry. */
export const LISTED_OVERDUE = 1000;

/** The matters overdue longest, at most `LISTED_OVERDUE`; its title says how many there are where it leaves some out. */
export const overdueTable = (overdue: readonly MatterFigure[]): BulletinTable => ({
  columns: OVERDUE_COLUMNS,
  rows: overdue
    .slice(0, LISTED_OVERDUE)
    .map(({ id, title, unit, deadline, days }, index) => [
      String(index + 1),
      title,
      id ?? '',
      unit,
      letterDate(deadline),
      String(days),
    ]),
});
