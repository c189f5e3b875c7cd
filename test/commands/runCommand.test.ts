import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../src/commands/runCommand';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { RIBBON_DEEDS } from '../../src/taskpane/desk/ribbonDeeds';
import { atOnce } from '../../src/domain/portions';
import { lettersToIssue, wishesOf } from '../../src/taskpane/desk/letterDeeds';
import { deskOnPane, until, type HandTurned } from '../taskpane/paneDesk';
import { deskWith, type HostDesk } from '../hostDesk';

const LEDGER = [
  ['序号', '督查事项', '责任单位', '办结时限', '办理状态'],
  ['1', '修桥', '交通局', '2026-10-20', ''],
  ['2', '建校', '教育局', '2026-11-02', ''],
  ['3', '治水', '水利局', '2026-10-01', '已办结'],
];

describe('功能区命令', () => {
  let host: HostDesk;
  let desk: Desk;
  let timing: HandTurned;
  let shown: number;

  /** One click: how often the event was completed, and how often the pane had come out by then. */
  async function click(name: string, showPane: () => Promise<void> = async () => undefined): Promise<number> {
    let completed = 0;
    await runCommand(
      name,
      { completed: () => (completed += 1) },
      { desk, showPane: () => ((shown += 1), showPane()), after: timing.after },
    );
    return completed;
  }
  const notice = () => desk.view().notice;
  const journal = () => desk.view().journal.map(({ summary }) => summary);

  beforeEach(() => {
    host = deskWith('台账', LEDGER);
    ({ desk, timing } = deskOnPane());
    shown = 0;
  });
  afterEach(async () => {
    await desk.leave();
    host.close();
  });

  test('清单里的每个命令这里都会办，这里会办的清单里都有', () => {
    const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
    const named = [...manifest.matchAll(/<FunctionName>([^<]+)</g)].map(([, name]) => name!);
    expect(named.sort()).toEqual([...RIBBON_DEEDS.keys()].sort());
  });

  test('点“标记逾期”启动加载项：等读完台账再标，结果说在窗格里，记进撤销', async () => {
    const opened = desk.open();
    expect(await click('markOverdue')).toBe(1);
    await opened;
    expect(notice()).toMatchObject({ tone: 'done', text: '已写入：标出 3 行', undo: { summary: '标出 3 行' } });
    expect(journal()).toEqual(['标出 3 行']);
    expect(shown).toBe(1);
    expect(host.workbook.sheets[0]!.conditionalRules().length).toBeGreaterThan(0);
  });

  test('再点一次不写第二遍；“清除标记”一格不剩；“撤销”一步一步退回', async () => {
    await desk.open();
    const formats = (): number => host.workbook.sheets[0]!.conditionalRules().length;
    await click('markOverdue');
    const marked = formats();
    await click('markOverdue');
    expect(notice()?.text).toBe('表中已是这样，没有写入。');
    expect(journal()).toHaveLength(1);
    await click('clearMarks');
    expect(formats()).toBe(0);
    await click('undoLast');
    expect([formats(), notice()?.text]).toEqual([marked, '已撤销：去掉 1 张表的标记']);
    await click('undoLast');
    expect([formats(), notice()?.text]).toEqual([0, '已撤销：标出 3 行']);
    await click('undoLast');
    expect(notice()).toMatchObject({ tone: 'info', text: '没有可撤销的操作' });
  });

  test('按表中现在的样子标：刚改的时限也算', async () => {
    await desk.open();
    host.workbook.sheets[0]!.setValue(1, 3, '2026-12-20');
    await click('markOverdue');
    expect(desk.view().review?.assessments.map(({ state }) => state)).not.toContain('overdue');
  });

  test('窗格里正要写入另一件：不动，请先定下来', async () => {
    await desk.open();
    await desk.previewMarking();
    for (const name of ['markOverdue', 'clearMarks', 'undoLast']) expect(await click(name)).toBe(1);
    expect(notice()).toMatchObject({ tone: 'error', text: '窗格里有一步还没有定，请先写入或取消。' });
    expect(desk.view().preview?.deed).toBe('标出 3 行');
    expect(journal()).toEqual([]);
  });

  test('列的意思还没有定：不标，请先确认几列', async () => {
    host.close();
    host = deskWith('台账', [
      ['序号', '督查事项', '责任单位', '完成时间'],
      ['1', '修桥', '交通局', '2026-10-20'],
    ]);
    const opened = desk.open();
    expect(await click('markOverdue')).toBe(1);
    await opened;
    expect(desk.view().phase.kind).toBe('asking');
    expect(notice()?.text).toBe('先在窗格里确认几列，再点一次。');
    expect(host.workbook.sheets[0]!.conditionalRules()).toHaveLength(0);
  });

  test('Excel 不让写：说出来，命令照样结束', async () => {
    await desk.open();
    host.failNext((ordinal) =>
      ordinal >= 3 ? { when: 'before', error: { code: 'AccessDenied', message: 'protected' } } : undefined,
    );
    expect(await click('markOverdue')).toBe(1);
    host.failNext(() => undefined);
    expect(notice()?.tone).toBe('error');
    expect(shown).toBe(1);
    expect(journal()).toEqual([]);
  });

  test.each([
    ['openOverview', 'overview'],
    ['openChecks', 'checks'],
    ['openLetters', 'letters'],
    ['openScores', 'scores'],
    ['openBulletin', 'bulletin'],
  ])('%s：窗格先出来，停在该去的地方', async (name, room) => {
    await desk.open();
    desk.enter('reminders');
    expect(await click(name)).toBe(1);
    expect(desk.view()).toMatchObject({ room, panel: 'none' });
    expect(shown).toBeGreaterThan(0);
  });

  test('本行生成催办单：只拟选中行的，先给看，什么也没写', async () => {
    await desk.open();
    const { id } = host.workbook.sheets[0]!;
    host.session.userSelects(id, { top: 1, left: 1, bottom: 1, right: 1 });
    expect(await click('draftReminder')).toBe(1);
    expect(desk.view().room).toBe('letters');
    const drafted = atOnce(lettersToIssue(desk.view().review!, wishesOf(desk.view())));
    expect(drafted.notices.map(({ form, matters }) => [form, matters.map(({ title }) => title)])).toEqual([
      ['reminderNotice', ['修桥']],
    ]);
    expect(journal()).toEqual([]);
  });

  test('登记办结：办理登记打开，类型是办结，事项是选中的两行', async () => {
    const opened = desk.open();
    host.session.userSelects(host.workbook.sheets[0]!.id, { top: 1, left: 0, bottom: 2, right: 4 });
    await click('registerClosing');
    await opened;
    expect(desk.view()).toMatchObject({ panel: 'proceeding', proceeding: 'closed' });
    expect(desk.view().selected.size).toBe(2);
    desk.showPanel('proceeding');
    expect(desk.view().proceeding).toBe('progress');
  });

  test('选中的是表头：说请先选中事项所在的行', async () => {
    await desk.open();
    host.session.userSelects(host.workbook.sheets[0]!.id, { top: 0, left: 0, bottom: 0, right: 0 });
    await click('draftReminder');
    expect(notice()?.text).toBe('选中的行里没有督查事项。请先选中事项所在的行。');
  });

  test('两秒还没办完，窗格先出来；四分半钟还没办完，命令先结束', async () => {
    let answer: () => void = () => undefined;
    const held = deskOnPane({
      lookOver: () => new Promise((resolve) => (answer = () => resolve({ ok: false, refusal: REFUSAL }))),
    });
    desk = held.desk;
    timing = held.timing;
    const opened = desk.open();
    let completed = 0;
    const running = runCommand(
      'markOverdue',
      { completed: () => (completed += 1) },
      { desk, showPane: async () => void (shown += 1), after: timing.after },
    );
    timing.turn(2000);
    expect([shown, completed]).toEqual([1, 0]);
    timing.turn(270_000);
    expect(completed).toBe(1);
    answer();
    await running;
    await opened;
    expect(completed).toBe(1);
  });

  test('宿主显示不了窗格，也没有可结束的事件：照样办', async () => {
    await desk.open();
    const noPane = (): Promise<void> => Promise.reject(new Error('no pane'));
    await runCommand('markOverdue', null, { desk, showPane: noPane, after: timing.after });
    await until(() => desk.view().work === null);
    expect(journal()).toEqual(['标出 3 行']);
  });

  test('没有的命令是程序的错：抛出，说没有办成，事件照样结束', async () => {
    await desk.open();
    await expect(click('noSuchCommand')).rejects.toThrow('noSuchCommand');
    expect(notice()).toMatchObject({ tone: 'error', text: '这个按钮没有办成，台账以表中为准。请在窗格里再办一次。' });
  });
});

const REFUSAL = { code: 'GeneralException', sentence: '没有读到。', uncertain: false } as const;
