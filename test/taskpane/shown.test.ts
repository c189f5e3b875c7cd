import { matterList } from '../../src/taskpane/desk/shown';
import { NO_FILTER } from '../../src/taskpane/desk/view';
import { reviewed } from '../app/reviewing';
import { openSample } from '../hostDesk';

test('从一个数字进清单：只有它背后的那几件，状态不限；去掉以后又是全部', async () => {
  const host = openSample('city');
  const { assessments } = await reviewed();
  const closed = assessments.filter(({ state }) => state === 'closedLate').slice(0, 3);
  const only = { name: '超期办结', keys: new Set(closed.map(({ matter }) => matter.key)) };
  const keysOf = (list: typeof assessments) => list.map(({ matter }) => matter.key);
  expect(keysOf(matterList(assessments, { ...NO_FILTER, shown: 'all', only }))).toEqual(keysOf(closed));
  expect(matterList(assessments, { ...NO_FILTER, shown: 'overdue', only })).toEqual([]);
  expect(matterList(assessments, { ...NO_FILTER, shown: 'all' })).toHaveLength(assessments.length);
  host.close();
});
