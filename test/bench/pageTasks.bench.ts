/**
 * Long tasks of the page: `tsx test/bench/pageTasks.bench.ts [SIZE] [--functions] [--dist=FOLDER,FOLDER]`. A large
 * ledger is opened, scrolled, edited in one cell and saved, its texts in the cells and in the shared string table; each
 * is traced. A row says how long the longest tasks held the page's thread (processor time, the longest by the clock
 * too) and how much it was in all. Several builds are walked by turns. `--functions` says which functions the long ones
 * were in (slower: no figures then).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildIfNeeded } from '../../src/cli/pageBuild';
import { pageListener } from '../../src/cli/pageServer';
import { launchBrowser, ROOT } from '../e2e/browser';
import { goTo } from '../e2e/grid';
import { inSharedStrings } from './inSharedStrings';
import { largeLedger } from './largeLedger';
import { functionsBetween, PROFILER } from './profiledTasks';
import { markdownTable } from './timing';
import { ownTasks, type TraceEvent } from './traceTasks';

const LONG = 50;
const NAMED = 8;
const PAGE = /\/(page|univer)\//;
const TURNS = 30;
const TURN_PIXELS = 30_000;
/** What the page still does when an action is over is counted to it. */
const AFTERWARDS = 800;

interface Action {
  readonly name: string;
  run(): Promise<unknown>;
}

const stateIs = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((own) => document.querySelector('.saved-state')?.textContent === own, words);

const actions = (page: Page, file: string, name: string): readonly Action[] => [
  {
    name: '打开',
    run: async () => {
      await page.setInputFiles('input[type=file]', file);
      await page.waitForFunction((own) => document.querySelector('.file-name')?.textContent === own, name);
    },
  },
  {
    name: '滚到底',
    run: async () => {
      await page.mouse.move(500, 500);
      for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, TURN_PIXELS);
    },
  },
  {
    name: '改一格',
    run: async () => {
      await goTo(page, 'B2');
      await page.keyboard.type('改过的一格');
      await page.keyboard.press('Enter');
      await stateIs(page, '未保存');
    },
  },
  {
    name: '保存',
    run: () => Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '保存' }).click()]),
  },
];

async function walked(dist: string, file: string, name: string, functions: boolean): Promise<readonly string[][]> {
  const server = createServer(pageListener(dist));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    // The pane stays empty: only the page is looked at.
    await page.route('**/taskpane.html', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await stateIs(page, '已保存');
    await page.waitForTimeout(AFTERWARDS);
    const rows: string[][] = [];
    for (const action of actions(page, file, name)) {
      const categories = ['toplevel', 'devtools.timeline', 'v8', ...(functions ? [PROFILER] : [])];
      await browser.startTracing(page, { categories });
      await action.run();
      await page.waitForTimeout(AFTERWARDS);
      const text = (await browser.stopTracing()).toString('utf8');
      const { traceEvents } = JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] };
      const tasks = [...ownTasks(traceEvents, PAGE)].sort((one, other) => other.cpu - one.cpu);
      const long = tasks.filter(({ cpu }) => cpu > LONG);
      rows.push([
        action.name,
        tasks
          .slice(0, 5)
          .map(({ cpu }) => cpu.toFixed(0))
          .join('、'),
        `${long.length}`,
        Math.max(0, ...tasks.map(({ wall }) => wall)).toFixed(0),
        tasks.reduce((sum, { cpu }) => sum + cpu, 0).toFixed(0),
      ]);
      for (const { cpu, what, pid, from, to } of long.slice(0, NAMED)) {
        console.error(`${action.name} ${cpu.toFixed(0)}：${what}`);
        if (functions) console.error(`  ${functionsBetween(traceEvents, pid, from, to)}`);
      }
    }
    return rows;
  } finally {
    await browser.close();
    server.close();
  }
}

async function main(asked: readonly string[]): Promise<void> {
  const size = Number(asked.find((own) => !own.startsWith('--')) ?? '100000');
  const given = asked.find((own) => own.startsWith('--dist='))?.slice('--dist='.length);
  if (given === undefined && !(await buildIfNeeded(ROOT))) throw new Error('the page does not build');
  const builds = given?.split(',') ?? [join(ROOT, 'dist')];
  const folder = mkdtempSync(join(tmpdir(), 'tasks-'));
  try {
    const inline = largeLedger(size).save();
    const rows = [['文件', '动作', '最长的五个任务', '超过 50 毫秒', '最长的，钟表', '一共']];
    for (const [written, bytes] of [
      ['行内文字', inline],
      ['共享字符串', inSharedStrings(inline)],
    ] as const) {
      const name = `${size}-${written}.xlsx`;
      writeFileSync(join(folder, name), bytes);
      for (const build of builds) {
        const title = builds.length === 1 ? written : `${written}，${build}`;
        const lines = await walked(build, join(folder, name), name, asked.includes('--functions'));
        rows.push(...lines.map((line) => [title, ...line]));
      }
    }
    const [cpu] = cpus();
    console.log(`${size} 件；${cpu?.model ?? ''}，${cpus().length} 核，负载 ${loadavg()[0]!.toFixed(1)}；毫秒`);
    console.log(markdownTable(rows));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main(process.argv.slice(2));
