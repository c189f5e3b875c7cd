import { listsOfReview, planListSheet } from '../../../src/app/scoring/lists';
import { isOwnSheet } from '../../../src/domain/ledger/ownSheets';
import { contentOf, type HostDesk } from '../../hostDesk';
import { reviewAt, write } from '../desk';
import { EVENTS, LEDGER, NOTICES, scoreDesk } from './scoreDesk';

const NAME = '督查名单 2026-10-31';
let desk: HostDesk;
beforeEach(() => {
  const ledger = LEDGER.map((row, index) => (index === 1 ? row.with(4, '2026-9-30') : row));
  desk = scoreDesk({ 文书登记簿: NOTICES, 加减分登记: EVENTS }, ledger);
});
afterEach(() => desk.close());

const planned = async (scheme?: string) => {
  const of = await reviewAt('2026-10-31', scheme);
  return planListSheet(of, listsOfReview(of));
};
async function writeLists(scheme?: string) {
  const outcome = await planned(scheme);
  if (outcome.kind !== 'ready') throw new Error(outcome.sentence);
  const written = await write(outcome.plan);
  if (!written.ok) throw new Error(written.refusal.sentence);
}

test('计分的文件没有名单，不计分的文件有名单和频次', async () => {
  expect(listsOfReview(await reviewAt('2026-10-31'))).toEqual({ lists: [], cadences: [] });
  const { lists, cadences } = listsOfReview(await reviewAt('2026-10-31', 'liangshan-2010'));
  expect(lists.map(({ rule }) => rule.name).slice(0, 2)).toEqual(['限期内未办结', '限期内未反馈']);
  expect(cadences.map(({ rule }) => rule.name)).toEqual(['年中跟踪检查', '年末逐项考核']);
});

test('名单写成一张表：条款、各行、出处链接到那一格；表不会被当作台账；再写一次没有变化', async () => {
  await writeLists('liangshan-2010');
  const sheet = desk.workbook.sheets.find(({ name }) => name === NAME)!;
  // 不计分的文件，表头不说“计分”。
  expect(sheet.value(1, 0)).toMatch(/^统计日期：2026年10月31日；依据：《.+》（凉府办发〔2010〕7号）。名单供领导研究/);
  const { lists } = listsOfReview(await reviewAt('2026-10-31', 'liangshan-2010'));
  const entries = lists.flatMap((list) => list.entries);
  expect(entries.length).toBeGreaterThan(0);
  expect(sheet.hyperlinks()).toHaveLength(entries.length);
  const shown = Array.from({ length: sheet.usedArea(false)!.bottom + 1 }, (_, row) => sheet.value(row, 4));
  for (const { message } of entries) expect(shown).toContain(message);
  expect(isOwnSheet(NAME)).toBe(true);
  const before = contentOf(desk.workbook);
  await writeLists('liangshan-2010');
  expect(contentOf(desk.workbook)).toEqual(before);
});

test('写好之后有人改过的名单不覆盖，另写一张', async () => {
  await writeLists('liangshan-2010');
  desk.workbook.sheets.find(({ name }) => name === NAME)!.setValue(0, 7, '已报领导');
  expect(await planned('liangshan-2010')).toMatchObject({ kind: 'edited', sheet: `${NAME}(2)` });
});
