import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { newWorkbook } from '../../src/host/xlsx';
import { describeInBrowser } from './browser';
import { eventually } from './eventually';
import { eachInFreshPane, openFile } from './freshPane';
import { backTo, tabTo } from './keys';
import { expectSound, narrowPane, panel } from './paneFrame';

/** What moves for longer than a person may see: Fluent leaves a hundredth of a millisecond. */
const MOVING = (): readonly string[] =>
  [...document.querySelectorAll('*')].flatMap((own) => {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(own);
    const longest = (durations: string): number =>
      Math.max(...durations.split(',').map((each) => Number.parseFloat(each) * (/\dms/.test(each) ? 1 : 1000)));
    const moves = longest(transitionDuration) > 1 || (animationName !== 'none' && longest(animationDuration) > 1);
    return moves ? [`${own.tagName} ${own.textContent?.slice(0, 12) ?? ''} ${transitionDuration}`] : [];
  });

describeInBrowser('头一次用，只用键盘', () => {
  let page: Page;
  let pane: Frame;
  eachInFreshPane({ reducedMotion: 'reduce' }, (fresh) => {
    ({ page } = fresh);
  });

  const see = (text: string | RegExp): Promise<void> => pane.getByText(text).first().waitFor();
  const heading = (name: string): Promise<void> => panel(pane, name);

  /** Goes by Tab from where the focus is, and presses. */
  async function press(name: RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await tabTo(page, pane, name);
    await page.keyboard.press(key);
  }

  async function type(name: RegExp, text: string): Promise<void> {
    await tabTo(page, pane, name);
    await page.keyboard.type(text);
  }

  async function openEmpty(): Promise<void> {
    const file = join(mkdtempSync(join(tmpdir(), 'first-run-')), '空白.xlsx');
    writeFileSync(file, newWorkbook().save());
    pane = await openFile(page, file);
    await narrowPane(page);
    await see('空白工作簿');
    await pane.getByRole('button', { name: '建空白台账' }).waitFor();
    await page.locator('.pane iframe').focus();
  }

  test('换一份文件的办法，建空白台账，登记头一件，撤销', async () => {
    await openEmpty();
    await tabTo(page, pane, /^按哪份文件的办法建/);
    const manner = pane.getByRole('combobox', { name: '按哪份文件的办法建' });
    const before = await manner.inputValue();
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await manner.inputValue()).not.toBe(before));
    await press(/^建空白台账$/, 'Space');
    await heading('将要写入');
    await expectSound(pane, '建空白台账，将要写入');
    await press(/^新建 \d 张工作表$/);
    await see(/^已写入：建空白台账/);
    await expectSound(pane, '空白台账');

    await press(/^新增事项$/);
    await heading('新增事项');
    await eventually(async () => expect(await pane.getByRole('textbox', { name: '序号' }).inputValue()).toBe('1'));
    await type(/^督查事项/, '修桥');
    await type(/^牵头单位/, '交通局');
    await type(/^办结时限/, '2026年12月31日');
    await expectSound(pane, '新增事项');
    await press(/^登记 1 件$/);
    await heading('将要写入');
    await press(/^登记 1 件$/, 'Space');
    await see('已登记 1 件。');
    await see('共 1 件');
    await expectSound(pane, '登记了头一件');
  });

  test('写入样本台账，三步走一遍：看列，核对，标记；Esc 退回', async () => {
    await openEmpty();
    await press(/^写入样本台账$/);
    await heading('将要写入');
    await press(/^新建 \d 张工作表$/, 'Space');
    await see(/^已写入：写入样本台账/);
    await pane.getByRole('region', { name: '头一次用，三步' }).waitFor();

    await press(/^看认成了哪些列$/);
    await heading('表头与列');
    await expectSound(pane, '表头与列');
    await page.keyboard.press('Escape');
    await pane.getByRole('region', { name: '头一次用，三步' }).waitFor();

    await press(/^去核对$/);
    await pane.getByRole('list', { name: '核对结果' }).waitFor();
    await expectSound(pane, '核对');
    await backTo(page, pane, /^总览$/);
    await page.keyboard.press('Enter');

    await press(/^先看要标哪些行$/);
    await heading('将要写入');
    await expectSound(pane, '标记，将要写入');
    await press(/^标出 \d+ 行$/);
    await see(/^已写入：标出 \d+ 行$/);
    // Marked: the guide has nothing more to say.
    await pane.getByRole('region', { name: '头一次用，三步' }).waitFor({ state: 'detached' });
  });

  test('系统设了减少动态效果：窗格里没有动画和过渡', async () => {
    await openEmpty();
    await press(/^写入样本台账$/);
    await heading('将要写入');
    await press(/^取消$/);
    await see('空白工作簿');
    await pane.getByRole('button', { name: '更多' }).press('Enter');
    await pane.getByRole('menu').waitFor();
    const moving = (): Promise<readonly string[]> => pane.evaluate(MOVING);
    expect(await moving()).toEqual([]);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await eventually(async () => expect((await moving()).length).toBeGreaterThan(0));
  });
});
