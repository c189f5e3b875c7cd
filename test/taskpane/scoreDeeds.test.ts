import { checkEventForm, proposedEvents } from '../../src/app/scoring/events';
import { scoreReview } from '../../src/app/scoring/scoreReview';
import { planScoreSheets, type Scored } from '../../src/app/scoring/scoreSheets';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { changeInWords, previewEvents, previewScheme, scoreRows } from '../../src/taskpane/desk/scoreDeeds';
import { NOTICES, scoreDesk } from '../app/scoring/scoreDesk';
import { deskOver, type HostDesk } from '../hostDesk';
import { deskOnPane, TODAY } from './paneDesk';

describe('窗格里的计分', () => {
  let host: HostDesk;
  let desk: Desk;
  beforeEach(async () => {
    host = scoreDesk({
      文书登记簿: NOTICES,
      单位名录: [
        ['单位', '类别', '参加考核'],
        ['交通局', '部门', ''],
        ['水利局', '部门', ''],
      ],
    });
    desk = deskOnPane().desk;
    await desk.open();
  });
  afterEach(async () => {
    await desk.leave();
    host.close();
  });
  const of = () => desk.view().review!;
  const scored = (): Scored => {
    const outcome = scoreReview(of());
    if (outcome.kind !== 'scored') throw new Error(outcome.kind);
    return outcome;
  };
  const totalOf = (unit: string) => scored().scores.find((score) => score.unit === unit)!.total;
  const lateAt = (date: string) =>
    checkEventForm(
      of(),
      {
        date: date as CivilDate,
        unit: '水利局',
        kind: 'meetingLate',
        matter: null,
        points: null,
        basis: '调度会',
        author: '',
      },
      TODAY,
    );
  const enter = async (date: string): Promise<void> => {
    const check = lateAt(date);
    if (!check.ok) throw new Error(check.problems.map(({ sentence }) => sentence).join());
    previewEvents(desk, [check.entry], check.cautions);
    await desk.write();
  };

  describe('自动保存开着，别人可能在另一份副本里登记', () => {
    const register = () => host.workbook.sheets.find(({ name }) => name === '加减分登记');
    /** A register with one row, and the workbook opened over it. */
    const openAgain = async (autoSave: boolean): Promise<void> => {
      if (register() === undefined) await enter('2026-10-12');
      await desk.leave();
      host.close();
      host = deskOver(host.workbook, '台账.xlsx', { autoSave });
      desk = deskOnPane().desk;
      await desk.open();
    };
    const overwritten = async (row: number, cells: Readonly<Record<number, string>>): Promise<void> => {
      for (const [column, value] of Object.entries(cells)) register()!.setValue(row, Number(column), value);
      await desk.readAgain();
    };
    /** Of the same meeting, another unit. */
    const OTHERS = { 1: '交通局' };

    test('登记的那一行被别人的盖掉：说是哪一笔、几行，只说一次', async () => {
      await openAgain(true);
      await enter('2026-10-21');
      await overwritten(2, OTHERS);
      expect(desk.view().notice).toMatchObject({ tone: 'warning' });
      expect(desk.view().notice!.text).toBe(
        '“登记水利局会议迟到”写进加减分登记的 1 行，现在已不在表里，可能被别人同时登记的行盖掉了。请核对，需要的补登。',
      );
      desk.dismissNotice();
      await desk.readAgain();
      expect(desk.view().notice).toBeNull();
    });

    test('只改正了其中一格、自己撤销了，都不算少；自动保存关着，不看', async () => {
      await openAgain(true);
      await enter('2026-10-21');
      await overwritten(2, { 6: '经济运行调度会' });
      expect(desk.view().notice?.text ?? '').not.toContain('已不在表里');
      await desk.undoLast();
      await enter('2026-10-23');
      const last = desk.view().journal.at(-1)!;
      await desk.undo(last);
      await desk.readAgain();
      expect(desk.view().notice?.text ?? '').not.toContain('已不在表里');
      await openAgain(false);
      await enter('2026-10-21');
      await overwritten(3, OTHERS);
      expect(desk.view().notice?.text ?? '').not.toContain('已不在表里');
    });
  });

  test('点开一个单位：先说为什么是这个分，再按块列出每一行，行上有条款和单元格', () => {
    const rows = scoreRows(of(), scored(), '交通局', false);
    expect(rows[0]).toMatchObject({ kind: 'unit', open: false });
    const why = rows.find((row) => row.kind === 'why');
    expect(why?.kind === 'why' && why.sentence).toBe(`交通局${totalOf('交通局')}分＝基础分100−催办督办约谈0.2。`);
    const lines = rows.flatMap((row) => (row.kind === 'line' ? [row.explained] : []));
    expect(lines.at(-1)!.line.clause).not.toBe('');
    expect(lines.at(-1)!.line.source?.sheet).toBe('文书登记簿');
    const sum = lines.reduce((total, { line }) => total + Math.round(line.points * 100), 0);
    expect(sum / 100).toBe(totalOf('交通局'));
  });

  test('按组看：组名在前，组内名次', () => {
    const rows = scoreRows(of(), scored(), null, true);
    expect(rows.map((row) => (row.kind === 'group' ? row.group : row.kind === 'unit' ? row.score.unit : ''))).toEqual([
      '部门',
      '水利局',
      '交通局',
    ]);
  });

  test('登记一次会议迟到：先预览，写入后分数就变；撤销后复原', async () => {
    expect(totalOf('水利局')).toBe(100);
    await enter('2026-10-21');
    expect(desk.view().journal.at(-1)!.summary).toBe('登记水利局会议迟到');
    expect(totalOf('水利局')).toBe(99.8);
    await desk.undo(desk.view().notice!.undo!);
    expect(totalOf('水利局')).toBe(100);
  });

  test('没有报送进展的：确认后登记，不再提出', async () => {
    const proposed = proposedEvents(of(), 2026, 9);
    expect(proposed.length).toBeGreaterThan(0);
    previewEvents(
      desk,
      proposed.map(({ entry }) => entry),
    );
    expect(desk.view().preview!.deed).toBe(`登记 ${proposed.length} 笔`);
    await desk.write();
    expect(proposedEvents(of(), 2026, 9)).toEqual([]);
  });

  test('印发后又登记一笔：差别逐处说出来，改写后一致', async () => {
    await desk.previewScores(false);
    await desk.write();
    await enter('2026-10-21');
    const sheets = planScoreSheets(of(), scored(), { replace: false });
    expect(sheets.standing).toBe('differs');
    const told = sheets.changes.map(changeInWords);
    expect(told.map(({ text }) => text).join()).toMatch(/水利局：新增 会议迟到 2026-10-21 −0\.2/);
    expect(told.find(({ text }) => text.startsWith('水利局'))!.cell?.sheet).toBe('加减分登记');
    await desk.previewScores(true);
    await desk.write();
    expect(planScoreSheets(of(), scored(), { replace: false }).standing).toBe('same');
  });

  test('写出计分方案表后按表计分，分数与原来一样', async () => {
    const before = totalOf('交通局');
    expect(of().scheme.from).toBe('chosen');
    previewScheme(desk, false);
    expect(desk.view().preview!.lines).toEqual([expect.stringMatching(/^新建工作表“计分方案”/)]);
    await desk.write();
    expect(of().scheme).toMatchObject({ from: 'sheet', refused: false });
    expect(totalOf('交通局')).toBe(before);
  });

  test('计分方案表里有坏行：不计分，说哪一格', async () => {
    previewScheme(desk, false);
    await desk.write();
    const sheet = host.workbook.sheets.find(({ name }) => name === '计分方案')!;
    const area = sheet.usedArea(false)!;
    const row = Array.from({ length: area.bottom }, (_, index) => index + 1).find(
      (own) => typeof sheet.value(own, 3) === 'number',
    )!;
    sheet.setValue(row, 3, '很多');
    await desk.readAgain();
    expect(scoreReview(of()).kind).toBe('sheetRefused');
    expect(of().scheme.findings[0]!.cell).toMatchObject({ sheet: '计分方案', row });
  });

  test('没有写明分值的办法：逐条问，可写出计分方案表来填', async () => {
    desk.choose({ ...desk.view().choices, scheme: 'bureau-2019' });
    const outcome = scoreReview(of());
    expect(outcome.kind === 'amountsMissing' && outcome.questions.length).toBeGreaterThan(0);
    previewScheme(desk, false);
    await desk.write();
    expect(host.workbook.sheets.map(({ name }) => name)).toContain('计分方案');
  });
});
