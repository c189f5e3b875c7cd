import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Frame, Page } from 'playwright-core';
import { findLibreOffice } from '../domain/libreOffice';
import { SAMPLES, type Sample } from '../hostDesk';
import { describeInBrowser, openWatched, ROOT, type Watched } from './browser';
import { eventually } from './eventually';
import { closeQuiet, inBrowser, openFile } from './freshPane';
import { fillWithLibreOffice } from './fillWithLibreOffice';
import { pressAndSee } from './keys';
import { expectNarrow, menu, panel, paneOf, room, violations } from './paneFrame';

const soffice = findLibreOffice();

/** As in a browser, and with LibreOffice to fill in the files. */
function describeWithLibreOffice(name: string, body: () => void): void {
  if (soffice !== null) return describeInBrowser(name, body);
  console.warn(`未运行：${name}（没有 LibreOffice）`);
  describe(name, () => test('未运行：没有 LibreOffice', () => expect(findLibreOffice()).toBeNull()));
}

describeWithLibreOffice('收表：下发、由 LibreOffice 填写、收回、并入、撤销', () => {
  let watched: Watched;
  let page: Page;
  let pane: Frame;
  let folder: string;

  const shared = inBrowser();
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'collect-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await closeQuiet(watched);
  });

  async function open(sample: Sample): Promise<void> {
    watched = await openWatched(shared.browser, shared.site.address, { reducedMotion: 'reduce' });
    ({ page } = watched);
    pane = await paneOf(page);
    if (sample === 'city') return;
    await openFile(page, join(ROOT, 'assets/samples', SAMPLES[sample]));
    pane = await paneOf(page);
  }

  const button = (name: string | RegExp) => pane.getByRole('button', { name, exact: typeof name === 'string' });
  const see = (text: string | RegExp): Promise<void> => pane.getByText(text).first().waitFor();
  const take = (...files: readonly string[]): Promise<void> =>
    pane.locator('input[type=file]').setInputFiles([...files]);

  /** Nothing scrolls sideways at 320 pixels, axe finds nothing. */
  async function look(name: string): Promise<void> {
    await page.locator('.pane iframe').evaluate((frame: HTMLElement) => {
      frame.style.width = '320px';
    });
    await pane.waitForFunction(() => document.documentElement.clientWidth === 320);
    await expectNarrow(pane, name);
    expect({ name, found: await violations(pane) }).toEqual({ name, found: [] });
  }

  /** Goes on (or back) with the Tab key until the control of this name has the focus. */
  async function tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const wanted = button(name).first();
    // What cannot be used yet, a deed still being under way, would be passed by.
    await eventually(async () => expect(await wanted.isEnabled()).toBe(true));
    for (let turn = 0; turn < 200; turn += 1) {
      if (await wanted.evaluate((own) => own === document.activeElement)) return;
      await pressAndSee(page, pane, key);
    }
    throw new Error(`${key} never came to ${String(name)}`);
  }

  /** The file as Excel 97-2003 has it, its ending changed to .xlsx. */
  function oldFormat(file: string): string {
    const copy = join(folder, '旧格式.xlsx');
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync(soffice!, [profile, '--headless', '--convert-to', 'xls', '--outdir', join(folder, 'old'), file], {
      stdio: 'ignore',
    });
    renameSync(join(folder, 'old', basename(file).replace(/xlsx$/, 'xls')), copy);
    return copy;
  }

  const month = (): Promise<string> => pane.getByRole('combobox', { name: '月份' }).inputValue();

  /** Downloads the files of the first units, as saved on the clerk's computer. */
  async function downloaded(count: number): Promise<readonly { readonly unit: string; readonly file: string }[]> {
    const files = [];
    for (let index = 0; index < count; index += 1) {
      const own = pane.getByRole('button', { name: /^下载.+的填报表$/ }).nth(index);
      const unit = /^下载(.+)的填报表$/.exec((await own.getAttribute('aria-label')) ?? '')![1]!;
      const [download] = await Promise.all([page.waitForEvent('download'), own.click()]);
      expect(download.suggestedFilename()).toBe(`${unit}-${await month()}-进展填报表.xlsx`);
      const file = join(folder, download.suggestedFilename());
      await download.saveAs(file);
      files.push({ unit, file });
      await pane.getByText('正在生成').waitFor({ state: 'detached' });
    }
    return files;
  }

  test('市级台账：压缩包，三个单位填报并入，坏的文件各说一句，一次撤销', async () => {
    await open('city');
    await look('总览');
    await button('收表').first().click();
    await pane.getByRole('heading', { name: '收表' }).waitFor();
    await see('全选');
    await look('下发');
    const [zip] = await Promise.all([page.waitForEvent('download'), button(/^下载 \d+ 份（一个压缩包）$/).click()]);
    const names = Object.keys(unzipSync(new Uint8Array(readFileSync(await zip.path()))));
    expect(names.length).toBeGreaterThan(10);
    expect(names.every((name) => /-\d{4}-\d{2}-进展填报表\.xlsx$/.test(name))).toBe(true);
    await see(new RegExp(`已生成 ${names.length} 份填报表`));

    const files = await downloaded(3);
    fillWithLibreOffice(
      soffice!,
      files.map(({ unit, file }, index) => ({
        file,
        rows: [{ row: 1, cells: { 进展: `${unit}本月完成阶段任务`, ...(index === 0 ? { 完成情况: '已完成' } : {}) } }],
      })),
    );
    const good = new Uint8Array(readFileSync(files[0]!.file));
    const put = (name: string, bytes: Uint8Array): string => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      return file;
    };
    const hostile = [
      put('截断.xlsx', good.slice(0, good.length >> 1)),
      put('带宏.xlsm', zipSync({ ...unzipSync(good), 'xl/vbaProject.bin': strToU8('x') })),
      oldFormat(files[1]!.file),
      put('文本.xlsx', strToU8('单位,进展\n市公安局,已完成\n')),
      join(ROOT, 'assets/samples', SAMPLES.bureau),
    ];

    await pane.getByRole('tab', { name: '收回' }).click();
    await see('还没有收回的文件');
    await take(...files.map(({ file }) => file));
    await see('可并入 2 条');
    await take(...hostile, put('再报.xlsx', zipSync(unzipSync(good))));
    await see(/报了不止一份/);
    for (const said of [/不完整/, /带有宏/, /97-2003/, /文本（CSV/, /不是发出的填报表/]) await see(said);
    await look('收回');
    await eventually(async () => expect(await button(/^并入/).textContent()).toBe('并入 2 份，2 条'));
    await button('移去再报.xlsx').click();
    await see('可并入 2 条');

    await button('并入 3 份，4 条').click();
    await pane.getByRole('heading', { name: '将要写入' }).waitFor();
    await see(`${files[0]!.unit}本月完成阶段任务`);
    await see('还有 5 份没有并入');
    await look('将要写入');
    await button('并入 3 份，4 条').click();
    await see(/^已写入：收表：.+并入 3 份$/);
    await see('已并入');
    await eventually(async () => expect(await pane.getByText('已并入', { exact: true }).count()).toBe(3));
    await button(/^撤销“收表/).click();
    await see(/^已撤销/);
    await menu(pane, '收表');
    await see('可并入 2 条');
  });

  test.each(['district', 'bureau'] as const)('%s：一个单位填报，只用键盘并入，撤销', async (sample) => {
    await open(sample);
    await button('收表').first().click();
    await see('全选');
    const [first] = await downloaded(1);
    fillWithLibreOffice(soffice!, [{ file: first!.file, rows: [{ row: 1, cells: { 进展: '本月完成阶段任务' } }] }]);
    await pane.getByRole('tab', { name: '下发' }).focus();
    await pressAndSee(page, pane, 'ArrowRight');
    await page.keyboard.press('Enter');
    await see('还没有收回的文件');
    await take(first!.file);
    await see('可并入 1 条');
    await tabTo('并入 1 份，1 条');
    await page.keyboard.press('Enter');
    await panel(pane, '将要写入');
    await tabTo('并入 1 份，1 条');
    await page.keyboard.press('Enter');
    await see(/^已写入：收表：.+并入 1 份$/);
    await tabTo(/^撤销“收表/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await see(/^已撤销/);
  });

  test('数字都是门：从单位的逾期数到催办里那几件，再回到全部；年终结转和并表打得开', async () => {
    await open('city');
    const door = pane
      .getByRole('list', { name: '按单位' })
      .getByRole('button', { name: /逾期 \d+$/ })
      .first();
    const [, unit, count] = /^(.+) 逾期 (\d+)$/.exec((await door.getAttribute('aria-label')) ?? '')!;
    await door.click();
    await see(`单位：${unit}`);
    await eventually(async () => {
      expect(await pane.getByRole('listitem').first().getAttribute('aria-setsize')).toBe(count);
    });
    await look('筛选');
    await button('显示全部').click();
    await pane.getByText(`单位：${unit}`).first().waitFor({ state: 'detached' });
    await room(pane, '总览');
    await button('年终结转').click();
    await see(/结转到新工作表/);
    await look('年终结转');
    await panel(pane, '年终结转');
    await page.keyboard.press('Escape');
    await button('并表').click();
    await take(join(ROOT, 'assets/samples', SAMPLES.city));
    await see(/一样/);
    await look('并表');
  });
});
