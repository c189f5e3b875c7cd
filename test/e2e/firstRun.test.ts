import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { newWorkbook } from '../../src/host/xlsx';
import { describeInBrowser, openWatched, type Watched } from './browser';
import { inBrowser, openFile } from './freshPane';
import { pressOn } from './keys';
import { expectSound, menu, narrowPane, panel } from './paneFrame';

/** Folder for pictures to be looked at; none are taken without it. */
const PICTURES = process.env['PICTURES'];

describeInBrowser('头一次用：从空白工作簿到样本台账', () => {
  let watched: Watched;
  let pane: Frame;

  const shared = inBrowser();

  const see = (text: string | RegExp): Promise<void> => pane.getByText(text).first().waitFor();
  const press = (name: string | RegExp): Promise<void> => pane.getByRole('button', { name }).first().click();

  /** No violation of WCAG 2.2 A and AA, and nothing that scrolls sideways. */
  async function sound(name: string): Promise<void> {
    if (PICTURES !== undefined) {
      await watched.page.locator('.pane iframe').screenshot({ path: join(PICTURES, `${name}.png`) });
    }
    await expectSound(pane, name);
  }

  test.each(['light', 'dark', 'forced'] as const)(
    '%s：首次使用、引导、帮助、计分依据、宿主自检都合要求',
    async (look) => {
      const file = join(mkdtempSync(join(tmpdir(), 'first-run-')), '空白.xlsx');
      writeFileSync(file, newWorkbook().save());
      watched = await openWatched(shared.browser, shared.site.address, {
        colorScheme: look === 'dark' ? 'dark' : 'light',
        reducedMotion: 'reduce',
        forcedColors: look === 'forced' ? 'active' : 'none',
      });
      const { page } = watched;
      pane = await openFile(page, file);
      await narrowPane(watched.page);
      await see('空白工作簿');
      await pane.getByRole('button', { name: '建空白台账' }).waitFor();
      await sound(`${look}-first-run`);

      // By keyboard alone: the sample is previewed, written.
      await pressOn(pane.getByRole('button', { name: '写入样本台账' }));
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
      await panel(pane, '计分依据');
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
      // The button pressed last was unusable for a while and may have lost the focus.
      await pane.getByRole('heading', { name: '宿主自检' }).press('Escape');
      await panel(pane, '帮助');
      await page.keyboard.press('Escape');
      await pane.getByRole('region', { name: '头一次用，三步' }).waitFor();

      await menu(pane, '设置');
      await pane.getByRole('button', { name: '这里怎么用' }).click();
      await see('对条文的理解和没有做进来的内容');
      await sound(`${look}-beside`);
      await press('返回');
      await press('关闭，不再显示');
      await pane.getByRole('region', { name: '头一次用，三步' }).waitFor({ state: 'detached' });

      expect(watched.violations).toEqual([]);
      expect(watched.errors).toEqual([]);
      await page.close({ runBeforeUnload: false });
    },
  );
});
