import { HELP_TOPICS, MANUALS } from '../../src/taskpane/words/help';
import { HELP_ORDER } from '../../src/taskpane/desk/view';

const lines = [...Object.values(HELP_TOPICS), ...MANUALS].flatMap((part) => part.lines);

test('每个房间和面板都有说明，清单里一个不漏', () => {
  expect([...HELP_ORDER].sort()).toEqual(Object.keys(HELP_TOPICS).sort());
});

test('说明是完整的短句，没有感叹号和行话', () => {
  for (const line of lines) {
    expect(line).toMatch(/。$/);
    expect(line).not.toMatch(/[！!]|快照|映射|计划任务/);
    expect(line.length).toBeLessThanOrEqual(80);
  }
});
