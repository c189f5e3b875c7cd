import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { openXlsx, type WorkbookModel } from '../../src/host/xlsx';
import { describeInBrowser, launchBrowser, openWatched, ROOT, serveSite, type Site, type Watched } from './browser';
import { eventually } from './eventually';
import { openFile } from './freshPane';
import { expectChosen, goTo, nameBox, typeInto } from './grid';

const SAMPLE = '河阳市政府督查台账（2026年）.xlsx';
const OTHER = '河阳市交通运输局督查督办台账.xlsx';
const sample = (name: string): string => join(ROOT, 'assets/samples', name);

/** office.js as the pane has it, in a window of the fixture's frame. */
interface PaneWindow {
  run(work: (context: Excel.RequestContext) => Promise<void>): Promise<void>;
}

/** The fixture says what it found once the library is ready. */
async function ready(frame: Frame): Promise<Frame> {
  await frame.waitForFunction(() => (document.getElementById('ready')?.textContent ?? '') !== '');
  return frame;
}
const paneOf = async (page: Page): Promise<Frame> =>
  ready((await (await page.waitForSelector('.pane iframe')).contentFrame())!);
const eventsOf = (pane: Frame): Promise<string[]> => pane.locator('#events li').allTextContents();
const title = (page: Page): Promise<string | null> => page.locator('.file-name').textContent();
const savedState = (page: Page): Promise<string | null> => page.locator('.saved-state').textContent();

/** The file the page shows, and whether it says so that it is saved. */
const shows = (page: Page, name: string, state: string): Promise<void> =>
  eventually(async () => expect([await title(page), await savedState(page)]).toEqual([name, state]));

async function saved(
  page: Page,
): Promise<{ readonly name: string; readonly path: string; readonly workbook: WorkbookModel }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存' }).click(),
  ]);
  const path = join(mkdtempSync(join(tmpdir(), 'saved-')), download.suggestedFilename());
  await download.saveAs(path);
  const opened = openXlsx(readFileSync(path));
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return { name: download.suggestedFilename(), path, workbook: opened.workbook };
}

describeInBrowser('网页：表格、窗格和文件', () => {
  let browser: Browser;
  let site: Site;
  let watched: Watched;

  beforeAll(async () => {
    const pane = join(__dirname, 'fixturePane');
    site = await serveSite({
      '/taskpane.html': join(pane, 'taskpane.html'),
      '/fixturePane.js': join(pane, 'fixturePane.js'),
    });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  beforeEach(async () => {
    watched = await openWatched(browser, site.address);
  });
  afterEach(async () => {
    expect(
      watched.requests.filter((address) => !/^(blob|data):/.test(address) && !address.startsWith(site.address)),
    ).toEqual([]);
    expect(watched.violations).toEqual([]);
    expect(watched.errors).toEqual([]);
    await watched.page.close({ runBeforeUnload: false });
  });

  test('打开就是样例台账；窗格里的 office.js 认作 Windows 版 Excel，读得到它', async () => {
    const pane = await paneOf(watched.page);
    await shows(watched.page, SAMPLE, '已保存');
    expect(await pane.locator('#ready').textContent()).toBe(
      `Excel PC 1.14=true | ${SAMPLE} | 督查台账 | 督查台账!A1:Y205`,
    );
  });

  test('在表格里改的、选的，窗格得到事件；保存下来的文件里有', async () => {
    const { page } = watched;
    const pane = await paneOf(page);
    await typeInto(page, 'C7', '改过的类别');
    await page.waitForFunction(() => document.querySelector('.saved-state')?.textContent === '未保存');
    await goTo(page, 'B9');
    await pane.waitForFunction(() => document.body.textContent?.includes('!B9'));
    await eventually(async () => {
      expect(await eventsOf(pane)).toEqual(expect.arrayContaining(['changed C7 Unknown', 'selected 督查台账!B9']));
    });
    const file = await saved(page);
    expect(file.name).toBe(SAMPLE);
    expect(file.workbook.sheets[0]!.value(6, 2)).toBe('改过的类别');
    await shows(page, SAMPLE, '已保存');
  });

  test('打进去的日期是日期，公式是公式，撤销就回到原样', async () => {
    const { page } = watched;
    await paneOf(page);
    await typeInto(page, 'AA30', '2026-3-5');
    await typeInto(page, 'AA31', '=1+2');
    await typeInto(page, 'AA32', '不要的');
    await page.keyboard.press('Control+z');
    const sheet = (await saved(page)).workbook.sheets[0]!;
    expect(sheet.value(29, 26)).toBe(46_086);
    expect(sheet.formula(30, 26)).toBe('1+2');
    expect(sheet.value(31, 26)).toBeNull();
  });

  test('窗格写入的值、底色、条件格式、新表，保存再打开都在', async () => {
    const { page } = watched;
    const pane = await paneOf(page);
    await pane.evaluate(() =>
      (window as unknown as PaneWindow).run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('督查台账');
        sheet.getRange('B9:C9').values = [['窗格写入', '甲']];
        sheet.getRange('B9').format.fill.color = '#FFFF00';
        const mark = sheet.getRange('A4:F30').conditionalFormats.add('Custom');
        mark.custom.rule.formula = '=AND(N("督查:逾期")=0,$A4>5)';
        mark.custom.format.fill.color = '#FDE7E9';
        const bulletin = context.workbook.worksheets.add('2026年10月通报');
        bulletin.getRange('A1:B1').values = [['单位', '得分']];
        bulletin.activate();
        await context.sync();
      }),
    );
    await shows(page, SAMPLE, '未保存');
    await page.getByText('2026年10月通报').first().waitFor();
    const first = await saved(page);
    const pane2 = await ready(await openFile(page, first.path));
    expect(await pane2.locator('#ready').textContent()).toContain('| 2026年10月通报 |');
    const [ledger, bulletin] = [first.workbook.sheets[0]!, first.workbook.sheets.at(-1)!];
    expect(ledger.value(8, 1)).toBe('窗格写入');
    expect(first.workbook.style(ledger.styleIndex(8, 1)).fill).toBe('#FFFF00');
    expect(ledger.conditionalRules().map(({ formulas }) => formulas[0])).toContain('AND(N("督查:逾期")=0,$A4>5)');
    expect([bulletin.name, bulletin.value(0, 1)]).toEqual(['2026年10月通报', '得分']);
  });

  test('窗格选中的行，表格跟着选中', async () => {
    const { page } = watched;
    const pane = await paneOf(page);
    await pane.evaluate(() =>
      (window as unknown as PaneWindow).run(async (context) => {
        context.workbook.worksheets.getItem('督查台账').getRange('A150:F150').select();
        await context.sync();
      }),
    );
    await expectChosen(page, /^A150:F150$/);

    // What is typed after a press on a cell goes into it.
    const canvas = page.locator('.grid canvas[id^=univer-sheet-main]').first();
    await canvas.click({ position: { x: 260, y: 300 } });
    await expectChosen(page, /^[A-Z]+\d+$/);
    const [, letters, row] = /^([A-Z])(\d+)$/.exec(await nameBox(page).inputValue())!;
    await page.keyboard.type('点了就打');
    await page.keyboard.press('Enter');
    await shows(page, SAMPLE, '未保存');
    const sheet = (await saved(page)).workbook.sheets[0]!;
    expect(sheet.value(Number(row) - 1, letters!.charCodeAt(0) - 65)).toBe('点了就打');
  });

  test('窗格头一次选中表格里的格，焦点仍在窗格里', async () => {
    const { page } = watched;
    const pane = await paneOf(page);
    // Where the page is fast the grid is too early to be seen.
    const device = await page.context().newCDPSession(page);
    await device.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await pane.evaluate(() => {
      const own = document.body.appendChild(document.createElement('button'));
      own.textContent = '选';
      own.focus();
      own.addEventListener('click', () => {
        void (window as unknown as PaneWindow).run(async (context) => {
          context.workbook.worksheets.getItem('督查台账').getRange('A150:F150').select();
          await context.sync();
        });
      });
    });
    await page.keyboard.press('Enter');
    await expectChosen(page, /^A150:F150$/);
    // The grid would take it a moment later.
    for (let frame = 0; frame < 30; frame += 1) {
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      expect(await pane.evaluate(() => [document.hasFocus(), document.activeElement?.textContent])).toEqual([
        true,
        '选',
      ]);
    }
  });

  test('有修改时打开别的文件要先问；不保存就打开也行', async () => {
    const { page } = watched;
    await paneOf(page);
    await typeInto(page, 'C7', '没有保存的');
    await page.waitForFunction(() => document.querySelector('.saved-state')?.textContent === '未保存');
    await page.setInputFiles('input[type=file]', sample(OTHER));
    const dialog = page.getByRole('dialog');
    expect(await dialog.textContent()).toContain(`打开 ${OTHER} 之前要保存吗`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await shows(page, SAMPLE, '未保存');
    await page.setInputFiles('input[type=file]', sample(OTHER));
    await dialog.getByRole('button', { name: '不保存，打开' }).click();
    await shows(page, OTHER, '已保存');
    await eventually(async () => {
      expect(await (await paneOf(page)).locator('#ready').textContent()).toContain(OTHER);
    });
  });

  test('正在保存时拖进来另一个文件：先存完，再打开，不用再问', async () => {
    const { page } = watched;
    await paneOf(page);
    await typeInto(page, 'C7', '保存着的');
    await page.waitForFunction(() => document.querySelector('.saved-state')?.textContent === '未保存');
    const downloaded = page.waitForEvent('download');
    await page.evaluate(async (name) => {
      const bytes = await (await fetch(`samples/${encodeURIComponent(name)}`)).arrayBuffer();
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      document.querySelector<HTMLButtonElement>('.title-bar button.primary')!.click();
      document.querySelector('.grid')!.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer }));
    }, OTHER);
    expect((await downloaded).suggestedFilename()).toBe(SAMPLE);
    await shows(page, OTHER, '已保存');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('把文件拖进来就打开；一次拖两个不行', async () => {
    const { page } = watched;
    await paneOf(page);
    const drop = (count: number): Promise<void> =>
      page.evaluate(
        async ({ name, copies }) => {
          const bytes = await (await fetch(`samples/${encodeURIComponent(name)}`)).arrayBuffer();
          const dataTransfer = new DataTransfer();
          for (let copy = 0; copy < copies; copy += 1) dataTransfer.items.add(new File([bytes], name));
          document.querySelector('.grid')!.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer }));
        },
        { name: OTHER, copies: count },
      );
    await drop(2);
    await page.getByText('一次只能打开一个文件').waitFor();
    await shows(page, SAMPLE, '已保存');
    await drop(1);
    await shows(page, OTHER, '已保存');
  });

  test('打不开的文件说清楚，原来的台账还在', async () => {
    const { page } = watched;
    await paneOf(page);
    const folder = mkdtempSync(join(tmpdir(), 'bad-'));
    for (const [name, bytes, said] of [
      ['台账.xls', 'x', '不是 .xlsx 文件'],
      ['空.xlsx', '', ''],
      ['文本.xlsx', '这不是工作簿，只是改了扩展名的文本。', ''],
    ] as const) {
      writeFileSync(join(folder, name), bytes);
      await page.setInputFiles('input[type=file]', join(folder, name));
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.textContent()).toMatch(said === '' ? /[\u4e00-\u9fff]{4}/ : said);
      await alert.getByRole('button').click();
      await alert.waitFor({ state: 'detached' });
    }
    await shows(page, SAMPLE, '已保存');
  });

  test('打开到一半可以停：按 Esc 或“停止打开”，原来的台账还在；晚到的内容不再换上', async () => {
    const { page } = watched;
    await paneOf(page);
    await page.evaluate(() => {
      const read = File.prototype.arrayBuffer;
      const late = new Promise<void>((resolve) => Object.assign(window, { letGo: resolve }));
      File.prototype.arrayBuffer = function (this: File) {
        return late.then(() => read.call(this));
      };
    });
    const stop = page.getByRole('button', { name: '停止打开' });
    await page.setInputFiles('input[type=file]', sample(OTHER));
    await stop.focus();
    await page.keyboard.press('Enter');
    await stop.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('打开');
    await page.setInputFiles('input[type=file]', sample(OTHER));
    await stop.waitFor();
    await page.keyboard.press('Escape');
    await stop.waitFor({ state: 'detached' });
    await page.evaluate(async () => {
      (window as unknown as { letGo(): void }).letGo();
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    await shows(page, SAMPLE, '已保存');
    await page.setInputFiles('input[type=file]', sample(OTHER));
    await shows(page, OTHER, '已保存');
  });

  test('本页做不了的（加粗）说一声，不改动', async () => {
    const { page } = watched;
    await paneOf(page);
    await goTo(page, 'C7');
    await page.keyboard.press('Control+b');
    await page.getByText('这一步在本页做不了').waitFor();
    await shows(page, SAMPLE, '已保存');
  });

  test('页面没有无障碍缺陷', async () => {
    const context = await browser.newContext({ bypassCSP: true, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(site.address);
    await paneOf(page);
    await page.addScriptTag({ path: join(ROOT, 'node_modules/axe-core/axe.min.js') });
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(root: Document, options: object): Promise<{ violations: { id: string }[] }> };
      };
      return (await axe.run(document, { iframes: false })).violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);
    await context.close();
  });

  test('只用键盘：F6 在标题栏、按钮、表格、分隔线、窗格之间走，Shift+F6 倒着走', async () => {
    const { page } = watched;
    // F6 is heard in the pane once its page has loaded.
    await (await paneOf(page)).waitForFunction(() => document.readyState === 'complete');
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const place = document.activeElement?.closest('.title-bar, .command-row, .grid-place, .splitter, .pane');
        return place?.classList[0] ?? '';
      });
    await page.getByRole('button', { name: '打开' }).focus();
    for (const place of ['command-row', 'grid-place', 'splitter', 'pane', 'title-bar']) {
      await page.keyboard.press('F6');
      await eventually(async () => expect(await focused()).toBe(place));
    }
    await page.keyboard.press('Shift+F6');
    await eventually(async () => expect(await focused()).toBe('pane'));
    // While a file is opened the buttons of the add-in cannot be used: F6 passes them over.
    await page.locator('.command-row button').evaluateAll((all) => {
      for (const button of all) (button as HTMLButtonElement).disabled = true;
    });
    await page.keyboard.press('F6');
    await eventually(async () => expect(await focused()).toBe('title-bar'));
    await page.keyboard.press('F6');
    await eventually(async () => expect(await focused()).toBe('grid-place'));
  });

  test('窗格宽度用键盘调，最窄 320', async () => {
    const { page } = watched;
    const splitter = page.getByRole('separator', { name: '调整窗格宽度' });
    const width = (): Promise<number> => page.locator('.pane').evaluate((pane) => pane.clientWidth);
    const becomes = (wide: number) =>
      page.waitForFunction((wanted) => document.querySelector('.pane')?.clientWidth === wanted, wide);
    await paneOf(page);
    const before = await width();
    await splitter.press('ArrowLeft');
    await becomes(before + 16);
    await splitter.press('End');
    await becomes(320);
    await splitter.press('ArrowRight');
    await splitter.press('ArrowLeft');
    await becomes(336);
  });
});
