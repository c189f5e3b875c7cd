import { DEFAULT_SETTINGS } from '../../../src/domain/ruleSet';
import { schemeSchema } from '../../../src/domain/scoring/scheme';
import { scoreUnits } from '../../../src/domain/scoring/scoreUnits';
import { scheme } from '../../../src/rules/bureau-2019/scheme';
import { day, event, matter, noRegisters, assessed } from '../../domain/builders';
import { bureau, score, withScheme } from '../../domain/scoring/scoring';
import { ready } from '../../../src/domain/portions';

test('方案合乎规则格式', () => expect(schemeSchema.safeParse(scheme).error).toBeUndefined());

test('000 六 只说加分、减分，没有分值：先问分值，不计分', () => {
  const outcome = scoreUnits({
    assessAt: (date) => ready([assessed(matter(), date)]),
    registers: noRegisters,
    ruleSet: bureau,
    settings: DEFAULT_SETTINGS,
    asOf: day('2026-10-31'),
  });
  expect(outcome).toMatchObject({
    kind: 'amountsMissing',
    questions: [{ rule: 'base' }, { rule: 'commendedMatter' }, { rule: 'criticism' }],
  });
});

test('给出分值以后，照分值计', () => {
  const amounts: Record<string, number> = { base: 100, commendedMatter: 2, criticism: -3 };
  const rules = scheme.rules.map((rule) => ('points' in rule ? { ...rule, points: amounts[rule.id]! } : rule));
  const result = score({
    ruleSet: withScheme('bureau-2019', { ...scheme, rules, amountsMissing: [] }),
    asOf: '2026-10-31',
    matters: [matter()],
    registers: { events: [event({ kind: 'commendedMatter' }), event({ kind: 'criticism' })] },
  });
  expect(result.lines('交通局')).toEqual(['commendedMatter 2', 'criticism -3']);
  expect(result.of('交通局').total).toBe(99);
});

test('没有计分的文件（002、004）：答“没有方案”', () => {
  const ruleSet = withScheme('liangshan-2010', null);
  const outcome = scoreUnits({
    assessAt: () => ready([]),
    registers: noRegisters,
    ruleSet,
    settings: DEFAULT_SETTINGS,
    asOf: day('2026-10-31'),
  });
  expect(outcome).toEqual({ kind: 'noScheme' });
});
