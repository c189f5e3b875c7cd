import type { StateWalk } from './StateWalk';

/** 文书: a letter's text, letters cited and looked up afterwards, writing, the register and a turn, the office. */
export async function walkLetters(walk: StateWalk): Promise<void> {
  await walk.takePane();
  await walk.pane.getByRole('navigation').waitFor({ timeout: 90_000 });
  await walk.room('文书');
  await walk.see(/^生成 \d+ 份$/);
  await walk.shoot('letters due');
  await walk.button(/^看全文/);
  await walk.pane.getByRole('article', { name: '文书全文' }).waitFor();
  await walk.shoot('letter text');
  await walk.button('返回');
  await walk.pane.getByRole('combobox', { name: '怎样交出' }).selectOption('recordOnly');
  await walk.button(/^生成 \d+ 份$/);
  await walk.see('补记上一文书');
  await walk.shoot('earlier');
  const numbers = walk.pane.getByRole('textbox', { name: '交办单编号' });
  for (const index of [0, 1]) await numbers.nth(index).fill('907');
  const dates = walk.pane.getByLabel('交办单日期');
  for (const index of [0, 1]) await dates.nth(index).fill('2026-08-28');
  await walk.see(/按同一份登记/);
  await walk.shoot('earlier same');
  await dates.nth(0).fill('2027-01-01');
  await walk.button('下一步');
  await walk.see(/日期不能晚于本次发文日期/);
  await walk.shoot('earlier wrong');
  await dates.nth(0).fill('2026-08-28');
  await walk.button('下一步');
  await walk.see(/登记为已发，备注“补记”/);
  await walk.shoot('letters preview');
  await walk.button(/^生成 \d+ 份文书$/);
  await walk.see(/^已写入/);
  await walk.pane.getByRole('tab', { name: '登记在案' }).click();
  await walk.pane.getByRole('list', { name: '登记在案的文书' }).getByRole('checkbox').last().click();
  await walk.shoot('letters on record');
  await walk.pane.getByRole('button', { name: '作废', exact: true }).click();
  await walk.see(/作废理由/);
  await walk.shoot('letter void');
  await walk.button('返回');
  await walk.pane.getByRole('tab', { name: '单位与模板' }).click();
  await walk.pane.getByRole('textbox', { name: '发文机关' }).waitFor();
  await walk.shoot('letters office');
  await walk.pane.getByRole('button', { name: /^下载工作催办单模板/ }).scrollIntoViewIfNeeded();
  await walk.shoot('letters templates');
}
