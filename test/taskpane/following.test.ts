import { workbookCalls } from '../../src/taskpane/desk/calls';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { deskWith, type HostDesk } from '../hostDesk';
import { deskOnPane, eachOverLedger, type HandTurned, HEADER, LEDGER, overdueIn, reviewOf, until } from './paneDesk';

describe('表和清单互相跟随', () => {
  let host: HostDesk;
  let desk: Desk;
  let timing: HandTurned;
  eachOverLedger(LEDGER, (over) => ({ host, desk, timing } = over));

  test('点清单里的事项，表中选中那一行', async () => {
    await desk.selectMatter(reviewOf(desk).matters[1]!);
    const rows = await (await import('../../src/app/office/workbook')).selectedRows();
    expect(rows).toMatchObject({ ok: true, value: { sheet: '台账', spans: [{ first: 2, last: 2 }] } });
  });

  test('在表中选两行，清单里选中这两件', async () => {
    host.session.userSelects('台账', { top: 2, left: 0, bottom: 3, right: 4 });
    await until(() => desk.view().selected.size === 2);
    const keys = reviewOf(desk)
      .matters.slice(1)
      .map(({ key }) => key);
    expect([...desk.view().selected]).toEqual(keys);
  });

  test('选表头，清单里没有选中的', async () => {
    host.session.userSelects('台账', { top: 2, left: 0, bottom: 2, right: 0 });
    await until(() => desk.view().selected.size === 1);
    host.session.userSelects('台账', { top: 0, left: 0, bottom: 0, right: 0 });
    await until(() => desk.view().selected.size === 0);
  });

  test('前一次选中还没认完又选了别的行：认的是后选的', async () => {
    let letGo: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (letGo = resolve));
    let looks = 0;
    const selectedRows = async () => {
      looks += 1;
      const rows = await workbookCalls.selectedRows();
      await late;
      return rows;
    };
    const { desk: slow } = deskOnPane({ selectedRows });
    await slow.open();
    host.session.userSelects('台账', { top: 1, left: 0, bottom: 1, right: 0 });
    await until(() => looks === 1 && desk.view().selected.size === 1);
    host.session.userSelects('台账', { top: 3, left: 0, bottom: 3, right: 0 });
    const last = reviewOf(desk).matters[2]!.key;
    await until(() => desk.view().selected.has(last));
    letGo();
    await until(() => slow.view().selected.has(last));
    expect([...slow.view().selected]).toEqual([last]);
    await slow.leave();
  });

  test('改单元格后，静下来就重新核对', async () => {
    expect(overdueIn(desk)).toBe(1);
    host.session.userEdits('台账', { top: 1, left: 4, bottom: 1, right: 4 }, '已办结');
    await until(() => {
      timing.turn(700);
      return overdueIn(desk) === 0;
    });
    expect(desk.view().notice).toBeNull();
  });

  const colleagueCloses = (row: number): void =>
    host.session.colleagueEdits('台账', { top: row, left: 4, bottom: row, right: 4 }, '已办结');

  test('他人改了一格：重新核对，说是哪一格', async () => {
    colleagueCloses(1);
    await until(() => {
      timing.turn(700);
      return overdueIn(desk) === 0 && desk.view().notice !== null;
    });
    expect(desk.view().notice).toMatchObject({ tone: 'info', text: '他人改动了台账!E2，已重新核对。' });
  });

  test('他人改了两处：说有几处', async () => {
    colleagueCloses(1);
    colleagueCloses(2);
    await until(() => {
      timing.turn(700);
      return desk.view().notice !== null;
    });
    expect(desk.view().notice?.text).toBe('他人改动了 2 处，已重新核对。');
  });

  test('预览后他人改了要写的那一行：不写，两件事都说，单元格点得到', async () => {
    await desk.previewMarking();
    host.session.colleagueEdits('台账', { top: 1, left: 3, bottom: 1, right: 3 }, '2026-12-31');
    await desk.write();
    expect(host.workbook.sheets[0]!.conditionalRules()).toEqual([]);
    expect(desk.view().notice).toMatchObject({
      tone: 'error',
      text: expect.stringMatching(/没有写入.*他人改动了台账!D2，已重新核对。$/),
      cell: { sheet: '台账', row: 1, column: 3 },
    });
  });

  test('末尾加一行，清单里多一件', async () => {
    host.session.userEdits('台账', { top: 4, left: 0, bottom: 4, right: 3 }, [['4', '种树', '林业局', '2026-10-01']]);
    await until(() => {
      timing.turn(700);
      return reviewOf(desk).matters.length === 4;
    });
    expect(overdueIn(desk)).toBe(2);
  });

  test('预览开着时不重新核对，关了才核对', async () => {
    await desk.previewMarking();
    host.session.userEdits('台账', { top: 1, left: 4, bottom: 1, right: 4 }, '已办结');
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    timing.turn(700);
    expect(desk.view().work).toBeNull();
    expect(overdueIn(desk)).toBe(1);
    desk.closePreview();
    await until(() => {
      timing.turn(700);
      return overdueIn(desk) === 0;
    });
  });
});

test('大台账改一格，跟着改；粘贴一大片，不自己重读，只说已改动', async () => {
  const rows = Array.from({ length: 20_001 }, (_, index) => [
    String(index + 1),
    `事项${index + 1}`,
    '交通局',
    '2026-5-31',
    '',
  ]);
  const host = deskWith('台账', [HEADER, ...rows]);
  const { desk, timing } = deskOnPane();
  await desk.open();
  expect(overdueIn(desk)).toBe(20_001);
  host.session.userEdits('台账', { top: 1, left: 4, bottom: 1, right: 4 }, '已办结');
  const before = host.requests();
  await until(() => {
    timing.turn(700);
    return overdueIn(desk) === 20_000 && desk.view().work === null;
  });
  expect(host.requests() - before).toBe(1);
  expect(desk.view().stale).toBe(false);
  host.session.userEdits('台账', { top: 1, left: 4, bottom: 3000, right: 4 }, '已办结');
  await until(() => {
    timing.turn(700);
    return desk.view().stale;
  });
  timing.turn(10_000);
  expect(desk.view().work).toBeNull();
  await desk.readAgain();
  expect(desk.view().stale).toBe(false);
  expect(overdueIn(desk)).toBe(17_001);
  await desk.leave();
  host.close();
});

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
    await until(() => overdueIn(desk) === 0);
    expect(desk.view().following).toBeNull();
    expect([...seen]).toEqual([null]);
    leave();
  });

  test('自己重读时点了标记：读完再做，按读到的来', async () => {
    await amidReading();
    const proposed = desk.previewMarking();
    gate.letThrough();
    expect(await proposed).toBe(true);
    expect(overdueIn(desk)).toBe(0);
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
    expect(overdueIn(desk)).toBe(0);
  });

  test('自己重读时看将要写入的：面前的不变，取消后才换上读到的', async () => {
    await desk.previewMarking();
    const preview = desk.view().preview!;
    desk.closePreview();
    await amidReading();
    desk.propose(preview);
    gate.letThrough();
    await until(() => desk.view().following === null);
    expect(overdueIn(desk)).toBe(1);
    expect(desk.view()).toMatchObject({ preview: { summary: preview.summary }, stale: false });
    timing.turn(700);
    expect(desk.view().following).toBeNull();
    desk.closePreview();
    await until(() => {
      timing.turn(700);
      return overdueIn(desk) === 0;
    });
  });

  test('看着将要写入的去了别的房间，这期间表中改的也会读到', async () => {
    await desk.previewMarking();
    closeFirst();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    timing.turn(700);
    expect(overdueIn(desk)).toBe(1);
    desk.enter('checks');
    await until(() => {
      timing.turn(700);
      return overdueIn(desk) === 0;
    });
  });

  test('停下自己的重读：只说已改动，下次读的时候一并读到', async () => {
    await amidReading();
    desk.stop();
    gate.letThrough();
    await until(() => desk.view().following === null);
    expect(desk.view().stale).toBe(true);
    expect(overdueIn(desk)).toBe(1);
    await desk.readAgain();
    expect(desk.view().stale).toBe(false);
    expect(overdueIn(desk)).toBe(0);
  });

  test('自己重读时点了重新读取：读一遍就够，不说已改动', async () => {
    let saidStale = false;
    const leave = desk.subscribe(() => (saidStale ||= desk.view().stale));
    await amidReading();
    const read = desk.readAgain();
    gate.letThrough();
    await read;
    expect(overdueIn(desk)).toBe(0);
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
