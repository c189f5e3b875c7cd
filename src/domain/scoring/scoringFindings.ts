import type { Assessment } from '../assessment';
import type { CellRef } from '../cell';
import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import type { Matter } from '../matter';
import { forEach, type InPortions } from '../portions';
import { categoryRule } from './categories';
import { isCategoryRule, type Scheme } from './scheme';
import type { ScoringInput } from './score';

/** Choosing a rule set for a time before it was in force is allowed and said. */
export function notInForce({ ruleSet, asOf }: ScoringInput, assessments: readonly Assessment[]): readonly Finding[] {
  if (asOf >= ruleSet.inForceFrom) return [];
  const sheet = assessments[0]?.matter.sheet ?? '计分方案';
  const facts = { ruleSet: ruleSet.document.title, inForceFrom: ruleSet.inForceFrom, asOf };
  return [findingOf('ruleset-not-in-force', { sheet, row: 0, column: 0 }, facts)];
}

/** Of every matter in turn, under a scheme that scores by categories. */
export function* unknownCategories(assessments: readonly Assessment[], scheme: Scheme): InPortions<readonly Finding[]> {
  if (!scheme.rules.some(isCategoryRule)) return [];
  const findings: Finding[] = [];
  yield* forEach(assessments, ({ matter }) => {
    const finding = unknownCategory(matter, scheme);
    if (finding !== null) findings.push(finding);
  });
  return findings;
}

export function unknownCategory(matter: Matter, scheme: Scheme): Finding | null {
  if (matter.category !== null && categoryRule(scheme, matter.category) !== null) return null;
  const cell: CellRef = matter.cells['category'] ??
    matter.cells['title'] ?? { sheet: matter.sheet, row: matter.row, column: 0 };
  return findingOf('unknown-category', cell, { category: matter.category ?? '' }, { matter: matter.key });
}
