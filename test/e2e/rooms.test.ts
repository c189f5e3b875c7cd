import type { Frame, Locator } from 'playwright-core';
import { describeInBrowser, type Watched } from './browser';
import { eventually } from './eventually';
import { eachInFreshPane } from './freshPane';
import { expectChosen } from './grid';
import { pressOn, takeFocus } from './keys';
import { expectNarrow, menu, violations } from './paneFrame';

/** Folder for pictures of what is looked at; none are taken where it is not set. */
const PICTURES = process.env['ROOM_PICTURES'];

describeInBrowser('窗格：文书和计分两个房间', () => {
  let watched: Watched;
  let pane: Frame;

  eachInFreshPane({ reducedMotion: 'reduce' }, (fresh) => {
    ({ watched, pane } = fresh);
  });

  const button = (name: string | RegExp) => pane.getByRole('button', { name });
  const tab = (name: string): Promise<void> => pane.getByRole('tab', { name, exact: true }).click();
  const room = (name: string): Promise<void> =>
    pane.getByRole('navigation').getByRole('button', { name, exact: true }).click();

  /** Nothing scrolls sideways at 320 pixels, axe finds nothing; a picture at 320 and 400 where they are wanted. */
  async function look(name: string): Promise<void> {
    for (const width of [400, 320]) {
      await watched.page.locator('.pane iframe').evaluate((frame: HTMLElement, own) => {
        frame.style.width = `${own}px`;
      }, width);
      await pane.waitForFunction((own) => document.documentElement.clientWidth === own, width);
      await expectNarrow(pane, name);
      if (PICTURES !== undefined) {
        await watched.page.locator('.pane iframe').screenshot({ path: `${PICTURES}/${name}-${width}.png` });
      }
    }
    const found = await violations(pane);
    expect({ name, found }).toEqual({ name, found: [] });
  }

  test('文书：看全文，拟稿，发出，补打；单位与模板', async () => {
    const { page } = watched;
    await room('文书');
    await pane.getByRole('list', { name: '待发文书' }).waitFor();
    await look('待发');
    await button(/^看全文/)
      .first()
      .click();
    await pane.getByRole('article', { name: '文书全文' }).waitFor();
    await look('全文');
    await page.keyboard.press('Escape');
    await pane.getByRole('combobox', { name: '怎样交出' }).selectOption('recordOnly');
    await button(/^生成 \d+ 份$/).click();
    await pane.getByRole('heading', { name: '补记上一文书' }).waitFor();
    await takeFocus(pane.getByRole('textbox', { name: '交办单编号' }).first());
    await page.keyboard.type('907');
    await pane.getByLabel('交办单日期').first().fill('2027-01-01');
    await pressOn(button('下一步'));
    await pane.getByText('日期不能晚于本次发文日期').waitFor();
    await look('补记');
    await pane.getByLabel('交办单日期').first().fill('2026-08-28');
    await pressOn(button('下一步'));
    await pane.getByText('补记上一文书 1 件，登记为已发，备注“补记”。').waitFor();
    await look('将要写入');
    await button(/^生成 \d+ 份文书$/).click();
    await pane.getByText(/^已写入：生成 \d+ 份文书$/).waitFor();

    await tab('登记在案');
    await pane.getByRole('combobox', { name: '显示' }).selectOption('draft');
    await pane.getByRole('list', { name: '登记在案的文书' }).getByRole('checkbox').first().click();
    await look('登记在案');
    await pane.getByRole('button', { name: '发出', exact: true }).click();
    await pane.getByRole('heading', { name: '发出 1 份文书' }).waitFor();
    await look('发出');
    await button('下一步').click();
    await button('登记发出 1 份').click();
    await pane.getByText('已写入：登记发出 1 份').waitFor();
    await pane.getByRole('list', { name: '登记在案的文书' }).getByRole('checkbox').first().click();
    const [download] = await Promise.all([page.waitForEvent('download'), button('补打').click()]);
    expect(download.suggestedFilename()).toMatch(/-文书\.docx$/);

    await menu(pane, '设置');
    await look('设置');
    await button('去“单位与模板”').click();
    await pane.getByRole('textbox', { name: '发文机关' }).waitFor();
    await look('单位与模板');
    const [template] = await Promise.all([page.waitForEvent('download'), button('下载工作催办单模板').click()]);
    expect(template.suggestedFilename()).toBe('工作催办单模板.docx');
    const path = await template.path();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('交回工作催办单模板').click()]);
    await chooser.setFiles(path);
    await button('采用交回的工作催办单模板').click();
    await button('恢复默认工作催办单模板').waitFor();
  });

  test('计分：为什么是这个分，登记，分析，计分表', async () => {
    await room('计分');
    const list = pane.getByRole('list', { name: '各单位得分' });
    await list.getByRole('button').first().click();
    await pane.getByText(/分＝基础分100/).waitFor();
    await look('得分');
    await tab('登记');
    await button('登记').last().click();
    await pane.getByText('请填单位。').waitFor();
    await look('登记');
    await pane.getByRole('combobox', { name: '单位' }).fill('市水利局');
    await pane.getByRole('combobox', { name: '类型' }).selectOption('meetingLate');
    await pressOn(button('登记').last());
    await button('登记 1 笔').click();
    await pane.getByText('已写入：登记市水利局会议迟到').waitFor();
    await tab('分析');
    await pane.getByRole('article', { name: '本月分析' }).waitFor();
    await look('分析');
    await tab('计分表');
    await button('写入本月计分表').click();
    await button('写入 2 张工作表').click();
    await pane.getByText('本月计分表已经印发，与现在计算的一致。').waitFor();
    await look('计分表');
  });

  test('得分和名单：只用键盘；名单的各行够高，点一行就到台账那一格，写出名单表', async () => {
    const { page } = watched;
    await room('计分');
    const scores = pane.getByRole('list', { name: '各单位得分' });
    const main = (list: string, nth: number) => pane.getByRole('list', { name: list }).locator('[data-main]').nth(nth);
    const opened = (row: Locator, expanded: 'true' | 'false') =>
      eventually(async () => expect(await row.getAttribute('aria-expanded')).toBe(expanded));
    await pressOn(main('各单位得分', 0));
    await pane.getByText(/分＝基础分100/).waitFor();
    await page.keyboard.press('ArrowDown');
    await focusOn({ text: expect.stringMatching(/分＝基础分100/) });
    await page.keyboard.press('End');
    await focusOn({ fromEnd: 0, inView: true });
    await page.keyboard.press('Home');
    await focusOn({ at: 1, expanded: 'true', inView: true });
    await opened(main('各单位得分', 0), 'true');
    await uncut('各单位得分');
    await eventually(async () => expect(await scores.getByRole('button').count()).toBeGreaterThan(1));

    await menu(pane, '设置');
    await pane.getByRole('radio', { name: /凉府办发/ }).click();
    await button('按此核对').click();
    await room('名单');
    await pane.getByRole('list', { name: '名单和频次' }).waitFor();
    await look('名单');
    for (const width of [320, 400, 600]) {
      await wide(width);
      await uncut('名单和频次');
    }
    await wide(400);
    const first = main('名单和频次', 0);
    await takeFocus(first);
    if ((await first.getAttribute('aria-expanded')) === 'true') {
      await page.keyboard.press('Enter');
      await opened(first, 'false');
    }
    await page.keyboard.press('Enter');
    await opened(first, 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await focusOn({ tag: 'BUTTON' });
    await page.keyboard.press('Enter');
    await expectChosen(page, /^(?!A1$)[A-Z]+\d+$/);
    await pressOn(button('写出名单表'));
    await button('写入 1 张表').click();
    await pane.getByText(/^已写入：写出督查名单/).waitFor();
  });

  test('长清单：End、Home 接着按也不丢位置；点开后面的一行，前面的收起，焦点还在这一行', async () => {
    const { page } = watched;
    await room('计分');
    const list = pane.getByRole('list', { name: '各单位得分' });
    await pressOn(list.locator('[data-main]').first());
    await pane.getByText(/分＝基础分100/).waitFor();
    await pane.evaluate(`window.focusedRow = ${String(focusedRow)}`);
    // Between two keys without a frame: what is in the document by then.
    const after = (...keys: readonly string[]): Promise<Row & { readonly inOrder: boolean }> =>
      pane.evaluate(async (pressed) => {
        for (const key of pressed) {
          document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          await Promise.resolve();
        }
        const rows = [...document.querySelectorAll('[role=listitem]')].map((row) =>
          Number(row.getAttribute('aria-posinset')),
        );
        const { focusedRow: row } = window as unknown as { readonly focusedRow: () => Row };
        return { ...row(), inOrder: rows.every((own, index) => index === 0 || own > rows[index - 1]!) };
      }, keys);
    expect(await after('End')).toMatchObject({ fromEnd: 0, inView: true, inOrder: true });
    expect(await after('Home')).toMatchObject({ at: 1, inView: true, inOrder: true });
    expect(await after('End', 'Home', 'End')).toMatchObject({ fromEnd: 0, inView: true, inOrder: true });

    // A key pressed while the list is still being drawn after it was scrolled.
    await list.evaluate(
      (own) =>
        new Promise<void>((resolve) => {
          const drawn = new MutationObserver(() => {
            drawn.disconnect();
            document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
            resolve();
          });
          drawn.observe(own, { childList: true, subtree: true });
          own.scrollTop -= 300;
        }),
    );
    await focusOn({ at: 1, inView: true });
    expect(await after('End')).toMatchObject({ fromEnd: 0, inView: true, inOrder: true });

    await page.keyboard.press('Enter');
    await focusOn({ expanded: 'true', inView: true });
    expect(await list.locator('[aria-expanded=true]').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await focusOn({ text: expect.stringMatching(/分＝基础分100/), inView: true });
    await page.keyboard.press('ArrowUp');
    await focusOn({ expanded: 'true', inView: true });
  });

  const focusOn = (row: { readonly [Part in keyof Row]?: unknown }): Promise<void> =>
    eventually(async () => expect(await pane.evaluate(focusedRow)).toMatchObject(row));

  async function wide(width: number): Promise<void> {
    await watched.page.locator('.pane iframe').evaluate((frame: HTMLElement, own) => {
      frame.style.width = `${own}px`;
    }, width);
    await pane.waitForFunction((own) => document.documentElement.clientWidth === own, width);
  }

  /** No row of a list is lower than what stands in it. */
  async function uncut(name: string): Promise<void> {
    const rows = pane.getByRole('list', { name }).locator('[data-main]');
    await eventually(async () => {
      const cut = await rows.evaluateAll((all) =>
        all.filter((row) => row.scrollHeight > row.clientHeight + 1).map((row) => (row.textContent ?? '').slice(0, 40)),
      );
      expect({ name, cut }).toEqual({ name, cut: [] });
    });
  }
});

interface Row {
  readonly text: string;
  readonly tag: string;
  /** Its place in the list, from 1; rows behind it. */
  readonly at: number;
  readonly fromEnd: number;
  readonly expanded: string | null;
  readonly inView: boolean;
}

/** The row of a list that has the focus; runs in the pane. */
function focusedRow(): Row {
  const own = document.activeElement;
  const row = own?.closest('[role=listitem]') ?? null;
  const list = row?.closest('[role=list]') ?? null;
  const number = (name: string): number => Number(row?.getAttribute(name) ?? Number.NaN);
  const [inner, outer] = [row?.getBoundingClientRect(), list?.getBoundingClientRect()];
  return {
    text: own?.textContent ?? '',
    tag: own?.tagName ?? '',
    at: number('aria-posinset'),
    fromEnd: number('aria-setsize') - number('aria-posinset'),
    expanded: own?.getAttribute('aria-expanded') ?? null,
    inView:
      inner !== undefined && outer !== undefined && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1,
  };
}
