import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { largeLedger } from '../bench/largeLedger';
import { describeInBrowser } from './browser';
import { eventually } from './eventually';
import { eachInFreshPane, openFile } from './freshPane';
import { expectChosen, nameBox, typeInto } from './grid';
import { pressAndSee, pressOn, tabTo } from './keys';
import { menu, paneOf, room } from './paneFrame';

/** So many that what a room shows is worked out while the clerk goes on. */
const MATTERS = 6000;

describeInBrowser('窗格：再慢的机器，点一下就是一下，打的字到该到的地方', () => {
  let page: Page;
  let pane: Frame;
  eachInFreshPane({ reducedMotion: 'reduce' }, (fresh) => {
    ({ page, pane } = fresh);
  });

  test('按着一行没有松手，上面多出一行“已写入”：松开，选中的是按下的那一行', async () => {
    await room(pane, '催办');
    const row = pane.getByRole('list', { name: '事项清单' }).locator('[data-main]').nth(1);
    const title = await row.getAttribute('title');
    await row.hover({ position: { x: 20, y: 4 } });
    await page.mouse.down();
    const before = (await row.boundingBox())!;
    await page
      .locator('.command-row')
      .getByRole('button', { name: '标记逾期' })
      .evaluate((button: HTMLElement) => button.click());
    await pane.getByText(/^已写入：标出 \d+ 行$/).waitFor();
    // What the hand is on lies where something else was pressed.
    expect((await row.boundingBox())!.y).toBeGreaterThan(before.y + 8);
    await page.mouse.up();
    await eventually(async () => {
      expect(await pane.locator('[role=listitem] [aria-current=true]').getAttribute('title')).toBe(title);
    });
  });

  test('面板一出现，焦点就在标题上：接着打的字不会再被抢走', async () => {
    await pane.evaluate(() => {
      const place = window as unknown as { headed: string[] };
      place.headed = [];
      new MutationObserver((records) => {
        const came = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
        for (const heading of came.flatMap((node) => [...node.querySelectorAll('section h2[tabindex="-1"]')])) {
          const focused = document.activeElement === heading;
          place.headed.push(`${heading.textContent}${focused ? '' : '：焦点不在这里'}`);
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
    const headed = (): Promise<readonly string[]> =>
      pane.evaluate(() => (window as unknown as { headed: string[] }).headed);
    await menu(pane, '设置');
    await eventually(async () => expect(await headed()).toEqual(['设置']));
    await room(pane, '催办');
    await pane.getByRole('button', { name: '标出逾期和临期' }).click();
    await eventually(async () => expect(await headed()).toEqual(['设置', '将要写入']));
  });

  test('做着的时候焦点还在按下的按钮上；按钮随面板、随那一行话走了，焦点在房间里，按 Tab 接着走', async () => {
    /** Where the focus was each time something could no longer be pressed, or could again. */
    const watchFocus = (): Promise<void> =>
      pane.evaluate(() => {
        const place = window as unknown as { held: string[] };
        place.held = [];
        new MutationObserver((records) => {
          const deed = records.find(({ target }) => (target as Element).matches('button[aria-disabled=true]'));
          if (deed !== undefined) place.held.push(document.activeElement?.tagName ?? '');
        }).observe(document.body, { attributes: true, attributeFilter: ['aria-disabled'], subtree: true });
      });
    const held = (): Promise<readonly string[]> =>
      pane.evaluate(() => [...new Set((window as unknown as { held: string[] }).held)]);
    const room = pane.getByRole('main', { name: '催办' });
    const inRoom = (): Promise<void> =>
      eventually(async () => expect(await room.evaluate((own) => own === document.activeElement)).toBe(true));

    await pressOn(pane.getByRole('navigation').getByRole('button', { name: '催办' }));
    await pressOn(pane.getByRole('button', { name: '标出逾期和临期' }));
    await tabTo(page, pane, /^标出 \d+ 行$/);
    await watchFocus();
    await page.keyboard.press('Enter');
    await pane.getByText(/^已写入：标出 \d+ 行$/).waitFor();
    await inRoom();
    expect(await held()).toEqual(['BUTTON']);
    await pressAndSee(page, pane, 'Tab');
    expect(await room.locator(':focus').count()).toBe(1);
    await pressOn(pane.getByRole('button', { name: /^撤销“标出/ }));
    await pane.getByText(/^已撤销/).waitFor();
    await inRoom();
    expect(await held()).toEqual(['BUTTON']);
  });

  test('大台账：通报标题、加减分、跳过的原因打到一半，表里又改了一格，重新计算之后打的字还在', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'steady-')), '大台账.xlsx');
    writeFileSync(file, largeLedger(MATTERS).save());
    await openFile(page, file);
    pane = await paneOf(page);
    const overdue = pane.getByRole('button', { name: /^逾期 \d+$/ }).first();
    const places = [
      async () => {
        await room(pane, '通报');
        await pane.getByRole('button', { name: '改标题' }).click();
        return pane.getByRole('textbox', { name: '标题' });
      },
      async () => {
        await room(pane, '计分');
        await pane.getByRole('tab', { name: '登记', exact: true }).click();
        return pane.getByRole('combobox', { name: '单位' });
      },
      async () => {
        await menu(pane, '月度督查');
        await pane.getByRole('button', { name: '跳过收表' }).click();
        return pane.getByRole('textbox', { name: '跳过的原因' });
      },
    ];
    for (const open of places) {
      await overdue.click();
      await pane.getByRole('list', { name: '事项清单' }).locator('[data-main]').first().click();
      await expectChosen(page, /^B\d+$/);
      const row = (await nameBox(page).inputValue()).slice(1);
      const before = Number(/\d+/.exec((await overdue.textContent())!)![0]);
      const box = await open();
      await box.fill('打到一半');
      await box.evaluate((own) => own.setAttribute('data-first', ''));
      await typeInto(page, `M${row}`, '2099-12-31');
      await pane
        .getByRole('button', { name: `逾期 ${before - 1}`, exact: true })
        .first()
        .waitFor();
      await pane.getByText(/^正在计算/).waitFor({ state: 'detached' });
      expect([await box.inputValue(), await box.getAttribute('data-first')]).toEqual(['打到一半', '']);
    }
  });
});
