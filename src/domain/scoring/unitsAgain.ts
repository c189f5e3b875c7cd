import type { Assessment } from '../assessment';
import { addDays, monthOf, yearMonthOf, type CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import { matterOrder } from '../ledger/matterOrder';
import { atOnce, ready } from '../portions';
import type { Registers } from '../registers/registers';
import type { ChargingRows } from './chargingRows';
import { chargesFollowDate, chargesUpTo, gatherCharges, type Charges } from './charges';
import { evaluate, type Evaluation } from './evaluate';
import { linksInPortions, type MatterLinks } from './matterLinks';
import { wasOpenIn } from './openMonths';
import { registersOf } from './rowsOfUnits';
import { asksStates, type Scheme } from './scheme';
import type { ScoringInput } from './score';
import type { Scored } from './scored';
import type { ChangedForScores } from './scoresAfter';
import { accountOf, chargedInVain } from './standing';
import { mentioned, type UnitRoll } from './unitRoll';
import { scoring } from './unitScores';

interface Around {
  readonly links: MatterLinks;
  readonly scheme: Scheme;
  readonly roll: UnitRoll;
  readonly input: ScoringInput;
  readonly changed: ChangedForScores;
  readonly charging: ChargingRows;
}

/** These units scored again, as `scoreUnits` scores them; of all others what was said. */
export function unitsAgain(before: Scored, units: ReadonlySet<string>, asked: Omit<Around, 'links'>): Scored {
  const { scheme, roll, input, changed, charging } = asked;
  const { asOf, settings, ruleSet } = input;
  const ledBy = scheme.rules.some(asksStates) ? ledAfter(before.ledBy, changed) : before.ledBy;
  if (units.size === 0 && charging.registers.length === 0) return { ...before, ledBy };
  const around = { ...asked, links: atOnce(linksInPortions(changed.matters)) };
  const registers = registersOf(input.registers, units, roll, charging.come);
  const at = (date: CivilDate, later: Charges | null): { charges: Charges; evaluations: Map<string, Evaluation> } => {
    const led = new Map([...units].map((unit) => [unit, statesAt(ledBy.get(unit) ?? [], date, around)]));
    const charges =
      later !== null && !chargesFollowDate(scheme)
        ? chargesUpTo(later, date)
        : chargesAt(date, registers, before, ledBy, around);
    const evaluations = new Map<string, Evaluation>();
    for (const unit of units) {
      evaluations.set(unit, evaluate(scheme, accountOf(unit, { roll, charges, ledBy: led }, date, settings)));
    }
    return { charges, evaluations };
  };
  const now = at(asOf, null);
  const monthBefore = addDays(`${yearMonthOf(asOf)}-01` as CivilDate, -1);
  const then = monthOf(asOf) === 1 ? null : at(monthBefore, now.charges).evaluations;
  const scoreOf = scoring(ruleSet, scheme, roll);
  const inVain = new Map(before.inVain);
  for (const unit of units) inVain.set(unit, chargedInVain(unit, { ...now, ledBy }));
  return {
    ...before,
    ledBy,
    charged: chargedAfter(before.charged, now.charges.findings, registers, charging.gone, input.registers),
    inVain,
    unranked: before.unranked.map((score) =>
      units.has(score.unit)
        ? scoreOf(score.unit, now.evaluations.get(score.unit)!, then?.get(score.unit) ?? null)
        : score,
    ),
  };
}

const statesAt = (led: readonly Assessment[], date: CivilDate, { input, changed }: Around): readonly Assessment[] =>
  date === input.asOf ? led : led.map((assessment) => changed.stateAt(assessment, date));

/** What these rows charge at a date. */
function chargesAt(
  date: CivilDate,
  registers: Registers,
  { leading }: Scored,
  ledBy: Scored['ledBy'],
  around: Around,
): Charges {
  const { scheme, roll, input, changed, links } = around;
  const hadOpenMatter = (unit: string, monthEnd: CivilDate): boolean =>
    statesAt(ledBy.get(unit) ?? [], monthEnd, around).some((assessment) => wasOpenIn(assessment, monthEnd));
  return atOnce(
    gatherCharges({
      registers,
      scheme,
      settings: input.settings,
      asOf: date,
      assessmentOf: (key) => {
        const now = changed.assessmentOf(key);
        return now === null || date === input.asOf ? now : changed.stateAt(now, date);
      },
      leading,
      roll,
      links,
      hadOpenMatter: (unit, monthEnd) => ready(hadOpenMatter(unit, monthEnd)),
    }),
  );
}

/** The matters each unit leads: those that changed taken out where they stood and put in where they stand. */
function ledAfter(ledBy: Scored['ledBy'], { changes, sheets }: ChangedForScores): Scored['ledBy'] {
  const order = matterOrder(sheets);
  const led = new Map(ledBy);
  for (const { before, after } of changes) {
    const [were, are] = [mentioned(before.matter.leadUnits), mentioned(after.matter.leadUnits)];
    for (const unit of new Set([...were, ...are])) {
      const others = (led.get(unit) ?? []).filter((assessment) => assessment !== before);
      const all = are.includes(unit) ? [...others, after] : others;
      led.set(
        unit,
        all.sort((one, other) => order(one.matter, other.matter)),
      );
    }
  }
  return led;
}

/** What was said of register rows, of these anew, in the order of the rows. */
function chargedAfter(
  charged: readonly Finding[],
  again: readonly Finding[],
  { notices, events }: Registers,
  gone: ChargingRows['gone'],
  all: Registers,
): readonly Finding[] {
  const rowOf = ({ sheet, row }: Finding['cell']): string => `${sheet}!${row}`;
  const rows = new Set([...(notices ?? []), ...(events ?? []), ...gone].map(({ cell }) => rowOf(cell)));
  const eventSheet = all.events?.[0]?.cell.sheet;
  const part = ({ cell }: Finding): number => (cell.sheet === eventSheet ? 1 : 0);
  return [...charged.filter(({ cell }) => !rows.has(rowOf(cell))), ...again].sort(
    (one, other) => part(one) - part(other) || one.cell.row - other.cell.row,
  );
}
