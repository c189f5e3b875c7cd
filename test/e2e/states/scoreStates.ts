import type { StateWalk } from './StateWalk';

/** 计分 to the clause, and 名单 of a document without points; what is followed stands as before. */
export async function walkScores(walk: StateWalk): Promise<void> {
  await walk.room('计分');
  await walk.pane.getByRole('list', { name: '各单位得分' }).getByRole('button').nth(2).click();
  await walk.see(/分＝基础分100/);
  await walk.shoot('score lines');
  for (const [tab, name] of [
    ['登记', 'score events'],
    ['分析', 'score analysis'],
    ['计分表', 'score sheets'],
  ] as const) {
    await walk.tab(tab);
    await walk.shoot(name);
  }
  await walk.tab('得分');
  await walk.follow(/凉府办发/);
  await walk.room('名单');
  await walk.pane.getByRole('list', { name: '名单和频次' }).waitFor();
  await walk.shoot('lists');
  await walk.pane.getByRole('list', { name: '名单和频次' }).locator('[data-main]').first().focus();
  await walk.page.keyboard.press('End');
  await walk.shoot('cadences');
  await walk.follow(/邓政办/);
  await walk.pane.getByRole('navigation').getByRole('button', { name: '计分' }).waitFor();
}
