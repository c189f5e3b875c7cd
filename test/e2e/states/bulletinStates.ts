import type { StateWalk } from './StateWalk';

/** 通报 with its parts, and 月度督查; leaves no sheet behind that a later state would show. */
export async function walkBulletin(walk: StateWalk): Promise<void> {
  await walk.room('通报');
  await walk.button('改开头');
  await walk.shoot('bulletin words');
  await walk.button('取消');
  await walk.button(/^表扬 \d/);
  await walk.pane
    .getByRole('list', { name: /可以批评/ })
    .getByRole('checkbox')
    .first()
    .click();
  await walk.shoot('bulletin naming');
  await walk.button('用这份名单');
  await walk.button(/^版式/);
  await walk.pane.getByRole('radio', { name: /文件式/ }).click();
  await walk.shoot('bulletin head');
  await walk.button('取消');
  await walk.button(/各单位督查事项办理情况表（/);
  await walk.shoot('bulletin tables');
  await walk.button('写入通报');
  await walk.shoot('bulletin preview');
  await walk.button(/^写入督查通报/);
  await walk.see('本期通报已经写入，与现在一致。');
  await walk.shoot('bulletin written');
  await walk.button('改下步要求');
  await walk.pane.getByRole('textbox', { name: '下步要求' }).fill('（一）各单位逐项说明原因。');
  await walk.button('用这段话');
  await walk.shoot('bulletin differs');
  await walk.button('看差别');
  await walk.shoot('bulletin differences');
  await walk.button('返回');
  await walk.tab('专报');
  await walk.shoot('reports');
  await walk.tab('整改');
  await walk.shoot('rectifications');
  await walk.button(/^登记收到/);
  await walk.shoot('rectification received');
  await walk.button('取消');
  await walk.room('总览');
  await walk.button('看各步骤');
  await walk.button('跳过收表');
  await walk.shoot('month');
  await walk.button('取消');
  await walk.button('去做台账核对');
  await walk.pane.getByRole('region', { name: '月度督查', exact: true }).waitFor();
  await walk.shoot('month bar');
  await walk.button('先放下');
  await walk.menu('撤销');
  await walk.button(/^撤销“督查通报/);
  await walk.see(/^已撤销/);
}
