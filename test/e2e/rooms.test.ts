import type { Frame } from 'playwright-core';
import { describeInBrowser, type Watched } from './browser';
import { eachInFreshPane } from './freshPane';
import { menu, violations } from './paneFrame';

/** Folder for pictures of what is looked at; none are taken where it is not set. */
const PICTURES = process.env['ROOM_PICTURES'];

describeInBrowser('窗格：文书和计分两个房间', () => {
  let watched: Watched;
  let pane: Frame;

  eachInFreshPane({ reducedMotion: 'reduce' }, (fresh) => {
    ({ watched, pane } = fresh);
  });

  const button = (name: string | RegExp) => pane.getByRole('button', { name });
  const tab = (name: string): Promise<void> => pane.getByRole('tab', { name, exact: true }).click();
  const room = (name: string): Promise<void> =>
    pane.getByRole('navigation').getByRole('button', { name, exact: true }).click();

  /** Nothing scrolls sideways at 320 pixels, axe finds nothing; a picture at 320 and 400 where they are wanted. */
  async function look(name: string): Promise<void> {
    for (const width of [400, 320]) {
      await watched.page.locator('.pane iframe').evaluate((frame: HTMLElement, own) => {
        frame.style.width = `${own}px`;
      }, width);
      await pane.waitForFunction((own) => document.documentElement.clientWidth === own, width);
      expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (PICTURES !== undefined) {
        await watched.page.locator('.pane iframe').screenshot({ path: `${PICTURES}/${name}-${width}.png` });
      }
    }
    const found = await violations(pane);
    expect({ name, found }).toEqual({ name, found: [] });
  }

  test('文书：看全文，拟稿，发出，补打；单位与模板', async () => {
    const { page } = watched;
    await room('文书');
    await pane.getByRole('list', { name: '待发文书' }).waitFor();
    await look('待发');
    await button(/^看全文/)
      .first()
      .click();
    await pane.getByRole('article', { name: '文书全文' }).waitFor();
    await look('全文');
    await page.keyboard.press('Escape');
    await pane.getByRole('combobox', { name: '怎样交出' }).selectOption('recordOnly');
    await button(/^生成 \d+ 份$/).click();
    await pane.getByRole('heading', { name: '补记上一文书' }).waitFor();
    await pane.getByRole('textbox', { name: '交办单编号' }).first().focus();
    await page.keyboard.type('907');
    await pane.getByLabel('交办单日期').first().fill('2027-01-01');
    await button('下一步').focus();
    await page.keyboard.press('Enter');
    await pane.getByText('日期不能晚于本次发文日期').waitFor();
    await look('补记');
    await pane.getByLabel('交办单日期').first().fill('2026-08-28');
    await button('下一步').focus();
    await page.keyboard.press('Enter');
    await pane.getByText('补记上一文书 1 件，登记为已发，备注“补记”。').waitFor();
    await look('将要写入');
    await button(/^生成 \d+ 份文书$/).click();
    await pane.getByText(/^已写入：生成 \d+ 份文书$/).waitFor();

    await tab('登记在案');
    await pane.getByRole('combobox', { name: '显示' }).selectOption('draft');
    await pane.getByRole('list', { name: '登记在案的文书' }).getByRole('checkbox').first().click();
    await look('登记在案');
    await pane.getByRole('button', { name: '发出', exact: true }).click();
    await pane.getByRole('heading', { name: '发出 1 份文书' }).waitFor();
    await look('发出');
    await button('下一步').click();
    await button('登记发出 1 份').click();
    await pane.getByText('已写入：登记发出 1 份').waitFor();
    await pane.getByRole('list', { name: '登记在案的文书' }).getByRole('checkbox').first().click();
    const [download] = await Promise.all([page.waitForEvent('download'), button('补打').click()]);
    expect(download.suggestedFilename()).toMatch(/-文书\.docx$/);

    await menu(pane, '设置');
    await look('设置');
    await button('去“单位与模板”').click();
    await pane.getByRole('textbox', { name: '发文机关' }).waitFor();
    await look('单位与模板');
    const [template] = await Promise.all([page.waitForEvent('download'), button('下载工作催办单模板').click()]);
    expect(template.suggestedFilename()).toBe('工作催办单模板.docx');
    const path = await template.path();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('交回工作催办单模板').click()]);
    await chooser.setFiles(path);
    await button('采用交回的工作催办单模板').click();
    await button('恢复默认工作催办单模板').waitFor();
  }, 240_000);

  test('计分：为什么是这个分，登记，分析，计分表', async () => {
    const { page } = watched;
    await room('计分');
    const list = pane.getByRole('list', { name: '各单位得分' });
    await list.getByRole('button').first().click();
    await pane.getByText(/分＝基础分100/).waitFor();
    await look('得分');
    await tab('登记');
    await button('登记').last().click();
    await pane.getByText('请填单位。').waitFor();
    await look('登记');
    await pane.getByRole('combobox', { name: '单位' }).fill('市水利局');
    await pane.getByRole('combobox', { name: '类型' }).selectOption('meetingLate');
    await button('登记').last().focus();
    await page.keyboard.press('Enter');
    await button('登记 1 笔').click();
    await pane.getByText('已写入：登记市水利局会议迟到').waitFor();
    await tab('分析');
    await pane.getByRole('article', { name: '本月分析' }).waitFor();
    await look('分析');
    await tab('计分表');
    await button('写入本月计分表').click();
    await button('写入 2 张工作表').click();
    await pane.getByText('本月计分表已经印发，与现在计算的一致。').waitFor();
    await look('计分表');
  }, 240_000);

  test('得分和名单：只用键盘；名单的各行够高，点一行就到台账那一格，写出名单表', async () => {
    const { page } = watched;
    await room('计分');
    const scores = pane.getByRole('list', { name: '各单位得分' });
    const main = (list: string, nth: number) => pane.getByRole('list', { name: list }).locator('[data-main]').nth(nth);
    await main('各单位得分', 0).focus();
    await page.keyboard.press('Enter');
    await pane.getByText(/分＝基础分100/).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await pane.evaluate(() => document.activeElement?.textContent)).toMatch(/分＝基础分100/);
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    expect(await main('各单位得分', 0).getAttribute('aria-expanded')).toBe('true');
    expect(await cut('各单位得分')).toEqual([]);
    expect(await scores.getByRole('button').count()).toBeGreaterThan(1);

    await menu(pane, '设置');
    await pane.getByRole('radio', { name: /凉府办发/ }).click();
    await button('按此核对').click();
    await room('名单');
    await pane.getByRole('list', { name: '名单和频次' }).waitFor();
    await look('名单');
    for (const width of [320, 400, 600]) {
      await wide(width);
      expect({ width, cut: await cut('名单和频次') }).toEqual({ width, cut: [] });
    }
    await wide(400);
    const first = main('名单和频次', 0);
    await first.focus();
    const before = await first.getAttribute('aria-expanded');
    await page.keyboard.press('Enter');
    expect(await first.getAttribute('aria-expanded')).not.toBe(before);
    if (before === 'true') await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await pane.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
    await page.keyboard.press('Enter');
    const cell = page.locator('[data-u-comp=defined-name] input, .univer-formula-box input').first();
    await page.waitForTimeout(800);
    expect(await cell.inputValue()).not.toBe('A1');
    await button('写出名单表').focus();
    await page.keyboard.press('Enter');
    await button('写入 1 张表').click();
    await pane.getByText(/^已写入：写出督查名单/).waitFor();
  }, 240_000);

  async function wide(width: number): Promise<void> {
    await watched.page.locator('.pane iframe').evaluate((frame: HTMLElement, own) => {
      frame.style.width = `${own}px`;
    }, width);
    await pane.waitForFunction((own) => document.documentElement.clientWidth === own, width);
  }

  /** Rows of a list that are lower than what stands in them. */
  const cut = (name: string): Promise<readonly string[]> =>
    pane
      .getByRole('list', { name })
      .locator('[data-main]')
      .evaluateAll((rows) =>
        rows
          .filter((row) => row.scrollHeight > row.clientHeight + 1)
          .map((row) => (row.textContent ?? '').slice(0, 40)),
      );
});
