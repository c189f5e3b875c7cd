import { walkBulletin } from './bulletinStates';
import { walkCollecting } from './collectStates';
import { walkScores } from './scoreStates';
import type { StateWalk } from './StateWalk';

export async function walkSample(walk: StateWalk): Promise<void> {
  await walk.takePane();
  await walk.pane.getByRole('navigation').waitFor({ timeout: 90_000 });
  await since(walk, '2026-10-25');
  const rooms = await walk.pane.getByRole('navigation').getByRole('button').allTextContents();
  for (const name of rooms) {
    await walk.room(name);
    await walk.pane.getByRole('main').locator('button').first().waitFor();
    await walk.shoot(name);
  }
  await walkScores(walk);
  await walkBulletin(walk);
  await walk.room('催办');
  const row = await walk.firstRow();
  await walk.button('标出逾期和临期');
  await walk.shoot('preview');
  await walk.type(`M${row}`, '2099-12-31');
  await walk.button(/^标出 \d+ 行$/);
  await walk.see(/没有写入/);
  await walk.shoot('refused');
  await walk.page.waitForTimeout(1500);
  await walk.button('标出逾期和临期');
  await walk.button(/^标出 \d+ 行$/);
  await walk.see(/^已写入/);
  await walk.shoot('written');
  await walk.page.evaluate('window.wire.remote = true');
  await walk.type(`M${row}`, '2026-10-9');
  await walk.see(/他人改动了/);
  await walk.page.evaluate('window.wire.remote = false');
  await walk.shoot('another');
  await walk.button('去掉标记');
  await walk.wire('hold');
  await walk.button(/^去掉 \d+ 张表的标记/);
  await walk.page.waitForTimeout(1300);
  await walk.shoot('writing');
  await walk.wire('plain');
  await walk.see(/^已写入/);
  await walk.wire('refuse');
  await walk.menu('重新读取');
  await walk.see(/断开/);
  await walk.shoot('read failed');
  await walk.wire('plain');
  await walkCollecting(walk);
  for (const panel of ['撤销', '设置', '帮助']) {
    await walk.menu(panel);
    await walk.pane.getByRole('heading', { name: panel, exact: true }).waitFor();
    await walk.shoot(panel);
    if (panel !== '撤销') continue;
    for (const [deed, state] of [
      ['清空操作记录', 'clear journal'],
      ['清成对外版', 'clear for outside'],
    ] as const) {
      await walk.button(deed);
      await walk.shoot(state);
      await walk.button('取消');
    }
  }
}

/** Opened again some days after the workbook was last looked over on this computer. */
async function since(walk: StateWalk, day: string): Promise<void> {
  await walk.pane.evaluate((last) => {
    for (const key of Object.keys(localStorage)) if (key.includes('.seen.')) localStorage.setItem(key, `${last} `);
  }, day);
  await walk.page.reload();
  await walk.takePane();
  await walk.see(day);
  await walk.shoot('since');
}
