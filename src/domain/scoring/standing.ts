import type { Assessment } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { forEach, type InPortions } from '../portions';
import type { UnitAccount } from './account';
import { chargesFollowDate, chargesUpTo, gatherCharges, type Charges } from './charges';
import { evaluate, type Evaluation } from './evaluate';
import { leading, ledByUnit, type Leading } from './leading';
import { linksInPortions, type MatterLinks } from './matterLinks';
import { wasOpenIn } from './openMonths';
import { asksStates, type Scheme } from './scheme';
import type { ScoringInput } from './score';
import { mentioned, unitRoll, type UnitRoll } from './unitRoll';

/** Every listed unit at one date. */
export interface Standing {
  readonly charges: Charges;
  /** The matters each unit leads; none under a scheme that does not ask how they stand. */
  readonly ledBy: ReadonlyMap<string, readonly Assessment[]>;
  readonly evaluations: ReadonlyMap<string, Evaluation>;
}

/** What is the same at every date. */
export interface Undated {
  readonly scheme: Scheme;
  readonly roll: UnitRoll;
  readonly links: MatterLinks;
  readonly leading: Leading;
}

/** Units that led a matter open in the month that ends on that day. */
export type OpenUnits = Map<CivilDate, ReadonlySet<string>>;

export function* undatedOf(
  { registers, matters: listed }: ScoringInput,
  scheme: Scheme,
  assessments: readonly Assessment[],
): InPortions<Undated> {
  const roll = unitRoll(registers.directory);
  const matters = listed ?? assessments.map(({ matter }) => matter);
  return { scheme, roll, links: yield* linksInPortions(matters), leading: yield* leading(matters, roll) };
}

/** `later`: the charges at a later date of the same year, where they are gathered already. */
export function* standingAt(
  input: ScoringInput,
  undated: Undated,
  date: CivilDate,
  later: Charges | null = null,
): InPortions<Standing> {
  const assessments = undated.scheme.rules.some(asksStates) ? yield* input.assessAt(date) : [];
  return yield* standingFor(input, undated, date, assessments, new Map(), later);
}

export function* standingFor(
  input: ScoringInput,
  { scheme, roll, links, leading: led }: Undated,
  date: CivilDate,
  assessments: readonly Assessment[],
  openUnits: OpenUnits,
  later: Charges | null = null,
): InPortions<Standing> {
  const { registers, settings } = input;
  const ledBy = yield* ledByUnit(assessments);
  const hadOpenMatter = function* (unit: string, monthEnd: CivilDate): InPortions<boolean> {
    const units = openUnits.get(monthEnd) ?? (yield* unitsOpenIn(monthEnd, yield* input.assessAt(monthEnd)));
    openUnits.set(monthEnd, units);
    return units.has(unit);
  };
  const charges =
    later !== null && !chargesFollowDate(scheme)
      ? chargesUpTo(later, date)
      : yield* gatherCharges({
          registers,
          scheme,
          settings,
          asOf: date,
          assessmentOf: byKey(assessments),
          leading: led,
          roll,
          links,
          hadOpenMatter,
        });

  const evaluations = new Map<string, Evaluation>();
  const listed = [...led.listed];
  for (const [index, unit] of listed.entries()) {
    yield { stage: 'score', done: index, of: listed.length };
    evaluations.set(unit, evaluate(scheme, accountOf(unit, { roll, charges, ledBy }, date, settings)));
  }
  return { charges, ledBy, evaluations };
}

export const accountOf = (
  unit: string,
  { roll, charges, ledBy }: Pick<Undated, 'roll'> & Pick<Standing, 'charges' | 'ledBy'>,
  asOf: CivilDate,
  settings: ScoringInput['settings'],
): UnitAccount => ({
  unit,
  entry: roll.entry(unit),
  charges: charges.byUnit.get(unit) ?? [],
  led: ledBy.get(unit) ?? [],
  asOf,
  settings,
});

/** `event-not-scored` of a unit that is not assessed. */
export const chargedInVain = (unit: string, { charges, evaluations }: Standing): readonly Finding[] =>
  evaluations.get(unit)?.assessed === false
    ? (charges.byUnit.get(unit) ?? []).map(({ cell }) =>
        findingOf('event-not-scored', cell, { unit, reason: 'unitWithoutMatters' }),
      )
    : [];

/** Units with a matter that was open in the month. */
export function* unitsOpenIn(monthEnd: CivilDate, assessments: readonly Assessment[]): InPortions<ReadonlySet<string>> {
  const units = new Set<string>();
  yield* forEach(assessments, (assessment) => {
    if (!wasOpenIn(assessment, monthEnd)) return;
    for (const unit of mentioned(assessment.matter.leadUnits)) units.add(unit);
  });
  return units;
}

/** Assessments by key; put in a table when first asked for. */
function byKey(assessments: readonly Assessment[]): (key: string) => Assessment | null {
  let table: ReadonlyMap<string, Assessment> | null = null;
  return (key) => {
    table ??= new Map(assessments.map((assessment) => [assessment.matter.key, assessment]));
    return table.get(key) ?? null;
  };
}
