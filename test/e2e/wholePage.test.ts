import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInBrowser, openWatched, ROOT } from './browser';
import { inBrowser } from './freshPane';

describeInBrowser('网页：真的窗格', () => {
  const shared = inBrowser();

  test.each(['light', 'dark'] as const)(
    '样例台账打开就接上，数出 200 件；没有一个请求出本机，没有一处违反安全策略（%s）',
    async (colorScheme) => {
      const { page, requests, violations, errors } = await openWatched(shared.browser, shared.site.address, {
        colorScheme,
      });
      const pane = await (await page.waitForSelector('.pane iframe')).contentFrame();
      await pane!.getByText('共 200 件').waitFor();
      expect(
        requests.filter((address) => !/^(blob|data):/.test(address) && !address.startsWith(shared.site.address)),
      ).toEqual([]);
      expect(violations).toEqual([]);
      expect(errors).toEqual([]);
      await page.close({ runBeforeUnload: false });
    },
  );

  test('样例台账接上以后，在窗格里选事项，表格选中那一行', async () => {
    const { page, errors } = await openWatched(shared.browser, shared.site.address);
    const pane = await (await page.waitForSelector('.pane iframe')).contentFrame();
    await pane!.getByText('共 200 件').waitFor();
    await pane!.getByText('催办', { exact: true }).first().click();
    await pane!.getByText('财经纪律专项整治问题整改').first().click();
    await page.waitForFunction(
      () => (document.querySelector<HTMLInputElement>('[data-u-comp=defined-name] input')?.value ?? '') === 'B103',
    );
    expect(errors).toEqual([]);
    await page.close({ runBeforeUnload: false });
  });

  test('窗格的网页和装进 Excel 的是同一个文件，office.js 一字不改', async () => {
    const built = readFileSync(join(ROOT, 'dist/taskpane.html'));
    const served = Buffer.from(await (await fetch(`${shared.site.address}taskpane.html`)).arrayBuffer());
    expect(served.equals(built)).toBe(true);
    expect(readFileSync(join(ROOT, 'dist/manifest.xml'), 'utf8')).toContain('/taskpane.html"');
    for (const name of ['office.js', 'excel-win32-16.01.js', 'excel-web-16.00.js', 'excel-mac-16.00.js']) {
      const shipped = readFileSync(join(ROOT, 'node_modules/@microsoft/office-js/dist', name));
      expect(readFileSync(join(ROOT, 'dist/office', name)).equals(shipped)).toBe(true);
    }
  });

  test('安全策略里没有 unsafe-inline，也没有 unsafe-eval；网页构建里没有源码映射', async () => {
    for (const name of ['index.html', 'taskpane.html']) {
      const policy = (await fetch(shared.site.address + name)).headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    }
    expect((await fetch(`${shared.site.address}page/page.js.map`)).status).toBe(404);
  });
});
