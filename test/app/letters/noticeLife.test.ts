import { draftLetters } from '../../../src/app/letters/issueNotices';
import { lettersOnRecord, type LetterOnRecord } from '../../../src/app/letters/lettersOnRecord';
import { planTurn, type NoticeTurn } from '../../../src/app/letters/noticeLife';
import { reprintLetters } from '../../../src/app/letters/reprintLetters';
import type { Review } from '../../../src/app/reading/review';
import { againstUndoing, planTakingBack } from '../../../src/app/letters/takeBackNotices';
import { journalEntries, takeBack } from '../../../src/app/office/workbook';
import { mergeLetters } from '../../../src/documents/letterFiles';
import { office } from '../../domain/notices/builders';
import { deskWith, type HostDesk } from '../../hostDesk';
import { date, issue, matterOf, requestOn, reviewAt, write } from '../desk';

const HEADER = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '催办单编号', '催办日期'];
const LEDGER = [
  HEADER,
  [1, '道路修缮', '交通局', '2026-3-1', '2026-3-31', '', null, null],
  [2, '桥梁加固', '交通局', '2026-3-1', '2026-4-30', '', null, null],
  [3, '校舍改造', '教育局', '2026-3-1', '2026-5-31', '', null, null],
] as const;

let desk: HostDesk;
beforeEach(() => {
  desk = deskWith('督查台账', LEDGER);
});
afterEach(() => desk.close());

const draft = async (day = '2026-10-31') => issue(await reviewAt(day), requestOn(day, { status: 'draft' }));
const numbered = (of: Review, serial: number): LetterOnRecord =>
  lettersOnRecord(of).find(({ number }) => number === `〔2026〕${serial}号`)!;

/** The turn of one letter, written; the sentence where it is refused. */
async function turn(serial: number, how: NoticeTurn, day = '2026-11-02'): Promise<string | null> {
  const of = await reviewAt(day);
  const { plan, refusals } = planTurn(of, [numbered(of, serial)], how, office);
  const [refusal] = refusals;
  if (refusal !== undefined) {
    expect(plan.changes).toEqual([]);
    return refusal.sentence;
  }
  const result = await write(plan);
  if (!result.ok) throw new Error(result.refusal.sentence);
  return null;
}
const ledgerRow = (row: number) => [6, 7].map((column) => desk.workbook.sheets[0]!.value(row, column));

describe('拟稿发出', () => {
  test('状态、日期、答复期限跟着改，台账填上编号和日期，阶段变为已催办', async () => {
    await draft();
    expect(await turn(1, { kind: 'send', on: date('2026-11-02') })).toBeNull();
    const of = await reviewAt('2026-11-02');
    expect(numbered(of, 1)).toMatchObject({ status: 'sent', date: '2026-11-02', replyDue: '2026-11-05' });
    expect(matterOf(of, '1').stage).toBe('reminded');
    expect(ledgerRow(1)[0]).toBe('〔2026〕1号');
    expect(matterOf(of, '2').stage).toBe('assigned');
  });

  test('发出只能一次；跨年的号不能发', async () => {
    await draft();
    expect(await turn(1, { kind: 'send', on: date('2027-01-04') }, '2027-01-04')).toContain('编号是2026年的');
    await turn(1, { kind: 'send', on: date('2026-11-02') });
    expect(await turn(1, { kind: 'send', on: date('2026-11-02') })).toBe(
      '催办单〔2026〕1号：已经发出，不能再发，也不能撤回；有误请作废。',
    );
  });

  test('拟稿放着的时候事项办结了，不再发出，说明是哪一件', async () => {
    await draft();
    desk.workbook.sheets[0]!.setValue(2, 5, '已办结');
    expect(await turn(2, { kind: 'send', on: date('2026-11-02') })).toBe(
      '催办单〔2026〕2号：第2号事项已办结，不用再出催办单。',
    );
  });
});

describe('签收、回复', () => {
  test('登记在签收日期、回复日期两列，早于发文日的不收', async () => {
    await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    expect(await turn(1, { kind: 'sign', on: date('2026-10-30') })).toContain('日期早于2026年10月31日');
    await turn(1, { kind: 'sign', on: date('2026-11-01') });
    await turn(1, { kind: 'reply', on: date('2026-11-02') });
    expect(numbered(await reviewAt('2026-11-02'), 1)).toMatchObject({
      signedOn: '2026-11-01',
      repliedOn: '2026-11-02',
    });
    expect(await turn(1, { kind: 'sign', on: date('2026-11-02') })).toContain('已登记2026年11月1日签收');
  });

  test('登记簿没有这一列的，在右边添一列；别的列一格不动', async () => {
    desk.close();
    desk = deskWith('督查台账', LEDGER);
    const register = desk.workbook.addSheet('文书登记簿');
    const rows = [
      ['文书', '编号', '日期', '主送单位', '事项编号', '办公室自己的列'],
      ['催办单', '〔2026〕1号', '2026-10-09', '交通局', '1', '存档'],
    ];
    rows.forEach((row, r) => row.forEach((value, c) => register.setValue(r, c, value)));
    await turn(1, { kind: 'sign', on: date('2026-10-10') });
    await turn(1, { kind: 'void', reason: '主送单位有误' });
    const read = [0, 1].map((row) => Array.from({ length: 10 }, (_, column) => register.value(row, column)));
    expect(read[0]).toEqual([...rows[0]!, '签收日期', '状态', '备注', null]);
    expect(read[1]!.slice(0, 6)).toEqual(rows[1]);
    expect(read[1]!.slice(7)).toEqual(['作废', '作废：主送单位有误', null]);
  });
});

describe('作废', () => {
  test('要有理由；号留着，理由记在备注，阶段退不到已催办，台账的编号清掉，下一份用下一个号', async () => {
    await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    expect(await turn(1, { kind: 'void', reason: ' ' })).toContain('作废要写明理由');
    await turn(1, { kind: 'void', reason: '事项写错' });
    const of = await reviewAt('2026-11-02');
    expect(numbered(of, 1)).toMatchObject({ status: 'void', note: '作废：事项写错' });
    expect(matterOf(of, '1')).toMatchObject({ stage: 'assigned', nextStep: 'reminderNotice' });
    expect(ledgerRow(1)).toEqual([null, null]);
    expect(ledgerRow(2)[0]).toBe('〔2026〕2号');
    const [next] = draftLetters(of, requestOn('2026-11-02')).notices;
    expect(next?.number).toBe('〔2026〕4号');
  });

  test('催办过两次、后一次作废，台账改回前一次的编号', async () => {
    await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    const register = desk.workbook.sheets[1]!;
    const headers = Array.from({ length: 14 }, (_, column) => register.value(0, column));
    const row = (values: Record<string, string>) =>
      headers.forEach((header, column) => register.setValue(4, column, values[String(header)] ?? null));
    row({ 文书: '催办单', 编号: '〔2026〕4号', 日期: '2026-11-01', 主送单位: '交通局', 事项编号: '1', 状态: '已发' });
    desk.workbook.sheets[0]!.setValue(1, 6, '〔2026〕4号');
    await turn(4, { kind: 'void', reason: '重复' });
    expect(ledgerRow(1)[0]).toBe('〔2026〕1号');
  });

  test('一处改写，撤销后一格不差', async () => {
    await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    const before = lettersOnRecord(await reviewAt('2026-11-02'));
    await turn(1, { kind: 'void', reason: '事项写错' });
    const entry = (await journalEntries()).at(-1)!;
    expect(againstUndoing(await reviewAt('2026-11-02'), entry)).toBeNull();
    expect(await takeBack(entry)).toMatchObject({ ok: true, written: true });
    expect(lettersOnRecord(await reviewAt('2026-11-02'))).toEqual(before);
    expect(ledgerRow(1)[0]).toBe('〔2026〕1号');
  });
});

describe('撤回：只有没发出的最后一个号', () => {
  const takingBack = async (...serials: number[]) => {
    const of = await reviewAt('2026-10-31');
    const outcome = planTakingBack(
      of,
      serials.map((serial) => numbered(of, serial)),
    );
    if (outcome.plan.changes.length > 0) expect(await write(outcome.plan)).toMatchObject({ ok: true });
    return outcome.refusals.map(({ sentence }) => sentence);
  };

  test('最后一个可以，中间的不行；连着的最后几个可以一起', async () => {
    await draft();
    expect(await takingBack(2)).toEqual(['催办单〔2026〕2号：后面还有编号，撤回会跳号，请改为作废。']);
    expect(await takingBack(2, 3)).toEqual([]);
    const of = await reviewAt('2026-10-31');
    expect(lettersOnRecord(of).map(({ number }) => number)).toEqual(['〔2026〕1号']);
    expect((await draft()).map(({ number }) => number)).toEqual(['〔2026〕2号', '〔2026〕3号']);
  });

  test('撤销“出文书”：都是拟稿可以撤；有一份已发、后面又有号的，说明原因', async () => {
    await draft();
    const [entry] = await journalEntries();
    expect(againstUndoing(await reviewAt('2026-10-31'), entry!)).toBeNull();
    await turn(3, { kind: 'send', on: date('2026-11-02') });
    expect(againstUndoing(await reviewAt('2026-11-02'), entry!)).toBe(
      '不能撤销：催办单〔2026〕3号：已经发出，不能再发，也不能撤回；有误请作废。',
    );
  });

  test('撤回的号又给了别的文书，撤回就不能再撤销', async () => {
    await draft();
    await takingBack(3);
    const entry = (await journalEntries()).at(-1)!;
    expect(againstUndoing(await reviewAt('2026-10-31'), entry)).toBeNull();
    await draft();
    expect(againstUndoing(await reviewAt('2026-10-31'), entry)).toBe('不能撤销：催办单〔2026〕3号已另作他用。');
  });
});

describe('撤回的撤销', () => {
  test('前面的号也撤回了，单把后面的放回去会跳号，不行；先放回前面的就行', async () => {
    await draft();
    const off = async (serial: number) => {
      const of = await reviewAt('2026-10-31');
      await write(planTakingBack(of, [numbered(of, serial)]).plan);
      return (await journalEntries()).at(-1)!;
    };
    const third = await off(3);
    const second = await off(2);
    expect(againstUndoing(await reviewAt('2026-10-31'), third)).toBe(
      '不能撤销：催办单〔2026〕3号前面的号也已撤回，放回去会跳号。',
    );
    for (const entry of [second, third]) {
      expect(againstUndoing(await reviewAt('2026-10-31'), entry)).toBeNull();
      expect(await takeBack(entry)).toMatchObject({ ok: true, written: true });
    }
    expect(lettersOnRecord(await reviewAt('2026-10-31')).map(({ number }) => number)).toEqual([
      '〔2026〕1号',
      '〔2026〕2号',
      '〔2026〕3号',
    ]);
  });
});

describe('补打', () => {
  test('与当初的文书一字不差，不占新号；督办单照样引催办单', async () => {
    const reminders = await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    const orders = await issue(await reviewAt('2026-11-10'), requestOn('2026-11-10'));
    expect(orders.map(({ form, previous }) => [form, previous])).toEqual([
      ['supervisionOrder', '〔2026〕1号'],
      ['supervisionOrder', '〔2026〕2号'],
      ['supervisionOrder', '〔2026〕3号'],
    ]);
    const of = await reviewAt('2026-11-20');
    const { notices, refusals } = reprintLetters(of, lettersOnRecord(of), office);
    expect(refusals).toEqual([]);
    expect(notices).toEqual([...reminders, ...orders]);
    const body = (all: typeof notices) => mergeLetters(all, { office }).map((letter) => letter.body);
    expect(body(notices)).toEqual(body([...reminders, ...orders]));
  });

  test('几件事项并成一份的，附件各行都在', async () => {
    const grouped = requestOn('2026-10-31', { grouping: 'perUnit' });
    const first = await issue(await reviewAt('2026-10-31'), grouped);
    const of = await reviewAt('2026-11-20');
    expect(reprintLetters(of, lettersOnRecord(of), office).notices).toEqual(first);
  });

  test('作废的、事项对不上的、后来定了密的不能补打，各说原因', async () => {
    await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    await turn(1, { kind: 'void', reason: '事项写错' });
    const ledger = desk.workbook.sheets[0]!;
    ledger.setValue(2, 1, '改了名的事项');
    ledger.setValue(0, 8, '密级');
    ledger.setValue(3, 8, '秘密');
    const of = await reviewAt('2026-11-20');
    const { notices, refusals } = reprintLetters(of, lettersOnRecord(of), office);
    expect(notices).toEqual([]);
    expect(refusals.map(({ sentence }) => sentence)).toEqual([
      '催办单〔2026〕1号已经作废，不能补打。',
      '催办单〔2026〕2号登记的事项在台账里对不上，不能补打，请核对登记簿第3行的事项编号和事项。',
      '第3号事项：涉密事项不入文书，不能出催办单。',
    ]);
  });
});

describe('台账里有一个登记簿没有的催办单编号', () => {
  const HAND_WRITTEN = [1, '道路修缮', '交通局', '2026-3-1', '2026-3-31', '', '〔2026〕7号', '2026-9-1'] as const;

  test('新编号写在它后面，手写的编号和日期都不丢；作废后只去掉新的', async () => {
    desk.close();
    desk = deskWith('督查台账', [HEADER, HAND_WRITTEN]);
    await issue(await reviewAt('2026-10-31'), requestOn('2026-10-31'));
    expect(ledgerRow(1)).toEqual(['〔2026〕7号、〔2026〕1号', '2026-9-1']);
    await turn(1, { kind: 'void', reason: '编号有误' });
    expect(ledgerRow(1)).toEqual(['〔2026〕7号', '2026-9-1']);
  });
});
