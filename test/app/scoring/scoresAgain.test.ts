import { review, type Review, type ReviewRequest } from '../../../src/app/reading/review';
import { reviewAgain } from '../../../src/app/reading/reviewAgain';
import { scoreReview, scoresAgain, type ReviewScores } from '../../../src/app/scoring/scoreReview';
import type { CellValue } from '../../../src/domain/cell';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/domain/ruleSet';
import { reviewed } from '../reviewing';
import { EVENTS, NOTICES, scoreDesk, type Rows } from './scoreDesk';

const [TITLE, LEAD, CO, STATUS] = [1, 2, 3, 7];
const LEDGER: Rows = [
  ['序号', '督查事项', '牵头单位', '配合单位', '交办时间', '办结时限', '办结时间', '办理状态'],
  [1, '城区道路修缮', '交通局', '水利局', '2026-3-1', '2026-12-20', '', '正在办理'],
  [2, '河道清淤', '水利局', '交通局', '2026-3-1', '2026-12-20', '', '正在办理'],
  [3, '荒山造林', '林业局', '', '2026-3-1', '2026-12-20', '', '正在办理'],
];
const DIRECTORY: Rows = [['单位'], ['交通局'], ['水利局'], ['林业局']];

async function open(
  scheme: string,
  sheets: Readonly<Record<string, Rows>>,
  settings: Partial<Settings> = {},
): Promise<(row: number, column: number, typed: CellValue) => [ReviewScores | null, ReviewScores]> {
  const desk = scoreDesk({ 加减分登记: EVENTS, 文书登记簿: NOTICES, ...sheets }, LEDGER);
  const read = await reviewed(scheme);
  desk.close();
  const request: ReviewRequest = {
    connections: read.ledgers.map(({ connection }) => connection),
    doubts: new Map(),
    asOf: read.asOf,
    today: read.asOf,
    ruleSet: read.ruleSet,
    settings: { ...DEFAULT_SETTINGS, ...settings },
  };
  const before: Review = review(read.reading, request);
  return (row, column, typed) => {
    const { snapshot } = before.reading;
    const sheets = snapshot.sheets.map((sheet) => {
      if (sheet.name !== before.ledgers[0]!.sheet) return sheet;
      const values = sheet.values.map((own, at) => (at === row ? own.with(column, typed) : own));
      return { ...sheet, values };
    });
    const reading = { ...before.reading, snapshot: { ...snapshot, sheets } };
    const rows = [{ sheet: before.ledgers[0]!.sheet, first: row, last: row }];
    const after = reviewAgain(before, request, { reading, rows })!;
    return [scoresAgain(scoreReview(before), before, after), scoreReview(review(reading, request))];
  };
}

describe('改一格以后的得分', () => {
  test.each([
    ['登记簿里没有的事项改名称', 2, TITLE, '河道清淤二期'],
    ['改办理状态', 1, STATUS, '已办结'],
    ['改配合单位', 1, CO, '林业局'],
    ['牵头单位换成名录里的另一个', 3, LEAD, '水利局'],
    ['登记了文书的事项换牵头单位', 1, LEAD, '水利局'],
  ])('只按文书和加减分计分的方案：%s，得分照旧，与全部重算一样', async (_what, row, column, typed) => {
    const edit = await open('dengzhou-2018', { 单位名录: DIRECTORY });
    const [kept, whole] = edit(row, column, typed);
    expect(kept).not.toBeNull();
    expect(kept).toEqual(whole);
  });

  test('没有单位名录：牵头单位换成别的事项也牵头的一个、原来的也还有事项牵头才照旧', async () => {
    const edit = await open('dengzhou-2018', {});
    expect(edit(1, LEAD, '某某局')[0]).toBeNull();
    expect(edit(3, LEAD, '交通局')[0]).toBeNull();
    expect(edit(1, CO, '某某局')[0]).toEqual(edit(1, CO, '某某局')[1]);
  });

  test('名录里没有的牵头单位：多列一个单位，重算', async () => {
    const edit = await open('dengzhou-2018', { 单位名录: DIRECTORY });
    const [kept, whole] = edit(2, LEAD, '某某局');
    expect(kept).toBeNull();
    expect(whole).toMatchObject({ scores: expect.arrayContaining([expect.objectContaining({ unit: '某某局' })]) });
  });

  test('加减分登记按名称提到的事项改名称：说明里的名称变了，那个单位重算', async () => {
    const named: Rows = [EVENTS[0]!, ['2026-9-10', '林业局', '会议迟到', 3, '', '安全例会', '']];
    const edit = await open('dengzhou-2018', { 加减分登记: named });
    const [kept, whole] = edit(3, TITLE, '荒山造林二期');
    expect(kept).toEqual(whole);
    expect(JSON.stringify(kept)).toContain('荒山造林二期');
  });

  test('配合单位按比例计分：登记了文书的事项换配合单位重算，没有登记的照旧', async () => {
    const edit = await open('dengzhou-2018', { 单位名录: DIRECTORY }, { coUnitRatio: 0.5 });
    expect(edit(1, CO, '林业局')[0]).toBeNull();
    const [kept, whole] = edit(2, CO, '林业局');
    expect(kept).toEqual(whole);
  });

  test('按事项办结计分的方案：改办理状态，牵头单位重算，名次跟着变', async () => {
    const edit = await open('county-2023', { 单位名录: DIRECTORY });
    const [kept, whole] = edit(1, STATUS, '已办结');
    expect(kept).not.toBeNull();
    expect(kept).toEqual(whole);
  });
});
