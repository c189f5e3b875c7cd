import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

/** Where the grid says which cell is chosen, and where a clerk types the one to go to. */
export const nameBox = (page: Page): Locator =>
  page.locator('[data-u-comp=defined-name] input, .univer-formula-box input').first();

/** The grid says that this is chosen. */
export const expectChosen = (page: Page, address: string | RegExp): Promise<void> =>
  eventually(async () => expect(await nameBox(page).inputValue()).toMatch(address));

/** Goes to a cell by the name box, as a clerk does; what is typed next goes into the cell. */
export async function goTo(page: Page, address: string): Promise<void> {
  const box = nameBox(page);
  await box.click();
  await box.fill(address);
  await box.press('Enter');
  await page.waitForFunction(() => (document.activeElement as HTMLElement | null)?.isContentEditable === true);
}

/** Types into a cell; the one below is chosen afterwards. */
export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  const below = address.replace(/\d+$/, (row) => String(Number(row) + 1));
  await expectChosen(page, new RegExp(`^${below}$`));
}
