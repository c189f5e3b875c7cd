import { join } from 'node:path';
import { SAMPLES, type Sample } from '../hostDesk';
import { describeInBrowser, openWatched, ROOT } from './browser';
import { inBrowser, openFile } from './freshPane';
import { pressAndSee, tabTo } from './keys';
import { paneOf, violations } from './paneFrame';

describeInBrowser('文书：只用键盘，三份样例各办一遍', () => {
  const shared = inBrowser();

  test.each(Object.keys(SAMPLES) as Sample[])(
    '%s：进文书，看全文，生成，补记上一文书，写入，登记在案，发出；处处没有 axe 能查出的问题',
    async (sample) => {
      const watched = await openWatched(shared.browser, shared.site.address, { reducedMotion: 'reduce' });
      const { page } = watched;
      await paneOf(page);
      await openFile(page, join(ROOT, 'assets/samples', SAMPLES[sample]));
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
      await pane.getByRole('list', { name: '待发文书' }).waitFor();
      await look('待发');
      await press(/^看全文：/);
      await pane.getByRole('article', { name: '文书全文' }).waitFor();
      await look('全文');
      await page.keyboard.press('Escape');
      await pane.getByRole('list', { name: '待发文书' }).waitFor();
      await press(/^生成 \d+ 份$/);
      await heading(/^(补记上一文书|将要写入)$/).waitFor();
      // Only one of the two stands there; what is read decides what is typed.
      const asks = (await heading(/^(补记上一文书|将要写入)$/).textContent()) === '补记上一文书';
      if (asks) {
        await look('补记');
        await tabTo(page, pane, /编号$/);
        await page.keyboard.type('907');
        await page.keyboard.press('Enter');
        await heading('将要写入').waitFor();
      }
      await look('将要写入');
      await press(/^生成 \d+ 份文书$/);
      await pane.getByText(/^已生成 \d+ 份文书并登记/).waitFor();
      await look('已写入');

      await tabTo(page, pane, /^待发$/);
      await pressAndSee(page, pane, 'ArrowRight');
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
      await pane.getByText('已写入：登记发出 1 份').waitFor();

      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
      expect(watched.violations).toEqual([]);
      expect(watched.errors).toEqual([]);
      await page.close({ runBeforeUnload: false });
    },
  );
});
