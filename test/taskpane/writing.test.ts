import type { Desk } from '../../src/taskpane/desk/Desk';
import { openDesk, type HostDesk } from '../hostDesk';
import { deskOnPane, eachOverLedger, LEDGER, overdueIn, reviewOf, until } from './paneDesk';

describe('写入与撤销', () => {
  let host: HostDesk;
  let desk: Desk;
  const rules = (): number => host.workbook.sheets[0]!.conditionalRules().length;
  eachOverLedger(LEDGER, (over) => ({ host, desk } = over));

  test('先预览后写：预览时表中不变，写后有标记，撤销后没有', async () => {
    await desk.previewMarking();
    expect(desk.view().preview?.deed).toBe('标出 3 行');
    expect(rules()).toBe(0);
    await desk.write();
    expect(rules()).toBeGreaterThan(0);
    expect(desk.view()).toMatchObject({ preview: null, notice: { tone: 'done' } });
    const [entry] = desk.view().journal;
    expect(entry).toMatchObject({ at: '2026-10-31 09:00', summary: '标出 3 行', state: 'done' });
    await desk.undo(entry!);
    expect(rules()).toBe(0);
    expect(desk.view().journal).toEqual([]);
  });

  test('去掉标记也先预览', async () => {
    await desk.previewMarking();
    await desk.write();
    await desk.previewUnmarking();
    expect(desk.view().preview?.lines).toEqual(['台账：去掉全部标记，原有的格式不动']);
    await desk.write();
    expect(rules()).toBe(0);
  });

  test('预览后台账被改，就不写，并说是哪里', async () => {
    await desk.previewMarking();
    host.session.userEdits('台账', { top: 1, left: 3, bottom: 1, right: 3 }, '2026-12-31');
    await desk.write();
    expect(rules()).toBe(0);
    expect(desk.view().notice).toMatchObject({ tone: 'error', cell: { sheet: '台账', row: 1, column: 3 } });
    expect(desk.view().preview).toBeNull();
    await desk.selectCell(desk.view().notice!.cell!);
    expect(desk.view().notice).toMatchObject({ tone: 'error' });
    await until(() => desk.view().work === null);
    expect(overdueIn(desk)).toBe(0);
  });

  test('写到一半断了：说只写入了一部分，可以退回', async () => {
    await desk.previewMarking();
    host.failNext((ordinal) =>
      ordinal === 2 ? { when: { afterAction: 12 }, error: { code: 'GeneralException', message: '' } } : undefined,
    );
    await desk.write();
    expect(desk.view().notice?.text).toMatch(/只写入了一部分.*退回/);
    for (const entry of desk.view().journal) await desk.undo(entry);
    expect(rules()).toBe(0);
  });

  describe('上次没有写完', () => {
    /** Stops the writing after so many of its actions, then opens the file anew. */
    async function reopened(afterAction: number): Promise<{ readonly host: HostDesk; readonly desk: Desk }> {
      await desk.previewMarking();
      host.failNext((ordinal) =>
        ordinal === 2 ? { when: { afterAction }, error: { code: 'GeneralException', message: '' } } : undefined,
      );
      await desk.write();
      await desk.leave();
      const again = { host: openDesk(host.workbook.save(), '台账.xlsx'), desk: deskOnPane().desk };
      await again.desk.open();
      return again;
    }

    test.each([12, 30])('停在第 %d 步：重开看得到，接着写完就有标记，可以撤销', async (afterAction) => {
      const again = await reopened(afterAction);
      const [entry] = again.desk.view().journal;
      expect(entry).toMatchObject({ state: 'pending', summary: '标出 3 行' });
      await again.desk.finish(entry!);
      expect(again.host.workbook.sheets[0]!.conditionalRules().length).toBeGreaterThan(0);
      expect(again.desk.view()).toMatchObject({
        journal: [{ state: 'done' }],
        notice: { tone: 'done', text: '已接着写完：标出 3 行', undo: { state: 'done' } },
      });
      await again.desk.undo(again.desk.view().journal[0]!);
      expect(again.host.workbook.sheets[0]!.conditionalRules()).toEqual([]);
      await again.desk.leave();
      again.host.close();
    });

    test.each([12, 30])('停在第 %d 步：退回就没有标记，也不再提', async (afterAction) => {
      const again = await reopened(afterAction);
      await again.desk.undo(again.desk.view().journal[0]!);
      expect(again.host.workbook.sheets[0]!.conditionalRules()).toEqual([]);
      expect(again.desk.view()).toMatchObject({ journal: [], notice: { tone: 'done', text: '已撤销：标出 3 行' } });
      await again.desk.leave();
      again.host.close();
    });

    test('先放着，仍在撤销里', async () => {
      const again = await reopened(12);
      const [entry] = again.desk.view().journal;
      again.desk.putOff(entry!);
      expect(again.desk.view()).toMatchObject({ putOff: new Set([entry!.id]), journal: [{ state: 'pending' }] });
      await again.desk.leave();
      again.host.close();
    });
  });

  test('写的时候再点一次，只写一次', async () => {
    await desk.previewMarking();
    await Promise.all([desk.write(), desk.write()]);
    expect(desk.view().journal).toHaveLength(1);
  });

  test('改正一处：只改那个单元格，撤销后与原来一样', async () => {
    host.session.userEdits('台账', { top: 1, left: 2, bottom: 1, right: 2 }, '交通局 ');
    await desk.readAgain();
    const fixable = reviewOf(desk).findings.filter(
      ({ fix, cell }) => fix !== undefined && cell.row === 1 && cell.column === 2,
    );
    expect(fixable).toHaveLength(1);
    await desk.previewFixes(fixable);
    expect(desk.view().preview?.deed).toBe('写入 1 处');
    await desk.write();
    expect(host.workbook.sheets[0]!.value(1, 2)).toBe('交通局');
    await desk.undo(desk.view().journal.at(-1)!);
    expect(host.workbook.sheets[0]!.value(1, 2)).toBe('交通局 ');
  });
});

describe('写入是一件事：从写到重新核对完，中间不放开', () => {
  let host: HostDesk;
  let desk: Desk;
  eachOverLedger(LEDGER, (over) => ({ host, desk } = over));

  /** How often the desk was given free while that was done. */
  const freed = async (deed: () => Promise<unknown>): Promise<number> => {
    let times = 0;
    let before = desk.view().work;
    const leave = desk.subscribe(() => {
      const { work } = desk.view();
      if (before !== null && work === null) times += 1;
      before = work;
    });
    await deed();
    leave();
    return times;
  };

  test('写入、撤销、存设置，都只放开一次', async () => {
    await desk.previewMarking();
    expect(await freed(() => desk.write())).toBe(1);
    const { undo } = desk.view().notice!;
    expect(await freed(() => desk.undo(undo!))).toBe(1);
    expect(await freed(() => desk.keep('记下设置'))).toBe(1);
    expect(await freed(() => desk.markAtOnce('mark'))).toBe(1);
    expect(await freed(() => desk.clearRecords('outside'))).toBe(1);
    expect(desk.view().work).toBeNull();
  });

  test('写的时候再点写入，什么也不多做', async () => {
    await desk.previewMarking();
    const before = host.requests();
    await Promise.all([desk.write(), desk.write()]);
    const once = host.requests() - before;
    await desk.undoLast();
    await desk.previewMarking();
    const again = host.requests();
    await desk.write();
    expect(host.requests() - again).toBe(once);
  });
});
