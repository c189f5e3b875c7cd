import type { CellRef } from '../../src/domain/cell';
import type { Finding, FindingCode } from '../../src/domain/finding';
import { FINDING_LEVELS, findingOf } from '../../src/domain/findingLevels';
import { findingSentence } from '../../src/domain/findingSentence';
import {
  NOT_SCORED_SENTENCES,
  REGISTER_ROW_SENTENCES,
  RULE_SET_ROW_SENTENCES,
} from '../../src/domain/registerSentences';

const cell: CellRef = { sheet: '督查台账', row: 8, column: 7 };
const say = (code: FindingCode, facts: Finding['facts'] = {}) => findingSentence(findingOf(code, cell, facts));

test.each<[FindingCode, Finding['facts'], string]>([
  [
    'text-date',
    { field: 'deadline', text: '3月底前', date: '2026-03-31' },
    '第9行H列：办结时限“3月底前”是文字，按2026年3月31日计算；可以改成真正的日期。',
  ],
  [
    'unknown-unit',
    { written: ['教育剧'], nearest: ['教育局', '教体局'] },
    '第9行H列：“教育剧”不在单位名录里，名录里相近的有：教育局、教体局；请改正单位名称，或在单位名录里补上。',
  ],
  ['unknown-unit', { unit: '档案馆' }, '第9行H列：“档案馆”不在单位名录里；请改正单位名称，或在单位名录里补上。'],
  [
    'collective-unit',
    { written: ['各街道'], members: ['东街街道', '西街街道'] },
    '第9行H列：“各街道”按单位名录算作：东街街道、西街街道。',
  ],
  [
    'ambiguous-column',
    { header: '完成时间', candidates: ['deadline', 'closedOn'] },
    '第9行H列：“完成时间”这一列可能是办结时限，也可能是办结日期，没有猜；请在连接台账里指定。',
  ],
  [
    'register-link',
    { register: '文书登记簿', problem: 'notFound', id: '12' },
    '第9行H列：台账里找不到编号“12”的事项，这一行没有算到任何事项上，请核对编号和事项名称。',
  ],
  [
    'register-row',
    { register: '文书登记簿', column: '日期', text: '', problem: 'blank' },
    '第9行H列：“日期”没有填，请补上，不然这一行不完整。',
  ],
  [
    'event-not-scored',
    { kind: '会议迟到', unit: '教育局', reason: 'notInScheme' },
    '第9行H列：教育局的会议迟到：本方案不计分。',
  ],
])('%s %j', (code, facts, sentence) => {
  expect(say(code, facts)).toBe(sentence);
});

const codes = Object.keys(FINDING_LEVELS) as FindingCode[];

test.each(codes)('%s：没有事实也是一句完整的中文，没有空引号、代号', (code) => {
  const sentence = say(code);
  expect(sentence).toMatch(/^第9行H列：.{4,}。$/);
  expect(sentence).not.toMatch(/undefined|null|NaN|[a-z]{3,}|。。/);
});

test('各种原因都有自己的一句话', () => {
  for (const reason of Object.keys(NOT_SCORED_SENTENCES)) {
    expect(say('event-not-scored', { reason, kind: '催办单', unit: '教育局' })).toContain(
      '教育局'.slice(0, reason === 'unitMissing' ? 0 : 3),
    );
  }
  for (const reason of Object.keys(RULE_SET_ROW_SENTENCES)) {
    expect(say('ruleset-row', { reason, rule: '催办单', value: '甲', columns: ['分值'] })).not.toContain('读不出');
  }
  const said = Object.keys(REGISTER_ROW_SENTENCES).map((problem) =>
    say('register-row', { problem, column: '日期', text: '甲' }),
  );
  expect(new Set(said).size).toBe(said.length);
});
