import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Frame, Locator } from 'playwright-core';
import { HEADER_ROW } from '../../src/documents/fillIn';
import { openXlsx } from '../../src/host/xlsx';
import { describeInBrowser, type Watched } from './browser';
import { allInOnePane } from './freshPane';
import { room } from './paneFrame';

/** 进展 of a fill-in sheet. */
const PROGRESS = 8;

describeInBrowser('把收回的填报表拖进任务窗格', () => {
  let watched: Watched;
  let pane: Frame;
  let hand: CDPSession;
  let folder: string;
  const shared = allInOnePane({ reducedMotion: 'reduce' }, (fresh) => {
    ({ watched, pane } = fresh);
  });
  beforeAll(async () => {
    hand = await watched.page.context().newCDPSession(watched.page);
    folder = mkdtempSync(join(tmpdir(), 'drop-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const button = (name: string | RegExp) => pane.getByRole('button', { name });
  const see = (text: string | RegExp): Promise<void> => pane.getByText(text).first().waitFor();

  /** Files taken hold of on the desktop, as the browser itself gets them: over a place of the pane, let go. */
  async function drag(files: readonly string[], over: Locator, ...steps: readonly ('dragOver' | 'drop')[]) {
    const { x, y, width, height } = (await over.boundingBox())!;
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    for (const type of ['dragEnter', ...steps] as const) {
      await hand.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data });
    }
  }

  /** The unit's file with the first matter's progress filled in. */
  async function filledIn(name: string, words: string): Promise<string> {
    const [download] = await Promise.all([
      watched.page.waitForEvent('download'),
      button(/^下载.+的填报表$/)
        .first()
        .click(),
    ]);
    const opened = openXlsx(new Uint8Array(readFileSync(await download.path())));
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    opened.workbook.sheets[0]!.setValue(HEADER_ROW + 1, PROGRESS, words);
    const file = join(folder, name);
    writeFileSync(file, opened.workbook.save());
    return file;
  }

  test('拖到上面有提示，松开就读入，几份一起也行；没有开收表时拖进来，窗格还在，什么也不读', async () => {
    await button('收表').first().click();
    await see('全选');
    const file = await filledIn('报来.xlsx', '本月完成阶段任务');
    const text = join(folder, '说明.xlsx');
    writeFileSync(text, '已完成');
    await pane.getByRole('tab', { name: '收回' }).click();
    await see('还没有收回的文件');
    const heading = pane.getByRole('heading', { name: '收表' });
    await drag([file], heading, 'dragOver');
    await see('松开即读入');
    await drag([file, text], heading, 'dragOver', 'drop');
    await see('可并入 1 条');
    await see('报来.xlsx');
    await see('说明.xlsx');
    await see('没有读入');
    await button('并入 1 份，1 条').click();
    await pane.getByRole('heading', { name: '将要写入' }).waitFor();
    await see('本月完成阶段任务');
    await button('返回').click();
    await pane.getByRole('heading', { name: '收表' }).waitFor();
    await button('返回').last().click();
    const rooms = pane.getByRole('navigation');
    await drag([text], rooms, 'dragOver', 'drop');
    // A file let through would be opened in place of the pane: what follows needs the pane to answer.
    await room(pane, '催办');
    await pane.getByRole('list', { name: '事项清单' }).waitFor();
    expect(
      watched.page
        .frames()
        .map((frame) => frame.url())
        .filter((url) => url.startsWith('file:')),
    ).toEqual([]);
    expect(pane.isDetached()).toBe(false);
    expect(watched.page.url()).toBe(shared.site.address);
  });
});
