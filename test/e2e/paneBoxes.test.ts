import type { Frame } from 'playwright-core';
import { PREVIEW, ROOM_WORDS, WORDS } from '../../src/taskpane/words';
import { describeInBrowser, openWatched, type Watched } from './browser';
import { closeQuiet, inBrowser } from './freshPane';
import { BOX_PLACES } from './paneBoxes';
import { paneOf, room } from './paneFrame';
import { boxesIn, cameOf, fillAll, nameOf, noteMade, TOGETHER, typeAll } from './paneTyping';

/** Leaves whatever form is open. */
async function back(pane: Frame): Promise<void> {
  const leave = pane.getByRole('button', { name: new RegExp(`^(${WORDS.back}|${WORDS.cancel})$`) });
  while ((await leave.count()) > 0) {
    const before = await pane.evaluate(() => document.body.innerText);
    await leave.first().click();
    await pane.waitForFunction((was) => document.body.innerText !== was, before);
  }
}

describeInBrowser('窗格的输入框：打进去的标记、脚本、公式、控制字符', () => {
  const shared = inBrowser();
  let watched: Watched;
  let pane: Frame;
  beforeAll(async () => {
    watched = await openWatched(shared.browser, 'about:blank');
    await watched.page.addInitScript(noteMade);
    await watched.page.goto(shared.site.address);
    pane = await paneOf(watched.page);
  });
  afterAll(() => closeQuiet(watched));
  afterEach(async () => {
    expect(await cameOf(watched.page)).toEqual({ made: [], injected: null });
    const { origin } = new URL(shared.site.address);
    const outside = watched.requests.filter(
      (address) => !/^(blob|data|about):/.test(address) && new URL(address).origin !== origin,
    );
    expect(outside).toEqual([]);
    await back(pane);
  });

  test.each(BOX_PLACES.map((place) => [place.name, place] as const))(
    '%s：每个框都照样收下，只是文字；办下去，预览或者说明为什么不行',
    async (_, { open, boxes, deed }) => {
      await open({ page: watched.page, pane });
      await boxesIn(pane)
        .nth(boxes.length - 1)
        .waitFor();
      const found = await boxesIn(pane).all();
      expect(await Promise.all(found.map(nameOf))).toEqual(boxes);
      // In a form of many boxes each takes some of the texts, so that all of them come to every third or fifth box.
      const apart = found.length > 20 ? 5 : found.length > 5 ? 3 : 1;
      for (const [index, box] of found.entries()) expect(await typeAll(box, index % apart, apart)).toEqual([]);
      if (deed === undefined) return;
      for (const text of TOGETHER) {
        // Opened anew: what was said of the text before must not be taken for the answer to this one.
        await back(pane);
        await room(pane, ROOM_WORDS.overview);
        await open({ page: watched.page, pane });
        await boxesIn(pane)
          .nth(boxes.length - 1)
          .waitFor();
        await fillAll(await boxesIn(pane).all(), text);
        const button = pane.getByRole(
          'button',
          typeof deed === 'string' ? { name: deed, exact: true } : { name: deed },
        );
        const before = await pane.evaluate(() => document.body.innerText);
        if (await button.isDisabled()) {
          // What is wrong stands beside the box.
          expect(before).toMatch(/[。？]/);
          continue;
        }
        await button.click();
        await pane.waitForFunction((was) => document.body.innerText !== was, before);
        const previewed = pane.getByRole('heading', { name: PREVIEW.title });
        await previewed
          .or(pane.getByText(/[\u4e00-\u9fff][。？]/).first())
          .first()
          .waitFor();
        if (await previewed.isVisible()) {
          const details = pane.getByRole('button', { name: PREVIEW.details });
          if (await details.isVisible()) await details.click();
        }
      }
    },
  );
});
