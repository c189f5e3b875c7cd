import type { Frame, Page } from 'playwright-core';

const MOST_STEPS = 60;

/** What has the focus in the pane is called so. */
const focused = (pane: Frame): Promise<string> =>
  pane.evaluate(() => {
    const own = document.activeElement as HTMLInputElement | null;
    const label = own?.labels?.[0]?.textContent ?? '';
    return (own?.getAttribute('aria-label') ?? (label === '' ? (own?.textContent ?? '') : label)).trim();
  });

/** A frame later the focus is where a key or a new panel brought it, by the browser or by a script. */
const settled = (pane: Frame): Promise<void> =>
  pane.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

export async function pressAndSee(page: Page, pane: Frame, key: string): Promise<void> {
  await page.keyboard.press(key);
  await settled(pane);
}

async function pressTo(page: Page, pane: Frame, key: string, name: RegExp): Promise<void> {
  const passed: string[] = [];
  await settled(pane);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const now = await focused(pane);
    if (name.test(now)) return;
    passed.push(now.slice(0, 12));
    await pressAndSee(page, pane, key);
  }
  throw new Error(`${String(name)} is not reached by ${key}: ${passed.join(' → ')}`);
}

/** Presses Tab until what has the focus in the pane is called so; the keys a clerk without a mouse would press. */
export const tabTo = (page: Page, pane: Frame, name: RegExp): Promise<void> => pressTo(page, pane, 'Tab', name);

/** The same backwards. */
export const backTo = (page: Page, pane: Frame, name: RegExp): Promise<void> => pressTo(page, pane, 'Shift+Tab', name);
