import type { ChangedMatter, Matter } from '../matter';
import { atOnce } from '../portions';
import { namedIn } from '../registers/rowsNaming';
import type { Registers } from '../registers/registers';
import { isListedAnyway, leading } from './leading';
import { asksStates, type Scheme } from './scheme';
import type { ScoringInput } from './score';
import { unitRoll } from './unitRoll';

/** All matters before a change of some, and after it. */
export interface MattersChanged {
  readonly before: readonly Matter[];
  readonly after: readonly Matter[];
  readonly changes: readonly ChangedMatter[];
}

/**
 * What was scored stands after these matters have changed: nothing that scoring looks at is another. Under a scheme of
 * notices and events alone a matter counts by the register rows that name it, and by its units being listed.
 */
export function scoresStand({ ruleSet, registers, settings }: ScoringInput, matters: MattersChanged): boolean {
  const { scheme } = ruleSet;
  const { changes } = matters;
  if (scheme === null || changes.length === 0) return true;
  if (followStates(scheme, registers)) return false;
  const byUnits = settings.coUnitRatio !== 0;
  return changes.every((change) => isSaidAlike(change, byUnits) || !isNamed(change, registers)) && leadAlike();

  function leadAlike(): boolean {
    const changed = changes.filter(({ before, after }) => !sameUnits(before.leadUnits, after.leadUnits));
    if (changed.length === 0) return true;
    const roll = unitRoll(registers.directory);
    const listed = isListedAnyway(roll);
    if (changed.every(({ before, after }) => [...before.leadUnits, ...after.leadUnits].every(listed))) return true;
    const [was, is] = [atOnce(leading(matters.before, roll)), atOnce(leading(matters.after, roll))];
    const said = (of: typeof was): string => JSON.stringify([[...of.listed], of.findings]);
    return said(was) === said(is);
  }
}

/** Scores follow how matters stand, not only what the registers say of them and who leads them. */
const followStates = (scheme: Scheme, { events }: Registers): boolean =>
  scheme.rules.some(
    (rule) =>
      asksStates(rule) ||
      (rule.kind === 'perEvent' && rule.monthlyReport === true && (events ?? []).some(({ kind }) => kind === rule.on)),
  );

/** A line about the matter would say the same, and charge the same units. */
const isSaidAlike = ({ before, after }: ChangedMatter, byUnits: boolean): boolean =>
  before.id === after.id &&
  before.title === after.title &&
  before.classified === after.classified &&
  (!byUnits || sameUnits(before.coUnits, after.coUnits));

/** A row that scores may be about the matter as it was or as it is. */
const isNamed = ({ before, after }: ChangedMatter, { notices, events }: Registers): boolean =>
  [notices, events].some((rows) => rows !== null && (namedIn(rows, before) || namedIn(rows, after)));

const sameUnits = (one: Matter['leadUnits'], other: Matter['leadUnits']): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
