import { findingOf } from '../findingLevels';
import type { RuleSet } from '../ruleSet';
import { categoryRule } from '../scoring/categories';
import { isCategoryRule, type Scheme } from '../scoring/scheme';
import { NOTHING, type LedgerCheck, type MatterCheck } from './checkContext';

const NONE: readonly string[] = [];
/** Every matter asks: a scheme's categories are told once. */
const known = new WeakMap<Scheme, readonly string[]>();

function categoriesOf({ scheme }: Pick<RuleSet, 'scheme'>): readonly string[] {
  if (scheme === null) return NONE;
  let categories = known.get(scheme);
  if (categories === undefined) {
    categories = scheme.rules.filter(isCategoryRule).map((rule) => rule.category);
    known.set(scheme, categories);
  }
  return categories;
}

/** A category the scheme in force gives no weight to; nothing is said under a scheme without categories. */
export const unknownCategory: MatterCheck = ({ matter }, { ruleSet }) => {
  const known = categoriesOf(ruleSet);
  if (ruleSet.scheme === null || known.length === 0) return NOTHING;
  const cell = matter.cells['category'];
  if (cell === undefined) return NOTHING;
  if (matter.category !== null && categoryRule(ruleSet.scheme, matter.category) !== null) return NOTHING;
  return [findingOf('unknown-category', cell, { category: matter.category ?? '', known }, { matter: matter.key })];
};

/**
 * A ledger without any category column under a scheme that scores by category: said once, at its header; not where every
 * matter stands in a section that gives its category.
 */
export const noCategoryColumn: LedgerCheck = ({ sheet, snapshot, connection, matters }, { ruleSet }) => {
  const known = categoriesOf(ruleSet);
  if (known.length === 0 || connection.columns.category !== undefined) return [];
  if (matters.every(({ category }) => category !== null)) return [];
  const cell = { sheet, row: connection.headerBottom, column: connection.columns.title?.column ?? snapshot.left };
  return [findingOf('unknown-category', cell, { column: 'none', known })];
};
