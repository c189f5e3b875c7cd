import type { Desk } from '../../src/taskpane/desk/Desk';
import { previewIssue } from '../../src/taskpane/desk/letterDeeds';
import { LettersDesk } from './lettersDesk';

describe('自动保存开着，别人可能在另一份副本里登记', () => {
  let letters: LettersDesk;
  let desk: Desk;
  afterEach(() => letters.close());

  const openShared = async (
    stop: boolean,
  ): Promise<{ readonly write: () => Promise<void>; readonly seen: string[] }> => {
    letters = new LettersDesk({ autoSave: true });
    ({ desk } = letters);
    await desk.open();
    const seen: string[] = [];
    desk.subscribe(() => {
      const { work } = desk.view();
      if (work?.kind !== 'settle' || work.progress === null) return;
      seen.push(`${work.progress.done}/${work.progress.of}`);
      expect(work.slow).toBe(true);
      if (stop) desk.stop();
    });
    const write = async (): Promise<void> => {
      let written = false;
      const writing = desk.write().finally(() => (written = true));
      while (!written) {
        letters.timing.turn(1000);
        await new Promise((next) => setTimeout(next, 1));
      }
      await writing;
    };
    return { write, seen };
  };

  test('等同步的时候有进度；号没有人占，登记成已发，文书交出', async () => {
    const { write, seen } = await openShared(false);
    desk.chooseLetters({ status: 'sent' });
    await letters.preview();
    await write();
    expect(seen.at(0)).toBe('0/6');
    expect(seen.at(-1)).toBe('6/6');
    expect(letters.record().map(({ number, status, note }) => [number, status, note])).toEqual([
      ['〔2026〕1号', 'sent', ''],
      ['〔2026〕2号', 'sent', ''],
    ]);
    expect(letters.handed).toEqual(['台账-文书.docx']);
  });

  test('发出以后登记的那一行被别人的盖掉：说出少了哪一份，只说一次', async () => {
    const { write } = await openShared(false);
    desk.chooseLetters({ status: 'sent' });
    await previewIssue(desk, letters.due().notices.slice(0, 1));
    await write();
    await desk.readAgain();
    expect(desk.view().notice?.text).not.toContain('没有这一行');
    letters.register()!.setValue(1, 3, '教育局');
    await desk.readAgain();
    expect(desk.view().notice).toMatchObject({ tone: 'warning' });
    expect(desk.view().notice!.text).toContain('催办单〔2026〕1号（交通局）已经发出，文书登记簿里却没有这一行');
    desk.dismissNotice();
    await desk.readAgain();
    expect(desk.view().notice).toBe(null);
  });

  test('等的时候停止：占的号撤掉，没有登记，也没有文书', async () => {
    const { write } = await openShared(true);
    await letters.preview();
    await write();
    expect(letters.handed).toEqual([]);
    await desk.readAgain();
    expect(letters.record()).toEqual([]);
    expect(desk.view().notice!.text).toBe('已停止，没有登记，也没有生成文书。');
    expect(desk.view().journal.some(({ state }) => state === 'pending')).toBe(false);
  });

  test('等的时候别人的改动到了，号相同：顺延，交出的与登记的一致，并说明', async () => {
    const { write, seen } = await openShared(false);
    await letters.preview();
    let taken = false;
    desk.subscribe(() => {
      if (taken || seen.length === 0) return;
      taken = true;
      const sheet = letters.register()!;
      sheet.setValue(4, 0, '催办单');
      sheet.setValue(4, 1, '〔2026〕1号');
      sheet.setValue(4, 2, '2026-10-30');
      sheet.setValue(4, 3, '住建局');
      sheet.setValue(4, 5, '改厕');
      sheet.setValue(4, 8, '已发');
    });
    await write();
    const own = letters.record().filter(({ unit }) => unit !== '住建局');
    expect(own.map(({ number, status }) => [number, status])).toEqual([
      ['〔2026〕2号', 'draft'],
      ['〔2026〕3号', 'draft'],
    ]);
    expect(letters.handed).toEqual(['台账-文书.docx']);
    expect(desk.view().notice!.text).toContain('有别人同时登记，2 份的编号已顺延');
  });
});
