import type { Frame, Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

const MOST_STEPS = 60;

/** What a person hears of each control that can be used now, and which of them has the focus; runs in the pane. */
function controls(): readonly { readonly name: string; readonly focused: boolean }[] {
  const usable = 'button, input, select, textarea, a[href], [tabindex]';
  return [...document.querySelectorAll<HTMLInputElement>(usable)].flatMap((own) => {
    const focused = own === document.activeElement;
    if (own.matches(':disabled, [aria-disabled=true]') || (!focused && own.getClientRects().length === 0)) return [];
    const label = own.labels?.[0]?.textContent ?? '';
    const name = own.getAttribute('aria-label') ?? (label === '' ? (own.textContent ?? '') : label);
    return [{ name: name.trim(), focused }];
  });
}

/** What has the focus in the pane is called so; blank where no control has it. */
const focused = async (pane: Frame): Promise<string> =>
  (await pane.evaluate(controls)).find((own) => own.focused)?.name ?? '';

/** A frame later the focus is where a key or a new panel brought it, by the browser or by a script. */
const settled = (pane: Frame): Promise<void> =>
  pane.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** The focus is on it and it can be used: what waits for a deed still under way takes no key. */
export const takeFocus = (target: Locator): Promise<void> =>
  eventually(async () => {
    await target.focus();
    expect(await target.isEnabled()).toBe(true);
    expect(await target.evaluate((own) => own === document.activeElement)).toBe(true);
  });

/** Presses a control as the keyboard does, once it can be used. */
export async function pressOn(target: Locator, key = 'Enter'): Promise<void> {
  await takeFocus(target);
  await target.press(key);
}

export async function pressAndSee(page: Page, pane: Frame, key: string): Promise<void> {
  await page.keyboard.press(key);
  await settled(pane);
}

async function pressTo(page: Page, pane: Frame, key: string, name: RegExp): Promise<void> {
  const passed: string[] = [];
  // What cannot be used yet, a deed still being under way, would be passed by.
  await eventually(async () => {
    const names = (await pane.evaluate(controls)).map((own) => own.name);
    expect(names).toContainEqual(expect.stringMatching(name));
  });
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
