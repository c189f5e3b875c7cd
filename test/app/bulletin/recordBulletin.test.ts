import { draftBulletin, planBulletinSheet } from '../../../src/app/bulletin/publishBulletin';
import { planBulletinEvents } from '../../../src/app/bulletin/recordBulletin';
import { applyPlan } from '../../../src/app/office/workbook';
import { rectificationsOf } from '../../../src/domain/bulletin/rectifications';
import { isOwnSheet } from '../../../src/domain/ledger/ownSheets';
import { deskWith } from '../../hostDesk';
import { AS_OF, AT, done, on, reviewed } from '../reviewing';

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '事项类别', '办结时限', '办结时间', '计划进度', '实际进度'],
  [1, '道路修缮', '交通局', '民生实事', '2026-9-20', null, 1, 0.8],
  [2, '管网改造', '住建局', '政府工作报告', '2026-9-30', '2026-9-10', 1, 1],
  [3, '【绝密】工程', '公安局', '民生实事', '2026-9-20', null, 1, 0.1],
] as const;

test('通报里的表扬、批评记进加减分登记：再读时计分，整改期限跟着走；再写一次不重复', async () => {
  const desk = deskWith('台账', LEDGER);
  const of = await reviewed();
  const [first, second] = of.matters;
  const choices = {
    commended: [{ unit: '住建局', keys: [second!.key] }],
    criticised: [{ unit: '交通局', keys: [first!.key], limit: on('2026-11-10') }],
  };
  const issue = { issuedOn: AS_OF, basis: '关于2026年10月份政务督查情况的通报' };
  done(await applyPlan(planBulletinEvents(of, choices, issue), AT));
  const after = await reviewed();
  expect(after.registers.events!.map(({ unit, kind }) => [unit, kind])).toEqual([
    ['住建局', 'commendation'],
    ['交通局', 'criticism'],
  ]);
  expect(rectificationsOf(after.registers, after.matters, on('2026-11-11'))).toMatchObject([
    { unit: '交通局', limit: '2026-11-10', state: 'late', daysLate: 1, matters: [first!.key] },
  ]);
  expect(planBulletinEvents(after, choices, issue).changes).toEqual([]);
  const { figures } = draftBulletin(after, { choices: null });
  expect(figures.units.find(({ unit }) => unit === '交通局')).toMatchObject({ plus: 0, minus: -1, total: 99 });
  desk.close();
});

describe('2016年的办法', () => {
  test('季末的月度通报附民生实事公示表，写明计划和实际进度；不是季末的不附；涉密的不列', async () => {
    const desk = deskWith('台账', LEDGER);
    const text = async (date: string) =>
      draftBulletin(await reviewed('shangyu-2016', undefined, on(date)), { choices: null }).text;
    const september = await text('2026-09-30');
    const table = september.attachments.find(({ title }) => title === '2026年第三季度民生实事进展情况公示表');
    expect(table!.table.rows).toEqual([['1', '道路修缮', '交通局', '9月20日', '100%', '80%', '', '逾期']]);
    expect(JSON.stringify(september)).not.toMatch(/绝密|公安局/);
    expect((await text('2026-10-31')).attachments.map(({ title }) => title).join()).not.toContain('公示');
    desk.close();
  });

  test('政府工作报告半年通报只讲这一类，提前办结的列出；公示表单独成文', async () => {
    const desk = deskWith('台账', LEDGER);
    const of = await reviewed('shangyu-2016', undefined, on('2026-12-31'));
    const half = draftBulletin(of, { publication: 'governmentReport', choices: null });
    expect(half.figures.all).toEqual([of.matters[1]!.key]);
    expect(half.text.title).toBe('关于2026年下半年《政府工作报告》目标任务督查情况的通报');
    expect(half.figures.early.map(({ days }) => days)).toEqual([20]);
    const table = draftBulletin(of, { publication: 'livelihoodTable', choices: null });
    expect(table.text.blocks).toMatchObject([{ kind: 'table' }]);
    const names = [draftBulletin(of, { choices: null }), half, table].map(
      (draft) => planBulletinSheet(of, draft, { replace: false }).name,
    );
    expect(new Set(names).size).toBe(3);
    expect(names.every(isOwnSheet)).toBe(true);
    desk.close();
  });
});
