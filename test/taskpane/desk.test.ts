import type { CivilDate } from '../../src/domain/calendar/civilDate';
import type { Review } from '../../src/app/reading/review';
import { draftLetters, planIssue } from '../../src/app/letters/issueNotices';
import type { Notice as Letter } from '../../src/domain/notices/notice';
import { previewOfLetters } from '../../src/taskpane/desk/previews';
import { figuresOf } from '../../src/taskpane/desk/figures';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { deskWith, openDesk, openSample, SAMPLES, type HostDesk } from '../hostDesk';
import { deskOnPane, type HandTurned, until } from './paneDesk';

const reviewOf = (desk: Desk): Review => {
  const { review } = desk.view();
  if (review === null) throw new Error('nothing was reviewed');
  return review;
};
const overdueIn = (desk: Desk): number => figuresOf(reviewOf(desk), null).states.overdue.length;

const HEADER = ['序号', '督查事项', '责任单位', '办结时限', '办理状态'];
const LEDGER = [
  HEADER,
  ['1', '修桥', '交通局', '2026-10-20', ''],
  ['2', '建校', '教育局', '2026-11-02', ''],
  ['3', '治水', '水利局', '2026-10-01', '已办结'],
];

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

describe('统计日期、台账和方案', () => {
  let host: HostDesk;
  let desk: Desk;
  beforeEach(async () => {
    host = deskWith('台账', LEDGER);
    desk = deskOnPane().desk;
    await desk.open();
  });
  afterEach(async () => {
    await desk.leave();
    host.close();
  });

  test('换统计日期不再读文件：10月20日不逾期，10月21日逾期1天', () => {
    const before = host.requests();
    desk.chooseDate({ kind: 'on', date: '2026-10-20' as CivilDate });
    expect(overdueIn(desk)).toBe(0);
    desk.chooseDate({ kind: 'on', date: '2026-10-21' as CivilDate });
    expect(reviewOf(desk).assessments[0]).toMatchObject({ state: 'overdue', overdueDays: 1 });
    desk.chooseDate({ kind: 'today' });
    expect(reviewOf(desk).assessments[0]).toMatchObject({ overdueDays: 11 });
    expect(host.requests()).toBe(before);
  });

  test('临期天数改为 1 天，还剩 2 天的就不算临期', () => {
    expect(reviewOf(desk).assessments[1]?.state).toBe('dueSoon');
    const { choices } = desk.view();
    desk.choose({ ...choices, settings: { ...choices.settings, dueSoonDays: 1 } });
    expect(reviewOf(desk).assessments[1]?.state).toBe('inProgress');
  });

  test('设置存进文件，重开仍在', async () => {
    const { choices } = desk.view();
    desk.choose({ ...choices, scheme: 'liangshan-2010', settings: { ...choices.settings, dueSoonDays: 1 } });
    await desk.keep('保存设置');
    await desk.leave();
    const reopened = openDesk(host.workbook.save(), '台账.xlsx');
    const again = deskOnPane().desk;
    await again.open();
    expect(again.view().choices).toMatchObject({ scheme: 'liangshan-2010', settings: { dueSoonDays: 1 } });
    await again.leave();
    reopened.close();
  });
});

describe('写入与撤销', () => {
  let host: HostDesk;
  let desk: Desk;
  const rules = (): number => host.workbook.sheets[0]!.conditionalRules().length;
  beforeEach(async () => {
    host = deskWith('台账', LEDGER);
    desk = deskOnPane().desk;
    await desk.open();
  });
  afterEach(async () => {
    await desk.leave();
    host.close();
  });

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

describe('文书和计分', () => {
  let host: HostDesk;
  let desk: Desk;
  const handed: string[] = [];
  beforeEach(async () => {
    handed.length = 0;
    host = openSample('city');
    desk = deskOnPane({ handOver: ({ name }) => void handed.push(name) }).desk;
    await desk.open();
  });
  afterEach(async () => {
    await desk.leave();
    host.close();
  });

  const dueLetters = () => {
    const of = reviewOf(desk);
    const { office } = desk.view().choices;
    return draftLetters(of, {
      form: 'due',
      matters: null,
      issuedOn: of.asOf,
      office,
      grouping: 'perMatter',
      status: 'draft',
    }).notices;
  };

  const previewLetters = (letters: readonly Letter[]): void => {
    const { office } = desk.view().choices;
    desk.propose(previewOfLetters(planIssue(reviewOf(desk), letters, office), letters, office));
  };

  test('出一份催办单：先预览，登记后才交出文件；撤销后这件事又待催办', async () => {
    const before = dueLetters();
    const letter = before.find(({ form }) => form === 'reminderNotice')!;
    previewLetters([letter]);
    expect(desk.view().preview).toMatchObject({ deed: '生成 1 份文书', letters: [letter] });
    expect(handed).toEqual([]);
    await desk.write();
    expect(handed).toEqual(['河阳市政府督查台账（2026年）-文书.docx']);
    expect(dueLetters()).toHaveLength(before.length - 1);
    const { notice } = desk.view();
    await desk.undo(notice!.undo!);
    expect(dueLetters()).toHaveLength(before.length);
  });

  test('没有登记成，就不交出文件', async () => {
    previewLetters(dueLetters().slice(0, 1));
    host.failNext((ordinal) =>
      ordinal === 1 ? { when: 'before', error: { code: 'AccessDenied', message: '' } } : undefined,
    );
    await desk.write();
    expect(handed).toEqual([]);
    expect(desk.view()).toMatchObject({ notice: { tone: 'error' }, preview: { deed: '生成 1 份文书' } });
  });

  test('写入本月计分表；再写就说已是这样', async () => {
    desk.chooseDate({ kind: 'on', date: '2026-10-31' as CivilDate });
    await desk.previewScores(false);
    expect(desk.view().preview?.deed).toBe('写入 2 张工作表');
    await desk.write();
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['考核计分 2026-10', '计分明细 2026-10']),
    );
    await desk.previewScores(false);
    expect(desk.view().preview?.plan.changes).toEqual([]);
  });

  test('从清单的下一步去文书，不管上次停在哪一页、选了哪种文书，看到的都是这件待发的文书', async () => {
    await desk.open();
    const { key } = desk.view().review!.matters[0]!;
    desk.chooseLetters({ tab: 'office', form: 'supervisionNotice' });
    desk.wantLetters(key);
    expect(desk.view().letterChoices).toMatchObject({ tab: 'due', form: 'due' });
    desk.chooseLetters({ tab: 'record', form: 'supervisionNotice' });
    desk.wantLetters(null);
    expect(desk.view().letterChoices).toMatchObject({ tab: 'due', form: 'supervisionNotice' });
  });

  test('从一件事项去文书，只看这一件；再进文书看全部', () => {
    const { key } = reviewOf(desk).matters[0]!;
    desk.wantLetters(key);
    expect(desk.view()).toMatchObject({ room: 'letters', lettersFor: new Set([key]) });
    desk.wantLetters(null);
    expect(desk.view().lettersFor).toBeNull();
  });
});

describe('表和清单互相跟随', () => {
  let host: HostDesk;
  let desk: Desk;
  let timing: HandTurned;
  beforeEach(async () => {
    host = deskWith('台账', LEDGER);
    ({ desk, timing } = deskOnPane());
    await desk.open();
  });
  afterEach(async () => {
    await desk.leave();
    host.close();
  });

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
