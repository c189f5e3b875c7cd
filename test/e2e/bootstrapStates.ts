import type { Browser } from 'playwright-core';
import type { Site } from './browser';
import { picture, WIDTHS, type Theme } from './stateMontage';

const HEIGHT = 660;

/** The pages before the pane: outside Excel, an old browser, nothing answering. */
export async function bootstrapPages(
  browser: Browser,
  site: Site,
  theme: Theme,
  folder: string,
): Promise<readonly string[]> {
  const pages = [
    ['outside', ''],
    ['unsupported', 'delete window.WeakRef'],
    ['timeout', ''],
  ] as const;
  for (const [name, before] of pages) {
    const page = await browser.newPage({ viewport: { width: 320, height: HEIGHT }, ...lookOf(theme) });
    if (before !== '') await page.addInitScript(before);
    if (name === 'timeout') await page.route('**/office/office.js', (route) => route.abort());
    await page.goto(`${site.address}taskpane.html`);
    await page.locator(`#${name}`).waitFor({ timeout: 30_000 });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.screenshot({ path: picture(folder, theme, width, name) });
    }
    await page.close();
  }
  return pages.map(([name]) => name);
}

/** How a browser shows a theme. */
export const lookOf = (theme: Theme) =>
  ({
    locale: 'zh-CN',
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'contrast' ? 'active' : 'none',
    reducedMotion: 'reduce',
  }) as const;
