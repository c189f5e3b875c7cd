import type { Page } from 'playwright-core';
import type { HostileFile } from './hostileFile';

export interface PageRun {
  /** Name of the file the page shows afterwards. */
  readonly shows: string;
  /** What it said, empty where nothing. */
  readonly said: string;
  readonly seconds: number;
}

const idle = () =>
  document.querySelector('.busy') === null && (document.querySelector('.file-name')?.textContent ?? '') !== '';

/** Offers the file to the page as a person does by 打开, and waits until the page has done with it. */
export async function openInPage(page: Page, name: string, bytes: Uint8Array): Promise<PageRun> {
  await page.waitForFunction(idle, undefined, { timeout: 600_000 });
  const close = page.locator('.message').getByRole('button');
  if ((await close.count()) > 0) await close.click();
  const began = performance.now();
  await page.setInputFiles('input[type=file]', { name, mimeType: '', buffer: Buffer.from(bytes) });
  await page.waitForFunction(
    ({ wanted }) =>
      document.querySelector('.busy') === null &&
      (document.querySelector('.message') !== null || document.querySelector('.file-name')?.textContent === wanted),
    { wanted: name },
    { timeout: 600_000 },
  );
  const shows = (await page.locator('.file-name').textContent()) ?? '';
  const said = (await page.locator('.message span').allTextContents()).join('');
  return { shows, said, seconds: (performance.now() - began) / 1000 };
}

/** What is wrong with how the page took that file; null where it went as it should. */
export function faultInPage({ outcome }: HostileFile, name: string, run: PageRun): string | null {
  if (outcome.kind === 'opened') return run.shows === name ? null : `没有打开：${run.said}`;
  if (run.shows === name) return '打开了';
  return outcome.says.test(run.said) ? null : `没说到点子上：${run.said}`;
}
