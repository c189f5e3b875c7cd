import { planSchemeSheet } from '../../../src/app/scoring/schemeSheet';
import { scoreReview, scoringFindings } from '../../../src/app/scoring/scoreReview';
import { ruleSetFor } from '../../../src/app/reading/chosenRules';
import { takeBack } from '../../../src/app/office/workbook';
import { cellName } from '../../../src/domain/cell';
import { findingSentence } from '../../../src/domain/findingSentence';
import type { Review } from '../../../src/app/reading/review';
import type { HostDesk } from '../../hostDesk';
import { reviewAt, write } from '../desk';
import { planLines } from '../../../src/taskpane/desk/planInWords';
import { wholeState } from '../../faults/wholeState';
import { NOTICES, scoreDesk, scoredIn } from './scoreDesk';

let desk: HostDesk;
afterEach(() => desk.close());

const sheet = () => desk.workbook.sheets.find(({ name }) => name === '计分方案')!;
const rowOfIn = (own: ReturnType<typeof sheet>, object: string): number => {
  for (let row = 0; row < 40; row += 1) if (own.value(row, 2) === object) return row;
  throw new Error(object);
};
const rowOf = (object: string): number => rowOfIn(sheet(), object);
const totals = (of: Review) => Object.fromEntries(scoredIn(of).scores.map(({ unit, total }) => [unit, total]));
const errors = (of: Review) =>
  of.findings
    .filter(({ code, level }) => code === 'ruleset-row' && level === 'error')
    .map((finding) => `${cellName(finding.cell)} ${findingSentence(finding)}`);

/** The office's own sheet, as the add-in writes it. */
async function withSheet(scheme = 'dengzhou-2018'): Promise<void> {
  desk = scoreDesk({ 文书登记簿: NOTICES });
  await write(planSchemeSheet(await reviewAt('2026-10-31', scheme)));
}

test('没有“计分方案”表：按选定的方案', async () => {
  desk = scoreDesk({ 文书登记簿: NOTICES });
  const of = await reviewAt('2026-10-31');
  expect(of.scheme).toEqual({ ruleSet: ruleSetFor('dengzhou-2018'), from: 'chosen', findings: [], refused: false });
  expect(totals(of)).toEqual({ 交通局: 99.8, 水利局: 100 });
});
test('空的“计分方案”表不算', async () => {
  desk = scoreDesk({ 文书登记簿: NOTICES });
  desk.workbook.addSheet('计分方案');
  expect((await reviewAt('2026-10-31')).scheme.from).toBe('chosen');
});
test('写出的“计分方案”就是现行方案，一分不差；表比设置里选的方案先用', async () => {
  await withSheet();
  const of = await reviewAt('2026-10-31', 'county-2023');
  expect(of.scheme).toMatchObject({ from: 'sheet', findings: [], refused: false });
  expect(of.ruleSet).toEqual(ruleSetFor('dengzhou-2018'));
  expect(totals(of)).toEqual({ 交通局: 99.8, 水利局: 100 });
  expect(planSchemeSheet(of).changes).toEqual([]);
});
test('在表里把催办单改成 −0.5：分数跟着改，依据里注明', async () => {
  await withSheet();
  sheet().setValue(rowOf('催办单'), 3, -0.5);
  const of = await reviewAt('2026-10-31');
  expect(totals(of)).toEqual({ 交通局: 99.5, 水利局: 100 });
  expect(scoredIn(of).scores.find(({ unit }) => unit === '交通局')!.lines[1]!.clause).toContain('计分方案表定为-0.5分');
});
test('点名用哪个方案（--scheme）时按公布的原文，不看表', async () => {
  await withSheet();
  sheet().setValue(rowOf('催办单'), 3, '半分');
  const { reading, ledgers } = await reviewAt('2026-10-31');
  const { review } = await import('../../../src/app/reading/review');
  const of = review(reading, {
    connections: ledgers.map(({ connection }) => connection),
    doubts: new Map(),
    asOf: (await reviewAt('2026-10-31')).asOf,
    today: (await reviewAt('2026-10-31')).asOf,
    ruleSet: ruleSetFor('dengzhou-2018'),
    schemeAsked: true,
    settings: (await reviewAt('2026-10-31')).settings,
  });
  expect(of.scheme.from).toBe('asked');
  expect(totals(of)).toEqual({ 交通局: 99.8, 水利局: 100 });
});
test('表里有一行读不出：指到格子、说明原因，改正之前一分也不算；改正后照算', async () => {
  await withSheet();
  const row = rowOf('催办单');
  sheet().setValue(row, 3, '半分');
  const of = await reviewAt('2026-10-31');
  expect(errors(of)).toEqual([
    `计分方案!D${row + 1} 第${row + 1}行D列：“催办单”的分值“半分”不是数字，改正之前不计分。`,
  ]);
  expect(scoreReview(of)).toEqual({ kind: 'sheetRefused' });
  expect(of.assessments).toHaveLength(2);
  sheet().setValue(row, 3, -0.2);
  expect(totals(await reviewAt('2026-10-31'))).toEqual({ 交通局: 99.8, 水利局: 100 });
});
test('删去一行：按公布的分值，只作提示', async () => {
  await withSheet();
  const row = rowOf('催办单');
  for (let column = 0; column < 6; column += 1) sheet().setValue(row, column, null);
  const of = await reviewAt('2026-10-31');
  expect(errors(of)).toEqual([]);
  expect(of.findings.some(({ code, level }) => code === 'ruleset-row' && level === 'info')).toBe(true);
  expect(totals(of)).toEqual({ 交通局: 99.8, 水利局: 100 });
});
test('000 先问分值；在表里填上就能计分', async () => {
  await withSheet('bureau-2019');
  const asked = await reviewAt('2026-10-31');
  const outcome = scoreReview(asked);
  expect(outcome).toMatchObject({ kind: 'amountsMissing', questions: [{}, {}, {}] });
  const [finding] = scoringFindings(asked, outcome);
  expect(cellName(finding!.cell)).toBe('计分方案!A1');
  expect(findingSentence(finding!)).toContain('没有写明初始分、表彰加分、通报批评的分值');
  for (const [object, points] of [
    ['初始分', 100],
    ['表彰加分', 2],
    ['通报批评', -2],
  ] as const) {
    sheet().setValue(rowOf(object), 3, points);
  }
  expect(totals(await reviewAt('2026-10-31'))).toEqual({ 交通局: 100, 水利局: 100 });
});
test('002、004 没有加减分：不计分，说明', async () => {
  desk = scoreDesk({});
  const of = await reviewAt('2026-10-31', 'liangshan-2010');
  const outcome = scoreReview(of);
  expect(outcome.kind).toBe('noScheme');
  expect(scoringFindings(of, outcome)).toMatchObject([{ level: 'info', facts: { reason: 'noScheme' } }]);
});
test('手工做的表换方案：原表连公式、样子留在旁边，预览说明，撤销后一格不差', async () => {
  await withSheet();
  sheet().setFormula(rowOf('催办单'), 3, '-1/4');
  sheet().setColumnWidth(1, 55);
  const before = wholeState(desk.workbook);
  const plan = planSchemeSheet(await reviewAt('2026-10-31'), ruleSetFor('county-2023'));
  expect(planLines(plan)).toEqual(['重写工作表“计分方案”', '原来的表留作“计分方案（原）”，别处引用它的公式仍指向那张']);
  const written = await write(plan);
  const names = desk.workbook.sheets.map(({ name }) => name);
  expect(names[names.indexOf('计分方案') + 1]).toBe('计分方案（原）');
  const kept = desk.workbook.sheets.find(({ name }) => name === '计分方案（原）')!;
  expect(kept.formula(rowOfIn(kept, '催办单'), 3)).toBe('-1/4');
  const of = await reviewAt('2026-10-31');
  expect(of.ruleSet.id).toBe('county-2023');
  expect(of.ledgers.map(({ sheet: ledger }) => ledger)).not.toContain('计分方案（原）');
  if (!written.ok) throw new Error(written.refusal.sentence);
  expect(await takeBack(written.entry!)).toMatchObject({ ok: true });
  expect(wholeState(desk.workbook)).toEqual(before);
});
test('留作“（原）”的表已经有了：再换一次另起名；插件写的原样没改过，就不留', async () => {
  await withSheet();
  for (const [points, scheme, kept] of [
    [-0.5, 'county-2023', '计分方案（原）'],
    [-0.7, 'dengzhou-2018', '计分方案（原2）'],
    [null, 'county-2023', undefined],
  ] as const) {
    if (points !== null) sheet().setValue(3, 3, points);
    const plan = planSchemeSheet(await reviewAt('2026-10-31'), ruleSetFor(scheme));
    expect(plan.changes).toMatchObject([{ kind: 'replaceSheet' }]);
    expect(plan.changes[0]).toEqual(
      kept === undefined
        ? expect.not.objectContaining({ keeps: expect.anything() })
        : expect.objectContaining({ keeps: kept }),
    );
    await write(plan);
  }
  expect(desk.workbook.sheets.filter(({ name }) => name.startsWith('计分方案'))).toHaveLength(3);
});
test('插件写的原样，但已设了保护：原表连保护留在旁边', async () => {
  await withSheet();
  sheet().setProtection({ ...sheet().protection(), enabled: true });
  const plan = planSchemeSheet(await reviewAt('2026-10-31'), ruleSetFor('county-2023'));
  expect(plan.changes).toMatchObject([{ kind: 'replaceSheet', keeps: '计分方案（原）' }]);
  expect(await write(plan)).toMatchObject({ ok: true });
  const kept = desk.workbook.sheets.find(({ name }) => name === '计分方案（原）')!;
  expect([kept.protection().enabled, sheet().protection().enabled]).toEqual([true, false]);
});
test('留下的原表已被删：不能撤销，说是哪一张，什么也不写', async () => {
  await withSheet();
  sheet().setValue(3, 3, -0.5);
  const written = await write(planSchemeSheet(await reviewAt('2026-10-31'), ruleSetFor('county-2023')));
  if (!written.ok) throw new Error(written.refusal.sentence);
  desk.workbook.deleteSheet(desk.workbook.sheets.find(({ name }) => name === '计分方案（原）')!.id);
  const before = wholeState(desk.workbook);
  expect(await takeBack(written.entry!)).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining('计分方案（原）') },
  });
  expect(wholeState(desk.workbook)).toEqual(before);
});
test('换一个方案写进表里：原表可以撤销回来', async () => {
  await withSheet();
  sheet().setValue(rowOf('催办单'), 3, -0.5);
  const of = await reviewAt('2026-10-31');
  const written = await write(planSchemeSheet(of, ruleSetFor('county-2023')));
  expect((await reviewAt('2026-10-31')).ruleSet.id).toBe('county-2023');
  if (!written.ok) throw new Error(written.refusal.sentence);
  expect(await takeBack(written.entry!)).toMatchObject({ ok: true });
  expect(totals(await reviewAt('2026-10-31'))).toEqual({ 交通局: 99.5, 水利局: 100 });
});
