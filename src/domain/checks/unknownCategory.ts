import { findingOf } from '../findingLevels';
import { cellOf } from '../ledger/identity';
import { categoryRule } from '../scoring/categories';
import { isCategoryRule } from '../scoring/scheme';
import type { MatterCheck } from './checkContext';

/** A category the scheme in force gives no weight to; nothing is said under a scheme without categories. */
export const unknownCategory: MatterCheck = ({ matter }, { ruleSet: { scheme } }) => {
  if (scheme === null || !scheme.rules.some(isCategoryRule)) return [];
  if (matter.category !== null && categoryRule(scheme, matter.category) !== null) return [];
  const cell = matter.cells['category'] ?? cellOf(matter);
  const known = scheme.rules.filter(isCategoryRule).map((rule) => rule.category);
  return [findingOf('unknown-category', cell, { category: matter.category ?? '', known }, { matter: matter.key })];
};
