import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { SAMPLES, type Sample } from '../hostDesk';
import { describeInBrowser, launchBrowser, openWatched, ROOT, serveSite, type Site } from './browser';
import { paneOf, violations } from './paneFrame';

const MOST_TABS = 60;

/** Presses Tab until what has the focus in the pane is called so; the keys a clerk without a mouse would press. */
async function tabTo(page: Page, pane: Frame, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const now = await pane.evaluate(() => {
      const own = document.activeElement as HTMLInputElement | null;
      const label = own?.labels?.[0]?.textContent ?? '';
      return own?.getAttribute('aria-label') ?? (label === '' ? (own?.textContent ?? '') : label);
    });
    if (name.test(now.trim())) return;
    passed.push(now.slice(0, 12));
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(name)} is not reached by Tab: ${passed.join(' → ')}`);
}

describeInBrowser('文书：只用键盘，三份样例各办一遍', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    site = await serveSite();
    browser = await launchBrowser();
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test.each(Object.keys(SAMPLES) as Sample[])(
    '%s：进文书，看全文，生成，补记上一文书，写入，登记在案，发出；处处没有 axe 能查出的问题',
    async (sample) => {
      const watched = await openWatched(browser, site.address, { reducedMotion: 'reduce' });
      const { page } = watched;
      await paneOf(page);
      await page.locator('.pane iframe').evaluate((frame) => frame.setAttribute('data-old', ''));
      await page.setInputFiles('input[type=file]', join(ROOT, 'assets/samples', SAMPLES[sample]));
      await page.locator('.pane iframe:not([data-old])').waitFor({ state: 'attached', timeout: 60_000 });
      const pane = await paneOf(page);
      const found: Record<string, readonly string[]> = {};
      const look = async (name: string): Promise<void> => {
        found[name] = await violations(pane);
      };
      const press = async (name: RegExp): Promise<void> => {
        await tabTo(page, pane, name);
        await page.keyboard.press('Enter');
      };
      const heading = (name: RegExp | string) => pane.getByRole('heading', { name });

      await pane.getByRole('navigation').getByRole('button').first().focus();
      await press(/^文书$/);
      await pane.getByRole('list', { name: '待发文书' }).waitFor({ timeout: 60_000 });
      await look('待发');
      await press(/^看全文：/);
      await pane.getByRole('article', { name: '文书全文' }).waitFor();
      await look('全文');
      await page.keyboard.press('Escape');
      await pane.getByRole('list', { name: '待发文书' }).waitFor();
      await press(/^生成 \d+ 份$/);
      await heading(/^(补记上一文书|将要写入)$/).waitFor();
      const asks = await heading('补记上一文书').isVisible();
      if (asks) {
        await look('补记');
        await tabTo(page, pane, /编号$/);
        await page.keyboard.type('907');
        await page.keyboard.press('Enter');
        await heading('将要写入').waitFor();
      }
      await look('将要写入');
      await press(/^生成 \d+ 份文书$/);
      await pane.getByText(/^已生成 \d+ 份文书并登记/).waitFor({ timeout: 60_000 });
      await look('已写入');

      await tabTo(page, pane, /^待发$/);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await pane.getByRole('list', { name: '登记在案的文书' }).waitFor();
      await tabTo(page, pane, /^显示$/);
      await page.keyboard.type('拟稿');
      await tabTo(page, pane, /^选中.+，/);
      await page.keyboard.press('Space');
      await look('登记在案');
      await press(/^发出$/);
      await heading('发出 1 份文书').waitFor();
      await look('发出');
      await press(/^下一步$/);
      await heading('将要写入').waitFor();
      await press(/^登记发出 1 份$/);
      await pane.getByText('已写入：登记发出 1 份').waitFor({ timeout: 60_000 });

      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
      expect(watched.violations).toEqual([]);
      expect(watched.errors).toEqual([]);
      await page.close({ runBeforeUnload: false });
    },
    240_000,
  );
});
