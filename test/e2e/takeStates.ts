import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { HEADER_ROW } from '../../src/documents/fillIn';
import { openXlsx } from '../../src/host/xlsx';
import { bootstrapPages, lookOf } from './bootstrapStates';
import { launchBrowser, serveSite } from './browser';
import { makeStateBooks, type StateBook } from './stateBooks';
import { montage, picture, THEMES, WIDTHS, type Theme } from './stateMontage';

const PARTS = ['sample', 'letters', 'books'] as const;
type Part = (typeof PARTS)[number];
/** What is cut off or scrolls sideways, by its words. */
const CLIPPED = `[...document.querySelectorAll('body *')].filter((e) => {
  const { overflowX, textOverflow } = getComputedStyle(e);
  const cut = e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && overflowX !== 'visible' && textOverflow !== 'ellipsis';
  return cut && e.tagName !== 'INPUT' && e.tagName !== 'SELECT';
}).map((e) => e.tagName + ' ' + (e.textContent ?? '').slice(0, 30)).concat(
  document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : [])`;

/** Walks the pane through its states in one theme and photographs each at every width. */
class Walk {
  readonly taken: string[] = [];
  private pane!: Frame;

  constructor(
    private readonly page: Page,
    private readonly theme: Theme,
    private readonly folder: string,
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

  private wire(mode: 'plain' | 'hold' | 'refuse'): Promise<void> {
    return this.page.evaluate(`window.wire.set('${mode}')`);
  }

  private async takePane(): Promise<void> {
    const frame = await (await this.page.waitForSelector('.pane iframe')).contentFrame();
    this.pane = frame!;
  }

  private async open(file: string): Promise<void> {
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

  private button(name: string | RegExp): Promise<void> {
    return this.pane.getByRole('button', { name }).first().click();
  }

  private async menu(item: string): Promise<void> {
    await this.button('更多');
    await this.pane.getByRole('menuitem', { name: item }).click();
  }

  private room(name: string): Promise<void> {
    return this.pane.getByRole('navigation').getByRole('button', { name }).click();
  }

  private see(text: string | RegExp): Promise<void> {
    return this.pane.getByText(text).first().waitFor({ timeout: 60_000 });
  }

  private async type(address: string, text: string): Promise<void> {
    const box = this.page.locator('[data-u-comp=defined-name] input, .univer-formula-box input').first();
    await box.click();
    await box.fill(address);
    await box.press('Enter');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** The row in the sheet of the first matter in the list. */
  private async firstRow(): Promise<string> {
    await this.pane.getByRole('listitem').first().getByRole('button').first().click();
    await this.pane.locator('[role=listitem] [aria-current=true]').waitFor();
    await this.page.waitForTimeout(500);
    const box = this.page.locator('[data-u-comp=defined-name] input, .univer-formula-box input').first();
    return (await box.inputValue()).replace(/\D/g, '');
  }

  async sample(): Promise<void> {
    await this.takePane();
    await this.pane.getByRole('navigation').waitFor({ timeout: 90_000 });
    await this.since('2026-10-25');
    const rooms = await this.pane.getByRole('navigation').getByRole('button').allTextContents();
    for (const name of rooms) {
      await this.room(name);
      await this.pane.getByRole('main').locator('button').first().waitFor();
      await this.shoot(name);
    }
    await this.scores();
    await this.bulletin();
    await this.room('催办');
    const row = await this.firstRow();
    await this.button('标出逾期和临期');
    await this.shoot('preview');
    await this.type(`M${row}`, '2099-12-31');
    await this.button(/^标出 \d+ 行$/);
    await this.see(/没有写入/);
    await this.shoot('refused');
    await this.page.waitForTimeout(1500);
    await this.button('标出逾期和临期');
    await this.button(/^标出 \d+ 行$/);
    await this.see(/^已写入/);
    await this.shoot('written');
    await this.page.evaluate('window.wire.remote = true');
    await this.type(`M${row}`, '2026-10-9');
    await this.see(/他人改动了/);
    await this.page.evaluate('window.wire.remote = false');
    await this.shoot('another');
    await this.button('去掉标记');
    await this.wire('hold');
    await this.button(/^去掉 \d+ 张表的标记/);
    await this.page.waitForTimeout(1300);
    await this.shoot('writing');
    await this.wire('plain');
    await this.see(/^已写入/);
    await this.wire('refuse');
    await this.menu('重新读取');
    await this.see(/断开/);
    await this.shoot('read failed');
    await this.wire('plain');
    await this.collecting();
    for (const panel of ['撤销', '设置', '帮助']) {
      await this.menu(panel);
      await this.pane.getByRole('heading', { name: panel, exact: true }).waitFor();
      await this.shoot(panel);
      if (panel !== '撤销') continue;
      for (const [deed, state] of [
        ['清空操作记录', 'clear journal'],
        ['清成对外版', 'clear for outside'],
      ] as const) {
        await this.button(deed);
        await this.shoot(state);
        await this.button('取消');
      }
    }
  }

  /** Opened again some days after the workbook was last looked over on this computer. */
  private async since(day: string): Promise<void> {
    await this.pane.evaluate((last) => {
      for (const key of Object.keys(localStorage)) if (key.includes('.seen.')) localStorage.setItem(key, `${last} `);
    }, day);
    await this.page.reload();
    await this.takePane();
    await this.see(day);
    await this.shoot('since');
  }

  /** The file as a unit might send it back: filled in, a protected cell changed, words beside the table. */
  private returned(file: string): string {
    const opened = openXlsx(new Uint8Array(readFileSync(file)));
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    const sheet = opened.workbook.sheets[0]!;
    sheet.setValue(HEADER_ROW + 1, 8, '本月完成阶段任务');
    sheet.setValue(HEADER_ROW + 1, 5, '2099-12-31');
    sheet.setValue(HEADER_ROW + 1, 14, '另请协调资金');
    const copy = join(this.folder, '报来.xlsx');
    writeFileSync(copy, opened.workbook.save());
    return copy;
  }

  /** 收表 out and in, 并表, 年终结转, and a list narrowed to what a number counts. */
  private async collecting(): Promise<void> {
    await this.room('总览');
    await this.button('收表');
    await this.see('全选');
    await this.shoot('collect send');
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.button(/^下载.+的填报表$/)]);
    const file = await download.path();
    await this.pane.getByRole('tab', { name: '收回' }).click();
    await this.see('还没有收回的文件');
    await this.shoot('collect take');
    await this.pane.locator('input[type=file]').setInputFiles([file, join(__dirname, 'takeStates.ts')]);
    await this.see('没有填写');
    await this.shoot('collect checked');
    await this.button(/^移去/);
    await this.pane.locator('input[type=file]').setInputFiles(this.returned(file));
    const accept = this.pane.getByRole('checkbox', { name: /看过了，照收/ });
    await accept.scrollIntoViewIfNeeded();
    await this.shoot('collect asks');
    await this.button('返回');
    await this.button('并表');
    await this.shoot('merge');
    await this.button('返回');
    await this.button('年终结转');
    await this.see(/结转到新工作表/);
    await this.shoot('carry over');
    await this.button('返回');
    await this.pane.getByRole('list', { name: '按单位' }).getByRole('button').first().click();
    await this.see('单位：');
    await this.shoot('narrowed');
  }

  /** 计分 to the clause, and 名单 of a document without points; what is followed stands as before. */
  private async scores(): Promise<void> {
    await this.room('计分');
    await this.pane.getByRole('list', { name: '各单位得分' }).getByRole('button').nth(2).click();
    await this.see(/分＝基础分100/);
    await this.shoot('score lines');
    for (const [tab, name] of [
      ['登记', 'score events'],
      ['分析', 'score analysis'],
      ['计分表', 'score sheets'],
    ] as const) {
      await this.tab(tab);
      await this.shoot(name);
    }
    await this.tab('得分');
    await this.follow(/凉府办发/);
    await this.room('名单');
    await this.pane.getByRole('list', { name: '名单和频次' }).waitFor();
    await this.shoot('lists');
    await this.pane.getByRole('list', { name: '名单和频次' }).locator('[data-main]').first().focus();
    await this.page.keyboard.press('End');
    await this.shoot('cadences');
    await this.follow(/邓政办/);
    await this.pane.getByRole('navigation').getByRole('button', { name: '计分' }).waitFor();
  }

  private async follow(document: RegExp): Promise<void> {
    await this.menu('设置');
    await this.pane.getByRole('radio', { name: document }).click();
    await this.button('按此核对');
  }

  /** 通报 with its parts, and 月度督查; leaves no sheet behind that a later state would show. */
  private async bulletin(): Promise<void> {
    await this.room('通报');
    await this.button('改开头');
    await this.shoot('bulletin words');
    await this.button('取消');
    await this.button(/^表扬 \d/);
    await this.pane
      .getByRole('list', { name: /可以批评/ })
      .getByRole('checkbox')
      .first()
      .click();
    await this.shoot('bulletin naming');
    await this.button('用这份名单');
    await this.button(/^版式/);
    await this.pane.getByRole('radio', { name: /文件式/ }).click();
    await this.shoot('bulletin head');
    await this.button('取消');
    await this.button(/各单位督查事项办理情况表（/);
    await this.shoot('bulletin tables');
    await this.button('写入通报');
    await this.shoot('bulletin preview');
    await this.button(/^写入督查通报/);
    await this.see('本期通报已经写入，与现在一致。');
    await this.shoot('bulletin written');
    await this.button('改下步要求');
    await this.pane.getByRole('textbox', { name: '下步要求' }).fill('（一）各单位逐项说明原因。');
    await this.button('用这段话');
    await this.shoot('bulletin differs');
    await this.button('看差别');
    await this.shoot('bulletin differences');
    await this.button('返回');
    await this.tab('专报');
    await this.shoot('reports');
    await this.tab('整改');
    await this.shoot('rectifications');
    await this.button(/^登记收到/);
    await this.shoot('rectification received');
    await this.button('取消');
    await this.room('总览');
    await this.button('看各步骤');
    await this.button('跳过收表');
    await this.shoot('month');
    await this.button('取消');
    await this.button('去做台账核对');
    await this.pane.getByRole('region', { name: '月度督查', exact: true }).waitFor();
    await this.shoot('month bar');
    await this.button('先放下');
    await this.menu('撤销');
    await this.button(/^撤销“督查通报/);
    await this.see(/^已撤销/);
  }

  private tab(name: string): Promise<void> {
    return this.pane.getByRole('tab', { name, exact: true }).click();
  }

  /** 文书: a letter's text, letters cited and looked up afterwards, writing, the register and a turn, the office. */
  async letters(): Promise<void> {
    await this.takePane();
    await this.pane.getByRole('navigation').waitFor({ timeout: 90_000 });
    await this.room('文书');
    await this.see(/^生成 \d+ 份$/);
    await this.shoot('letters due');
    await this.button(/^看全文/);
    await this.pane.getByRole('article', { name: '文书全文' }).waitFor();
    await this.shoot('letter text');
    await this.button('返回');
    await this.pane.getByRole('combobox', { name: '怎样交出' }).selectOption('recordOnly');
    await this.button(/^生成 \d+ 份$/);
    await this.see('补记上一文书');
    await this.shoot('earlier');
    const numbers = this.pane.getByRole('textbox', { name: '交办单编号' });
    for (const index of [0, 1]) await numbers.nth(index).fill('907');
    const dates = this.pane.getByLabel('交办单日期');
    for (const index of [0, 1]) await dates.nth(index).fill('2026-08-28');
    await this.see(/按同一份登记/);
    await this.shoot('earlier same');
    await dates.nth(0).fill('2027-01-01');
    await this.button('下一步');
    await this.see(/日期不能晚于本次发文日期/);
    await this.shoot('earlier wrong');
    await dates.nth(0).fill('2026-08-28');
    await this.button('下一步');
    await this.see(/登记为已发，备注“补记”/);
    await this.shoot('letters preview');
    await this.button(/^生成 \d+ 份文书$/);
    await this.see(/^已写入/);
    await this.pane.getByRole('tab', { name: '登记在案' }).click();
    await this.pane.getByRole('list', { name: '登记在案的文书' }).getByRole('checkbox').last().click();
    await this.shoot('letters on record');
    await this.pane.getByRole('button', { name: '作废', exact: true }).click();
    await this.see(/作废理由/);
    await this.shoot('letter void');
    await this.button('返回');
    await this.pane.getByRole('tab', { name: '单位与模板' }).click();
    await this.pane.getByRole('textbox', { name: '发文机关' }).waitFor();
    await this.shoot('letters office');
    await this.pane.getByRole('button', { name: /^下载工作催办单模板/ }).scrollIntoViewIfNeeded();
    await this.shoot('letters templates');
  }

  async books(books: Readonly<Record<StateBook, string>>): Promise<void> {
    await this.open(books.noLedger);
    await this.see('没有找到台账');
    await this.shoot('no ledger');
    await this.open(books.asking);
    await this.see('请确认几列');
    await this.shoot('asking');
    await this.open(books.noMatters);
    await this.see('还没有');
    await this.shoot('no matters');
    await this.open(books.nothingToDo);
    await this.see('无逾期事项');
    await this.shoot('nothing to do');
    await this.room('催办');
    await this.shoot('nothing to remind');
    await this.room('文书');
    await this.shoot('no letters');
    await this.open(books.unfinished);
    await this.see('没有写完');
    await this.shoot('unfinished');
    await this.button(/^接着写完/);
    await this.see('已接着写完');
    await this.shoot('finished');
    await this.wire('hold');
    await this.open(books.nothingToDo);
    await this.pane.locator('[aria-busy=true]').first().waitFor({ timeout: 30_000 });
    await this.shoot('loading', 0);
    await this.see('正在');
    await this.shoot('progress');
    await this.button('停止');
    await this.wire('plain');
    await this.see('已停止读取');
    await this.shoot('stopped');
    await this.wire('refuse');
    await this.open(books.asking);
    await this.see('没有读成');
    await this.shoot('failed');
  }
}

/** `npx tsx test/e2e/takeStates.ts [folder] [theme…] [part…]`: every state of the pane as pictures, to be looked at. */
async function takeStates(folder: string, themes: readonly Theme[], parts: readonly Part[]): Promise<void> {
  mkdirSync(join(folder, 'montage'), { recursive: true });
  const books = await makeStateBooks();
  const site = await serveSite();
  const browser = await launchBrowser();
  try {
    for (const theme of themes) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...lookOf(theme) });
      page.on('pageerror', (error) => console.log(`${theme}: ${error.message}`));
      await page.addInitScript({ path: join(__dirname, 'wireFaults.js') });
      await page.goto(site.address);
      const walk = new Walk(page, theme, folder);
      try {
        if (parts.includes('sample')) await walk.sample();
        if (parts.includes('letters')) await walk.letters();
        if (parts.includes('books')) await walk.books(books);
      } catch (error) {
        console.log(`${theme}, after ${walk.taken.at(-1)}: ${String(error)}`);
        process.exitCode = 1;
        await page.screenshot({ path: join(folder, `${theme}-stuck.png`) });
      }
      await page.close();
      await montage(browser, folder, theme, [...walk.taken, ...(await bootstrapPages(browser, site, theme, folder))]);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  console.log(folder);
}

const [folder = mkdtempSync(join(tmpdir(), 'states-')), ...named] = process.argv.slice(2);
const chosen = THEMES.filter((theme) => !THEMES.some((own) => named.includes(own)) || named.includes(theme));
const parts = PARTS.filter((part) => !PARTS.some((own) => named.includes(own)) || named.includes(part));
void takeStates(folder, chosen, parts);
