import type { Frame, Page } from 'playwright-core';
import { picture, WIDTHS, type Theme } from '../stateMontage';

/** What is cut off or scrolls sideways, by its words. */
const CLIPPED = `[...document.querySelectorAll('body *')].filter((e) => {
  const { overflowX, textOverflow } = getComputedStyle(e);
  const cut = e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && overflowX !== 'visible' && textOverflow !== 'ellipsis';
  return cut && e.tagName !== 'INPUT' && e.tagName !== 'SELECT';
}).map((e) => e.tagName + ' ' + (e.textContent ?? '').slice(0, 30)).concat(
  document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : [])`;

/** Walks the pane through its states in one theme and photographs each at every width. */
export class StateWalk {
  readonly taken: string[] = [];
  pane!: Frame;

  constructor(
    readonly page: Page,
    private readonly theme: Theme,
    readonly folder: string,
  ) {}

  async shoot(name: string, settle = 350): Promise<void> {
    this.taken.push(name);
    for (const width of WIDTHS) {
      await this.page.locator('.pane iframe').evaluate((frame: HTMLElement, wide) => {
        const place = frame.closest<HTMLElement>('.pane')!;
        for (const own of [frame, place]) {
          own.style.width = `${wide}px`;
          own.style.minWidth = `${wide}px`;
          own.style.height = '660px';
        }
        place.style.flex = `0 0 ${wide}px`;
      }, width);
      await this.page.waitForTimeout(settle);
      await this.page.locator('.pane iframe').screenshot({ path: picture(this.folder, this.theme, width, name) });
      const clipped = await this.pane.evaluate<string[]>(CLIPPED);
      if (clipped.length > 0) console.log(`${this.theme} ${width} ${name}: ${clipped.slice(0, 4).join(' | ')}`);
    }
  }

  wire(mode: 'plain' | 'hold' | 'refuse'): Promise<void> {
    return this.page.evaluate(`window.wire.set('${mode}')`);
  }

  async takePane(): Promise<void> {
    const frame = await (await this.page.waitForSelector('.pane iframe')).contentFrame();
    this.pane = frame!;
  }

  async open(file: string): Promise<void> {
    await this.page.locator('.pane iframe').evaluate((frame) => frame.setAttribute('data-old', ''));
    await this.page.setInputFiles('input[type=file]', file);
    const unsaved = this.page.getByRole('button', { name: '不保存，打开' });
    await unsaved
      .or(this.page.locator('.pane iframe:not([data-old])'))
      .first()
      .waitFor({ state: 'attached', timeout: 60_000 });
    if (await unsaved.isVisible()) await unsaved.click();
    await this.page.locator('.pane iframe:not([data-old])').waitFor({ state: 'attached', timeout: 60_000 });
    await this.takePane();
  }

  button(name: string | RegExp): Promise<void> {
    return this.pane.getByRole('button', { name }).first().click();
  }

  async menu(item: string): Promise<void> {
    await this.button('更多');
    await this.pane.getByRole('menuitem', { name: item }).click();
  }

  room(name: string): Promise<void> {
    return this.pane.getByRole('navigation').getByRole('button', { name }).click();
  }

  tab(name: string): Promise<void> {
    return this.pane.getByRole('tab', { name, exact: true }).click();
  }

  see(text: string | RegExp): Promise<void> {
    return this.pane.getByText(text).first().waitFor({ timeout: 60_000 });
  }

  async type(address: string, text: string): Promise<void> {
    const box = this.page.locator('[data-u-comp=defined-name] input, .univer-formula-box input').first();
    await box.click();
    await box.fill(address);
    await box.press('Enter');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** The row in the sheet of the first matter in the list. */
  async firstRow(): Promise<string> {
    await this.pane.getByRole('listitem').first().getByRole('button').first().click();
    await this.pane.locator('[role=listitem] [aria-current=true]').waitFor();
    await this.page.waitForTimeout(500);
    const box = this.page.locator('[data-u-comp=defined-name] input, .univer-formula-box input').first();
    return (await box.inputValue()).replace(/\D/g, '');
  }

  async follow(document: RegExp): Promise<void> {
    await this.menu('设置');
    await this.pane.getByRole('radio', { name: document }).click();
    await this.button('按此核对');
  }
}
