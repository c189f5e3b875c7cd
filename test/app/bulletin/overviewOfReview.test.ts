import { countStates } from '../../../src/app/reading/review';
import { overviewOfReview, trendOfReview } from '../../../src/app/bulletin/overviewOfReview';
import { deskWith, openSample } from '../../hostDesk';
import { AS_OF, reviewed } from '../reviewing';

test('区级样本：计划进度与实际进度两列逐件比较，两张台账分开看合起来等于全部', async () => {
  const desk = openSample('district');
  const of = await reviewed('county-2023');
  const whole = overviewOfReview(of);
  const counts = countStates(of.assessments);
  for (const [state, keys] of Object.entries(whole.states))
    expect(keys).toHaveLength(counts[state as keyof typeof counts]);
  const parts = of.ledgers.map(({ sheet }) => overviewOfReview(of, sheet));
  expect(parts.flatMap(({ all }) => all)).toEqual(whole.all);
  expect(whole.planned!.behind.length).toBeGreaterThan(10);
  expect(whole.progress.get(of.matters[0]!.key)).toEqual({ planned: 0.79, actual: 0.63, pace: 'behind' });
  expect(whole.leaders.flatMap(({ all }) => all).length).toBeGreaterThan(0);
  desk.close();
});

test('市级样本：分管领导按名录找到，趋势最后一个月与总览一致', async () => {
  const desk = openSample('city');
  const of = await reviewed();
  const view = overviewOfReview(of);
  const trend = trendOfReview(of);
  expect(trend.at(-1)).toMatchObject({ month: '2026-10', asOf: AS_OF });
  expect(trend.at(-1)!.overdue).toEqual(view.states.overdue);
  expect(view.planned?.ahead ?? []).toEqual([]);
  desk.close();
});

test('没有进度两列、也没有写进度快慢的台账不比较', async () => {
  const desk = deskWith('台账', [
    ['序号', '督查事项', '牵头单位', '办结时限', '计划进度', '实际进度', '进展情况'],
    [1, '一', '甲局', '2026-12-31', '50%', 0.5, ''],
    [2, '二', '甲局', '2026-12-31', 60, 59.6, ''],
    [3, '三', '甲局', '2026-12-31', 0.6, 0.59, ''],
    [4, '四', '甲局', '2026-12-31', '', 0.7, ''],
    [5, '五', '甲局', '2026-12-31', '', '', '工程进展滞后'],
    [6, '六', '甲局', '2026-12-31', '', '', '正常推进'],
  ]);
  const paces = overviewOfReview(await reviewed()).progress;
  expect([...paces.values()].map(({ pace }) => pace)).toEqual(['onPlan', 'onPlan', 'behind', 'behind']);
  desk.close();
});
