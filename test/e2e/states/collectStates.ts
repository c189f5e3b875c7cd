import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEADER_ROW } from '../../../src/documents/fillIn';
import { openXlsx } from '../../../src/host/xlsx';
import type { StateWalk } from './StateWalk';

/** 收表 out and in, 并表, 年终结转, and a list narrowed to what a number counts. */
export async function walkCollecting(walk: StateWalk): Promise<void> {
  await walk.room('总览');
  await walk.button('收表');
  await walk.see('全选');
  await walk.shoot('collect send');
  const [download] = await Promise.all([walk.page.waitForEvent('download'), walk.button(/^下载.+的填报表$/)]);
  const file = await download.path();
  await walk.pane.getByRole('tab', { name: '收回' }).click();
  await walk.see('还没有收回的文件');
  await walk.shoot('collect take');
  await walk.pane.locator('input[type=file]').setInputFiles([file, __filename]);
  await walk.see('没有填写');
  await walk.shoot('collect checked');
  await walk.button(/^移去/);
  await walk.pane.locator('input[type=file]').setInputFiles(returned(walk, file));
  const accept = walk.pane.getByRole('checkbox', { name: /看过了，照收/ });
  await accept.scrollIntoViewIfNeeded();
  await walk.shoot('collect asks');
  await walk.button('返回');
  await walk.button('并表');
  await walk.shoot('merge');
  await walk.button('返回');
  await walk.button('年终结转');
  await walk.see(/结转到新工作表/);
  await walk.shoot('carry over');
  await walk.button('返回');
  await walk.pane.getByRole('list', { name: '按单位' }).getByRole('button').first().click();
  await walk.see('单位：');
  await walk.shoot('narrowed');
}

/** The file as a unit might send it back: filled in, a protected cell changed, words beside the table. */
function returned(walk: StateWalk, file: string): string {
  const opened = openXlsx(new Uint8Array(readFileSync(file)));
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const sheet = opened.workbook.sheets[0]!;
  sheet.setValue(HEADER_ROW + 1, 8, '本月完成阶段任务');
  sheet.setValue(HEADER_ROW + 1, 5, '2099-12-31');
  sheet.setValue(HEADER_ROW + 1, 14, '另请协调资金');
  const copy = join(walk.folder, '报来.xlsx');
  writeFileSync(copy, opened.workbook.save());
  return copy;
}
