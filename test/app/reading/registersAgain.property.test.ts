import fc from 'fast-check';
import { withCells } from '../../../src/app/reading/readAgain';
import { review, type Review } from '../../../src/app/reading/review';
import { reviewAgain } from '../../../src/app/reading/reviewAgain';
import type { CellValue } from '../../../src/domain/cell';
import { DEFAULT_SETTINGS, RULE_SET_IDS } from '../../../src/domain/ruleSet';
import { deskWith, type HostDesk } from '../../hostDesk';
import { bookOf, expectAlike } from './reviewedAgain';

type Cells = readonly (string | number)[];
type Cell = fc.Arbitrary<string | number>;

const of = (...values: (string | number)[]): Cell => fc.constantFrom(...values);
/** 大多数行都认得出。 */
const mostly = (usual: readonly (string | number)[], others: readonly (string | number)[]): Cell =>
  fc.oneof({ arbitrary: of(...usual), weight: 6 }, { arbitrary: of(...others), weight: 1 });

/** 号码少、单位少、名称少：连号的空缺和重号、同一份文书的几行、对到几件和对不到的都多。 */
const UNIT = mostly(['交通局', '水利局', '林业局', '交通局、水利局'], ['县交通局', '各局', '某某局', '各有关单位', '']);
const NUMBER = of(
  '〔2026〕1号',
  '〔2026〕2号',
  '〔2026〕3号',
  '〔2026〕7号',
  '[2026]7号',
  '3号',
  '邓政办〔2026〕9号',
  '',
);
const DAY = mostly(['2026-4-2', '2026-6-3', '2026-6-3', 46030], ['2026-10-1', '2026-12-1', '尽快', '']);
const [IDS, TITLES, OF_LEDGER] = [
  mostly([1, 2, 3], ['1、2', '1、1', '3，A1', '9', '']),
  mostly([''], ['修路', '建桥', '修路；建桥', '建桥；修路', '种树', '别的']),
  mostly([''], ['督查台账', '专项台账', '去年台账']),
];

interface Column {
  readonly header: string;
  readonly cell: Cell;
}
const column = (header: string, cell: Cell): Column => ({ header, cell });

const LEDGER = [
  column('序号', of(1, 2, 3, 'A1', '')),
  column('督查事项', of('修路', '建桥', '种树', '修路；建桥')),
  column('牵头单位', of('交通局', '水利局', '林业局', '交通局、水利局')),
  column('配合单位', of('', '林业局')),
  column('交办时间', of('2026-3-1', '2026-4-1')),
  column('办结时限', of('2026-5-31', '2026-12-31', '')),
  column('延期至', of('', '', '2026-7-1')),
  column('办结时间', of('', '', '2026-6-1')),
  column('办理状态', of('办理中', '办理中', '已办结', '')),
  column('类别', of('政府工作报告', '重点项目', '')),
  column('交办单编号', of('', '〔2026〕1号', '〔2026〕3号')),
  column('催办单编号', of('', '〔2026〕7号', '〔2026〕1号、〔2026〕2号', '3号')),
];
const REGISTERS: Readonly<Record<string, readonly Column[]>> = {
  文书登记簿: [
    column('文书', mostly(['交办单', '催办单', '催办单', '督办通知单'], ['约谈', '便函', ''])),
    column('编号', NUMBER),
    column('日期', DAY),
    column('主送单位', UNIT),
    column('事项编号', IDS),
    column('事项', TITLES),
    column('答复期限', of('', '3日内', '2026-6-9', '尽快')),
    column('状态', mostly(['', '已发'], ['拟稿', '作废', '不明'])),
    column('台账', OF_LEDGER),
    column('备注', of('', '', '补记')),
  ],
  办理登记: [
    column('日期', DAY),
    column('事项编号', IDS),
    column('事项', TITLES),
    column('单位', UNIT),
    column('类型', mostly(['进展', '进展', '延期', '办结', '退回'], ['报结', '暂缓', '整改报告', '闲谈', ''])),
    column('内容', of('开工', '完工', '')),
    column('新时限', of('2026-7-1', '2026-11-1', '', '另定')),
    column('批准人', of('张三同意', '')),
    column('台账', OF_LEDGER),
  ],
  加减分登记: [
    column('备注', of('', '张三提出')),
    column('日期', mostly(['2026-3-4', '2026-8-9', '2026-10-8', '2026-10-8'], ['2025-3-1', ''])),
    column('单位', UNIT),
    column('类型', mostly(['会议迟到', '未按时报送进展', '材料未按时报送', '其他加减分'], ['表彰加分', '别的', ''])),
    column('事项编号', IDS),
    column('事项', TITLES),
    column('分值', of('', 1, '-0.5分', '若干')),
    column('依据', of('', '办公室通知')),
    column('台账', OF_LEDGER),
  ],
};
const DIRECTORY: readonly Cells[] = [
  ['单位', '别名', '成员单位', '参加考核'],
  ['交通局', '县交通局', '', ''],
  ['水利局', '', '', ''],
  ['林业局', '', '', '否'],
  ['各局', '', '交通局、水利局', ''],
];

const rowOf = (columns: readonly Column[]): fc.Arbitrary<Cells> => fc.tuple(...columns.map(({ cell }) => cell));
const rowsOf = (columns: readonly Column[], most: number): fc.Arbitrary<Cells[]> =>
  fc.array(rowOf(columns), { minLength: 1, maxLength: most });

interface Book {
  readonly first: readonly Cells[];
  readonly second: readonly Cells[] | null;
  readonly registers: Readonly<Record<string, readonly Cells[]>>;
  readonly listed: boolean;
  /** 登记簿里竖着合并的格：哪一列，从第几行起的两行；没有合并的为空。 */
  readonly merged: { readonly column: number; readonly row: number } | null;
}

const names = Object.keys(REGISTERS);
/** 四行里三行编号、名称各不相同，登记簿的行大多对得上一件。 */
const ledger: fc.Arbitrary<Cells[]> = rowsOf(LEDGER, 8).map((rows) =>
  rows.map((cells, at) => (at % 4 === 3 ? cells : [at + 1, ['修路', '建桥', '种树'][at % 4]!, ...cells.slice(2)])),
);
const book: fc.Arbitrary<Book> = fc.record({
  first: ledger,
  second: fc.option(rowsOf(LEDGER, 3)),
  registers: fc.record(Object.fromEntries(names.map((name) => [name, rowsOf(REGISTERS[name]!, 8)]))),
  listed: fc.boolean(),
  merged: fc.option(fc.record({ column: fc.nat(5), row: fc.integer({ min: 1, max: 4 }) })),
});

function workbookOf({ first, second, registers, listed, merged }: Book): HostDesk {
  const headerOf = (columns: readonly Column[]): Cells => columns.map(({ header }) => header);
  const desk = deskWith('督查台账', [headerOf(LEDGER), ...first]);
  const add = (name: string, rows: readonly Cells[]): void => {
    const own = desk.workbook.addSheet(name);
    rows.forEach((cells, row) => cells.forEach((value, at) => value !== '' && own.setValue(row, at, value)));
    if (merged === null || name === '单位名录' || name === '专项台账') return;
    const { column: left, row: top } = merged;
    own.setMerges([{ top, left, bottom: top + 1, right: left }]);
  };
  if (second !== null) add('专项台账', [headerOf(LEDGER), ...second]);
  for (const name of names) add(name, [headerOf(REGISTERS[name]!), ...registers[name]!]);
  if (listed) add('单位名录', DIRECTORY);
  return desk;
}

/** 改登记簿的一格、清空一行、写上一整行、把另一行照抄过来，或改台账的一格。 */
type Edit = { readonly sheet: string; readonly row: number } & (
  | { readonly kind: 'cell'; readonly column: number; readonly value: CellValue }
  | { readonly kind: 'row'; readonly values: readonly CellValue[] }
  | { readonly kind: 'copied'; readonly from: number }
);
const cellOf = (sheet: string, columns: readonly Column[]): fc.Arbitrary<Edit> =>
  fc.oneof(
    ...columns.map(({ cell }, at) =>
      fc.record({
        sheet: fc.constant(sheet),
        row: fc.nat(9),
        kind: fc.constant('cell' as const),
        column: fc.constant(at),
        value: cell,
      }),
    ),
  );
const rowIn = (sheet: string, values: fc.Arbitrary<Cells>): fc.Arbitrary<Edit> =>
  fc.record({ sheet: fc.constant(sheet), row: fc.nat(9), kind: fc.constant('row' as const), values });
const copiedIn = (sheet: string): fc.Arbitrary<Edit> =>
  fc.record({ sheet: fc.constant(sheet), row: fc.nat(9), kind: fc.constant('copied' as const), from: fc.nat(9) });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  ...names.flatMap((name) => {
    const columns = REGISTERS[name]!;
    return [
      { arbitrary: cellOf(name, columns), weight: name === '文书登记簿' ? 12 : 6 },
      { arbitrary: rowIn(name, fc.constant(columns.map(() => ''))), weight: 1 },
      { arbitrary: rowIn(name, rowOf(columns)), weight: 1 },
      { arbitrary: copiedIn(name), weight: 2 },
    ];
  }),
  { arbitrary: cellOf('督查台账', LEDGER), weight: 4 },
);

const settings = fc.record({
  annual: fc.boolean(),
  coUnitRatio: fc.constantFrom(0, 0, 0, 0.5),
  fullMarksWithoutMatters: fc.boolean(),
});

function cellsOf(now: Review, made: Edit): Parameters<typeof withCells>[2] {
  const sheet = now.reading.snapshot.sheets.find(({ name }) => name === made.sheet)!;
  const placed = (row: number): number => 1 + (row % Math.max(1, sheet.values.length - 1));
  const row = sheet.top + placed(made.row);
  const [left, values] =
    made.kind === 'cell'
      ? [made.column, [made.value]]
      : [0, made.kind === 'row' ? made.values : sheet.values[placed(made.from)]!];
  const area = { top: row, left, bottom: row, right: left + values.length - 1 };
  return [{ sheet: sheet.name, area, values: [values], formats: [values.map(() => 'General')], formulas: [values] }];
}

describe.each([
  ['各种方案', RULE_SET_IDS, 40],
  ['按事项办结计分', ['county-2023'], 40],
  ['按文书和加减分计分', ['dengzhou-2018'], 40],
] as const)('%s', (_name, schemes, runs) => {
  test('登记簿改一格、清空一行、写上一行，和台账的改动前后相接：与全部重新核对一样，得分也一样', async () => {
    const counts = { asked: 0, taken: 0, scored: 0, registers: 0 };
    await fc.assert(
      fc.asyncProperty(
        book,
        fc.array(edit, { minLength: 4, maxLength: 10, size: 'max' }),
        fc.constantFrom(...schemes),
        settings,
        async (given, edits, scheme, chosen) => {
          const { connecting, reading, request: opened } = await bookOf(workbookOf(given), scheme);
          const request = { ...opened, settings: { ...DEFAULT_SETTINGS, ...chosen } };
          let now = review(reading, request);
          for (const made of edits) {
            const read = withCells(connecting, now.reading, cellsOf(now, made));
            if (read === null) return;
            const whole = review(read.reading, request);
            const again = reviewAgain(now, request, read);
            counts.asked += 1;
            if (again !== null) {
              counts.taken += 1;
              if (again.registers !== now.registers) counts.registers += 1;
              if (expectAlike(now, again, whole).scored) counts.scored += 1;
            }
            now = again ?? whole;
          }
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
    const { asked, taken, scored, registers } = counts;
    expect(taken / asked).toBeGreaterThan(0.8);
    expect(scored / taken).toBeGreaterThan(0.5);
    expect(registers / asked).toBeGreaterThan(0.3);
  });
});
