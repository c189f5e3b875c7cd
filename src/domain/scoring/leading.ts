import type { Assessment } from '../assessment';
import type { CellRef } from '../cell';
import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import type { Matter, UnitMention } from '../matter';
import { forEach, type InPortions } from '../portions';
import { mentioned, type UnitRoll } from './unitRoll';

/** Which units are scored: the same at every date. */
export interface Leading {
  /** In the order of 单位名录, then the other lead units by name. */
  readonly listed: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

const leadCell = ({ cells, sheet, row }: Matter): CellRef => cells['leadUnit'] ?? { sheet, row, column: 0 };

/** 单位名录 without 参加考核 = 否 and without collective names, and every other lead unit (said). */
export function* leading(matters: readonly Matter[], roll: UnitRoll): InPortions<Leading> {
  const leads = new Set<string>();
  const findings: Finding[] = [];
  const said = new Set<string>();
  const say = (key: string, finding: () => Finding): void => {
    if (!said.has(key)) findings.push(finding());
    said.add(key);
  };

  // Equal cells share one list of mentions: its names are taken in once.
  const seen = new Set<Matter['leadUnits']>();
  yield* forEach(matters, (matter) => {
    if (seen.has(matter.leadUnits)) return;
    seen.add(matter.leadUnits);
    for (const mention of matter.leadUnits) {
      const { unit, known, unscorable } = mention;
      if (unscorable === 'ambiguous') {
        const meaning = roll.meaning(unit);
        const candidates = meaning.kind === 'ambiguous' ? meaning.candidates : [];
        const facts = { alias: unit, candidates };
        say(`?${unit}`, () => findingOf('ambiguous-alias', leadCell(matter), facts, { matter: matter.key }));
      } else if (unscorable === undefined && !known && unit !== '' && roll.units !== null) {
        say(unit, () => findingOf('unknown-unit', leadCell(matter), { unit }, { matter: matter.key }));
      }
    }
    for (const unit of mentioned(matter.leadUnits)) leads.add(unit);
  });

  const listed = new Set(listedByRoll(roll));
  for (const unit of [...leads].sort()) {
    if (roll.entry(unit)?.assessed !== false) listed.add(unit);
  }
  return { listed, findings };
}

/** 单位名录 without 参加考核 = 否 and without collective names. */
const listedByRoll = ({ units }: UnitRoll): readonly string[] =>
  (units ?? [])
    .filter(({ name, members, assessed }) => assessed && (members.length === 0 || members.includes(name)))
    .map(({ name }) => name);

/** Whether a name among the lead units adds nobody to those listed, and nothing to what is said of them. */
export function isListedAnyway(roll: UnitRoll): (mention: UnitMention) => boolean {
  const listed = new Set(listedByRoll(roll));
  return ({ unit, known, unscorable }) => known && unscorable === undefined && listed.has(unit);
}

/** The matters each unit leads, as they stand at a date. */
export function* ledByUnit(assessments: readonly Assessment[]): InPortions<ReadonlyMap<string, readonly Assessment[]>> {
  const led = new Map<string, Assessment[]>();
  yield* forEach(assessments, (assessment) => {
    for (const unit of mentioned(assessment.matter.leadUnits)) {
      const matters = led.get(unit);
      if (matters === undefined) led.set(unit, [assessment]);
      else matters.push(assessment);
    }
  });
  return led;
}
