import type { CivilDate } from '../calendar/civilDate';
import { covers } from '../lists/cadences';
import type { CadencePeriod, CadencePublication } from '../lists/listRule';
import type { Matter } from '../matter';
import type { RuleSet } from '../ruleSet';
import { endsIn, type PeriodKind } from './period';

/** A bulletin or table the rule set asks for. */
export interface Publication {
  readonly id: 'monthly' | CadencePublication['id'];
  readonly name: string;
  readonly period: PeriodKind;
  readonly form: 'bulletin' | 'table';
  /** Which matters it speaks of. */
  readonly covers: (matter: Matter) => boolean;
  /** The month of asOf is one in which it is due. */
  readonly due: boolean;
  /** A clause of the rule set; null where it is custom only. */
  readonly clause: string | null;
}

const PERIODS: Partial<Readonly<Record<CadencePeriod, PeriodKind>>> = {
  month: 'monthly',
  quarter: 'quarterly',
  halfYear: 'halfYearly',
};

/** What is published by a rule set: every month a bulletin on all matters, and what its cadences have published. */
export function publicationsOf(
  { cadences, monthlyBulletin }: Pick<RuleSet, 'cadences' | 'monthlyBulletin'>,
  asOf: CivilDate,
): readonly Publication[] {
  const monthly: Publication = {
    id: 'monthly',
    name: '督查通报（全部事项）',
    period: 'monthly',
    form: 'bulletin',
    covers: () => true,
    due: true,
    clause: monthlyBulletin ?? null,
  };
  const ofCadences = cadences.flatMap((rule): readonly Publication[] => {
    const period = PERIODS[rule.every];
    if (rule.publication === undefined || period === undefined) return [];
    const due = endsIn(period, asOf);
    return [{ ...rule.publication, period, covers: (matter) => covers(rule, matter), due, clause: rule.clause }];
  });
  return [monthly, ...ofCadences];
}
