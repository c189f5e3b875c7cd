import { deskWith, openSample, SAMPLES, type HostDesk } from '../hostDesk';
import { deskOnPane, overdueIn, reviewOf } from './paneDesk';

describe('窗格连接台账', () => {
  let host: HostDesk;
  afterEach(() => host.close());

  test('打开就核对：件数、逾期与台账一致，什么也不写', async () => {
    host = openSample('city');
    const before = host.workbook.save();
    const { desk } = deskOnPane();
    await desk.open();
    expect(desk.view().phase.kind).toBe('ready');
    expect(reviewOf(desk).matters.length).toBe(200);
    expect(overdueIn(desk)).toBeGreaterThan(0);
    expect(desk.view().journal).toEqual([]);
    expect(host.workbook.save()).toEqual(before);
    await desk.leave();
  });

  test('没有台账时说清缺什么列', async () => {
    host = deskWith('通讯录', [
      ['姓名', '电话'],
      ['甲', '1'],
    ]);
    const { desk } = deskOnPane();
    await desk.open();
    expect(desk.view().phase.kind).toBe('noLedger');
    expect(desk.view().connecting?.others[0]).toMatchObject({ sheet: '通讯录' });
    await desk.leave();
  });

  test('“完成时间”意思不明时先问，选定后按选定的核对，并记在文件里', async () => {
    host = deskWith('台账', [
      ['序号', '督查事项', '责任单位', '完成时间'],
      ['1', '修桥', '交通局', '2026-10-20'],
    ]);
    const { desk } = deskOnPane();
    await desk.open();
    const { phase, connecting } = desk.view();
    if (phase.kind !== 'asking') throw new Error(`asked nothing: ${phase.kind}`);
    const { connection } = connecting!.ledgers[0]!;
    const settled = { ...connection, columns: { ...connection.columns, deadline: { column: 3, header: '完成时间' } } };
    await desk.answer(new Map([['台账', settled]]), true);
    expect(desk.view().phase.kind).toBe('ready');
    expect(reviewOf(desk).assessments[0]).toMatchObject({ state: 'overdue', overdueDays: 11 });
    await desk.leave();

    const again = deskOnPane().desk;
    await again.open();
    expect(again.view().phase.kind).toBe('ready');
    expect(overdueIn(again)).toBe(1);
    await again.leave();
  });

  test('“只用这一次”不写文件', async () => {
    host = deskWith('台账', [
      ['序号', '督查事项', '责任单位', '完成时间'],
      ['1', '修桥', '交通局', '2026-10-20'],
    ]);
    const { desk } = deskOnPane();
    await desk.open();
    const { connection } = desk.view().connecting!.ledgers[0]!;
    await desk.answer(new Map([['台账', connection]]), false);
    expect(desk.view().phase.kind).toBe('ready');
    expect(desk.view().journal).toEqual([]);
    await desk.readAgain();
    expect(desk.view().phase.kind).toBe('ready');
    await desk.leave();
  });

  test('连不上时说原因，再试就好', async () => {
    host = openSample('city');
    host.failNext((ordinal) =>
      ordinal === 1 ? { when: 'before', error: { code: 'ServiceNotAvailable', message: '' } } : undefined,
    );
    const { desk } = deskOnPane();
    await desk.readAgain();
    const { phase } = desk.view();
    expect(phase.kind === 'failed' && phase.refusal.sentence).toMatch(/断开/);
    await desk.readAgain();
    expect(desk.view().phase.kind).toBe('ready');
  });

  test('读取可以停止；停后可再读', async () => {
    host = openSample('city');
    const { desk } = deskOnPane();
    const reading = desk.readAgain();
    desk.stop();
    await reading;
    expect(desk.view()).toMatchObject({ phase: { kind: 'stopped' }, work: null, review: null });
    await desk.readAgain();
    expect(desk.view().phase.kind).toBe('ready');
  });

  test('超过一秒才显示进度', async () => {
    host = openSample('city');
    const { desk, timing } = deskOnPane();
    const reading = desk.readAgain();
    expect(desk.view().work).toMatchObject({ kind: 'read', slow: false });
    timing.turn(1000);
    expect(desk.view().work).toMatchObject({ slow: true });
    await reading;
    expect(desk.view().work).toBeNull();
  });

  test('程序自身的错误说出来，并抛出', async () => {
    host = openSample('city');
    const { desk } = deskOnPane({
      reviewInPortions: () => {
        throw new RangeError('a bug');
      },
    });
    await expect(desk.readAgain()).rejects.toThrow('a bug');
    expect(desk.view()).toMatchObject({ notice: { tone: 'error' }, work: null });
  });
});

test('三个样本都能打开', async () => {
  for (const sample of Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]) {
    const host = openSample(sample);
    const { desk } = deskOnPane();
    await desk.open();
    expect([sample, desk.view().phase.kind]).toEqual([sample, expect.stringMatching(/ready|asking/)]);
    await desk.leave();
    host.close();
  }
});
