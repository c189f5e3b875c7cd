import type { Assessment } from '../../../src/domain/assessment';
import type { CivilDate } from '../../../src/domain/calendar/civilDate';
import type { Finding } from '../../../src/domain/finding';
import type { Matter } from '../../../src/domain/matter';
import type { Registers } from '../../../src/domain/registers/registers';
import { DEFAULT_SETTINGS, type RuleSet, type Settings } from '../../../src/domain/ruleSet';
import type { Scheme } from '../../../src/domain/scoring/scheme';
import { scoreUnits } from '../../../src/domain/scoring/scoreUnits';
import type { UnitScore } from '../../../src/domain/scoring/score';
import { scheme as bureauScheme } from '../../../src/rules/bureau-2019/scheme';
import { scheme as countyScheme } from '../../../src/rules/county-2023/scheme';
import { scheme as dengzhouScheme } from '../../../src/rules/dengzhou-2018/scheme';
import { assessed, day, noRegisters } from '../builders';
import { ready } from '../../../src/domain/portions';

/** A rule set that has nothing but its scheme. */
export const withScheme = (id: string, scheme: Scheme | null, over: Partial<RuleSet> = {}): RuleSet => ({
  id,
  name: id,
  document: { title: id, number: null, issuedOn: null },
  inForceFrom: day('2018-10-15'),
  clauses: {},
  readings: [],
  notModelled: [],
  ladder: { steps: [], replyDays: 3 },
  deadlines: { extensionNeeds: 'approval', byCategory: [] },
  scheme,
  lists: [],
  cadences: [],
  ...over,
});

export const dengzhou = withScheme('dengzhou-2018', dengzhouScheme);
export const county = withScheme('county-2023', countyScheme);
export const bureau = withScheme('bureau-2019', bureauScheme);

export interface Case {
  readonly ruleSet: RuleSet;
  readonly asOf: string;
  readonly matters: readonly Matter[];
  readonly registers?: Partial<Registers>;
  readonly settings?: Partial<Settings>;
  /** Instead of the plain state from the matter's own cells. */
  readonly assess?: (matter: Matter, date: CivilDate) => Assessment;
}

export interface Scored {
  readonly scores: readonly UnitScore[];
  readonly findings: readonly Finding[];
  readonly of: (unit: string) => UnitScore;
  /** `reminder -0.2`, without the base. */
  readonly lines: (unit: string) => readonly string[];
  readonly notScored: () => readonly string[];
}

export function score(one: Case): Scored {
  const outcome = scoreUnits({
    assessAt: (date) => ready(one.matters.map((each) => (one.assess ?? assessed)(each, date))),
    registers: { ...noRegisters, ...one.registers },
    ruleSet: one.ruleSet,
    settings: { ...DEFAULT_SETTINGS, ...one.settings },
    asOf: day(one.asOf),
  });
  if (outcome.kind !== 'scored') throw new Error(outcome.kind);
  const of = (unit: string): UnitScore => {
    const found = outcome.scores.find((each) => each.unit === unit);
    if (found === undefined) throw new Error(`${unit} is not listed`);
    return found;
  };
  return {
    ...outcome,
    of,
    lines: (unit) =>
      of(unit)
        .lines.filter(({ rule }) => rule !== 'base')
        .map(({ rule, points }) => `${rule} ${points}`),
    notScored: () =>
      outcome.findings.filter(({ code }) => code === 'event-not-scored').map(({ facts }) => String(facts['reason'])),
  };
}
