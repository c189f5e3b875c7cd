import type { DraftLine, UnitAccount } from './account';
import { allOrNothing } from './kinds/allOrNothing';
import { band, bandUndetermined } from './kinds/band';
import { base } from './kinds/base';
import { cap, floor } from './kinds/bounds';
import { everyKth } from './kinds/everyKth';
import { manual } from './kinds/manual';
import { perEvent } from './kinds/perEvent';
import { perUnitOnce } from './kinds/perUnitOnce';
import { proportional } from './kinds/proportional';
import { plainWeight, redistribute, type Weight } from './kinds/redistribute';
import { threshold } from './kinds/threshold';
import { sum, type Points } from './points';
import { isCategoryRule, type Scheme, type ScoringRule } from './scheme';

/** One unit's lines at one date. `assessed` false: it has no matter of any category, and the lines say nothing. */
export interface Evaluation {
  readonly assessed: boolean;
  readonly lines: readonly DraftLine[];
  readonly total: Points;
  readonly remarks: readonly string[];
}

export const NOT_ASSESSED = '未承担计分范围内的督查事项，不参加计分';

export function evaluate(scheme: Scheme, account: UnitAccount): Evaluation {
  const redistribution = scheme.rules.find((rule) => rule.kind === 'redistribute');
  const weights = redistribution === undefined ? null : redistribute(redistribution, scheme, account);
  if (weights?.size === 0 && !account.settings.fullMarksWithoutMatters) {
    return { assessed: false, lines: [], total: sum([]), remarks: [NOT_ASSESSED] };
  }

  const own = scheme.rules.flatMap((rule) => ownLines(rule, scheme, account, weights));
  const bounds = scheme.rules.flatMap((rule) => {
    if (rule.kind === 'cap') return cap(rule, own);
    return rule.kind === 'floor' ? floor(rule, own) : [];
  });
  const lines = inOrder(bounds.length === 0 ? own : [...own, ...bounds], scheme);
  const total = sum(lines.map((line) => line.points));
  const remarks = scheme.rules.flatMap((rule) => {
    const said =
      rule.kind === 'threshold'
        ? threshold(rule, account, total)
        : rule.kind === 'band'
          ? bandUndetermined(rule, account)
          : null;
    return said === null ? [] : [said];
  });
  return { assessed: true, lines, total, remarks };
}

function ownLines(
  rule: ScoringRule,
  scheme: Scheme,
  account: UnitAccount,
  weights: ReadonlyMap<string, Weight> | null,
): readonly DraftLine[] {
  const weightOf = (id: string): Weight | undefined =>
    weights?.get(id) ?? (isCategoryRule(rule) ? plainWeight(rule) : undefined);
  switch (rule.kind) {
    case 'base':
      return base(rule, account);
    case 'perEvent':
      return perEvent(rule, account);
    case 'everyKth':
      return everyKth(rule, account);
    case 'perUnitOnce':
      return perUnitOnce(rule, account);
    case 'proportional':
      return proportional(rule, scheme, account, weightOf(rule.id)!);
    case 'allOrNothing':
      return allOrNothing(rule, scheme, account, weightOf(rule.id)!);
    case 'band':
      return band(rule, account);
    case 'manual':
      return manual(rule, account);
    case 'redistribute':
    case 'cap':
    case 'floor':
    case 'threshold':
      return [];
  }
}

/** The base first, then by date, then as the scheme lists its rules, then by cell. */
function inOrder(lines: readonly DraftLine[], scheme: Scheme): readonly DraftLine[] {
  if (lines.length < 2) return lines;
  const place = new Map(scheme.rules.map((rule, index) => [rule, index]));
  return [...lines].sort(
    (a, b) =>
      Number(b.rule.kind === 'base') - Number(a.rule.kind === 'base') ||
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      place.get(a.rule)! - place.get(b.rule)! ||
      (a.source?.row ?? 0) - (b.source?.row ?? 0),
  );
}
