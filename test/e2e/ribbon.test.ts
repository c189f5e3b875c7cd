import type { Frame, Page } from 'playwright-core';
import { describeInBrowser, openWatched, type Watched } from './browser';
import { eventually } from './eventually';
import { closeQuiet, inBrowser } from './freshPane';
import { goTo } from './grid';
import { paneOf } from './paneFrame';

describeInBrowser('功能区：从按钮到结果，经真正的 office.js', () => {
  let watched: Watched;
  let page: Page;
  let pane: Frame;
  const press = (name: string): Promise<void> =>
    page.locator('.command-row').getByRole('button', { name, exact: true }).click();

  const shared = inBrowser();
  beforeEach(async () => {
    watched = await openWatched(shared.browser, shared.site.address);
    page = watched.page;
    pane = await paneOf(page);
  });
  afterEach(() => closeQuiet(watched));

  test('按钮来自清单：名称、提示、图标都在', async () => {
    const buttons = page.locator('.command-row button');
    const widths = (): Promise<readonly number[]> =>
      buttons.locator('img').evaluateAll((icons: HTMLImageElement[]) => icons.map((icon) => icon.naturalWidth));
    await eventually(async () => {
      expect(await buttons.allTextContents()).toEqual(
        ['督查台账', '总览', '台账核对', '标记逾期', '清除标记', '生成文书', '考核计分', '督查通报', '撤销'], // prettier-ignore
      );
      expect(await widths()).toEqual(new Array(9).fill(16));
    });
    expect(await buttons.nth(3).getAttribute('title')).toContain('不改单元格内容');
  });

  test('一键标记、撤销、再标记、清除：不经“将要写入”，结果说在窗格里', async () => {
    await press('标记逾期');
    await pane.getByText(/^已写入：标出 \d+ 行$/).waitFor();
    await eventually(async () => expect(await page.locator('.saved-state').textContent()).toBe('未保存'));
    await press('撤销');
    await pane.getByText(/^已撤销：标出 \d+ 行$/).waitFor();
    await press('标记逾期');
    await pane.getByText(/^已写入：标出 \d+ 行$/).waitFor();
    await press('清除标记');
    await pane.getByText(/^已写入：去掉 \d+ 张表的标记$/).waitFor();
  });

  test('窗格还没有装好就点：不丢，装好以后照办', async () => {
    await page.close({ runBeforeUnload: false });
    watched = await openWatched(shared.browser, 'about:blank');
    page = watched.page;
    await page.route('**/taskpane/taskpane.*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await route.continue();
    });
    await page.goto(shared.site.address);
    await page.locator('.pane iframe').waitFor();
    await press('标记逾期');
    pane = await paneOf(page);
    await pane.getByText(/^已写入：标出 \d+ 行$/).waitFor();
  });

  test.each([
    ['台账核对', '核对'],
    ['生成文书', '文书'],
    ['考核计分', '计分'],
    ['督查通报', '通报'],
    ['总览', '总览'],
  ])('“%s”让窗格停在%s', async (button, room) => {
    if (room === '总览') await press('台账核对');
    await press(button);
    await pane.locator('nav [aria-current]').filter({ hasText: room }).waitFor();
  });

  test('单元格右键：为这一行登记办结', async () => {
    await goTo(page, 'B8');
    await page
      .locator('.grid canvas[id^=univer-sheet-main]')
      .first()
      .click({ button: 'right', position: { x: 260, y: 300 } });
    const menu = page.getByRole('menu', { name: '单元格菜单' });
    await eventually(async () => {
      expect(await menu.getByRole('menuitem').allTextContents()).toEqual(['本行生成催办单', '登记办结']);
    });
    const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.textContent ?? null);
    await eventually(async () => expect(await focused()).toBe('本行生成催办单'));
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await focused()).toBe('登记办结'));
    await page.keyboard.press('Enter');
    await pane.getByRole('heading', { name: '办理登记' }).waitFor();
    await eventually(async () => expect(await pane.getByLabel('类型').inputValue()).toBe('closed'));
    await pane.getByRole('button', { name: '登记 1 件' }).waitFor();
  });
});
