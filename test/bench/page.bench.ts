/**
 * What the page takes to open, scroll and save a large ledger, its texts in the cells and in the shared string table, beside the engine alone (open and save in Node, the same
 * code). `npm run bench:page`; `-- --sizes=10000 --runs=1`. Nothing here is asserted.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser, serveSite, type Site } from '../e2e/browser';
import type { EngineFloor } from './engineFloor';
import { inSharedStrings } from './inSharedStrings';
import { largeLedger } from './largeLedger';
import { markdownTable, median, spread } from './timing';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, sizes: { type: 'string', default: '10000,100000' } },
});
const RUNS = Number(options.runs);
const SIZES = options.sizes.split(',').map(Number);
/** Wheel turns of the scrolling, each by this many pixels. */
const TURNS = 30;
const TURN_PIXELS = 30_000;
const PATIENCE = { timeout: 300_000 };

interface PageTimes {
  readonly open: number;
  readonly longestTask: number;
  /** Between two frames while scrolling. */
  readonly longestFrame: number;
  readonly save: number;
  readonly heap: number;
}

/** In the page: what blocked it and how far apart its frames were since the last call. */
interface Watch {
  longest: number;
  frame: number;
}

const WATCHING = `
  window.watch = { longest: 0, frame: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.longest = Math.max(watch.longest, duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  (function frame() {
    const now = performance.now();
    watch.frame = Math.max(watch.frame, now - last);
    last = now;
    requestAnimationFrame(frame);
  })();
`;

async function watched(page: Page): Promise<Watch> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  return page.evaluate(() => {
    const place = window as unknown as { watch: Watch };
    const seen = place.watch;
    place.watch = { longest: 0, frame: 0 };
    return seen;
  });
}

async function once(site: Site, file: string, name: string): Promise<PageTimes> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    await page.addInitScript(WATCHING);
    await page.goto(site.address);
    await page.waitForSelector('.pane iframe', PATIENCE);
    await watched(page);

    let start = performance.now();
    await page.setInputFiles('input[type=file]', file);
    await page.waitForFunction((own) => document.querySelector('.file-name')?.textContent === own, name, PATIENCE);
    const open = performance.now() - start;
    const { longest } = await watched(page);

    await page.mouse.move(500, 500);
    for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, TURN_PIXELS);
    const { frame } = await watched(page);

    const box = page.locator('[data-u-comp=defined-name] input, .univer-formula-box input').first();
    await box.click();
    await box.fill('B2');
    await box.press('Enter');
    await page.keyboard.type('改过的一格');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.saved-state')?.textContent === '未保存', null, PATIENCE);
    start = performance.now();
    const downloaded = page.waitForEvent('download', PATIENCE);
    await page.getByRole('button', { name: '保存' }).click();
    await downloaded;
    const save = performance.now() - start;

    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const heap = metrics.find((metric) => metric.name === 'JSHeapUsedSize')?.value ?? 0;
    return { open, longestTask: longest, longestFrame: frame, save, heap };
  } finally {
    await browser.close();
  }
}

const floorOf = (file: string): EngineFloor =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'engineFloor.ts'), file, String(RUNS)], {
      encoding: 'utf8',
    }),
  ) as EngineFloor;

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

async function main(): Promise<void> {
  const fixture = join(__dirname, '../e2e/fixturePane');
  const site = await serveSite({
    '/taskpane.html': join(fixture, 'taskpane.html'),
    '/fixturePane.js': join(fixture, 'fixturePane.js'),
  });
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const rows = [
    [
      '件数',
      '文件（MB）',
      '网页打开（毫秒）',
      '只是引擎打开（毫秒）',
      '最长一次不应答（毫秒）',
      '滚动中最长一帧（毫秒）',
      '网页保存（毫秒）',
      '只是引擎保存（毫秒）',
      '网页内存（MB）',
      '引擎内存峰值（MB）',
    ],
  ];
  try {
    for (const size of SIZES) {
      const inline = largeLedger(size).save();
      for (const [written, bytes] of [
        ['行内文字', inline],
        ['共享字符串', inSharedStrings(inline)],
      ] as const) {
        const name = `${size}-${written}.xlsx`;
        const file = join(folder, name);
        writeFileSync(file, bytes);
        const floor = floorOf(file);
        const times: PageTimes[] = [];
        for (let run = 0; run < RUNS; run += 1) times.push(await once(site, file, name));
        const of = (key: keyof PageTimes): readonly number[] => times.map((each) => each[key]);
        rows.push([
          `${size}，${written}`,
          (bytes.length / 1e6).toFixed(1),
          spread(of('open')),
          spread(floor.open),
          spread(of('longestTask')),
          spread(of('longestFrame')),
          spread(of('save')),
          spread(floor.save),
          megabytes(median(of('heap'))),
          megabytes(floor.peak),
        ]);
      }
    }
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n## 网页\n\n${markdownTable(rows)}`);
}

void main();
