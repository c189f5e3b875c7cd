import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { eventually } from './eventually';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  readonly axe: { run(where: ElementContext, options: RunOptions): Promise<AxeResults> };
}

/** The pane of the page, once its rooms are there. */
export async function paneOf(page: Page): Promise<Frame> {
  const pane = await (await page.waitForSelector('.pane iframe')).contentFrame();
  await pane!.getByRole('navigation').waitFor();
  return pane!;
}

export const room = (pane: Frame, name: string): Promise<void> =>
  pane.getByRole('navigation').getByRole('button', { name }).click();

export async function menu(pane: Frame, item: string): Promise<void> {
  await pane.getByRole('button', { name: '更多' }).click();
  await pane.getByRole('menuitem', { name: item }).click();
}

/** A panel is there and its title has the focus: keys pressed from now on are its own. */
export async function panel(pane: Frame, title: string): Promise<void> {
  await pane.getByRole('heading', { name: title, exact: true }).waitFor();
  await pane.waitForFunction((own) => document.activeElement?.textContent === own, title);
}

/** So often a pane is looked at that changes under the eyes. */
const MOST_LOOKS = 20;

/** What axe finds against WCAG 2.2 A and AA, as `rule: what`; `within` a selector where a menu lies over the rest. */
export async function violations(pane: Frame, within: string | null = null): Promise<readonly string[]> {
  await pane.evaluate(AXE);
  for (let look = 1; ; look += 1) {
    // Fluent's focus library puts places of one pixel around a menu to catch the focus; they hold nothing.
    const { found, changed } = await pane.evaluate(judged, [within ?? 'body', '[data-tabster-dummy]'] as const);
    if (!changed || look === MOST_LOOKS) return found;
  }
}

/**
 * What axe finds, and whether the pane was drawn anew meanwhile, so that what was judged is no more; runs in the pane.
 * Colours are judged as they stand: a button that has just become usable is still changing to its own. Rest and judging
 * are one step, or it might become usable between the two.
 */
async function judged([where, dummies]: readonly [string, string]): Promise<{ found: string[]; changed: boolean }> {
  const drawn = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const moving = (): Animation[] =>
    document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
  for (;;) {
    // Two frames, since a change begins to move only once it is drawn.
    await drawn();
    await drawn();
    const ending = moving();
    if (ending.length === 0) break;
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }
  let changed = false;
  const watch = new MutationObserver(() => (changed = true));
  watch.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
  const { violations: all } = await (window as unknown as AxeWindow).axe.run(
    { include: [where], exclude: [dummies] },
    { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } },
  );
  if (watch.takeRecords().length > 0 || moving().length > 0) changed = true;
  watch.disconnect();
  const found = all.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  return { found, changed };
}

/** WCAG 1.4.10: at 400 % of a window of 1280 px nothing may need more than 320 css px; so narrow is the pane made. */
const NARROW = 320;

export async function narrowPane(page: Page): Promise<void> {
  await page.locator('.pane iframe').evaluate((frame: HTMLElement, wide) => {
    const place = frame.closest<HTMLElement>('.pane')!;
    for (const own of [frame, place]) own.style.width = own.style.minWidth = `${wide}px`;
    place.style.flex = `0 0 ${wide}px`;
  }, NARROW);
  const pane = await (await page.waitForSelector('.pane iframe:not([data-old])')).contentFrame();
  await pane!.waitForFunction((wide) => document.documentElement.clientWidth === wide, NARROW);
}

/** Nothing needs to be scrolled sideways. */
export async function expectNarrow(pane: Frame, name: string): Promise<void> {
  await eventually(async () => {
    const beyond = await pane.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ name, fits: beyond <= 0 }).toEqual({ name, fits: true });
  });
}

/** No violation of WCAG 2.2 A and AA, and nothing that scrolls sideways. */
export async function expectSound(pane: Frame, name: string): Promise<void> {
  expect([name, await violations(pane)]).toEqual([name, []]);
  await expectNarrow(pane, name);
}
