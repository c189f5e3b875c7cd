import type { Assessment } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import { matterOrder } from '../ledger/matterOrder';
import type { Matter } from '../matter';
import type { ChangedAssessment } from '../overview/overviewAfter';
import { atOnce } from '../portions';
import type { ChangedRegisters } from '../registers/registersAgain';
import { rowsNaming } from '../registers/rowsNaming';
import { chargesFollowDate } from './charges';
import { chargingRows } from './chargingRows';
import { isListedAnyway, leading, type Leading } from './leading';
import { rowsOfUnitsAfter, unitsMeant } from './rowsOfUnits';
import { asksStates, isCategoryRule, type Scheme } from './scheme';
import type { ScoringInput, ScoringOutcome } from './score';
import { keepScored, scoredBefore } from './scored';
import { unknownCategory } from './scoringFindings';
import { mentioned, unitRoll, type UnitRoll } from './unitRoll';
import { unitsAgain } from './unitsAgain';

/** What has changed since the scores were worked out. */
export interface ChangedForScores {
  /** Every matter that is another, stands otherwise, or has other register rows. */
  readonly changes: readonly ChangedAssessment[];
  /** Rows of registers, one change after the other. */
  readonly registers: readonly ChangedRegisters[];
  /** All matters as they are. */
  readonly matters: readonly Matter[];
  /** The ledgers in their order. */
  readonly sheets: readonly string[];
  /** How a matter stood at an earlier date, by how it stands. */
  readonly stateAt: (now: Assessment, date: CivilDate) => Assessment;
  /** How a matter stands, by key. */
  readonly assessmentOf: (key: string) => Assessment | null;
}

/**
 * The scores after these changes, equal to `scoreUnits` of all as it is: worked out again for the units that lead the
 * matters, those whose register rows name them and those whose register rows changed, then ranked. Null where more is
 * touched: another unit is listed, or cooperating units bear a share.
 */
export function scoresAfter(
  outcome: ScoringOutcome,
  input: ScoringInput,
  changed: ChangedForScores,
): ScoringOutcome | null {
  const { ruleSet, registers, settings } = input;
  const { scheme } = ruleSet;
  const { changes } = changed;
  if (outcome.kind !== 'scored' || scheme === null) return outcome;
  if (changes.length === 0 && changed.registers.length === 0) return outcome;
  const before = scoredBefore(outcome);
  // A row of 办理登记 may decide whether an order was given again.
  const follows = followStates(scheme, input) || (changed.registers.length > 0 && chargesFollowDate(scheme));
  if (before === null || (follows && !scheme.rules.some(asksStates))) return null;
  const roll = unitRoll(registers.directory);
  const charging = chargingRows(changed.registers);
  for (const register of charging.registers) rowsOfUnitsAfter(register, roll);
  const led = leadingAfter(before.leading, roll, changed);
  if (led === null) return null;
  const shared = settings.coUnitRatio !== 0;
  const saidOtherwise = follows ? changes : changes.filter((change) => !isSaidAlike(change, shared));
  const rows = [...charging.gone, ...charging.come];
  const named = [...unitsNamed(saidOtherwise, input, roll), ...rows.flatMap(({ unit }) => unitsMeant(roll, unit))];
  if (shared && (follows || named.length > 0)) return null;
  const leads = follows
    ? changes.flatMap((change) => eachOf(change).flatMap(({ leadUnits }) => mentioned(leadUnits)))
    : [];
  const units = new Set([...leads, ...named].filter((unit) => led.listed.has(unit)));
  const unknown = unknownAfter(before.unknown, scheme, changed);
  if (units.size + rows.length === 0 && led === before.leading && unknown === before.unknown) return outcome;
  return keepScored(
    unitsAgain({ ...before, leading: led, unknown }, units, { scheme, roll, input, changed, charging }),
  );
}

const eachOf = ({ before, after }: ChangedAssessment): readonly Matter[] => [before.matter, after.matter];

/** Scores follow how matters stand, not only what the registers say of them and who leads them. */
const followStates = (scheme: Scheme, { registers: { events } }: ScoringInput): boolean =>
  scheme.rules.some(
    (rule) =>
      asksStates(rule) ||
      (rule.kind === 'perEvent' && rule.monthlyReport === true && (events ?? []).some(({ kind }) => kind === rule.on)),
  );

/** A line about the matter would say the same, and charge the same units. */
const isSaidAlike = (change: ChangedAssessment, byUnits: boolean): boolean => {
  const [before, after] = [change.before.matter, change.after.matter];
  return (
    before.id === after.id &&
    before.title === after.title &&
    before.classified === after.classified &&
    (!byUnits || sameUnits(before.coUnits, after.coUnits))
  );
};

const sameUnits = (one: Matter['leadUnits'], other: Matter['leadUnits']): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Units of the rows that may be about these matters, as they were or as they are. */
function unitsNamed(
  changes: readonly ChangedAssessment[],
  { registers: { notices, events } }: ScoringInput,
  roll: UnitRoll,
): readonly string[] {
  const matters = changes.flatMap(eachOf);
  const rows = [...rowsNaming(notices ?? [], matters), ...rowsNaming(events ?? [], matters)];
  return rows.flatMap(({ unit }) => unitsMeant(roll, unit));
}

/** Null where other units are listed than before. */
function leadingAfter(before: Leading, roll: UnitRoll, { changes, matters }: ChangedForScores): Leading | null {
  const listed = isListedAnyway(roll);
  const stands = changes.every((change) => {
    const [was, is] = [change.before.matter.leadUnits, change.after.matter.leadUnits];
    return sameUnits(was, is) || [...was, ...is].every(listed);
  });
  if (stands) return before;
  const after = atOnce(leading(matters, roll));
  return JSON.stringify([...after.listed]) === JSON.stringify([...before.listed]) ? after : null;
}

function unknownAfter(
  unknown: readonly Finding[],
  scheme: Scheme,
  { changes, sheets, assessmentOf }: ChangedForScores,
): readonly Finding[] {
  if (!scheme.rules.some(isCategoryRule)) return unknown;
  const again = changes.map(({ before, after }) => ({
    was: unknownCategory(before.matter, scheme),
    is: unknownCategory(after.matter, scheme),
  }));
  if (again.every(({ was, is }) => JSON.stringify(was) === JSON.stringify(is))) return unknown;
  const keys = new Set(changes.map(({ after }) => after.matter.key));
  const order = matterOrder(sheets);
  const matterOf = ({ matter }: Finding): Matter => assessmentOf(matter!)!.matter;
  return [...unknown.filter(({ matter }) => !keys.has(matter!)), ...again.flatMap(({ is }) => is ?? [])].sort(
    (one, other) => order(matterOf(one), matterOf(other)),
  );
}
