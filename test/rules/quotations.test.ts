import { schemeSchema } from '../../src/domain/scoring/scheme';
import { citation } from '../../src/domain/scoring/wording';
import { ruleSets } from '../../src/rules';

const scored = Object.values(ruleSets).flatMap((ruleSet) =>
  (ruleSet.scheme?.rules ?? []).map((rule) => ({ ruleSet, rule, name: `${ruleSet.id} ${rule.id}` })),
);

test.each(scored)('$name 引用的条款在文件中，引用的文字一字不差', ({ ruleSet, rule }) => {
  const clause = ruleSet.clauses[rule.clause];
  expect(clause).toBeDefined();
  if (rule.quote !== undefined) expect(clause!.quote).toContain(rule.quote);
});

const listed = Object.values(ruleSets).flatMap(({ id, clauses, lists, cadences }) =>
  [...lists, ...cadences].map((rule) => ({ clauses, rule, name: `${id} ${rule.name}` })),
);
test.each(listed)('$name 引用的条款在文件中，引用的文字一字不差', ({ clauses, rule }) => {
  expect(clauses[rule.clause]?.quote).toContain(rule.quote);
});
test('不计分的文件都有名单和频次', () => {
  for (const { id, scheme, lists, cadences } of Object.values(ruleSets)) {
    expect([id, lists.length > 0 && cadences.length > 0]).toEqual([id, scheme === null || id === 'bureau-2019']);
  }
});

test.each(scored)('$name 的依据写明文件、条款、原文', ({ ruleSet, rule }) => {
  const text = citation(ruleSet, rule);
  expect(text).toMatch(/^《.+》.*：“.+”$/);
  expect(text).toContain(ruleSet.document.title);
});

test('001 的文字按原意整理，不出现受损文本的字句', () => {
  const words = JSON.stringify(ruleSets['county-2023']);
  for (const damaged of ['指导批示', '传递', '注销', '治理特征', '审核', '申报', '主要工作', '依照']) {
    expect(words).not.toContain(damaged);
  }
});

test('三个计分文件的方案都在规则集里，另两个没有', () => {
  const ids = Object.values(ruleSets).filter(({ scheme }) => scheme !== null);
  expect(ids.map(({ id }) => id)).toEqual(['dengzhou-2018', 'county-2023', 'bureau-2019']);
  for (const { scheme } of ids) expect(schemeSchema.safeParse(scheme).success).toBe(true);
});
