/**
 * Long tasks of the pane: `tsx test/bench/longTasks.bench.ts [SIZE] [--only=WORDS] [--functions] [--dist=FOLDER]`. The
 * host answers from this process, through office.js for Excel on the web; the page around the pane only hands on, and
 * what it does is left out. Each action is traced: a row of the table says how long the longest task held the pane's
 * thread (processor time, in brackets by the clock), how many held it for over 50 ms, those apart that would not have
 * without office.js reading an answer, and how much it was in all. All actions are walked; only those whose names hold one of WORDS (with
 * commas between) are traced. `--functions` says which functions the long ones were in (slower: no figures then), by
 * name where FOLDER is a pane that was built without minimizing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildIfNeeded } from '../../src/cli/pageBuild';
import { launchBrowser, ROOT } from '../e2e/browser';
import { openInWebExcel, serveHttps } from '../e2e/webExcel';
import { largeLedger } from './largeLedger';
import { otherLedger } from './otherLedger';
import { PaneWalk, type Action } from './paneWalk';
import { functionsBetween, PROFILER } from './profiledTasks';
import { ownTasks, type Task, type TraceEvent } from './traceTasks';
import { markdownTable } from './timing';

const LONG = 50;
/**
 * Excel's page stands under a name that office.js trusts, which leads to this machine: another site is another process,
 * as with the real one, and what that page does with an answer is not taken for the pane's.
 */
const EXCEL_HOST = 'excel.officeapps.live.com';

const NAMED = 5;

function row(name: string, tasks: readonly Task[]): readonly string[] {
  const long = tasks.filter(({ cpu }) => cpu > LONG).sort((one, other) => other.cpu - one.cpu);
  const [longest] = [...tasks].sort((one, other) => other.cpu - one.cpu);
  const total = tasks.reduce((sum, { cpu }) => sum + cpu, 0);
  const answering = long.filter(({ cpu, office }) => cpu - office <= LONG);
  return [
    name,
    longest === undefined
      ? ''
      : `${longest.cpu.toFixed(0)}（${longest.wall.toFixed(0)}）${longest.office > longest.cpu / 2 ? '，取答复' : ''}`,
    `${long.length - answering.length}`,
    `${answering.length}`,
    long
      .slice(0, NAMED)
      .map(
        ({ cpu, office, what }) => `${cpu.toFixed(0)}${office > 1 ? `（office.js ${office.toFixed(0)}）` : ''} ${what}`,
      )
      .join('；'),
    total.toFixed(0),
  ];
}

async function traced(
  browser: Browser,
  page: Page,
  { name, run }: Action,
  functions: boolean,
): Promise<readonly string[]> {
  const categories = ['toplevel', 'devtools.timeline', 'v8', ...(functions ? [PROFILER] : [])];
  await browser.startTracing(page, { categories });
  await run();
  const text = (await browser.stopTracing()).toString('utf8');
  const { traceEvents } = JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] };
  const tasks = ownTasks(traceEvents);
  const line = row(name, tasks);
  console.error(line.join(' | '));
  if (functions) {
    const long = tasks.filter(({ cpu }) => cpu > LONG).sort((one, other) => other.cpu - one.cpu);
    for (const { cpu, pid, from, to } of long.slice(0, NAMED)) {
      console.error(`  ${cpu.toFixed(0)}：${functionsBetween(traceEvents, pid, from, to)}`);
    }
  }
  return line;
}

async function main(asked: readonly string[]): Promise<void> {
  const size = asked.find((own) => !own.startsWith('--')) ?? '100000';
  const option = (name: string): string | undefined =>
    asked.find((own) => own.startsWith(`--${name}=`))?.slice(name.length + 3);
  const only = option('only')?.split(',') ?? [''];
  const files = mkdtempSync(join(tmpdir(), 'walk-'));
  writeFileSync(join(files, 'merged.xlsx'), otherLedger(Number(size)));
  const site = await serveHttps('/ducha/');
  const browser = await launchBrowser([`--host-resolver-rules=MAP ${EXCEL_HOST} 127.0.0.1`]);
  try {
    const built = option('dist');
    if (built === undefined && !(await buildIfNeeded(ROOT))) throw new Error('the page does not build');
    site.serve(built ?? join(ROOT, 'dist'));
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' })).newPage();
    const elsewhere = site.excel.replace('localhost', EXCEL_HOST);
    await openInWebExcel(page, elsewhere, 'about:blank', largeLedger(Number(size)));
    const walk = new PaneWalk(page, `${site.base}taskpane.html`, size, files);
    const lines: (readonly string[])[] = [];
    for (const action of walk.actions) {
      if (!only.some((words) => action.name.includes(words))) await action.run();
      else
        lines.push(
          await traced(browser, page, action, asked.includes('--functions')).catch(async (error: unknown) => {
            // What cannot be walked is listed as such; what comes after it may go all the same.
            console.error(`${action.name}：${error instanceof Error ? error.message : ''}\n${await walk.notice()}`);
            await browser.stopTracing();
            return [action.name, '没有走成', '', '', '', ''];
          }),
        );
    }
    const [cpu] = cpus();
    console.log(`${size} 件；${cpu?.model ?? ''}，${cpus().length} 核，负载 ${loadavg()[0]!.toFixed(1)}`);
    const head = ['动作', '最长的任务，毫秒', '超过 50 毫秒', '其中取答复的另计', '哪些', '一共，毫秒'];
    console.log(markdownTable([head, ...lines]));
  } finally {
    rmSync(files, { recursive: true });
    await browser.close();
    await site.close();
  }
}

void main(process.argv.slice(2));
