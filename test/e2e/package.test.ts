import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { unzipSync } from 'fflate';
import type { Browser, Frame, Page } from 'playwright-core';
import { filesUnder } from '../../src/cli/package/siteFiles';
import { buildIfNeeded } from '../../src/cli/pageBuild';
import { describeInBrowser, launchBrowser, ROOT } from './browser';
import { eventually } from './eventually';
import { makePackageIn, runPackage, VERSION } from './madePackage';
import { paneOf, room } from './paneFrame';
import { missingOpenssl, openInWebExcel, serveHttps, type HttpsSite } from './webExcel';

/** What the test's page of Excel keeps for it. */
interface ExcelPage {
  readonly callFunction: (name: string) => void;
  /** How calls ended: 0 or an error. */
  readonly ended: readonly number[];
  readonly clientActions: readonly string[];
}

/** One opened page and all it asked for. */
interface Recorded {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

async function record(browser: Browser): Promise<Recorded> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  return { page, requests, complaints };
}

const missing = missingOpenssl();
if (missing !== null) {
  console.warn(`未运行：部署包（${missing}）`);
  test(`未运行：${missing}`, () => expect(missingOpenssl()).not.toBeNull());
} else {
  describeInBrowser('部署包：放到 https 网站的子目录下', () => {
    const asked = new Set<string>();
    let out: string;
    let folder: string;
    let site: HttpsSite;
    let browser: Browser;

    beforeAll(async () => {
      if (!(await buildIfNeeded(ROOT))) throw new Error('the page does not build');
      out = mkdtempSync(join(tmpdir(), 'package-'));
      site = await serveHttps('/oa/ducha/');
      folder = makePackageIn(out, site.base);
      site.serve(join(folder, 'site'));
      browser = await launchBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await site.close();
      rmSync(out, { recursive: true });
    });

    const outside = (requests: readonly string[]): readonly string[] =>
      requests.filter((url) => !url.startsWith(site.base) && !url.startsWith(site.excel) && !/^(data|blob):/.test(url));
    const officeFiles = (requests: readonly string[]): void => {
      for (const url of requests) {
        if (url.startsWith(`${site.base}office/`)) asked.add(new URL(url).href.slice(`${site.base}office/`.length));
      }
    };

    test('网页版 Excel 里：窗格连上台账，标出逾期；所有请求都在自己的网站', async () => {
      const { page, requests, complaints } = await record(browser);
      const { workbook } = await openInWebExcel(page, site.excel, `${site.base}taskpane.html`);
      const rules = (): number => workbook.sheets.reduce((sum, sheet) => sum + sheet.conditionalRules().length, 0);
      const before = rules();
      const pane: Frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
      await pane.getByText('共 200 件').waitFor();
      await room(pane, '催办');
      await pane.getByRole('button', { name: '标出逾期和临期' }).click();
      await pane.getByRole('button', { name: /^标出 \d+ 行$/ }).click();
      await pane.getByText(/^已写入：标出 \d+ 行$/).waitFor();
      await eventually(() => expect(rules()).toBeGreaterThan(before));

      // A button of the ribbon: called by Excel, undone in the workbook, said in the pane, completed.
      await page.evaluate(() => (window as unknown as ExcelPage).callFunction('undoLast'));
      await pane.getByText(/^已撤销：标出 \d+ 行$/).waitFor();
      await eventually(() => expect(rules()).toBe(before));
      await page.waitForFunction(() => (window as unknown as ExcelPage).ended.length === 1);
      expect(await page.evaluate(() => (window as unknown as ExcelPage).ended)).toEqual([0]);
      await eventually(async () => {
        const actions = await page.evaluate(() => (window as unknown as ExcelPage).clientActions);
        expect(actions).toContain('SetAppRuntimeState');
      });
      officeFiles(requests);
      expect(requests.length).toBeGreaterThan(10);
      expect(outside(requests)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('网页（内嵌宿主）里：打开样本，按钮标记；所有请求都在自己的网站', async () => {
      const { page, requests, complaints } = await record(browser);
      await page.goto(`${site.base}index.html`);
      const pane = await paneOf(page);
      await page.locator('.command-row').getByRole('button', { name: '标记逾期' }).click();
      await pane.getByText(/^已写入：标出 \d+ 行$/).waitFor();
      officeFiles(requests);
      expect(outside(requests)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('在浏览器里直接打开窗格：说请在 Excel 里打开，不去外面', async () => {
      const { page, requests } = await record(browser);
      await page.goto(`${site.base}taskpane.html`);
      await page.getByRole('heading', { name: '请在 Excel 里打开' }).waitFor();
      officeFiles(requests);
      expect(outside(requests)).toEqual([]);
      await page.context().close();
    });

    test('office.js 只带用得着的：上面用到的，加上没有机器可试的', () => {
      const shipped = filesUnder(join(folder, 'site/office')).map(({ path }) => path);
      expect([...asked].filter((path) => !shipped.includes(path))).toEqual([]);
      expect(shipped.filter((path) => !asked.has(path))).toEqual([
        'LICENSE.txt',
        'en-us/office_strings.js', // an Excel in English
        'excel-mac-16.00.js', // Excel for Mac
      ]);
      expect(site.missing).toEqual([]);
    });

    test('压缩包和文件夹一样；再打一次替换旧的，别人的文件夹不动', () => {
      const zip = unzipSync(readFileSync(`${folder}.zip`));
      const inFolder = filesUnder(folder);
      expect(Object.keys(zip).sort()).toEqual(inFolder.map(({ path }) => `ducha-taizhang-${VERSION}/${path}`).sort());
      for (const { path, bytes } of inFolder) {
        expect(Buffer.compare(zip[`ducha-taizhang-${VERSION}/${path}`]!, bytes)).toBe(0);
      }
      const before = readFileSync(`${folder}.zip`);
      expect(runPackage('--base-url', site.base, '--out', out).status).toBe(0);
      expect(Buffer.compare(readFileSync(`${folder}.zip`), before)).toBe(0);
      const foreign = join(out, '别处', `ducha-taizhang-${VERSION}`);
      mkdirSync(foreign, { recursive: true });
      writeFileSync(join(foreign, '我的.txt'), '');
      const refused = runPackage('--base-url', site.base, '--out', join(out, '别处'));
      expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('没有写入')]);
      expect(filesUnder(foreign).map(({ path }) => path)).toEqual(['我的.txt']);
    });

    test('地址不对：一句话，退出码 2，什么也不写', () => {
      const result = runPackage('--base-url', 'http://oa.example.gov.cn/ducha/', '--out', join(out, '没有'));
      expect([result.status, result.stderr.trim().split('\n').length]).toEqual([2, 1]);
      expect(result.stderr).toContain('要以 https:// 开头');
    });

    test('打开窗格之前的脚本是 ES5，构建以后仍是', () => {
      const script = readFileSync(join(folder, 'site/taskpane/bootstrap.js'), 'utf8');
      expect(new Linter().verify(script, { languageOptions: { ecmaVersion: 5, sourceType: 'script' } })).toEqual([]);
      const html = readFileSync(join(folder, 'site/taskpane.html'), 'utf8');
      expect([...html.matchAll(/<script[^>]*src="?([^\s">]+)/g)].map(([, src]) => src)).toEqual([
        'office/office.js',
        'taskpane/bootstrap.js',
      ]);
    });
  });
}
