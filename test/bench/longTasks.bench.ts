/**
 * Long tasks of the pane: `tsx test/bench/longTasks.bench.ts [SIZE]`. The host answers from this process, through
 * office.js for Excel on the web; the page around the pane only hands on, and what it does is left out. Each action is
 * traced: a row of the table says how long the longest task held the pane's thread (processor time, in brackets by the
 * clock), how many held it for over 50 ms, those in which office.js reads an answer apart, and how much it was in all.
 */
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { buildIfNeeded } from '../../src/cli/pageBuild';
import { launchBrowser, ROOT } from '../e2e/browser';
import { room } from '../e2e/paneFrame';
import { openInWebExcel, serveHttps } from '../e2e/webExcel';
import { largeLedger } from './largeLedger';
import { ownTasks, type Task, type TraceEvent } from './traceTasks';
import { markdownTable } from './timing';

const LONG = 50;
/**
 * Excel's page stands under a name that office.js trusts, which leads to this machine: another site is another process,
 * as with the real one, and what that page does with an answer is not taken for the pane's.
 */
const EXCEL_HOST = 'excel.officeapps.live.com';
const WAIT = { timeout: 900_000 };

interface Action {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

function row(name: string, tasks: readonly Task[]): readonly string[] {
  const long = tasks.filter(({ cpu }) => cpu > LONG).sort((one, other) => other.cpu - one.cpu);
  const [longest] = [...tasks].sort((one, other) => other.cpu - one.cpu);
  const total = tasks.reduce((sum, { cpu }) => sum + cpu, 0);
  const answering = long.filter(({ answer }) => answer);
  return [
    name,
    longest === undefined
      ? ''
      : `${longest.cpu.toFixed(0)}（${longest.wall.toFixed(0)}）${longest.answer ? '，取答复' : ''}`,
    `${long.length - answering.length}`,
    `${answering.length}`,
    long
      .slice(0, 5)
      .map(({ cpu, what }) => `${cpu.toFixed(0)} ${what}`)
      .join('；'),
    total.toFixed(0),
  ];
}

async function traced(browser: Browser, page: Page, { name, run }: Action): Promise<readonly string[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'v8'] });
  await run();
  const text = (await browser.stopTracing()).toString('utf8');
  const { traceEvents } = JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] };
  const line = row(name, ownTasks(traceEvents));
  console.error(line.join(' | '));
  return line;
}

async function main(size = '100000'): Promise<void> {
  const site = await serveHttps('/ducha/');
  const browser = await launchBrowser([`--host-resolver-rules=MAP ${EXCEL_HOST} 127.0.0.1`]);
  try {
    if (!(await buildIfNeeded(ROOT))) throw new Error('the page does not build');
    site.serve(join(ROOT, 'dist'));
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' })).newPage();
    const pane = `${site.base}taskpane.html`;
    const lines: (readonly string[])[] = [];
    let frame: Frame;
    const said = (text: string | RegExp): Promise<void> => frame.getByText(text).first().waitFor(WAIT);
    const idle = (): Promise<void> =>
      frame.getByRole('button', { name: '停止' }).waitFor({ state: 'detached', ...WAIT });
    const elsewhere = site.excel.replace('localhost', EXCEL_HOST);
    await openInWebExcel(page, elsewhere, 'about:blank', largeLedger(Number(size)));
    const actions: readonly Action[] = [
      {
        name: '打开并核对',
        run: async () => {
          await page.evaluate(
            (address) => (window as unknown as { openPane(own: string): void }).openPane(address),
            pane,
          );
          for (;;) {
            const found = page.frames().find((own) => own.url().startsWith(pane));
            if (found !== undefined) {
              frame = found;
              break;
            }
            await page.waitForTimeout(100);
          }
          await said(new RegExp(`共 ${size} 件`));
          await idle();
        },
      },
      { name: '进“核对”', run: () => room(frame, '核对').then(() => said('写出核对表')) },
      { name: '进“催办”', run: () => room(frame, '催办').then(() => said('标出逾期和临期')) },
      {
        name: '先看要标的',
        run: async () => {
          await frame.getByRole('button', { name: '标出逾期和临期' }).click();
          await said('将要写入');
        },
      },
      {
        name: '标出并重读',
        run: async () => {
          await frame.getByRole('button', { name: /^标出 \d+ 行$/ }).click();
          await said(/^已写入：标出 \d+ 行$/);
          await frame.getByRole('button', { name: '去掉标记' }).waitFor(WAIT);
          await idle();
        },
      },
      {
        name: '换统计日期',
        run: async () => {
          await frame.getByRole('button', { name: /^统计日期/ }).click();
          await frame.getByRole('menuitem', { name: '上月末' }).click();
          await frame.getByRole('button', { name: '停止' }).waitFor(WAIT);
          await idle();
        },
      },
      { name: '进“总览”', run: () => room(frame, '总览').then(() => said('显示近 12 个月')) },
      {
        name: '近12个月',
        run: async () => {
          await frame.getByRole('button', { name: '显示近 12 个月' }).click();
          await frame.getByRole('heading', { name: '近 12 个月' }).waitFor(WAIT);
        },
      },
      {
        name: '进“计分”，到可写入',
        run: async () => {
          await room(frame, '计分');
          await frame.getByRole('button', { name: '写入本月计分表' }).waitFor(WAIT);
        },
      },
    ];
    for (const action of actions) lines.push(await traced(browser, page, action));
    const [cpu] = cpus();
    console.log(`${size} 件；${cpu?.model ?? ''}，${cpus().length} 核，负载 ${loadavg()[0]!.toFixed(1)}`);
    const head = ['动作', '最长的任务，毫秒', '超过 50 毫秒', '其中取答复的另计', '哪些', '一共，毫秒'];
    console.log(markdownTable([head, ...lines]));
  } finally {
    await browser.close();
    await site.close();
  }
}

void main(...process.argv.slice(2));
