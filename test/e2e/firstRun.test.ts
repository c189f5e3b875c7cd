import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { newWorkbook } from '../../src/host/xlsx';
import { describeInBrowser, launchBrowser, openWatched, serveSite, type Site, type Watched } from './browser';
import { menu, violations } from './paneFrame';

/** Folder for pictures to be looked at; none are taken without it. */
const PICTURES = process.env['PICTURES'];

/** 200 % zoom of a pane of 320 css px beside a 1280 px window asks no more than 320 px. */
const NARROW = 320;

describeInBrowser('头一次用：从空白工作簿到样本台账', () => {
  let browser: Browser;
  let site: Site;
  let watched: Watched;
  let pane: Frame;

  beforeAll(async () => {
    site = await serveSite();
    browser = await launchBrowser();
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const see = (text: string | RegExp): Promise<void> => pane.getByText(text).first().waitFor({ timeout: 60_000 });
  const press = (name: string | RegExp): Promise<void> => pane.getByRole('button', { name }).first().click();

  async function narrow(): Promise<void> {
    await watched.page.locator('.pane iframe').evaluate((frame: HTMLElement, wide) => {
      const place = frame.closest<HTMLElement>('.pane')!;
      for (const own of [frame, place]) own.style.width = own.style.minWidth = `${wide}px`;
      place.style.flex = `0 0 ${wide}px`;
    }, NARROW);
    await watched.page.waitForTimeout(300);
  }

  /** No violation of WCAG 2.2 A and AA, and nothing that scrolls sideways. */
  async function sound(name: string): Promise<void> {
    await watched.page.waitForTimeout(400);
    if (PICTURES !== undefined) {
      await watched.page.locator('.pane iframe').screenshot({ path: join(PICTURES, `${name}.png`) });
    }
    expect([name, await violations(pane)]).toEqual([name, []]);
    const wide = await pane.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([name, wide <= 0]).toEqual([name, true]);
  }

  test.each(['light', 'dark', 'forced'] as const)(
    '%s：首次使用、引导、帮助、计分依据、宿主自检都合要求',
    async (look) => {
      const file = join(mkdtempSync(join(tmpdir(), 'first-run-')), '空白.xlsx');
      writeFileSync(file, newWorkbook().save());
      watched = await openWatched(browser, site.address, {
        colorScheme: look === 'dark' ? 'dark' : 'light',
        reducedMotion: 'reduce',
        forcedColors: look === 'forced' ? 'active' : 'none',
      });
      const { page } = watched;
      await (await page.waitForSelector('.pane iframe')).contentFrame();
      await page.locator('.pane iframe').evaluate((frame) => frame.setAttribute('data-old', ''));
      await page.setInputFiles('input[type=file]', file);
      await page.locator('.pane iframe:not([data-old])').waitFor({ state: 'attached', timeout: 60_000 });
      pane = (await (await page.waitForSelector('.pane iframe:not([data-old])')).contentFrame())!;
      await narrow();
      await see('空白工作簿');
      await pane.getByRole('button', { name: '建空白台账' }).waitFor();
      await sound(`${look}-first-run`);

      // By keyboard alone: the sample is previewed, written.
      await pane.getByRole('button', { name: '写入样本台账' }).focus();
      await page.keyboard.press('Enter');
      await see('将要写入');
      await sound(`${look}-preview`);
      await press(/^新建 \d 张工作表$/);
      await see(/^已写入：写入样本台账/);
      await pane.getByRole('region', { name: '头一次用，三步' }).waitFor();
      await sound(`${look}-guide`);

      await menu(pane, '帮助');
      await see('现在这里：总览');
      await sound(`${look}-help`);
      await pane.getByRole('button', { name: '计分依据' }).click();
      await see(/^《邓州市人民政府办公室/);
      await sound(`${look}-basis`);
      await page.keyboard.press('Escape');
      await see('现在这里：总览');
      await pane.getByRole('button', { name: '宿主自检' }).click();
      await see('临时工作表');
      await sound(`${look}-self-test`);
      if (look === 'light') {
        await press('开始自检');
        await see(/^一致 \d+，不一致 \d+，只记录 \d+$/);
        await sound(`${look}-report`);
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');

      await menu(pane, '设置');
      await pane.getByRole('button', { name: '这里怎么用' }).click();
      await see('对条文的理解和没有做进来的内容');
      await sound(`${look}-beside`);
      await press('返回');
      await press('关闭，不再显示');
      expect(await pane.getByRole('region', { name: '头一次用，三步' }).count()).toBe(0);

      expect(watched.violations).toEqual([]);
      expect(watched.errors).toEqual([]);
      await page.close({ runBeforeUnload: false });
    },
    240_000,
  );
});
