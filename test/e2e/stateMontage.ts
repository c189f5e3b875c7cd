import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

export const WIDTHS = [320, 400, 600] as const;
export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
/** Pictures beside one another in a montage, by width. */
const ABREAST: Readonly<Record<number, number>> = { 320: 6, 400: 5, 600: 4 };

/** Where a state's picture is kept. */
export const picture = (folder: string, theme: Theme, width: number, name: string): string =>
  join(folder, `${theme}-${width}-${name}.png`);

/** All pictures of one theme and width on few sheets. */
export async function montage(browser: Browser, folder: string, theme: Theme, names: readonly string[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2560, height: 1400 } });
  for (const width of WIDTHS) {
    const abreast = ABREAST[width]!;
    for (let first = 0; first < names.length; first += abreast * 2) {
      const figures = names.slice(first, first + abreast * 2).map((name) => {
        const bytes = readFileSync(picture(folder, theme, width, name)).toString('base64');
        return `<figure style="margin:0"><figcaption>${name}</figcaption><img src="data:image/png;base64,${bytes}"></figure>`;
      });
      const columns = `grid-template-columns:repeat(${abreast},${width}px)`;
      await page.setContent(
        `<body style="margin:0;background:#777"><main style="display:inline-grid;gap:8px;${columns}">${figures.join('')}</main>`,
      );
      const file = join(folder, 'montage', `${theme}-${width}-${first / (abreast * 2) + 1}.png`);
      await page.locator('main').screenshot({ path: file });
    }
  }
  await page.close();
}
