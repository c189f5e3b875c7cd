import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWorkbook, openXlsx } from '../../../src/host/xlsx';
import { sampleBytes } from '../../hostDesk';
import type { StateWalk } from './StateWalk';

/** First run, guide, help with its manuals, 计分依据, self-test and its report; a unit of a very long name. */
export async function walkStart(walk: StateWalk): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  const empty = join(folder, '空白.xlsx');
  writeFileSync(empty, newWorkbook().save());
  await walk.open(empty);
  await walk.see('空白工作簿');
  await walk.shoot('first run');
  await walk.button('建空白台账');
  await walk.shoot('first run blank');
  await walk.button(/^新建 \d 张工作表$/);
  await walk.see(/^已写入：建空白台账/);
  await walk.shoot('first run blank written');
  await walk.menu('新增事项');
  await walk.pane.getByRole('heading', { name: '新增事项', exact: true }).waitFor();
  await walk.shoot('first run register');
  await walk.open(empty);
  await walk.button('写入样本台账');
  await walk.button(/^新建 \d 张工作表$/);
  await walk.pane.getByRole('region', { name: '头一次用，三步' }).waitFor();
  await walk.shoot('guide');

  await walk.menu('帮助');
  await walk.see('现在这里：总览');
  await walk.shoot('help');
  for (const [who, name] of [
    ['经办人', 'manual clerk'],
    ['信息化人员', 'manual office'],
  ] as const) {
    const header = walk.pane.getByRole('button', { name: new RegExp(who) }).first();
    await header.scrollIntoViewIfNeeded();
    await header.click();
    await header.evaluate((own) => own.scrollIntoView());
    await walk.shoot(name);
  }
  await walk.button('计分依据');
  await walk.see(/^《邓州市人民政府办公室/);
  await walk.shoot('basis');
  await walk.pane
    .getByText(/对条文的理解/)
    .first()
    .evaluate((own) => own.scrollIntoView());
  await walk.shoot('basis readings');
  await walk.page.keyboard.press('Escape');
  await walk.button('宿主自检');
  await walk.see('临时工作表');
  await walk.shoot('self-test');
  await walk.button('开始自检');
  await walk.see(/^一致 \d+，不一致 \d+，只记录 \d+$/);
  await walk.shoot('self-test report');

  await walk.open(longUnit(join(folder, '长单位名.xlsx')));
  await walk.pane.getByRole('navigation').waitFor({ timeout: 90_000 });
  await walk.room('文书');
  await walk.see(/^生成 \d+ 份$/);
  await walk.shoot('letters due long unit');
}

/** The sample ledger with a very long name for the unit that most matters are with. */
function longUnit(file: string): string {
  const opened = openXlsx(sampleBytes('city'));
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const sheet = opened.workbook.sheets[0]!;
  const long = '河阳市高新技术产业开发区和现代农业产业园区联合管理委员会办公室';
  for (let row = 3; row < sheet.usedArea(true)!.bottom; row += 1) {
    for (let column = 0; column < 12; column += 1) {
      const value = sheet.value(row, column);
      if (value === '市住房和城乡建设局' || value === '市教育局') sheet.setValue(row, column, long);
    }
  }
  writeFileSync(file, opened.workbook.save());
  return file;
}
