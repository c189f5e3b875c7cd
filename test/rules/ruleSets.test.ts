import { DEFAULT_SETTINGS, RULE_SET_IDS } from '../../src/domain/ruleSet';
import { ruleSets } from '../../src/rules';

const all = Object.values(ruleSets);

test('五个文件各有一套规则，编号与键一致', () => {
  expect(Object.keys(ruleSets)).toEqual([...RULE_SET_IDS]);
  for (const [id, ruleSet] of Object.entries(ruleSets)) expect(ruleSet.id).toBe(id);
});

test.each([
  ['dengzhou-2018', '2018-10-15'],
  ['county-2023', '2023-01-01'],
  ['bureau-2019', '2019-01-01'],
  ['liangshan-2010', '2010-03-30'],
  ['shangyu-2016', '2016-01-01'],
] as const)('%s 自 %s 起适用', (id, date) => expect(ruleSets[id].inForceFrom).toBe(date));

test.each(all)('$id：步骤和默认时限引用的条款都在文件里', ({ clauses, ladder, deadlines }) => {
  for (const { clause } of [...ladder.steps, ...deadlines.byCategory]) expect(clauses[clause]).toBeDefined();
  for (const [key, clause] of Object.entries(clauses)) expect(clause.article).toBe(key);
});

test.each(all)('$id：写明所取的读法和没有处理的内容，提到的设定都存在', ({ readings, notModelled }) => {
  expect(readings.length).toBeGreaterThan(0);
  expect(notModelled.length).toBeGreaterThan(0);
  for (const { setting } of readings) if (setting !== undefined) expect(DEFAULT_SETTINGS).toHaveProperty(setting);
});

test('条文用全角标点，没有抓取时夹带的页码和空格', () => {
  for (const { clauses } of all) {
    for (const { quote } of Object.values(clauses)) expect(quote).not.toMatch(/[,;:()\s]|\d、/);
  }
});

test('001 的条文都注明按原意复原，其他文件是原文', () => {
  for (const { id, clauses } of all) {
    for (const clause of Object.values(clauses)) expect(clause.restored ?? false).toBe(id === 'county-2023');
  }
});

test('001 没有催办；约谈、移交、通报批评只是建议', () => {
  expect(ruleSets['county-2023'].ladder.steps.map(({ step }) => step)).not.toContain('reminderNotice');
  for (const { ladder } of all) {
    for (const { step, proposalOnly } of ladder.steps) {
      if (step === 'interview' || step === 'referral' || step === 'criticism') expect(proposalOnly).toBe(true);
    }
  }
});
