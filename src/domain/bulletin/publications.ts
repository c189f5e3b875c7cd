import type { CivilDate } from '../calendar/civilDate';
import { foldText } from '../foldText';
import type { Matter } from '../matter';
import type { RuleSet } from '../ruleSet';
import { endsIn, type PeriodKind } from './period';

export const isLivelihood = ({ category, section }: Pick<Matter, 'category' | 'section'>): boolean =>
  /[民为].{0,3}实事/.test(foldText(category ?? section ?? ''));
export const isGovernmentReport = ({ category, section }: Pick<Matter, 'category' | 'section'>): boolean =>
  /政府工作报告/.test(foldText(category ?? section ?? ''));

/** A bulletin or table the rule set asks for. */
export interface Publication {
  readonly id: 'monthly' | 'governmentReport' | 'livelihood' | 'livelihoodTable';
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

/**
 * What is published by a rule set (rules.md §5): every month a bulletin on all matters; under 004 also the 政府工作报告
 * half-yearly, the 民生实事 checked monthly and made public quarterly.
 */
export function publicationsOf(
  { id, clauses }: Pick<RuleSet, 'id' | 'clauses'>,
  asOf: CivilDate,
): readonly Publication[] {
  const monthly: Publication = {
    id: 'monthly',
    name: '督查通报（全部事项）',
    period: 'monthly',
    form: 'bulletin',
    covers: () => true,
    due: true,
    clause: id === 'dengzhou-2018' ? '五' : null,
  };
  if (id !== 'shangyu-2016') return [monthly];
  const cited = (article: string): string | null => (article in clauses ? article : null);
  return [
    monthly,
    {
      id: 'governmentReport',
      name: '《政府工作报告》目标任务半年督查通报',
      period: 'halfYearly',
      form: 'bulletin',
      covers: isGovernmentReport,
      due: endsIn('halfYearly', asOf),
      clause: cited('一(一)'),
    },
    {
      id: 'livelihood',
      name: '民生实事月度督查通报',
      period: 'monthly',
      form: 'bulletin',
      covers: isLivelihood,
      due: true,
      clause: cited('一(二)'),
    },
    {
      id: 'livelihoodTable',
      name: '民生实事季度公示表',
      period: 'quarterly',
      form: 'table',
      covers: isLivelihood,
      due: endsIn('quarterly', asOf),
      clause: cited('一(二)'),
    },
  ];
}
