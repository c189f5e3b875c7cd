import type { Frame, Locator } from 'playwright-core';
import { describeInBrowser } from './browser';
import { allInOnePane } from './freshPane';
import { room } from './paneFrame';

describeInBrowser('总览：数字都是门', () => {
  let pane: Frame;
  allInOnePane({ reducedMotion: 'reduce' }, (fresh) => {
    ({ pane } = fresh);
  });

  const main = () => pane.getByRole('main');

  /** Matters in the list behind a door; then back to 总览. */
  async function behind(door: Locator): Promise<number> {
    await door.click();
    await pane.getByRole('combobox').first().waitFor();
    const rows = pane.getByRole('main').getByRole('listitem');
    const count = (await rows.count()) === 0 ? 0 : Number(await rows.first().getAttribute('aria-setsize'));
    await room(pane, '总览');
    await pane.getByRole('heading', { name: '办理状态' }).waitFor();
    return count;
  }

  test('各状态、近期和进展、计划进度、下一步：点开的清单正好那么多件', async () => {
    await pane.getByRole('heading', { name: '办理状态' }).waitFor({ timeout: 60_000 });
    const doors = main().getByRole('button', { name: /^\D+ ?\d+( 件)?$/ });
    const names = await doors.evaluateAll((all) =>
      all.filter((own) => own.closest('ul') === null).map((own) => own.textContent ?? ''),
    );
    expect(names.length).toBeGreaterThanOrEqual(12);
    for (const word of ['逾期', '按期办结', '本周到期', '报结待审', '欠进度', '催办单']) {
      expect(names.some((name) => name.startsWith(word))).toBe(true);
    }
    for (const name of names) {
      const counted = await behind(
        main()
          .getByRole('button')
          .filter({ hasText: new RegExp(`^${name}$`) })
          .first(),
      );
      expect(`${name}：${counted}`).toBe(`${name}：${/\d+/.exec(name)![0]}`);
    }
  }, 240_000);

  test('已办结的占比、各月的柱、各类别和分管领导的件数，也都点得开', async () => {
    const share = main().getByRole('button', { name: /^已办结 \d+ 件，占 \d+%$/ });
    expect(await behind(share)).toBe(Number(/\d+/.exec((await share.textContent())!)![0]));
    const show = main().getByRole('button', { name: '显示近 12 个月' });
    if ((await show.count()) > 0) await show.click();
    const month = main()
      .getByRole('button', { name: /^\d{4}-\d\d-\d\d：共/ })
      .last();
    const overdue = Number(/逾期 ?(\d+)/.exec((await month.getAttribute('aria-label'))!)![1]);
    expect(await behind(month)).toBe(overdue);
    for (const tab of ['按单位', '按类别', '按分管领导']) {
      const groups = async (): Promise<Locator> => {
        await pane.getByRole('tab', { name: tab, exact: true }).click();
        return pane.getByRole('list', { name: tab, exact: true }).getByRole('button');
      };
      const count = Math.min(4, await (await groups()).count());
      expect(count).toBeGreaterThan(1);
      for (let index = 0; index < count; index += 1) {
        const door = (await groups()).nth(index);
        const name = (await door.getAttribute('aria-label'))!;
        expect(`${name}：${await behind(door)}`).toBe(`${name}：${/(\d+)(?: 件)?$/.exec(name)![1]}`);
      }
    }
  }, 240_000);
});
