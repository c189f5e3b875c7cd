import { findingOf } from '../findingLevels';
import type { RuleSet } from '../ruleSet';
import { categoryRule } from '../scoring/categories';
import { isCategoryRule } from '../scoring/scheme';
import type { LedgerCheck, MatterCheck } from './checkContext';

const categoriesOf = ({ scheme }: Pick<RuleSet, 'scheme'>): readonly string[] =>
  (scheme?.rules ?? []).filter(isCategoryRule).map((rule) => rule.category);

/** A category the scheme in force gives no weight to; nothing is said under a scheme without categories. */
export const unknownCategory: MatterCheck = ({ matter }, { ruleSet }) => {
  const known = categoriesOf(ruleSet);
  const cell = matter.cells['category'];
  if (ruleSet.scheme === null || known.length === 0 || cell === undefined) return [];
  if (matter.category !== null && categoryRule(ruleSet.scheme, matter.category) !== null) return [];
  return [findingOf('unknown-category', cell, { category: matter.category ?? '', known }, { matter: matter.key })];
};

/** A ledger without any category column under a scheme that scores by category: said once, at its header. */
export const noCategoryColumn: LedgerCheck = ({ sheet, snapshot, connection, matters }, { ruleSet }) => {
  const known = categoriesOf(ruleSet);
  if (known.length === 0 || connection.columns.category !== undefined || matters.length === 0) return [];
  const cell = { sheet, row: connection.headerBottom, column: connection.columns.title?.column ?? snapshot.left };
  return [findingOf('unknown-category', cell, { column: 'none', known })];
};
