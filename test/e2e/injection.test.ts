import { hostileLedger } from '../injection/hostileLedger';
import { openInPage } from '../hostile/inPage';
import { describeInBrowser, openWatched } from './browser';
import { inBrowser } from './freshPane';
import { paneOf, room } from './paneFrame';

describeInBrowser('网页：单元格里的标记和脚本', () => {
  const shared = inBrowser();

  test('满是标记的台账在表格和窗格各个房间里只是文字：没有脚本运行、没有元素、没有一个请求出本机', async () => {
    const { page, requests, violations, errors } = await openWatched(shared.browser, shared.site.address);
    await paneOf(page);
    expect((await openInPage(page, '注入.xlsx', hostileLedger())).shows).toBe('注入.xlsx');
    const pane = await paneOf(page);
    await pane.getByText('共 22 件').waitFor();
    const rooms = await pane.getByRole('navigation').getByRole('button').allTextContents();
    for (const name of rooms.filter((label) => label !== '')) {
      await room(pane, name);
      for (const frame of [page.mainFrame(), pane]) {
        const found = await frame.evaluate(() => ({
          injected: (window as unknown as { injected?: number }).injected ?? null,
          elements: document.querySelectorAll('img[onerror], svg[onload], a[href^="javascript:"], [src="x"]').length,
        }));
        expect(found).toEqual({ injected: null, elements: 0 });
      }
    }
    expect(
      requests.filter((address) => !/^(blob|data):/.test(address) && !address.startsWith(shared.site.address)),
    ).toEqual([]);
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
    await page.close({ runBeforeUnload: false });
  });
});
