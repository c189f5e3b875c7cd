import type { RefusalReason } from '../../../src/domain/notices/guard';
import type { LifeRefusal } from '../../../src/domain/notices/lifecycle';
import { lifeSentence, refusalSentence } from '../../../src/domain/notices/refusalSentence';
import { day } from './builders';

const REASONS: readonly RefusalReason[] = [
  { code: 'classified' },
  { code: 'missingTitle' },
  { code: 'noAddressee' },
  { code: 'closed', closedOn: null },
  { code: 'closed', closedOn: day('2026-10-09') },
  { code: 'suspended' },
  { code: 'notAssigned' },
  { code: 'alreadyDrafted', number: '〔2026〕3号' },
  { code: 'alreadyAssigned', number: null },
  { code: 'limitRunning', until: day('2026-11-03') },
  { code: 'deadlineUndetermined' },
  { code: 'explanationOnRecord', on: day('2026-10-09') },
  { code: 'explanationOnRecord', on: null },
  { code: 'notOnLadder' },
  { code: 'otherStepDue', step: 'interview' },
  { code: 'progressUnjudged' },
  { code: 'nothingDue' },
];
const TURNS: readonly LifeRefusal[] = [
  { code: 'alreadySent' },
  { code: 'notSent' },
  { code: 'void' },
  { code: 'beforeLetter', date: day('2026-10-09') },
  { code: 'alreadySigned', on: day('2026-10-09') },
  { code: 'alreadyReplied', on: day('2026-10-09') },
  { code: 'reasonMissing' },
  { code: 'notLastNumber' },
  { code: 'yearChanged', year: 2026 },
];

const said = (reason: RefusalReason, overridable = false): string =>
  refusalSentence({ form: 'reminderNotice', unit: '交通局', reason, overridable });

test('每种理由一句中文，句号结尾，没有空白的地方', () => {
  const all = [...REASONS.map((reason) => said(reason)), ...TURNS.map(lifeSentence)];
  expect(new Set(all).size).toBe(all.length);
  for (const sentence of all) expect(sentence).toMatch(/^[^a-zA-Z]{6,}。$/);
});

test('期限未过的说到哪天，已办结的说哪天办结，已有拟稿的说编号', () => {
  expect(said({ code: 'limitRunning', until: day('2026-11-03') })).toBe(
    '期限到2026年11月3日为止，还没有过，次日起才能出催办单。',
  );
  expect(said({ code: 'closed', closedOn: day('2026-10-09') })).toBe('已于2026年10月9日办结，不用再出催办单。');
  expect(said({ code: 'closed', closedOn: null })).toBe('已办结，不用再出催办单。');
  expect(said({ code: 'alreadyDrafted', number: '〔2026〕3号' })).toContain('给交通局的催办单拟稿（〔2026〕3号）');
});

test('方案留给人定的，说可以写明理由；不留的不说', () => {
  expect(said({ code: 'progressUnjudged' }, true)).toContain('确需出的，请写明理由');
  expect(said({ code: 'closed', closedOn: null })).not.toContain('理由');
});
