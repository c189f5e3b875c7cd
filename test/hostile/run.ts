/**
 * `npm run test:hostile`: every hostile file through the headless job and through the page, with time and memory;
 * then random damage. `-- --seeds 5000` for more of it, `-- --only 词` for the files whose title has the word.
 * Prints a table; ends with 1 where anything was not survived.
 */
import { complexWorkbook } from '../host/xlsx/complexWorkbook';
import { launchBrowser, missingBrowser, openWatched, serveSite } from '../e2e/browser';
import { hostileFiles } from './all';
import { faultOfRun, LIMITS, monthEndOver } from './headless';
import { faultInPage, openInPage } from './inPage';
import { mutated, survive } from './mutations';

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1];
const given = (name: string): boolean => process.argv.includes(name);

async function main(): Promise<number> {
  const only = given('--only') ? option('--only')! : '';
  const files = hostileFiles.filter(({ title }) => title.includes(only));
  const faults: string[] = [];
  const missing = missingBrowser();
  const site = missing === null ? await serveSite() : null;
  const browser = missing === null ? await launchBrowser() : null;
  let watched = browser === null ? null : await openWatched(browser, site!.address);
  if (missing !== null) console.log(`网页一栏没有跑：${missing}`);
  console.log(`每个文件最多 ${LIMITS.seconds} 秒、${LIMITS.megabytes} MB。\n`);
  console.log('| 文件 | 大小 | 命令行 | 秒 | MB | 网页 | 秒 |\n| --- | --- | --- | --- | --- | --- | --- |');
  for (const [index, file] of files.entries()) {
    const bytes = await file.make();
    const run = await monthEndOver(file.name, bytes);
    const wrong = faultOfRun(file, run);
    const shown = file.name.replace('.', `${index}.`);
    const page = watched === null ? null : await openInPage(watched.page, shown, bytes).catch((fault: Error) => fault);
    const wrongInPage =
      page === null ? null : page instanceof Error ? page.message.split('\n')[0]! : faultInPage(file, shown, page);
    faults.push(
      ...(wrong === null ? [] : [`命令行，${file.title}：${wrong}`]),
      ...(wrongInPage === null ? [] : [`网页，${file.title}：${wrongInPage}`]),
    );
    const end = wrong ?? (run.status === 0 ? '办完' : '说明，未写');
    const seen =
      page === null ? '未跑' : (wrongInPage ?? (page instanceof Error || page.shows !== shown ? '说明' : '打开'));
    console.log(
      `| ${file.title} | ${Math.ceil(bytes.length / 1024)} kB | ${end} | ${run.seconds.toFixed(1)} | ${run.megabytes} | ${seen} | ${page === null || page instanceof Error ? '' : page.seconds.toFixed(1)} |`,
    );
    if (page instanceof Error) {
      await watched!.page.close().catch(() => undefined);
      watched = await openWatched(browser!, site!.address);
    }
  }
  if (watched !== null) {
    const outside = watched.requests.filter(
      (address) => !/^(blob|data):/.test(address) && !address.startsWith(site!.address),
    );
    if (outside.length > 0) faults.push(`网页发出了外部请求：${outside.join('、')}`);
    if (watched.errors.length > 0) faults.push(`网页报错：${[...new Set(watched.errors)].slice(0, 5).join('；')}`);
  }
  await browser?.close();
  await site?.close();
  if (only === '') await damage(Number(given('--seeds') ? option('--seeds') : 1000), faults);
  console.log(faults.length === 0 ? '\n全部经受住。' : `\n没有经受住：\n${faults.join('\n')}`);
  return faults.length === 0 ? 0 : 1;
}

async function damage(seeds: number, faults: string[]): Promise<void> {
  const file = await complexWorkbook();
  const ends = { refused: 0, opened: 0 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const changed = mutated(file, seed);
    try {
      ends[survive(changed.file)] += 1;
    } catch (fault) {
      faults.push(`随机改坏，种子 ${seed}，${changed.part}：${String(fault)}`);
    }
  }
  console.log(`\n随机改坏 ${seeds} 次（种子 1 至 ${seeds}）：说明 ${ends.refused}，打开且照常能用 ${ends.opened}。`);
}

void main().then((code) => process.exit(code));
