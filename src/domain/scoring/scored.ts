import type { Assessment } from '../assessment';
import type { Finding } from '../finding';
import type { Leading } from './leading';
import type { ScoringOutcome, UnitScore } from './score';
import { ranked } from './unitScores';

/** What the scores are made of, kept with them: after a change of a few matters the rest of it stands. */
export interface Scored {
  readonly notInForce: readonly Finding[];
  readonly leading: Leading;
  /** `unknown-category`, in ledger order. */
  readonly unknown: readonly Finding[];
  /** What was said of register rows when charges were gathered, in their order. */
  readonly charged: readonly Finding[];
  /** What is said of rows of units that are not assessed, by unit. */
  readonly inVain: ReadonlyMap<string, readonly Finding[]>;
  /** At asOf; none under a scheme that does not ask how matters stand. */
  readonly ledBy: ReadonlyMap<string, readonly Assessment[]>;
  /** In the order in which units are listed. */
  readonly unranked: readonly UnitScore[];
}

type Outcome = Extract<ScoringOutcome, { readonly kind: 'scored' }>;

const kept = new WeakMap<Outcome, Scored>();

export const scoredBefore = (outcome: Outcome): Scored | null => kept.get(outcome) ?? null;

export function keepScored(scored: Scored): Outcome {
  const { notInForce, leading, unknown, charged, inVain, unranked } = scored;
  const findings = [...notInForce, ...leading.findings, ...unknown, ...charged, ...[...inVain.values()].flat()];
  const outcome: Outcome = { kind: 'scored', scores: ranked(unranked), findings };
  kept.set(outcome, scored);
  return outcome;
}
