import { draftLetters, planIssue } from '../../../src/app/letters/issueNotices';
import { lettersOnRecord } from '../../../src/app/letters/lettersOnRecord';
import { reprintLetters } from '../../../src/app/letters/reprintLetters';
import { lettersOfPlan } from '../../../src/app/letters/takeBackNotices';
import { finish, journalEntries } from '../../../src/app/office/workbook';
import { scoreReview } from '../../../src/app/scoring/scoreReview';
import { numberingFindings } from '../../../src/domain/notices/numbersOnRecord';
import { refusalSentence } from '../../../src/domain/notices/refusalSentence';
import type { Fault } from '../../../src/host/session';
import { office } from '../../domain/notices/builders';
import { contentOf, deskWith, openSample, type HostDesk } from '../../hostDesk';
import { issue, matterOf, requestOn, reviewAt, write } from '../desk';

const HEADER = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '催办单编号', '催办日期'];
const LEDGER = [
  HEADER,
  [1, '道路修缮', '交通局', '2026-3-1', '2026-3-31', '', null, null],
  [2, '桥梁加固', '交通局', '2026-3-1', '2026-4-30', '', null, null],
  [3, '校舍改造', '教育局', '2026-3-1', '2026-5-31', '', null, null],
  [4, '已办之事', '教育局', '2026-3-1', '2026-5-31', '已办结', null, null],
] as const;

describe('市级样本出文书', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = openSample('city');
  });
  afterEach(() => desk.close());

  test('到期该办的一次出齐；再读回来阶段变了，没有一件还要再出；号码接着登记簿往下排', async () => {
    const before = await reviewAt('2026-10-31');
    const { refusals } = draftLetters(before, requestOn('2026-10-31'));
    expect(refusals.map(({ reason }) => reason.code)).toEqual(['alreadyDrafted']);
    const due = before.assessments.filter(
      ({ matter, nextStep }) =>
        (nextStep === 'reminderNotice' || nextStep === 'supervisionOrder') &&
        !refusals.some((refusal) => refusal.matter === matter.key),
    );
    expect(due.length).toBeGreaterThan(5);
    const notices = await issue(before, requestOn('2026-10-31'));
    const after = await reviewAt('2026-10-31');
    for (const { matter, nextStep } of due) {
      const again = after.assessments.find((own) => own.matter.key === matter.key)!;
      expect([matter.id, again.stage, again.nextStep]).toEqual([
        matter.id,
        nextStep === 'reminderNotice' ? 'reminded' : 'ordered',
        null,
      ]);
    }
    expect(draftLetters(after, requestOn('2026-10-31')).notices).toEqual([]);
    const own = new Set(notices.map(({ form, number }) => `${form}${number}`));
    expect(own.size).toBe(notices.length);
    const fresh = numberingFindings(after.registers.notices!);
    expect(fresh).toHaveLength(numberingFindings(before.registers.notices!).length);
    expect(lettersOnRecord(after).filter(({ unlinked }) => unlinked > 0)).toHaveLength(
      lettersOnRecord(before).filter(({ unlinked }) => unlinked > 0).length,
    );
  });

  test('几个牵头单位的事项，每个单位一份，各记一次', async () => {
    const before = await reviewAt('2026-10-31');
    const notices = await issue(before, requestOn('2026-10-31'));
    const several = before.assessments.find(
      ({ matter, nextStep }) => matter.leadUnits.length > 1 && nextStep === 'reminderNotice',
    );
    const addressees = (key: string) =>
      notices.filter(({ matters }) => matters[0]!.key === key).map(({ unit }) => unit);
    if (several !== undefined) {
      expect(addressees(several.matter.key).sort()).toEqual(several.matter.leadUnits.map(({ unit }) => unit).sort());
    }
    for (const { matters } of notices) expect(matters).toHaveLength(1);
  });
});

describe('小台账', () => {
  let desk: HostDesk;
  const open = (rows: Parameters<typeof deskWith>[1] = LEDGER): void => {
    desk = deskWith('督查台账', rows);
  };
  afterEach(() => desk.close());

  const withRegister = (rows: Parameters<typeof deskWith>[1]): void => {
    open();
    const register = desk.workbook.addSheet('文书登记簿');
    rows.forEach((row, r) => row.forEach((value, c) => register.setValue(r, c, value)));
  };

  test('登记簿里没写日期、没写主送单位、文书认不得的行，编号也不再给别的文书', async () => {
    withRegister([
      ['文书', '编号', '日期', '主送单位'],
      ['催办单', '〔2026〕4号', '2026-10-9', '交通局'],
      ['催办单', '〔2026〕5号', '', '交通局'],
      ['催办单', '〔2026〕6号', '2026-10-9', ''],
      ['催促函', '〔2026〕7号', '2026-10-9', '交通局'],
      ['督办通知单', '〔2026〕8号', '', '交通局'],
    ]);
    const { notices } = draftLetters(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    expect(notices.map(({ number }) => number)).toEqual(['〔2026〕8号', '〔2026〕9号', '〔2026〕10号']);
  });

  test('登记簿缺主送单位一列、下面又有行：看不出以前发过什么，一份也不出', async () => {
    withRegister([
      ['文书', '编号', '日期'],
      ['催办单', '〔2026〕4号', '2026-10-9'],
    ]);
    const { notices, refusals } = draftLetters(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    expect(notices).toEqual([]);
    expect(new Set(refusals.map(({ reason }) => reason.code))).toEqual(new Set(['registerUnread']));
    expect(refusalSentence(refusals[0]!)).toBe(
      '“文书登记簿”缺列，看不出以前发过什么，不能出催办单；请先把缺的列补上。',
    );
  });

  test('登记簿只有表头、缺列：照出，缺的列补上', async () => {
    withRegister([['文书', '编号', '日期']]);
    const notices = await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    expect(notices).toHaveLength(3);
    expect(lettersOnRecord(await reviewAt('2026-10-31')).map(({ unit }) => unit)).toEqual([
      '交通局',
      '交通局',
      '教育局',
    ]);
  });

  test('没有登记簿就新建，从1号起；台账的催办单编号、催办日期同时填上', async () => {
    open();
    const notices = await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    expect(notices.map(({ number }) => number)).toEqual(['〔2026〕1号', '〔2026〕2号', '〔2026〕3号']);
    const [ledger, register] = desk.workbook.sheets;
    expect(register!.name).toBe('文书登记簿');
    expect([1, 2, 3, 4].map((row) => ledger!.value(row, 6))).toEqual([...notices.map(({ number }) => number), null]);
    expect(lettersOnRecord(await reviewAt('2026-10-31')).map(({ unit, status }) => [unit, status])).toEqual([
      ['交通局', 'sent'],
      ['交通局', 'sent'],
      ['教育局', 'sent'],
    ]);
  });

  test('一个单位一份：一行登记几件事项，件件阶段都动，只扣一次分', async () => {
    open();
    const request = requestOn('2026-10-31', { grouping: 'perUnit' });
    const [roads] = await issue(await reviewAt('2026-10-31'), request);
    expect(roads!.matters.map(({ id }) => id)).toEqual(['1', '2']);
    const after = await reviewAt('2026-10-31');
    expect(['1', '2', '3', '4'].map((id) => matterOf(after, id).stage)).toEqual([
      'reminded',
      'reminded',
      'reminded',
      'assigned',
    ]);
    expect(lettersOnRecord(after)).toHaveLength(2);
    const scored = scoreReview(after);
    if (scored.kind !== 'scored') throw new Error('not scored');
    const totals = Object.fromEntries(scored.scores.map(({ unit, total }) => [unit, total]));
    expect(totals).toMatchObject({ 交通局: 99.8, 教育局: 99.8 });
  });

  test('有的没有序号、有的序号重复，并成一份也件件对得上', async () => {
    open([
      HEADER,
      [1, '道路修缮', '交通局', '2026-3-1', '2026-3-31', '', null, null],
      [1, '桥梁加固', '交通局', '2026-3-1', '2026-4-30', '', null, null],
      [null, '站亭更新', '交通局', '2026-3-1', '2026-4-30', '', null, null],
    ]);
    await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31', { grouping: 'perUnit' }));
    const after = await reviewAt('2026-10-31');
    expect(after.assessments.map(({ stage }) => stage)).toEqual(['reminded', 'reminded', 'reminded']);
  });

  test('拟稿不动阶段、不填台账、不扣分，同一件不再拟第二份', async () => {
    open();
    const request = requestOn('2026-10-31', { status: 'draft' });
    await issue(await reviewAt('2026-10-31'), request);
    const after = await reviewAt('2026-10-31');
    expect(matterOf(after, '1')).toMatchObject({ stage: 'assigned', nextStep: 'reminderNotice' });
    expect(desk.workbook.sheets[0]!.value(1, 6)).toBeNull();
    expect(draftLetters(after, request)).toMatchObject({
      notices: [],
      refusals: [{ reason: { code: 'alreadyDrafted' } }, {}, {}],
    });
  });

  test('做过的一步记得出了哪几份，按原号重做与当时一字不差', async () => {
    open();
    const first = await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31', { status: 'draft' }));
    const [entry] = await journalEntries();
    const after = await reviewAt('2026-10-31');
    expect(reprintLetters(after, lettersOfPlan(after, entry!.plan), office)).toEqual({ notices: first, refusals: [] });
  });

  test('预览后事项所在行动了，一份也不登记', async () => {
    open();
    const of = await reviewAt('2026-10-31');
    const plan = planIssue(of, draftLetters(of, requestOn('2026-10-31')).notices, requestOn('2026-10-31').office);
    desk.workbook.sheets[0]!.insertRows(1, 1);
    const before = contentOf(desk.workbook);
    expect(await write(plan)).toMatchObject({ ok: false, refusal: { code: 'Moved' } });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('县级办法没有催办，到期直接督办；上虞办法到期催办、进度不理想发督查通知书；凉山办法到期催办', async () => {
    const forms = async (scheme: string, over = {}) => {
      const of = await reviewAt('2026-10-31', scheme);
      return draftLetters(of, requestOn('2026-10-31', over));
    };
    open();
    expect((await forms('county-2023')).notices.map(({ form }) => form)).toEqual(Array(3).fill('supervisionOrder'));
    expect((await forms('shangyu-2016')).notices.map(({ form }) => form)).toEqual(Array(3).fill('reminderNotice'));
    expect((await forms('liangshan-2010')).notices.map(({ form }) => form)).toEqual(Array(3).fill('reminderNotice'));
    await issue(await reviewAt('2026-10-31', 'shangyu-2016'), requestOn('2026-10-31'));
    const reasons = new Map((await reviewAt('2026-11-20')).matters.map(({ key }) => [key, '进度不理想']));
    const letter = { form: 'supervisionLetter', overrides: reasons } as const;
    const of = await reviewAt('2026-11-20', 'shangyu-2016');
    expect(draftLetters(of, requestOn('2026-11-20', letter)).notices[0]).toMatchObject({
      form: 'supervisionLetter',
      number: '〔2026〕1号',
      previous: '〔2026〕1号',
      overrideReason: '进度不理想',
    });
  });
});

describe('各家办法', () => {
  test('县级办法：批准延期又逾期的，再次下达督办通知单，文书写明再次，引前一份的编号', async () => {
    const desk = deskWith('督查台账', [
      ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '延期至', '延期批准人'],
      [1, '道路修缮', '交通局', '2026-3-1', '2026-3-31', null, null],
    ]);
    const [first] = await issue(await reviewAt('2026-04-15', 'county-2023'), requestOn('2026-04-15'));
    expect(first).toMatchObject({ form: 'supervisionOrder', previous: null, fields: { repeated: false } });
    expect(draftLetters(await reviewAt('2026-10-31', 'county-2023'), requestOn('2026-10-31')).notices).toEqual([]);
    desk.workbook.sheets[0]!.setValue(1, 5, '2026-6-30');
    desk.workbook.sheets[0]!.setValue(1, 6, '李副县长');
    const [again] = await issue(await reviewAt('2026-07-01', 'county-2023'), requestOn('2026-07-01'));
    expect(again).toMatchObject({
      form: 'supervisionOrder',
      number: '〔2026〕2号',
      previous: '〔2026〕1号',
      fields: { repeated: true },
    });
    const of = await reviewAt('2026-10-31', 'county-2023');
    expect(reprintLetters(of, lettersOnRecord(of), office).notices).toEqual([first, again]);
    desk.close();
  });

  test('表里写着进度滞后的，上虞办法直接发督查通知书；月末一次出齐', async () => {
    const desk = deskWith('督查台账', [
      ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '进展情况'],
      [1, '道路修缮', '交通局', '2026-3-1', '2026-12-31', '进度滞后'],
      [2, '桥梁加固', '交通局', '2026-3-1', '2026-12-31', '按序时推进'],
    ]);
    const notices = await issue(await reviewAt('2026-10-31', 'shangyu-2016'), requestOn('2026-10-31'));
    expect(notices.map(({ form, matters }) => [form, matters[0]!.id])).toEqual([['supervisionLetter', '1']]);
    desk.close();
  });

  test('两本台账同号的事项，登记时写明哪本台账，读回来不混', async () => {
    const desk = deskWith('督查台账', LEDGER);
    const other = desk.workbook.addSheet('批示件');
    [HEADER, [1, '信访件办理', '教育局', '2026-3-1', '2026-3-31', '', null, null]].forEach((row, r) =>
      row.forEach((value, c) => other.setValue(r, c, value)),
    );
    await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31', { grouping: 'perUnit' }));
    const after = await reviewAt('2026-10-31');
    expect(lettersOnRecord(after).map(({ unit, matters }) => [unit, matters.map(({ key }) => key)])).toEqual([
      ['交通局', ['督查台账!2', '督查台账!3']],
      ['教育局', ['督查台账!4']],
      ['教育局', ['批示件!2']],
    ]);
    desk.close();
  });
});

test('一次出一千份：每次请求都在网页版 Excel 的五百万字节之内', async () => {
  const rows = Array.from({ length: 1000 }, (_, index) => {
    const title = `关于推进第${index + 1}号重点工程建设和周边环境综合整治工作的事项`;
    return [index + 1, title, '交通局', '2026-3-1', '2026-3-31', '', null, null];
  });
  const desk = deskWith('督查台账', [HEADER, ...rows]);
  const of = await reviewAt('2026-10-31');
  const { notices } = draftLetters(of, requestOn('2026-10-31'));
  const totals: number[] = [desk.session.wire.bytesOut];
  desk.failNext(() => {
    totals.push(desk.session.wire.bytesOut);
    return undefined;
  });
  expect(await write(planIssue(of, notices, office))).toMatchObject({ ok: true, written: true });
  const requests = totals.slice(1).map((bytes, index) => bytes - totals[index]!);
  expect(requests).toHaveLength(2);
  expect(Math.max(...requests)).toBeLessThan(5_000_000);
  expect(lettersOnRecord(await reviewAt('2026-10-31'))).toHaveLength(1000);
  desk.close();
});

const FAULTS: readonly [string, Fault][] = [
  ['没有写入', { when: 'before', error: { code: 'GeneralException', message: 'x' } }],
  ['写到一半', { when: { afterAction: 12 }, error: { code: 'GeneralException', message: 'x' } }],
  ['已写入但报错', { when: 'after', error: { code: 'GeneralException', message: 'x' } }],
  ['已写入但回信丢失', { when: 'after', error: 'lost' }],
];

describe('每一次请求各出一次错：号不重用，登记与文书一一对应，再来一次就齐', () => {
  test.each(FAULTS)('%s', async (_, fault) => {
    const request = requestOn('2026-10-31');
    const whole = deskWith('督查台账', LEDGER);
    const start = whole.requests();
    await issue(await reviewAt('2026-10-31'), request);
    const requests = whole.requests() - start;
    const meant = contentOf(whole.workbook);
    whole.close();
    for (let ordinal = 1; ordinal <= requests; ordinal += 1) {
      const desk = deskWith('督查台账', LEDGER);
      desk.failNext((nth) => (nth === ordinal ? fault : undefined));
      await issue(await reviewAt('2026-10-31').catch(() => reviewAt('2026-10-31')), request).catch((error: Error) =>
        expect(error.message).toMatch(/。$/),
      );
      desk.failNext(() => undefined);
      const of = await reviewAt('2026-10-31');
      const [entry] = await journalEntries();
      const done = entry === undefined ? [] : lettersOfPlan(of, entry.plan).map(({ number }) => number);
      expect([...done, ...draftLetters(of, request).notices.map(({ number }) => number)].sort()).toEqual([
        '〔2026〕1号',
        '〔2026〕2号',
        '〔2026〕3号',
      ]);
      if (entry?.state === 'pending') expect(await finish(entry)).toMatchObject({ ok: true });
      else await issue(of, request);
      const after = await reviewAt('2026-10-31');
      const [last] = await journalEntries();
      expect(lettersOnRecord(after)).toHaveLength(3);
      expect(lettersOfPlan(after, last!.plan)).toEqual(lettersOnRecord(after));
      expect(contentOf(desk.workbook)).toEqual(meant);
      desk.close();
    }
  });
});
