import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launchBrowser, openWatched, ROOT, serveSite } from './browser';

/** `npx tsx test/e2e/takePicture.ts`: the page at work, for README. */
async function takePicture(file: string): Promise<void> {
  const site = await serveSite();
  const browser = await launchBrowser();
  try {
    const { page } = await openWatched(browser, site.address);
    const pane = await (await page.waitForSelector('.pane iframe')).contentFrame();
    await pane!.getByRole('navigation').getByRole('button', { name: '催办' }).click({ timeout: 60_000 });
    await pane!.getByRole('button', { name: '标出逾期和临期' }).click();
    await pane!.getByRole('button', { name: /^标出 \d+ 行$/ }).click();
    await pane!.getByText(/^已写入/).waitFor();
    await pane!.getByRole('listitem').first().getByRole('button').first().click();
    await pane!.locator('[role=listitem] [aria-current=true]').waitFor();
    await page.waitForTimeout(2000);
    mkdirSync(dirname(file), { recursive: true });
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
    await site.close();
  }
}

void takePicture(join(ROOT, 'assets/pictures/pane.png'));
