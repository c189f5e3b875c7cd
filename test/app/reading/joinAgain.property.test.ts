import fc from 'fast-check';
import { withCells } from '../../../src/app/reading/readAgain';
import { review } from '../../../src/app/reading/review';
import { reviewAgain } from '../../../src/app/reading/reviewAgain';
import type { CellValue } from '../../../src/domain/cell';
import { DEFAULT_SETTINGS, RULE_SET_IDS, type Settings } from '../../../src/domain/ruleSet';
import { deskWith, type HostDesk } from '../../hostDesk';
import { bookOf, expectAlike } from './reviewedAgain';

const LEDGERS = ['督查台账', '专项台账'];
const HEADER = [
  '序号',
  '督查事项',
  '牵头单位',
  '交办时间',
  '办结时限',
  '延期至',
  '办结时间',
  '办理状态',
  '类别',
  '配合单位',
];
const NOTICES = ['文书', '编号', '日期', '主送单位', '事项编号', '事项', '答复期限', '状态', '台账'];
const EVENTS = ['日期', '单位', '类型', '事项编号', '事项', '分值', '依据', '台账'];
const DIRECTORY = [
  ['单位', '分组'],
  ['交通局', '甲'],
  ['水利局', '甲'],
  ['林业局', '乙'],
];
const PROCEEDINGS = ['日期', '事项编号', '事项', '单位', '类型', '内容', '新时限', '批准人', '台账'];

type Cells = readonly (string | number)[];

const of = <Value extends CellValue>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const rows = (cells: fc.Arbitrary<Cells>, most: number): fc.Arbitrary<Cells[]> =>
  fc.array(cells, { minLength: 1, maxLength: most });

/** Few numbers, titles and units: most matters are like others, and most rows lead to several or to none. */
const [ID, TITLE, UNIT] = [
  of<string | number>(1, 2, 3, '１', '2 ', 'A1', ''),
  of('修路', '修 路', '建桥', '修路；建桥', '种树', ''),
  of('交通局', '水利局', '林业局', '交通局、水利局', '某某局', ''),
];
const CATEGORY = of('政府工作报告', '重点项目', '领导批示', '为民实事', '别的', '');
const STATUS = of('办理中', '已办结', '暂缓', '');
const matter: fc.Arbitrary<Cells> = fc.tuple(
  ID,
  TITLE,
  UNIT,
  of('2026-3-1', '2026-4-1'),
  of('2026-5-31', '2026-12-31', ''),
  of('', '', '2026-7-1'),
  of('', '', '2026-6-1'),
  STATUS,
  CATEGORY,
  UNIT,
);

const NAMED = [
  of('1', '2', '1、2', '1、1', '3，A1', '9', ''),
  of('修路', '建桥', '修路；建桥', '建桥；修路', '种树', '别的', ' 修路', ''),
  of('', '', '督查台账', '专项台账', '去年台账'),
] as const;
const DAY = of('2026-4-2', '2026-6-3', '2026-6-3', '2026-10-1', '2026-12-1');
const notice: fc.Arbitrary<Cells> = fc
  .tuple(
    of('交办单', '催办单', '督办通知单'),
    of('〔2026〕1号', '〔2026〕2号', ''),
    DAY,
    UNIT,
    ...NAMED,
    of('已发', '拟稿'),
  )
  .map(([form, number, day, unit, id, title, ledger, status]) => [
    form,
    number,
    day,
    unit,
    id,
    title,
    '',
    status,
    ledger,
  ]);
const proceeding: fc.Arbitrary<Cells> = fc
  .tuple(DAY, ...NAMED, UNIT, of('进展', '延期', '办结', '退回', '报结'), of('2026-7-1', ''), of('张三同意', ''))
  .map(([day, id, title, ledger, unit, kind, until, approver]) => [
    day,
    id,
    title,
    unit,
    kind,
    '内容',
    until,
    approver,
    ledger,
  ]);

const event: fc.Arbitrary<Cells> = fc
  .tuple(
    of('2026-3-4', '2026-8-9', '2026-9-3', '2026-10-8', '2026-10-8'),
    UNIT,
    of('会议迟到', '未按时报送进展', '未按时报送进展', '材料未按时报送', '表彰加分', '其他加减分'),
    ...NAMED,
    of<string | number>('', 1),
    of('', '办公室通知'),
  )
  .map(([day, unit, kind, id, title, ledger, points, basis]) => [day, unit, kind, id, title, points, basis, ledger]);

interface Book {
  readonly first: readonly Cells[];
  readonly second: readonly Cells[] | null;
  readonly notices: readonly Cells[];
  readonly proceedings: readonly Cells[];
  readonly events: readonly Cells[];
  /** Whether the workbook has 单位名录. */
  readonly listed: boolean;
}

const book: fc.Arbitrary<Book> = fc.record({
  first: rows(matter, 10),
  second: fc.option(rows(matter, 4)),
  notices: rows(notice, 8),
  proceedings: rows(proceeding, 8),
  events: rows(event, 6),
  listed: fc.boolean(),
});
const settings = (shares: readonly number[]): fc.Arbitrary<Settings> =>
  fc
    .record({ annual: fc.boolean(), shared: fc.constantFrom(...shares), full: fc.boolean() })
    .map(({ annual, shared, full }) => ({
      ...DEFAULT_SETTINGS,
      annual,
      coUnitRatio: shared,
      fullMarksWithoutMatters: full,
    }));

function workbookOf({ first, second, notices, proceedings, events, listed }: Book): HostDesk {
  const desk = deskWith(LEDGERS[0]!, [HEADER, ...first]);
  const add = (name: string, sheet: readonly Cells[]): void => {
    const own = desk.workbook.addSheet(name);
    sheet.forEach((cells, row) => cells.forEach((value, column) => value !== '' && own.setValue(row, column, value)));
  };
  if (second !== null) add(LEDGERS[1]!, [HEADER, ...second]);
  add('文书登记簿', [NOTICES, ...notices]);
  add('办理登记', [PROCEEDINGS, ...proceedings]);
  add('加减分登记', [EVENTS, ...events]);
  if (listed) add('单位名录', DIRECTORY);
  return desk;
}

/** One cell, or the titles of two rows changed for each other. */
const edit = fc.record({
  ledger: fc.nat(1),
  row: fc.nat(9),
  other: fc.nat(9),
  what: fc.oneof(
    fc.record({ column: fc.constant(0), value: ID }),
    fc.record({ column: fc.constant(1), value: TITLE }),
    fc.record({ column: fc.constant(2), value: UNIT }),
    fc.record({ column: fc.constant(3), value: of('2026-3-1', '2026-4-1') }),
    fc.record({ column: fc.constant(7), value: STATUS }),
    fc.record({ column: fc.constant(7), value: of('已办结', '办理中') }),
    fc.record({ column: fc.constant(8), value: CATEGORY }),
    fc.record({ column: fc.constant(9), value: UNIT }),
    fc.constant('swapped' as const),
  ),
});

const edits = fc.array(edit, { minLength: 1, maxLength: 5 });

describe.each([
  ['各种方案', RULE_SET_IDS, [0, 0, 0.5], 40],
  // The one scheme that scores how matters stand.
  ['按事项办结计分', ['county-2023'], [0], 60],
] as const)('%s', (_name, schemes, shares, runs) => {
  test('编号、事项、单位重复的台账，登记簿只写编号、只写事项、写几件：改了以后与全部重新核对一样，得分也一样', async () => {
    let [asked, taken, joined, scored] = [0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(
        book,
        edits,
        fc.constantFrom(...schemes),
        settings(shares),
        async (given, made, scheme, chosen) => {
          const { connecting, reading, request: opened } = await bookOf(workbookOf(given), scheme);
          const request = { ...opened, settings: chosen };
          let now = review(reading, request);
          for (const { ledger: which, row, other, what } of made) {
            const ledger = now.ledgers[which % now.ledgers.length];
            if (ledger === undefined || ledger.matters.length === 0) return;
            const { matters, snapshot } = ledger;
            const [one, two] = [row, other].map((place) => matters[place % matters.length]!.row) as [number, number];
            const textOf = (at: number): CellValue => snapshot.values[at - snapshot.top]![1] ?? '';
            const written =
              what === 'swapped'
                ? [
                    { row: one, column: 1, value: textOf(two) },
                    { row: two, column: 1, value: textOf(one) },
                  ]
                : [{ row: one, ...what }];
            const cells = written.map(({ row: at, column, value }) => ({
              sheet: ledger.sheet,
              area: { top: at, left: column, bottom: at, right: column },
              values: [[value]],
              formats: [['General']],
              formulas: [[value]],
            }));
            const read = withCells(connecting, now.reading, cells);
            if (read === null) return;
            const whole = review(read.reading, request);
            const again = reviewAgain(now, request, read);
            asked += 1;
            if (again !== null) {
              taken += 1;
              if ([...again.histories.keys()].join() !== [...now.histories.keys()].join()) joined += 1;
              if (expectAlike(now, again, whole).scored) scored += 1;
            }
            now = again ?? whole;
          }
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
    expect(taken / asked).toBeGreaterThan(0.7);
    expect(scored / taken).toBeGreaterThan(0.5);
    expect(joined / asked).toBeGreaterThan(0.05);
  });
});
