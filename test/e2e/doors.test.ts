import type { Frame, Locator } from 'playwright-core';
import { describeInBrowser } from './browser';
import { eventually } from './eventually';
import { allInOnePane } from './freshPane';
import { room } from './paneFrame';

describeInBrowser('总览：数字都是门', () => {
  let pane: Frame;
  allInOnePane({ reducedMotion: 'reduce' }, (fresh) => {
    ({ pane } = fresh);
  });

  const main = () => pane.getByRole('main');

  /** So many matters are in the list behind a door; then back to 总览. */
  async function expectBehind(door: Locator, name: string, count: number): Promise<void> {
    await door.click();
    await pane.getByRole('combobox').first().waitFor();
    const rows = pane.getByRole('main').getByRole('listitem');
    await eventually(async () => {
      const found = (await rows.count()) === 0 ? 0 : Number(await rows.first().getAttribute('aria-setsize'));
      expect(`${name}：${found}`).toBe(`${name}：${count}`);
    });
    await room(pane, '总览');
    await pane.getByRole('heading', { name: '办理状态' }).waitFor();
  }

  test('各状态、近期和进展、计划进度、下一步：点开的清单正好那么多件', async () => {
    await pane.getByRole('heading', { name: '办理状态' }).waitFor();
    const doors = main().getByRole('button', { name: /^\D+ ?\d+( 件)?$/ });
    let names: readonly string[] = [];
    await eventually(async () => {
      names = await doors.evaluateAll((all) =>
        all.filter((own) => own.closest('ul') === null).map((own) => own.textContent ?? ''),
      );
      expect(names.length).toBeGreaterThanOrEqual(12);
      for (const word of ['逾期', '按期办结', '本周到期', '报结待审', '欠进度', '催办单']) {
        expect([word, names.some((name) => name.startsWith(word))]).toEqual([word, true]);
      }
    });
    for (const name of names) {
      const door = main()
        .getByRole('button')
        .filter({ hasText: new RegExp(`^${name}$`) })
        .first();
      await expectBehind(door, name, Number(/\d+/.exec(name)![0]));
    }
  });

  test('已办结的占比、各月的柱、各类别和分管领导的件数，也都点得开', async () => {
    const share = main().getByRole('button', { name: /^已办结 \d+ 件，占 \d+%$/ });
    await expectBehind(share, '已办结', Number(/\d+/.exec((await share.textContent())!)![0]));
    const show = main().getByRole('button', { name: '显示近 12 个月' });
    const month = main()
      .getByRole('button', { name: /^\d{4}-\d\d-\d\d：共/ })
      .last();
    await show.or(month).first().waitFor();
    if ((await show.count()) > 0) await show.click();
    const overdue = Number(/逾期 ?(\d+)/.exec((await month.getAttribute('aria-label'))!)![1]);
    await expectBehind(month, '逾期', overdue);
    for (const tab of ['按单位', '按类别', '按分管领导']) {
      const groups = async (): Promise<Locator> => {
        await pane.getByRole('tab', { name: tab, exact: true }).click();
        return pane.getByRole('list', { name: tab, exact: true }).getByRole('button');
      };
      const all = await groups();
      await eventually(async () => expect(await all.count()).toBeGreaterThan(1));
      const count = Math.min(4, await all.count());
      for (let index = 0; index < count; index += 1) {
        const door = (await groups()).nth(index);
        const name = (await door.getAttribute('aria-label'))!;
        await expectBehind(door, name, Number(/(\d+)(?: 件)?$/.exec(name)![1]));
      }
    }
  });
});
