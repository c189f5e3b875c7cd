import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { buildIfNeeded } from '../../src/cli/pageBuild';
import { largeLedger } from '../bench/largeLedger';
import { describeInBrowser, launchBrowser, ROOT } from './browser';
import { eventually } from './eventually';
import { missingOpenssl, openInWebExcel, serveHttps, type HttpsSite } from './webExcel';

const MATTERS = 30_000;
const WAIT = { timeout: 600_000 };

const missing = missingOpenssl();
if (missing !== null) {
  console.warn(`未运行：大台账取消核对（${missing}）`);
  test(`未运行：${missing}`, () => expect(missingOpenssl()).not.toBeNull());
} else {
  describeInBrowser('大台账：核对到一半', () => {
    let site: HttpsSite;
    let browser: Browser;
    let page: Page;
    let pane: Frame;

    beforeAll(async () => {
      if (!(await buildIfNeeded(ROOT))) throw new Error('the page does not build');
      site = await serveHttps('/ducha/');
      site.serve(join(ROOT, 'dist'));
      browser = await launchBrowser();
      page = await (await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' })).newPage();
      const address = `${site.base}taskpane.html`;
      await openInWebExcel(page, site.excel, address, largeLedger(MATTERS));
      pane = (await (await page.waitForSelector('iframe')).contentFrame())!;
      await pane.getByText(`共 ${MATTERS} 件`).waitFor(WAIT);
    });
    afterAll(async () => {
      await browser.close();
      await site.close();
    });

    test('换统计日期后按停止：件数和日期都是原来的，可以接着用；再换，就换过来', async () => {
      const asOf = pane.getByRole('button', { name: /^统计日期：/ });
      const overdue = pane.getByRole('button', { name: /^逾期 \d+$/ }).first();
      const shown = async (): Promise<readonly (string | null)[]> => [
        await asOf.textContent(),
        await overdue.textContent(),
      ];
      const lastMonth = async (): Promise<void> => {
        await asOf.click();
        await pane.getByRole('menuitem', { name: '上月末' }).click();
      };
      const before = await shown();
      // As slow as an old office machine, so that there is something to stop.
      const device = await page.context().newCDPSession(page);
      await device.send('Emulation.setCPUThrottlingRate', { rate: 8 });
      await lastMonth();
      const stop = pane.getByRole('button', { name: '停止' });
      await stop.waitFor(WAIT);
      await pane.getByText(/^正在核对台账 已(整理|判定|核对) \d+ \/ \d+ 件$/).waitFor(WAIT);
      await stop.focus();
      await stop.press('Enter');
      await stop.waitFor({ state: 'detached', ...WAIT });
      await eventually(async () => expect(await shown()).toEqual(before));

      await device.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await lastMonth();
      await pane.waitForFunction((was) => !document.body.innerText.includes(was!), before[0], WAIT);
      await eventually(async () => expect(await shown()).not.toEqual(before));
    });
  });
}
