import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWorkbook, openXlsx } from '../../src/host/xlsx';
import { ROOM_WORDS } from '../../src/taskpane/words';
import { deskWith, sampleBytes, SAMPLES } from '../hostDesk';
import { describeInBrowser, ROOT } from './browser';
import * as everywhere from './everywhere';
import { inBrowser, openFile } from './freshPane';
import { paneOf, room } from './paneFrame';
import { STATE_BOOKS } from './stateBooks';
import { watchOutward } from './outward';

/** What stands in the cells under the sample's header: titles, units, leaders, progress. */
function wordsOfSample(): readonly string[] {
  const opened = openXlsx(sampleBytes('city'));
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const sheet = opened.workbook.sheets[0]!;
  const { bottom, right } = sheet.usedArea(true)!;
  const words = new Set<string>();
  for (let row = 3; row <= bottom; row += 1) {
    for (let column = 0; column <= right; column += 1) {
      const value = sheet.value(row, column);
      if (typeof value === 'string' && /[\u4e00-\u9fff]{4}/.test(value)) words.add(value);
    }
  }
  return [...words];
}

function fileOf(rows: (typeof STATE_BOOKS)[keyof typeof STATE_BOOKS] | null, name: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'outward-')), name);
  if (rows === null) writeFileSync(file, newWorkbook().save());
  else {
    const host = deskWith('督查台账', rows);
    writeFileSync(file, host.workbook.save());
    host.close();
  }
  return file;
}

describeInBrowser('没有一个请求离开本站', () => {
  const shared = inBrowser();

  test('走遍每个房间、每个面板，办各处的主要一件事：请求都在本站，安全策略没有拦下什么，控制台里没有台账的内容', async () => {
    const context = await shared.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    const outward = await watchOutward(context);
    const page = await context.newPage();
    await page.goto(shared.site.address);
    await paneOf(page);
    for (const [file, seen] of [
      [fileOf(STATE_BOOKS.asking, '要问.xlsx'), everywhere.seesAsking],
      [fileOf(STATE_BOOKS.noLedger, '通讯录.xlsx'), everywhere.seesNoLedger],
      [fileOf(null, '空白.xlsx'), everywhere.seesStart],
    ] as const) {
      await seen({ page, pane: await openFile(page, file) });
    }
    await openFile(page, join(ROOT, 'assets/samples', SAMPLES.city));
    const place = { page, pane: await paneOf(page) };
    const rooms = Object.entries(everywhere.ROOMS) as [
      keyof typeof everywhere.ROOMS,
      (typeof everywhere.ROOMS)['checks'],
    ][];
    for (const [name, visit] of rooms) {
      await room(place.pane, ROOM_WORDS[name]);
      await visit(place);
    }
    const panels = Object.keys(everywhere.PANELS) as (keyof typeof everywhere.PANELS)[];
    for (const name of panels) {
      await everywhere.PANELS[name](place);
      await everywhere.DEEDS[name]?.(place);
      await everywhere.backToRooms(place);
    }
    await everywhere.makesLetter(place);

    const { origin } = new URL(shared.site.address);
    const outside = (addresses: readonly string[]): readonly string[] =>
      addresses.filter((address) => !/^(blob|data):/.test(address) && new URL(address).origin !== origin);
    const tried = await outward.tried(page);
    const words = wordsOfSample();
    const told = outward.printed.filter((line) => words.some((word) => line.includes(word)));
    process.stdout.write(
      `房间 ${rooms.length}，面板 ${panels.length}；请求 ${outward.requests.length}，出站 ${outside(outward.requests).length}；` +
        `脚本试发 ${tried.length}，出站 ${outside(tried).length}；WebSocket ${outward.sockets.length}；` +
        `控制台 ${outward.printed.length} 行，对照台账里的 ${words.length} 个词，出现 ${told.length}\n`,
    );
    expect(outward.requests.length).toBeGreaterThan(50);
    expect(words.length).toBeGreaterThan(200);
    expect(outside(outward.requests)).toEqual([]);
    expect(outside(tried)).toEqual([]);
    expect(outward.sockets).toEqual([]);
    expect(await outward.forbidden(page)).toEqual([]);
    expect(outward.printed.filter((line) => /Content Security Policy/i.test(line))).toEqual([]);
    expect(told).toEqual([]);
    await context.close();
  });
});
