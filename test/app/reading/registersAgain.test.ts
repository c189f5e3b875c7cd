import { withCells } from '../../../src/app/reading/readAgain';
import { review, type Review } from '../../../src/app/reading/review';
import { reviewAgain } from '../../../src/app/reading/reviewAgain';
import type { CellValue } from '../../../src/domain/cell';
import { deskWith } from '../../hostDesk';
import { bookOf, expectAlike } from './reviewedAgain';

type Rows = readonly (readonly (string | number)[])[];

const LEDGER: Rows = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '催办单编号'],
  [1, '修路', '交通局', '2026-3-1', '2026-5-31', '办理中', '〔2026〕1号'],
  [2, '建桥', '交通局', '2026-3-1', '2026-12-31', '办理中', ''],
  [3, '种树', '林业局', '2026-3-1', '2026-12-31', '办理中', '〔2026〕5号'],
];
const NOTICES: Rows = [
  ['文书', '编号', '日期', '主送单位', '事项编号', '事项', '状态'],
  ['催办单', '〔2026〕1号', '2026-6-3', '交通局', 1, '修路', ''],
  ['催办单', '〔2026〕2号', '2026-6-4', '交通局', 2, '建桥', ''],
  ['催办单', '〔2026〕3号', '2026-6-5', '交通局', 2, '建桥', ''],
  ['督办通知单', '〔2026〕1号', '2026-6-9', '交通局', 1, '修路', ''],
  ['督办通知单', '〔2026〕3号', '2026-7-9', '交通局', 1, '修路', ''],
];
/** 督办通知单从1号到3号，说在后一行。 */
const GAP = { form: '督办通知单', missing: '〔2026〕2号', count: 1 };
const PROCEEDINGS: Rows = [
  ['日期', '事项编号', '事项', '类型', '内容'],
  ['2026-6-1', 1, '修路', '进展', '开工'],
  ['2026-9-1', 2, '建桥', '进展', '开工'],
];

const EVENTS: Rows = [
  ['日期', '单位', '类型', '依据'],
  ['2026-6-1', '交通局', '会议迟到', '安全例会'],
  ['2026-6-1', '交通局', '会议迟到', '安全例会'],
  ['2026-6-1', '水利局', '会议迟到', '安全例会'],
];

/** 登记簿里这一格改成这样以后：接着核对的（与全部重新核对比过），没有接着核对的为空。 */
async function edited(
  sheet: string,
  row: number,
  column: number,
  value: CellValue,
  notices: Rows = NOTICES,
): Promise<Review | null> {
  const desk = deskWith('督查台账', LEDGER);
  for (const [name, rows] of Object.entries({ 文书登记簿: notices, 办理登记: PROCEEDINGS, 加减分登记: EVENTS })) {
    const own = desk.workbook.addSheet(name);
    rows.forEach((cells, at) => cells.forEach((each, left) => each !== '' && own.setValue(at, left, each)));
  }
  const { connecting, reading, request } = await bookOf(desk, 'dengzhou-2018');
  const area = { top: row, left: column, bottom: row, right: column };
  const cells = [{ sheet, area, values: [[value]], formats: [['General']], formulas: [[value]] }];
  const before = review(reading, request);
  const read = withCells(connecting, reading, cells)!;
  const again = reviewAgain(before, request, read);
  if (again !== null) expectAlike(before, again, review(read.reading, request));
  return again;
}

const said = (of: Review | null, code: string): unknown =>
  of?.findings.filter((finding) => finding.code === code).map(({ cell, facts }) => [cell.sheet, cell.row + 1, facts]);

describe('登记簿改一格，只看那一行有关的', () => {
  test('文书改编号：空出来的号、接不上的号说在该说的行，台账里写着两个号的事项说法也跟着变', async () => {
    const again = await edited('文书登记簿', 1, 1, '〔2026〕5号');
    expect(said(again, 'notice-number-gap')).toEqual([
      ['文书登记簿', 2, { form: '催办单', missing: '〔2026〕4号', count: 1 }],
      ['文书登记簿', 6, GAP],
    ]);
    expect(said(again, 'notice-unregistered')).toEqual([['督查台账', 2, { form: '催办单', numbers: ['〔2026〕1号'] }]]);
  });

  test('文书改成重号：后一行说重号', async () => {
    const again = await edited('文书登记簿', 1, 1, '〔2026〕3号');
    expect(said(again, 'notice-number-duplicate')).toMatchObject([['文书登记簿', 4, { first: 2 }]]);
  });

  test('文书改对另一件：两件的历史都变，原来那一件不再有文书', async () => {
    const again = await edited('文书登记簿', 1, 4, 2);
    expect(said(again, 'register-link')).toMatchObject([['文书登记簿', 2, { problem: 'titleDiffers' }]]);
    expect(again?.histories.get('督查台账!2')?.notices.map(({ cell }) => cell.row)).toEqual([4, 5]);
  });

  test('日期写成认不出的：那一行不算了，说认不出', async () => {
    const again = await edited('办理登记', 1, 0, '尽快');
    expect(again?.registers.proceedings).toHaveLength(1);
    expect(said(again, 'register-row')).toMatchObject([
      ['办理登记', 2, { column: '日期', problem: 'unreadable' }],
      ['加减分登记', 3, { problem: 'sameEvent' }],
    ]);
  });

  test('改成一个意思的另一个说法：登记还是原来那些，那一行原来说的空号还在', async () => {
    const again = await edited('文书登记簿', 5, 6, '已发');
    expect(said(again, 'notice-number-gap')).toEqual([['文书登记簿', 6, GAP]]);
  });

  test('前一份催办单改成交办单：后一份催办单不再说没有交办过，前一份也不说了', async () => {
    const rowsOf = (of: Review | null): unknown =>
      of?.findings.filter(({ code }) => code === 'reminder-without-assignment').map(({ cell }) => cell.row + 1);
    expect(rowsOf(await edited('文书登记簿', 2, 6, ''))).toEqual([2, 3, 4]);
    expect(rowsOf(await edited('文书登记簿', 2, 0, '交办单'))).toEqual([2]);
    expect(
      rowsOf(await edited('文书登记簿', 2, 0, '交办单', NOTICES.with(2, NOTICES[2]!.with(2, '2026-7-1')))),
    ).toEqual([2, 4]);
  });

  test('一份交办单改成催办单：后面的催办单就没有交办过了', async () => {
    const notices = NOTICES.with(2, NOTICES[2]!.with(0, '交办单'));
    const again = await edited('文书登记簿', 2, 0, '催办单', notices);
    expect((said(again, 'reminder-without-assignment') as unknown[]).length).toBe(3);
  });

  test.each([
    ['两行一样的，前一行换了单位：后一行不再说一样', 1, '林业局', []],
    [
      '另一行也改成一样：两行都说与第一行一样',
      3,
      '交通局',
      [
        [3, '2'],
        [4, '2'],
      ],
    ],
    ['前一行改得与后面第三行一样：改说第三行', 1, '水利局', [[4, '2']]],
  ])('加减分登记%s', async (_what, row, unit, expected) => {
    const again = await edited('加减分登记', row, 1, unit);
    const alike = again?.findings.filter(({ facts }) => facts['problem'] === 'sameEvent');
    expect(alike?.map(({ cell, facts }) => [cell.row + 1, facts['text']])).toEqual(expected);
  });

  const addressed = (units: number): Rows => [
    NOTICES[0]!,
    ...Array.from({ length: units }, (_, at) => ['催办单', '〔2026〕1号', '2026-6-3', `第${at}局`, 1, '修路', '']),
    ['催办单', '〔2026〕2号', '2026-6-4', '交通局', 2, '建桥', ''],
  ];

  test('一份文书三百个单位，一个单位一行，同一个编号：改其中一行的日期，这一行成了重号', async () => {
    const again = await edited('文书登记簿', 150, 2, '2026-6-9', addressed(300));
    expect(said(again, 'notice-number-duplicate')).toMatchObject([['文书登记簿', 151, { first: 2 }]]);
  });

  test.each([
    [1000, false],
    [1001, true],
  ])('同一个编号的有%i行，改其中一行：全部重新判定为 %p', async (units, anew) => {
    expect((await edited('文书登记簿', 150, 2, '2026-6-9', addressed(units))) === null).toBe(anew);
  });

  test('改表头：全部重新判定', async () => {
    expect(await edited('办理登记', 0, 4, '说明')).toBeNull();
  });
});
