import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { describeInBrowser, openWatched, type Watched } from './browser';
import { eventually } from './eventually';
import { eachInFreshPane, inBrowser, openFile } from './freshPane';
import { expectChosen, goTo, nameBox, typeInto } from './grid';
import { pressAndSee, pressOn } from './keys';
import { expectNarrow, menu, panel, paneOf, room, violations } from './paneFrame';

const rows = (pane: Frame) => pane.getByRole('list', { name: '事项清单' }).getByRole('listitem');
const current = (pane: Frame) => pane.locator('[role=listitem] [aria-current=true]');
const overdue = async (pane: Frame): Promise<number> => {
  const text = await pane
    .getByRole('button', { name: /^逾期 \d+$/ })
    .first()
    .textContent();
  return Number(/\d+/.exec(text ?? '')?.[0]);
};
describeInBrowser('窗格：在浏览器里办一件事', () => {
  let watched: Watched;
  let pane: Frame;

  eachInFreshPane({}, (fresh) => {
    ({ watched, pane } = fresh);
  });

  test('标出逾期，保存，重开仍在；去掉，再撤销', async () => {
    const { page } = watched;
    await room(pane, '催办');
    await pane.getByRole('button', { name: '标出逾期和临期' }).click();
    await pane.getByRole('heading', { name: '将要写入' }).waitFor();
    await pane.getByRole('button', { name: /^标出 \d+ 行$/ }).click();
    await pane.getByText(/^已写入：标出 \d+ 行$/).waitFor();
    await pane.getByRole('button', { name: '去掉标记' }).waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存' }).click(),
    ]);
    const path = join(mkdtempSync(join(tmpdir(), 'pane-')), download.suggestedFilename());
    await download.saveAs(path);
    await openFile(page, path);
    pane = await paneOf(page);
    await room(pane, '催办');
    await pane.getByRole('button', { name: '去掉标记' }).click();
    await pane.getByRole('button', { name: '去掉 1 张表的标记' }).click();
    await pane.getByRole('button', { name: '标出逾期和临期' }).waitFor();
    await menu(pane, '撤销');
    await pane.getByRole('button', { name: '撤销“去掉 1 张表的标记”' }).first().click();
    await pane.getByRole('button', { name: '去掉标记' }).waitFor();
  });

  test('点清单，表中选中那一行；在表中选行，清单跟着选中', async () => {
    const { page } = watched;
    await room(pane, '催办');
    await rows(pane).nth(2).getByRole('button').first().click();
    await expectChosen(page, /^B\d+$/);
    await eventually(async () => expect(await current(pane).count()).toBe(1));
    await pane.getByRole('combobox', { name: '显示' }).selectOption('all');
    await goTo(page, 'B8');
    await current(pane).filter({ hasText: '东岗乡灌区续建配套与节水改造' }).waitFor();
  });

  test('改单元格，清单和总数跟着变', async () => {
    const { page } = watched;
    const before = await overdue(pane);
    await room(pane, '催办');
    await rows(pane).first().getByRole('button').first().click();
    await expectChosen(page, /^B\d+$/);
    const row = (await nameBox(page).inputValue()).slice(1);
    await typeInto(page, `M${row}`, '2099-12-31');
    await pane
      .getByRole('button', { name: `逾期 ${before - 1}`, exact: true })
      .first()
      .waitFor();
  });

  test('只用键盘：进催办，移到第三件，选中；标出，写入，撤销', async () => {
    const { page } = watched;
    await pressOn(pane.getByRole('navigation').getByRole('button', { name: '催办' }));
    await rows(pane).first().waitFor();
    const inList = (): Promise<boolean> =>
      pane.evaluate(() => document.activeElement?.closest('[role=listitem]') !== null);
    for (let tabs = 0; tabs < 8 && !(await inList()); tabs += 1) await pressAndSee(page, pane, 'Tab');
    expect(await inList()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await pane.waitForFunction(
      () => document.activeElement?.closest('[role=listitem]')?.getAttribute('aria-posinset') === '3',
    );
    await page.keyboard.press('Enter');
    await current(pane).waitFor();
    await page.keyboard.press('End');
    await pane.waitForFunction(() => {
      const row = document.activeElement?.closest('[role=listitem]');
      return row !== null && row?.getAttribute('aria-posinset') === row?.getAttribute('aria-setsize');
    });
    await pressAndSee(page, pane, 'Tab');
    // The last row may have its next step as a button of its own.
    const onDeed = (): Promise<boolean> =>
      pane.evaluate(() => document.activeElement?.textContent?.startsWith('标出') === true);
    if (!(await onDeed())) await page.keyboard.press('Tab');
    await eventually(async () => expect(await onDeed()).toBe(true));
    await page.keyboard.press('Enter');
    await panel(pane, '将要写入');
    await pressAndSee(page, pane, 'Tab');
    await page.keyboard.press('Enter');
    await pane.getByText(/^已写入/).waitFor();
    await pressOn(pane.getByRole('button', { name: /^撤销“标出/ }));
    await pane.getByText(/^已撤销/).waitFor();
  });

  test('将要写入时按 Esc 返回，什么也没写', async () => {
    const { page } = watched;
    await room(pane, '催办');
    await pane.getByRole('button', { name: '标出逾期和临期' }).click();
    await panel(pane, '将要写入');
    await page.keyboard.press('Escape');
    await rows(pane).first().waitFor();
    await eventually(async () => expect(await page.locator('.saved-state').textContent()).toBe('已保存'));
  });

  test('从催办到文书：登记，下载 Word 文件，表中有新的一行；撤销后没有', async () => {
    const { page } = watched;
    await room(pane, '催办');
    await pane
      .getByRole('button', { name: /^催办单：/ })
      .first()
      .click();
    await pane.getByText('只看一件事项的文书').waitFor();
    await pane.getByRole('button', { name: '生成 1 份' }).click();
    await pane.getByText('文书登记簿：末尾加 1 行').waitFor();
    await pane.getByRole('button', { name: '看改动前后' }).click();
    await pane.getByRole('columnheader', { name: '改动后' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      pane.getByRole('button', { name: '生成 1 份文书' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/-文书\.docx$/);
    const letter = readFileSync(await download.path());
    expect(letter.subarray(0, 2).toString()).toBe('PK');
    await pane.getByText(/^已生成 1 份文书并登记/).waitFor();
    await pane.getByRole('button', { name: '撤销“生成 1 份文书”' }).click();
    await pane.getByText('已撤销：生成 1 份文书').waitFor();
  });

  test('计分：逐行看到扣分和条款，写入本月计分表后说已印发', async () => {
    await room(pane, '计分');
    const units = pane.getByRole('list', { name: '各单位得分' }).getByRole('listitem');
    await units.first().getByRole('button').click();
    await pane.getByText('年初基础分100分').waitFor();
    await pane.getByRole('button', { name: '写入本月计分表' }).click();
    await pane.getByRole('button', { name: '写入 2 张工作表' }).click();
    await pane.getByText('本月计分表已经印发，与现在计算的一致。').waitFor();
  });

  test('320 像素宽时什么也不横向滚动', async () => {
    const { page } = watched;
    await page.locator('.pane iframe').evaluate((frame: HTMLElement) => {
      frame.style.width = '320px';
    });
    await pane.waitForFunction(() => document.documentElement.clientWidth === 320);
    for (const name of ['总览', '核对', '催办', '文书', '计分']) {
      await room(pane, name);
      await pane.getByRole('main').locator('button').first().waitFor();
      await expectNarrow(pane, name);
    }
  });
});

describeInBrowser('窗格：无障碍', () => {
  const shared = inBrowser();

  test.each(['light', 'dark'] as const)('每个房间和面板都没有 axe 能查出的问题（%s）', async (colorScheme) => {
    const { page } = await openWatched(shared.browser, shared.site.address, { colorScheme, reducedMotion: 'reduce' });
    const pane = await paneOf(page);
    const found: Record<string, readonly string[]> = {};
    const look = async (name: string, within?: string): Promise<void> => {
      found[name] = await violations(pane, within);
    };
    await look('总览');
    await room(pane, '核对');
    await pane.getByRole('list', { name: '核对结果' }).waitFor();
    await look('核对');
    await room(pane, '催办');
    await rows(pane).first().waitFor();
    await look('催办');
    await pane.getByRole('button', { name: '标出逾期和临期' }).click();
    await pane.getByRole('heading', { name: '将要写入' }).waitFor();
    await look('将要写入');
    await pane.getByRole('button', { name: /^标出 \d+ 行$/ }).click();
    await pane.getByText(/^已写入/).waitFor();
    await look('已写入');
    await room(pane, '文书');
    await pane.getByRole('list', { name: '待发文书' }).waitFor();
    await look('文书');
    await room(pane, '计分');
    await pane.getByRole('list', { name: '各单位得分' }).getByRole('button').first().click();
    await look('计分');
    for (const panel of ['设置', '撤销', '帮助']) {
      await menu(pane, panel);
      await pane.getByRole('heading', { name: panel, exact: true }).waitFor();
      await look(panel);
    }
    await pane.getByRole('button', { name: /^台账：/ }).click();
    await look('台账菜单', '[role=menu]');
    await pane.getByRole('menuitem', { name: '表头与列' }).click();
    await pane.getByRole('heading', { name: '表头与列' }).waitFor();
    await look('表头与列');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    await page.close({ runBeforeUnload: false });
  });
});
