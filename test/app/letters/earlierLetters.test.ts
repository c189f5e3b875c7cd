import { askedEarlier, earlierKey, takeEarlier, type EarlierLetter } from '../../../src/app/letters/earlierLetters';
import { draftLetters, planIssue, type IssueRequest } from '../../../src/app/letters/issueNotices';
import { lettersOnRecord } from '../../../src/app/letters/lettersOnRecord';
import { previewLetter } from '../../../src/app/letters/makeLetters';
import { reprintLetters } from '../../../src/app/letters/reprintLetters';
import type { Review } from '../../../src/app/reading/review';
import { againstUndoing } from '../../../src/app/letters/takeBackNotices';
import { finish, journalEntries, takeBack } from '../../../src/app/office/workbook';
import { scoreReview } from '../../../src/app/scoring/scoreReview';
import { readEarlier } from '../../../src/taskpane/desk/letterDeeds';
import type { DeskView } from '../../../src/taskpane/desk/view';
import { PLAIN_NUMBER } from '../../../src/domain/notices/numbering';
import { entry, office } from '../../domain/notices/builders';
import { contentOf, deskWith, type HostDesk } from '../../hostDesk';
import { date, requestOn, reviewAt, write } from '../desk';

const HEADER = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '交办单编号'];
const LEDGER = [
  HEADER,
  [1, '道路修缮', '交通局', '2026-3-1', '2026-3-31', '', null],
  [2, '桥梁加固', '交通局', '2026-3-1', '2026-4-30', '', null],
  [3, '校舍改造', '教育局', null, '2026-5-31', '', '邓政办〔2018〕127号'],
  [4, '河道清淤', '水利局、住建局', '2026-3-1', '2026-5-31', '', null],
];
const withoutColumn = LEDGER.map((row) => row.slice(0, 6));
const REGISTER = ['文书', '编号', '日期', '主送单位', '事项编号', '事项', '答复期限', '上一文书', '状态'];

const request = (over: Partial<IssueRequest> = {}): IssueRequest =>
  requestOn('2026-10-31', { status: 'draft', ...over });
const text = (notice: Parameters<typeof previewLetter>[0]): string =>
  previewLetter(notice, { office })
    .map((paragraph) => paragraph.text)
    .join('\n');

/** Answers what is asked, by matter number. */
function answers(of: Review, typed: Readonly<Record<string, readonly [string, string | null]>>): EarlierLetter[] {
  const entered: EarlierLetter[] = [];
  for (const asked of askedEarlier(of, draftLetters(of, request()).notices)) {
    const [number, on] = typed[asked.matter.id!] ?? ['', null];
    const given = { number, on: on === null ? asked.on : date(on) };
    const register = of.registers.notices ?? [];
    const answer = takeEarlier(asked, given, { style: PLAIN_NUMBER, issuedOn: of.asOf, register });
    if (answer.kind === 'wrong') throw new Error(answer.sentence);
    if (answer.kind === 'entered') entered.push(answer.letter);
  }
  return entered;
}

describe('催办单要引的交办单查不到：问一次，补记在案', () => {
  let desk: HostDesk;
  afterEach(() => desk.close());

  test('问的是缺编号或缺日期的事项，一件一次；查得到的先填上', async () => {
    desk = deskWith('督查台账', LEDGER);
    const of = await reviewAt('2026-10-31');
    const asked = askedEarlier(of, draftLetters(of, request()).notices);
    expect(asked.map(({ matter, units, form, number, on }) => [matter.id, units, form, number, on])).toEqual([
      ['1', ['交通局'], 'assignmentNotice', null, '2026-03-01'],
      ['2', ['交通局'], 'assignmentNotice', null, '2026-03-01'],
      ['3', ['教育局'], 'assignmentNotice', '邓政办〔2018〕127号', null],
      ['4', ['水利局', '住建局'], 'assignmentNotice', null, '2026-03-01'],
    ]);
  });

  test('填上的：文书照引；登记簿补一行已发的交办单，备注补记；台账空着的编号和日期也填上', async () => {
    desk = deskWith('督查台账', LEDGER);
    const of = await reviewAt('2026-10-31');
    const earlier = answers(of, {
      1: ['7', '2026-03-02'],
      2: ['〔2026〕7号', '2026-03-02'],
      3: ['邓政办〔2018〕127号', '2026-03-05'],
    });
    const { notices, findings } = draftLetters(of, request({ earlier }));
    expect(text(notices[0]!)).toContain('交由你单位办理（河阳市人民政府工作交办单〔2026〕7号）');
    expect(text(notices[2]!)).toContain('已于2026年3月5日交由你单位办理（邓政办〔2018〕127号）');
    expect(findings.map(({ matter }) => of.matters.find(({ key }) => key === matter)!.id)).toEqual(['4', '4']);
    expect(text(notices[3]!)).toContain('工作交办单〔2026〕　　号');
    expect(await write(planIssue(of, notices, office, earlier))).toMatchObject({ ok: true, written: true });

    const after = await reviewAt('2026-10-31');
    const [first, second] = lettersOnRecord(after);
    expect(first).toMatchObject({
      form: 'assignmentNotice',
      number: '〔2026〕7号',
      date: '2026-03-02',
      unit: '交通局',
      status: 'sent',
      note: '补记',
      unlinked: 0,
    });
    expect(first!.matters.map(({ id }) => id)).toEqual(['1', '2']);
    expect(second).toMatchObject({ number: '邓政办〔2018〕127号', unit: '教育局', note: '补记' });
    expect(after.matters.map(({ assignmentNo }) => assignmentNo)).toEqual([
      '〔2026〕7号',
      '〔2026〕7号',
      '邓政办〔2018〕127号',
      null,
    ]);
    expect(after.matters[2]!.assignedOn.reading).toMatchObject({ kind: 'date', date: '2026-03-05' });
    expect(after.matters[0]!.assignedOn.reading).toMatchObject({ date: '2026-03-01' });
    expect(after.findings.map(({ code }) => code)).not.toContain('notice-unregistered');
    expect(askedEarlier(after, draftLetters(after, request({ matters: new Set() })).notices)).toEqual([]);
    expect(reprintLetters(after, [first!], office).refusals[0]!.sentence).toContain('事后补记');
    const again = reprintLetters(after, lettersOnRecord(after).slice(2, 3), office).notices;
    expect(text(again[0]!)).toBe(text(notices[0]!));
  });

  test('台账没有交办单编号一列的，只进登记簿，台账一格不动', async () => {
    desk = deskWith('督查台账', withoutColumn);
    const of = await reviewAt('2026-10-31');
    const earlier = answers(of, { 1: ['7', null] });
    const plan = planIssue(of, draftLetters(of, request({ earlier })).notices, office, earlier);
    expect(plan.changes.filter((change) => change.kind === 'setCell')).toEqual([]);
    await write(plan);
    const after = await reviewAt('2026-10-31');
    expect(lettersOnRecord(after)[0]).toMatchObject({ number: '〔2026〕7号', date: '2026-03-01', note: '补记' });
  });

  test('别的文件的文号不占交办单的号；补记的号不再给别的文书', async () => {
    desk = deskWith('督查台账', LEDGER);
    const of = await reviewAt('2026-10-31');
    const earlier = answers(of, { 1: ['7', null], 3: ['邓政办〔2026〕127号', '2026-03-05'] });
    await write(planIssue(of, draftLetters(of, request({ earlier })).notices, office, earlier));
    const after = await reviewAt('2026-10-31');
    const assigning = draftLetters(after, request({ form: 'assignmentNotice' }));
    expect(assigning.notices.map(({ number }) => number)).toEqual(['〔2026〕8号', '〔2026〕9号', '〔2026〕10号']);
    expect(after.findings.filter(({ code }) => code.startsWith('notice-number'))).toEqual([]);
  });

  test('补记不扣分；拟稿连同补记可以撤销，撤销后一格不差', async () => {
    desk = deskWith('督查台账', LEDGER);
    const before = contentOf(desk.workbook);
    const of = await reviewAt('2026-10-31');
    const points = (own: Review): unknown => {
      const scored = scoreReview(own);
      return scored.kind === 'scored' ? scored.scores.map(({ unit, total }) => [unit, total?.toString()]) : scored.kind;
    };
    const scores = points(of);
    const earlier = answers(of, { 1: ['7', null], 3: ['', '2026-03-05'] });
    await write(planIssue(of, draftLetters(of, request({ earlier })).notices, office, earlier));
    const after = await reviewAt('2026-10-31');
    expect(points(after)).toEqual(scores);
    const [entry] = await journalEntries();
    expect(againstUndoing(after, entry!)).toBeNull();
    expect(await takeBack(entry!)).toMatchObject({ ok: true });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('一份交办单主送几个单位：后一个单位再填同号同日照收，是同一份，不算重号；几件事项也行，先后不拘', async () => {
    desk = deskWith('督查台账', [...withoutColumn, [5, '泵站更新', '水利局', '2026-3-1', '2026-5-31', '']]);
    const typed = { number: '7', on: date('2026-03-01') };
    const enter = async (units: readonly string[], matters: readonly string[]): Promise<void> => {
      const of = await reviewAt('2026-10-31');
      const letters = draftLetters(of, request()).notices.filter(
        ({ unit, matters: [own] }) => units.includes(unit) && matters.includes(own!.id!),
      );
      const asked = askedEarlier(of, letters);
      const answers = readEarlier(
        { review: of, choices: { office } } as unknown as DeskView,
        asked,
        new Map(asked.map((own) => [earlierKey(own), typed])),
      );
      const entered = [...answers.values()].map((answer) => {
        if (answer.kind !== 'entered') throw new Error(answer.kind === 'wrong' ? answer.sentence : 'blank');
        return answer.letter;
      });
      expect(await write(planIssue(of, [], office, entered))).toMatchObject({ ok: true, written: true });
    };
    await enter(['水利局', '住建局'], ['4']);
    await enter(['交通局'], ['1']);
    await enter(['水利局'], ['5']);
    const after = await reviewAt('2026-10-31');
    expect(lettersOnRecord(after).map(({ number, unit, unlinked }) => [number, unit, unlinked])).toEqual([
      ['〔2026〕7号', '水利局、住建局', 0],
      ['〔2026〕7号', '交通局', 0],
      ['〔2026〕7号', '水利局', 0],
    ]);
    expect(after.findings.filter(({ code }) => code.startsWith('notice-number'))).toEqual([]);
    const cited = draftLetters(after, request()).notices.filter(({ matters: [own] }) => '145'.includes(own!.id!));
    expect(cited.map(({ unit, previous }) => [unit, previous])).toEqual([
      ['交通局', '〔2026〕7号'],
      ['水利局', '〔2026〕7号'],
      ['住建局', '〔2026〕7号'],
      ['水利局', '〔2026〕7号'],
    ]);
  });

  test('一次填完的也一样：主送两个单位的和只主送其中一个的同号，登记成两行，不算重号', async () => {
    desk = deskWith('督查台账', [...withoutColumn, [5, '泵站更新', '水利局', '2026-3-1', '2026-5-31', '']]);
    const of = await reviewAt('2026-10-31');
    const earlier = answers(of, { 4: ['7', null], 5: ['7', null] });
    expect(earlier).toHaveLength(2);
    await write(planIssue(of, draftLetters(of, request({ earlier })).notices, office, earlier));
    const after = await reviewAt('2026-10-31');
    expect(after.findings.filter(({ code }) => code.startsWith('notice-number'))).toEqual([]);
  });

  test('写到一半断了，接着写完与一次写完一样；同样的回答再来一次不会再记', async () => {
    desk = deskWith('督查台账', LEDGER);
    const of = await reviewAt('2026-10-31');
    const earlier = answers(of, { 1: ['7', null], 4: ['8', null] });
    const plan = planIssue(of, draftLetters(of, request({ earlier })).notices, office, earlier);
    desk.failNext((nth) =>
      nth === 2 ? { when: { afterAction: 30 }, error: { code: 'GeneralException', message: 'x' } } : undefined,
    );
    await write(plan);
    desk.failNext(() => undefined);
    const [entry] = await journalEntries();
    expect(entry!.state).toBe('pending');
    expect(await finish(entry!)).toMatchObject({ ok: true });
    const after = await reviewAt('2026-10-31');
    expect(lettersOnRecord(after).filter(({ note }) => note === '补记')).toMatchObject([
      { unit: '交通局' },
      { unit: '水利局、住建局', number: '〔2026〕8号' },
    ]);
    expect(planIssue(after, [], office, earlier).changes).toEqual([]);
  });
});

describe('登记簿里有行没有号', () => {
  let desk: HostDesk;
  afterEach(() => desk.close());
  const open = (rows: readonly (readonly (string | number | null)[])[]): void => {
    desk = deskWith('督查台账', withoutColumn.slice(0, 2));
    const register = desk.workbook.addSheet('文书登记簿');
    [REGISTER, ...rows].forEach((row, r) => row.forEach((value, c) => register.setValue(r, c, value)));
  };

  test('督办要引的催办单没有编号：编号填进那一行，不另记一次催办', async () => {
    open([
      ['交办单', '〔2026〕1号', '2026-3-1', '交通局', '1', '道路修缮', null, null, '已发'],
      ['催办单', null, '2026-4-10', '交通局', '1', '道路修缮', '2026-4-13', null, '已发'],
    ]);
    const of = await reviewAt('2026-10-31');
    const earlier = answers(of, { 1: ['5', null] });
    expect(earlier).toMatchObject([{ form: 'reminderNotice', on: '2026-04-10', number: '〔2026〕5号' }]);
    const { notices } = draftLetters(of, request({ earlier }));
    expect(notices[0]).toMatchObject({ form: 'supervisionOrder', previous: '〔2026〕5号' });
    expect(text(notices[0]!)).toContain('〔逾期10天后发出催办通知（河阳市人民政府工作催办单〔2026〕5号）〕');
    await write(planIssue(of, notices, office, earlier));
    const after = await reviewAt('2026-10-31');
    expect(lettersOnRecord(after).map(({ form, number }) => [form, number])).toEqual([
      ['assignmentNotice', '〔2026〕1号'],
      ['reminderNotice', '〔2026〕5号'],
      ['supervisionOrder', '〔2026〕1号'],
    ]);
  });

  test('只知道日期也记下：文书写日期，编号留空', async () => {
    desk = deskWith('督查台账', [HEADER.slice(0, 6), [1, '校舍改造', '教育局', null, '2026-5-31', '']]);
    const of = await reviewAt('2026-10-31');
    const earlier = answers(of, { 1: ['', '2026-03-05'] });
    const { notices, findings } = draftLetters(of, request({ earlier }));
    expect(findings).toHaveLength(1);
    expect(text(notices[0]!)).toContain('已于2026年3月5日交由你单位办理（河阳市人民政府工作交办单〔2026〕　　号）');
    await write(planIssue(of, notices, office, earlier));
    const after = await reviewAt('2026-10-31');
    expect(after.matters[0]!.assignedOn.reading).toMatchObject({ kind: 'date', date: '2026-03-05' });
  });
});

describe('填得不对的说明原因', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('督查台账', LEDGER);
  });
  afterEach(() => desk.close());
  const answer = async (number: string, on: string | null, register: Review['registers']['notices'] = []) => {
    const of = await reviewAt('2026-10-31');
    const [first] = askedEarlier(of, draftLetters(of, request()).notices);
    const asked = on === null ? { ...first!, on } : first!;
    return takeEarlier(
      asked,
      { number, on: on === null ? null : date(on) },
      { style: PLAIN_NUMBER, issuedOn: of.asOf, register: register ?? [] },
    );
  };

  test('空着不问第二遍，有编号没日期、晚于发文日、太长的不收', async () => {
    expect(await answer(' ', '2026-03-01')).toEqual({ kind: 'blank' });
    expect(await answer('7', null)).toMatchObject({ at: 'on', sentence: '有编号的请填日期，登记簿每一行都要有日期。' });
    expect(await answer('7', '2026-10-31')).toMatchObject({ kind: 'entered' });
    expect(await answer('7', '2026-11-01')).toMatchObject({
      at: 'on',
      sentence: '日期不能晚于本次发文日期2026年10月31日。',
    });
    expect(await answer('字'.repeat(40), '2026-03-01')).toMatchObject({ kind: 'entered' });
    expect(await answer('字'.repeat(41), '2026-03-01')).toMatchObject({ at: 'number' });
  });

  test('号已经登记给别的单位的不收，同一份交办单的另一件事项可以', async () => {
    const first = await answer('7', '2026-03-01');
    if (first.kind !== 'entered') throw new Error(first.kind);
    const { entriesOfEarlier } = await import('../../../src/domain/notices/earlierLetters');
    const rows = entriesOfEarlier(first.letter, '文书登记簿', 1);
    expect(await answer('〔2026〕第007号', '2026-03-01', rows)).toMatchObject({ kind: 'entered' });
    const matters = { ledger: '督查台账', ids: ['9'], title: '别的事' };
    const others = [entry({ number: '〔2026〕7号', date: date('2026-03-01'), unit: '教育局', matters })];
    const taken = (day: string) => ({
      at: 'number',
      sentence: `交办单〔2026〕7号已经登记（教育局，2026年3月${day}日），请核对编号和日期。`,
    });
    expect(await answer('7', '2026-03-01', others)).toMatchObject(taken('1'));
    const later = (day: string) => others.map((row) => ({ ...row, date: date(day), enteredLater: true as const }));
    expect(await answer('7', '2026-03-01', later('2026-03-02'))).toMatchObject(taken('2'));
    expect(await answer('7', '2026-03-01', later('2026-03-01'))).toMatchObject({ kind: 'entered', others: ['教育局'] });
    const [document] = others.map((row) => ({ ...row, number: '邓政办〔2018〕7号' }));
    expect(await answer('邓政办〔2018〕7号', '2026-03-01', [document!])).toMatchObject({ kind: 'entered' });
  });
});
