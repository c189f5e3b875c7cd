import { planBulletinIssue, issuedText } from '../../../src/app/bulletin/issueBulletin';
import { headInForce, standingDraft } from '../../../src/app/bulletin/issuedBulletins';
import { draftBulletin, planBulletinSheet } from '../../../src/app/bulletin/publishBulletin';
import { planReceipt, rectificationsIn } from '../../../src/app/bulletin/rectificationReports';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { NEW_SETTINGS } from '../../../src/app/office/workbookSettings';
import type { BulletinTable, BulletinText } from '../../../src/domain/bulletin/bulletinText';
import { candidatesOf, NOTHING_DECIDED, type Decided } from '../../../src/domain/bulletin/candidates';
import { DEFAULT_HEAD } from '../../../src/domain/bulletin/bulletinHead';
import type { BulletinWords } from '../../../src/domain/bulletin/words';
import type { CivilDate } from '../../../src/domain/calendar/civilDate';
import { contentOf, deskWith, openSample, type Sample } from '../../hostDesk';
import { survivesFaults } from '../faults';
import { AS_OF, AT, done, on, reviewed } from '../reviewing';

const SCHEMES = { city: 'dengzhou-2018', district: 'county-2023', bureau: 'shangyu-2016' } as const;
const LEDGER = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办结时间'],
  [1, '道路修缮', '市交通局', '2026-3-1', '2026-9-20', null],
  [2, '管网改造', '市住建局', '2026-3-1', '2026-12-31', '2026-10-15'],
] as const;

interface Issue {
  readonly words?: Partial<BulletinWords>;
  readonly decided?: Decided;
  readonly issuedOn?: CivilDate;
  readonly replace?: boolean;
  readonly scheme?: string;
}

/** What the clerk would write at 2026-10-31. */
async function issue({ words = {}, decided = NOTHING_DECIDED, issuedOn = AS_OF, replace = false, scheme }: Issue = {}) {
  const of = await reviewed(scheme);
  const draft = draftBulletin(of, { choices: null, words, decided, issuedOn });
  return { of, draft, issuing: planBulletinIssue(of, draft, { head: DEFAULT_HEAD, words, decided, replace }) };
}

const table = ({ columns, rows }: BulletinTable) => ({ columns, rows });
/** Paragraph by paragraph, as a sheet says it: without ties to rows. */
const said = ({ blocks, ...text }: BulletinText) => ({
  ...text,
  blocks: blocks.flatMap((block): readonly unknown[] =>
    block.kind === 'table' ? [table(block)] : block.text.split('\n').map((line) => [block.kind, line]),
  ),
});
describe('写入通报', () => {
  test.each(['city', 'district', 'bureau'] as const)(
    '样本 %s：写进表里的通报读回来与写出时一字不差，表头、占比、附件都在',
    async (sample: Sample) => {
      const desk = openSample(sample);
      const { draft, issuing } = await issue({ scheme: SCHEMES[sample] });
      done(await applyPlan(issuing.plan, AT));
      const after = await reviewed(SCHEMES[sample]);
      const again = standingDraft(after);
      const read = issuedText(after, again)!;
      expect(said(read)).toEqual(said(draft.text));
      expect(read.attachments.map(({ table: own }) => table(own))).toEqual(
        draft.text.attachments.map(({ table: own }) => table(own)),
      );
      desk.close();
    },
  );

  test('改过的话、定下的表扬和批评随文件保存：再打开还是同一份，一格不差；加减分登记各一笔；撤销后与原来一样', async () => {
    const desk = deskWith('台账', LEDGER);
    const before = contentOf(desk.workbook);
    const decided = { commended: ['市住建局'], criticised: [{ unit: '市交通局', limit: on('2026-11-10') }] };
    const words = { demands: '（一）逐项说明原因。', overall: '总体平稳。', copies: '市委督查室' };
    const { draft, issuing } = await issue({ decided, words });
    expect(issuing.entered).toBe(2);
    const { entry } = done(await applyPlan(issuing.plan, AT));
    const after = await reviewed();
    expect(after.registers.events!.map(({ unit, kind }) => [unit, kind])).toEqual([
      ['市住建局', 'commendation'],
      ['市交通局', 'criticism'],
    ]);
    const again = standingDraft(after);
    expect(said(again.text)).toEqual(said(draft.text));
    expect(planBulletinSheet(after, again, { replace: false }).standing).toBe('same');
    const request = { head: DEFAULT_HEAD, words, decided, replace: true };
    expect(planBulletinIssue(after, again, request).plan.changes).toEqual([]);
    expect(headInForce(after, NEW_SETTINGS)).toEqual(DEFAULT_HEAD);
    done(await takeBack(entry!));
    expect(contentOf(desk.workbook)).toEqual(before);
    desk.close();
  });

  test('当月成文的批评算进通报里的分数，与写入以后计分的一致；下月成文的不算', async () => {
    const desk = deskWith('台账', LEDGER);
    const decided = { commended: [], criticised: [{ unit: '市交通局', limit: on('2026-11-20') }] };
    const points = async (issuedOn: CivilDate) =>
      (await issue({ decided, issuedOn })).draft.figures.units.find(({ unit }) => unit === '市交通局')!;
    expect(await points(AS_OF)).toMatchObject({ minus: -1, total: 99 });
    expect(await points(on('2026-11-01'))).toMatchObject({ minus: 0, total: 100 });
    const { draft, issuing } = await issue({ decided });
    done(await applyPlan(issuing.plan, AT));
    const after = draftBulletin(await reviewed(), { choices: null });
    const unitOf = ({ figures }: typeof draft) => figures.units.find(({ unit }) => unit === '市交通局');
    expect(unitOf(after)).toEqual(unitOf(draft));
    desk.close();
  });

  test('台账变了以后：先说哪几句不同，不要求改写就一格不动；以前的话照旧', async () => {
    const desk = deskWith('台账', LEDGER);
    const first = await issue({ words: { overall: '总体平稳。' } });
    done(await applyPlan(first.issuing.plan, AT));
    desk.workbook.sheets[0]!.setValue(1, 5, '2026-10-20');
    const of = await reviewed();
    const draft = standingDraft(of);
    const request = { head: DEFAULT_HEAD, words: { overall: '总体平稳。' }, decided: NOTHING_DECIDED };
    const kept = planBulletinIssue(of, draft, { ...request, replace: false });
    expect(kept).toMatchObject({ standing: 'differs', plan: { changes: [] } });
    expect(kept.differences).toContainEqual({
      kind: 'was',
      text: '截至2026年10月31日，列入督查台账的事项共2件，已办结1件，占50.0%（按期办结1件）；未办结1件，占50.0%，其中逾期未办结1件。',
    });
    expect(kept.differences.map(({ text }) => text)).not.toContain('总体平稳。');
    expect(said(issuedText(of, draft)!)).toEqual(said(first.draft.text));
    done(await applyPlan(planBulletinIssue(of, draft, { ...request, replace: true }).plan, AT));
    expect(planBulletinSheet(await reviewed(), standingDraft(await reviewed()), { replace: false }).standing).toBe(
      'same',
    );
    desk.close();
  });

  test('表里的通报被人拆散了就不当作原文：读不出来，也不报错', async () => {
    const desk = deskWith('台账', LEDGER);
    done(await applyPlan((await issue()).issuing.plan, AT));
    const sheet = desk.workbook.sheets.find(({ name }) => name === '督查通报 2026-10')!;
    sheet.setValue(3, 0, '没有缩进的一行');
    const of = await reviewed();
    expect(issuedText(of, standingDraft(of))).toBeNull();
    desk.close();
  });

  test('这次不批评了，登记簿里上次记的那一笔要说出来，不悄悄删', async () => {
    const desk = deskWith('台账', LEDGER);
    const decided = { commended: [], criticised: [{ unit: '市交通局', limit: on('2026-11-10') }] };
    done(await applyPlan((await issue({ decided })).issuing.plan, AT));
    const { issuing } = await issue({ replace: true });
    expect(issuing.notes).toEqual(['加减分登记第2行的市交通局通报批评不在这次通报里，不要的请在表中删去。']);
    desk.close();
  });

  test('每次请求各出一次错：要么如前，要么写完', () =>
    survivesFaults(
      () => deskWith('台账', LEDGER),
      async () => {
        const decided = { commended: [], criticised: [{ unit: '市交通局', limit: on('2026-11-10') }] };
        return (await issue({ decided })).issuing.plan;
      },
    ));
});

describe('表扬、批评的候选', () => {
  test('本期提前办结的可以表扬，逾期没有办结的可以批评；按件数排；涉密事项不算', async () => {
    const desk = deskWith('台账', [
      ...LEDGER,
      [3, '绿化', '市交通局', '2026-3-1', '2026-9-30', null],
      [4, '管线', '市水利局', '2026-3-1', '2026-9-30', null],
      [5, '【机密】线路', '市公安局', '2026-3-1', '2026-9-30', null],
    ]);
    const { figures } = draftBulletin(await reviewed(), { choices: null });
    const names = ({ unit, keys }: { unit: string; keys: readonly string[] }) => [unit, keys.length];
    expect(candidatesOf(figures).commend.map(names)).toEqual([['市住建局', 1]]);
    expect(candidatesOf(figures).criticise.map(names)).toEqual([
      ['市交通局', 2],
      ['市水利局', 1],
    ]);
    desk.close();
  });
});

describe('整改报告', () => {
  const decided = { commended: [], criticised: [{ unit: '市交通局', limit: on('2026-11-10') }] };

  test('到期前等着，过了期限说超期几天；登记收到以后销掉，不能登记两次', async () => {
    const desk = deskWith('台账', LEDGER);
    done(await applyPlan((await issue({ decided })).issuing.plan, AT));
    const of = await reviewed();
    const [waiting] = rectificationsIn(of, on('2026-11-10'));
    expect(waiting).toMatchObject({ unit: '市交通局', state: 'waiting', limit: '2026-11-10' });
    const [late] = rectificationsIn(of, on('2026-11-12'));
    expect(late).toMatchObject({ state: 'late', daysLate: 2 });
    const received = { date: on('2026-11-12'), content: '已整改到位', handler: '王敏', today: on('2026-11-12') };
    const planned = planReceipt(of, late!, received);
    if (!planned.ok) throw new Error(planned.sentence);
    done(await applyPlan(planned.plan, AT));
    const after = await reviewed();
    const [reported] = rectificationsIn(after, on('2026-11-12'));
    expect(reported).toMatchObject({ state: 'reported', reportedOn: '2026-11-12', daysLate: 2 });
    expect(planReceipt(after, reported!, received)).toMatchObject({ ok: false });
    desk.close();
  });

  test.each([
    [{ date: on('2026-11-13'), content: '已整改' }, '收到日期还没有到，请改成今天或以前的日期。'],
    [{ date: on('2026-10-30'), content: '已整改' }, '收到日期早于通报日期，请核对。'],
    [{ date: on('2026-11-12'), content: ' ' }, '请写一句报告内容。'],
  ])('不收：%j', async (given, sentence) => {
    const desk = deskWith('台账', LEDGER);
    done(await applyPlan((await issue({ decided })).issuing.plan, AT));
    const of = await reviewed();
    const [late] = rectificationsIn(of, on('2026-11-12'));
    expect(planReceipt(of, late!, { ...given, handler: '', today: on('2026-11-12') })).toEqual({ ok: false, sentence });
    desk.close();
  });
});
