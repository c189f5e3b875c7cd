import type { Assessment } from '../assessment';
import type { Finding } from '../finding';
import type { UnitMention } from '../matter';
import type { UnitRoll } from './unitRoll';

/** Who leads what, and which units are scored. */
export interface Leading {
  /** In the order of 单位名录, then the other lead units by name. */
  readonly listed: ReadonlySet<string>;
  readonly ledBy: (unit: string) => readonly Assessment[];
  readonly findings: readonly Finding[];
}

/** The units behind the mentions of a unit cell; an alias of several units means none. */
export const leaders = (mentions: readonly UnitMention[], roll: UnitRoll): readonly string[] => [
  ...new Set(
    mentions.flatMap((mention) => {
      const meaning = roll.meaning(mention.unit);
      if (meaning.kind === 'units') return meaning.units;
      return meaning.kind === 'unknown' && meaning.unit !== '' ? [meaning.unit] : [];
    }),
  ),
];

/** 单位名录 without 参加考核 = 否 and without collective names, and every other lead unit (said). */
export function leading(assessments: readonly Assessment[], roll: UnitRoll): Leading {
  const led = new Map<string, Assessment[]>();
  const findings: Finding[] = [];
  const said = new Set<string>();
  const say = (key: string, finding: Finding): void => {
    if (!said.has(key)) findings.push(finding);
    said.add(key);
  };

  for (const assessment of assessments) {
    const { matter } = assessment;
    const cell = matter.cells['leadUnit'] ?? { sheet: matter.sheet, row: matter.row, column: 0 };
    for (const mention of matter.leadUnits) {
      const meaning = roll.meaning(mention.unit);
      if (meaning.kind === 'ambiguous') {
        const facts = { alias: mention.unit, candidates: meaning.candidates };
        say(`?${mention.unit}`, { code: 'ambiguous-alias', level: 'warning', cell, matter: matter.key, facts });
      } else if (meaning.kind === 'unknown' && meaning.unit !== '' && roll.units !== null) {
        const facts = { unit: meaning.unit };
        say(meaning.unit, { code: 'unknown-unit', level: 'warning', cell, matter: matter.key, facts });
      }
    }
    for (const unit of leaders(matter.leadUnits, roll)) {
      const matters = led.get(unit);
      if (matters === undefined) led.set(unit, [assessment]);
      else matters.push(assessment);
    }
  }

  const rolled = (roll.units ?? []).filter((unit) => unit.members.length === 0 || unit.members.includes(unit.name));
  const listed = new Set(rolled.filter((unit) => unit.assessed).map((unit) => unit.name));
  for (const unit of [...led.keys()].sort()) {
    if (roll.entry(unit)?.assessed !== false) listed.add(unit);
  }
  return { listed, ledBy: (unit) => led.get(unit) ?? [], findings };
}
