import { endOfMonth, yearMonthOf, type CivilDate } from '../calendar/civilDate';
import { isReport } from '../monthlyReport';
import { atOnce, type InPortions } from '../portions';
import type { EventKind } from '../registers/registers';
import { leading, ledByUnit } from './leading';
import { linksInPortions } from './matterLinks';
import { wasOpenIn } from './openMonths';
import type { ScoringInput } from './score';
import { namesIn, unitRoll } from './unitRoll';

/** An event proposed to the clerk, who confirms it before it is entered. */
export interface MissedReport {
  readonly unit: string;
  readonly kind: Extract<EventKind, 'reportLate' | 'materialLate'>;
  /** The month's last day. */
  readonly date: CivilDate;
  /** Keys of the matters that were open without a word. */
  readonly matters: readonly string[];
}

/**
 * Units that had open matters in that month (1–12) and reported on none of them: no 进展, 说明, 延期, 报结 or 办结 in
 * 办理登记, no reporting date in the ledger. Nothing while the month runs, nothing where it is entered already,
 * nothing under a scheme that does not score it.
 */
export const missedReports = (...asked: Parameters<typeof missedInPortions>): readonly MissedReport[] =>
  atOnce(missedInPortions(...asked));

export function* missedInPortions(
  input: ScoringInput,
  year: number,
  month: number,
): InPortions<readonly MissedReport[]> {
  const monthEnd = endOfMonth(year, month);
  const kind = (['reportLate', 'materialLate'] as const).find((each) =>
    input.ruleSet.scheme?.rules.some((rule) => 'on' in rule && rule.on === each),
  );
  if (kind === undefined || monthEnd > input.asOf) return [];
  const { registers } = input;
  const roll = unitRoll(registers.directory);
  const assessments = yield* input.assessAt(monthEnd);
  const matters = assessments.map(({ matter }) => matter);
  const links = yield* linksInPortions(matters);
  const inMonth = (date: CivilDate): boolean => yearMonthOf(date) === yearMonthOf(monthEnd);

  const reported = new Set(
    (registers.proceedings ?? [])
      .filter((row) => inMonth(row.date) && isReport(row))
      .flatMap((row) => links.find(row.matters).map(({ key }) => key)),
  );
  for (const { matter } of assessments) {
    const { reading } = matter.reportedOn;
    if (reading.kind === 'date' && inMonth(reading.date)) reported.add(matter.key);
  }
  const entered = (registers.events ?? [])
    .filter((event) => event.kind === kind && inMonth(event.date))
    .flatMap((event) => namesIn(roll, event.unit))
    .flatMap((name) => {
      const meaning = roll.meaning(name);
      return meaning.kind === 'units' ? meaning.units : [name];
    });

  const { listed } = yield* leading(matters, roll);
  const led = yield* ledByUnit(assessments);
  return [...listed].flatMap((unit): readonly MissedReport[] => {
    const open = (led.get(unit) ?? []).filter((assessment) => wasOpenIn(assessment, monthEnd));
    if (open.length === 0 || entered.includes(unit)) return [];
    if (open.some(({ matter }) => reported.has(matter.key))) return [];
    return [{ unit, kind, date: monthEnd, matters: open.map(({ matter }) => matter.key) }];
  });
}
