import { lookOver } from '../../src/app/reading/connectLedger';
import { draftLetters, planIssue, planNoticeRegister } from '../../src/app/letters/issueNotices';
import { issueLetters } from '../../src/app/letters/issueLetters';
import { planMarking } from '../../src/app/ledger/markOverdue';
import { readForReview } from '../../src/app/reading/readForReview';
import { planScoreSheets } from '../../src/app/scoring/scoreSheets';
import { scoreReview } from '../../src/app/scoring/scoreReview';
import { office } from '../domain/notices/builders';
import { deskOver, deskWith, type HostDesk } from '../hostDesk';
import { requestOn, reviewAt, write } from './desk';

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态'],
  ...Array.from({ length: 100 }, (_, index) => [
    index + 1,
    `第${index + 1}项工作`,
    `第${index % 7}局`,
    '2026-3-1',
    '2026-5-31',
    '办理中',
  ]),
];

describe('每一步与 Excel 往来的次数，不随行数增加', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('督查台账', LEDGER);
  });
  afterEach(() => desk.close());

  async function requestsOf(step: () => Promise<unknown>): Promise<number> {
    const before = desk.requests();
    await step();
    return desk.requests() - before;
  }

  test('连接台账：两次', async () => {
    expect(await requestsOf(lookOver)).toBeLessThanOrEqual(2);
  });

  test('核对：连接之后再读一次', async () => {
    const looked = await lookOver();
    if (!looked.ok) throw new Error(looked.refusal.sentence);
    const connections = looked.value.ledgers.map(({ connection }) => connection);
    const read = () => readForReview(looked.value.survey, connections);
    expect(await requestsOf(read)).toBeLessThanOrEqual(2);
  });

  test('标记：先核对单元格没有动过，再写，共两次', async () => {
    const of = await reviewAt('2026-10-31');
    expect(await requestsOf(() => write(planMarking(of)))).toBeLessThanOrEqual(2);
  });

  test('一百份催办单：不超过四次', async () => {
    const of = await reviewAt('2026-10-31');
    const { notices } = draftLetters(of, requestOn('2026-10-31'));
    expect(notices).toHaveLength(100);
    expect(await requestsOf(() => write(planIssue(of, notices, office)))).toBeLessThanOrEqual(4);
  });

  test('一百份催办单，各人一份副本：占号、读回、定号，不超过四次', async () => {
    const bare = await reviewAt('2026-10-31');
    const [letter] = draftLetters(bare, requestOn('2026-10-31')).notices;
    await write(planNoticeRegister(bare, planIssue(bare, [letter!], office)));
    const of = await reviewAt('2026-10-31');
    const { notices } = draftLetters(of, requestOn('2026-10-31'));
    const letters = {
      of,
      notices,
      plan: planIssue(of, notices, office),
      office,
      readAnew: () => Promise.reject(new Error('不该重读')),
      redraft: () => [],
      planOf: () => Promise.resolve(null),
      make: () => Promise.resolve(true),
    };
    const settling = {
      occasion: { at: '2026-10-31 09:00', summary: '文书' },
      token: 'a1',
      wait: () => Promise.resolve(true),
    };
    const shared = deskOver(desk.workbook, '台账.xlsx', { autoSave: true });
    try {
      const issued = await issueLetters(letters, settling);
      expect(issued.kind).toBe('issued');
      expect(shared.requests()).toBeLessThanOrEqual(4);
    } finally {
      shared.close();
    }
  });

  test('计分两张表：不超过三次', async () => {
    const of = await reviewAt('2026-10-31');
    const scored = scoreReview(of);
    if (scored.kind !== 'scored') throw new Error(scored.kind);
    const { plan } = planScoreSheets(of, scored, { replace: false });
    expect(await requestsOf(() => write(plan))).toBeLessThanOrEqual(3);
  });
});
