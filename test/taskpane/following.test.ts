import { workbookCalls } from '../../src/taskpane/desk/calls';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { figuresOf } from '../../src/taskpane/desk/figures';
import { deskWith, type HostDesk } from '../hostDesk';
import { deskOnPane, until, type HandTurned } from './paneDesk';

const LEDGER = [
  ['序号', '督查事项', '责任单位', '办结时限', '办理状态'],
  ['1', '修桥', '交通局', '2026-10-20', ''],
  ['2', '建校', '教育局', '2026-11-02', ''],
];

/** A host whose answers to readings of changed cells are held back until they are let through. */
class Gate {
  private open = true;
  private waiting: (() => void)[] = [];
  close(): void {
    this.open = false;
  }
  letThrough(): void {
    this.open = true;
    for (const next of this.waiting.splice(0)) next();
  }
  get holds(): boolean {
    return this.waiting.length > 0;
  }
  readonly pass = (): Promise<void> =>
    this.open ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
}

describe('表中改了，窗格自己重读；手里的事不停', () => {
  let host: HostDesk;
  let desk: Desk;
  let timing: HandTurned;
  let gate: Gate;
  const overdue = (): number => figuresOf(desk.view().review!, null).states.overdue.length;
  const closeFirst = (): void => host.session.userEdits('台账', { top: 1, left: 4, bottom: 1, right: 4 }, '已办结');

  beforeEach(async () => {
    gate = new Gate();
    host = deskWith('台账', LEDGER);
    ({ desk, timing } = deskOnPane({
      readAgain: async (...given) => {
        await gate.pass();
        return workbookCalls.readAgain(...given);
      },
    }));
    await desk.open();
  });
  afterEach(async () => {
    gate.letThrough();
    await desk.leave();
    host.close();
  });

  /** The first matter is closed in the sheet, and the pane is in the middle of reading it. */
  const amidReading = async (): Promise<void> => {
    gate.close();
    closeFirst();
    await until(() => {
      timing.turn(700);
      return gate.holds;
    });
  };

  test('自己重读时按钮不变灰：没有什么事要等', async () => {
    const seen = new Set<unknown>();
    const leave = desk.subscribe(() => seen.add(desk.view().work));
    await amidReading();
    expect(desk.view().following).toMatchObject({ kind: 'read', slow: false });
    gate.letThrough();
    await until(() => overdue() === 0);
    expect(desk.view().following).toBeNull();
    expect([...seen]).toEqual([null]);
    leave();
  });

  test('自己重读时点了标记：读完再做，按读到的来', async () => {
    await amidReading();
    const proposed = desk.previewMarking();
    gate.letThrough();
    expect(await proposed).toBe(true);
    expect(overdue()).toBe(0);
    expect(desk.view().preview).not.toBeNull();
  });

  test('自己重读时写设置：读完再写，写一次', async () => {
    await amidReading();
    const kept = desk.keep('记下设置');
    expect(desk.view().work).toMatchObject({ kind: 'write' });
    expect(desk.view().journal).toEqual([]);
    gate.letThrough();
    await kept;
    expect(desk.view().journal.map(({ summary }) => summary)).toEqual(['记下设置']);
    expect(overdue()).toBe(0);
  });

  test('自己重读时看将要写入的：面前的不变，取消后才换上读到的', async () => {
    await desk.previewMarking();
    const preview = desk.view().preview!;
    desk.closePreview();
    await amidReading();
    desk.propose(preview);
    gate.letThrough();
    await until(() => desk.view().following === null);
    expect(overdue()).toBe(1);
    expect(desk.view()).toMatchObject({ preview: { summary: preview.summary }, stale: false });
    timing.turn(700);
    expect(desk.view().following).toBeNull();
    desk.closePreview();
    await until(() => {
      timing.turn(700);
      return overdue() === 0;
    });
  });

  test('看着将要写入的去了别的房间，这期间表中改的也会读到', async () => {
    await desk.previewMarking();
    closeFirst();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    timing.turn(700);
    expect(overdue()).toBe(1);
    desk.enter('checks');
    await until(() => {
      timing.turn(700);
      return overdue() === 0;
    });
  });

  test('停下自己的重读：只说已改动，下次读的时候一并读到', async () => {
    await amidReading();
    desk.stop();
    gate.letThrough();
    await until(() => desk.view().following === null);
    expect(desk.view().stale).toBe(true);
    expect(overdue()).toBe(1);
    await desk.readAgain();
    expect(desk.view().stale).toBe(false);
    expect(overdue()).toBe(0);
  });

  test('自己重读时点了重新读取：读一遍就够，不说已改动', async () => {
    let saidStale = false;
    const leave = desk.subscribe(() => (saidStale ||= desk.view().stale));
    await amidReading();
    const read = desk.readAgain();
    gate.letThrough();
    await read;
    expect(overdue()).toBe(0);
    expect(desk.view()).toMatchObject({ work: null, following: null });
    timing.turn(700);
    expect(desk.view().following).toBeNull();
    expect(saidStale).toBe(false);
    leave();
  });

  test('自己重读超过一秒才显示', async () => {
    await amidReading();
    timing.turn(1000);
    expect(desk.view().following).toMatchObject({ slow: true });
  });
});

describe('写入是一件事：从写到重新核对完，中间不放开', () => {
  let host: HostDesk;
  let desk: Desk;
  beforeEach(async () => {
    host = deskWith('台账', LEDGER);
    ({ desk } = deskOnPane());
    await desk.open();
  });
  afterEach(async () => {
    await desk.leave();
    host.close();
  });

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
