import { foldText } from '../foldText';
import type { UnitMention } from '../matter';
import type { DirectoryUnit } from '../registers/registers';
import { createUnitDirectory } from '../registers/unitDirectory';

/** Whom a name in a register row means. */
export type UnitMeaning =
  | { readonly kind: 'units'; readonly units: readonly string[] }
  /** An alias of several units. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** Such as 各有关单位, without members in 单位名录. */
  | { readonly kind: 'collective' }
  | { readonly kind: 'unknown'; readonly unit: string };

/** 单位名录 as scoring asks it. */
export interface UnitRoll {
  /** null where the workbook has none. */
  readonly units: readonly DirectoryUnit[] | null;
  readonly entry: (unit: string) => DirectoryUnit | null;
  readonly meaning: (written: string) => UnitMeaning;
}

const SEPARATORS = /[、，,；;/\n\r]+/;

export function unitRoll(units: readonly DirectoryUnit[] | null): UnitRoll {
  const directory = createUnitDirectory(units);
  const byName = new Map<string, DirectoryUnit>();
  for (const unit of units ?? []) if (!byName.has(foldText(unit.name))) byName.set(foldText(unit.name), unit);

  function meaning(written: string): UnitMeaning {
    const found = directory.resolve(written);
    switch (found.kind) {
      case 'unit':
      case 'alias':
        return { kind: 'units', units: [found.unit] };
      case 'collective':
        return { kind: 'units', units: found.members };
      case 'ambiguous':
        return { kind: 'ambiguous', candidates: [...found.units].sort() };
      case 'openCollective':
        return { kind: 'collective' };
      case 'unknown':
        return { kind: 'unknown', unit: written.trim() };
    }
  }
  return { units, entry: (unit) => byName.get(foldText(unit)) ?? null, meaning };
}

/** The names in a cell that may hold several (主送单位, 单位). A name that is known whole is not taken apart. */
export function namesIn(roll: UnitRoll, text: string): readonly string[] {
  if (roll.meaning(text).kind === 'units') return [text.trim()];
  return text
    .split(SEPARATORS)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The units behind the mentions of a ledger's unit cell, collective names expanded already; an alias of several means none. */
export function mentioned(mentions: readonly UnitMention[]): readonly string[] {
  let units = known.get(mentions);
  if (units === undefined) {
    const named = mentions.filter(({ unit, unscorable }) => unit !== '' && unscorable === undefined);
    known.set(mentions, (units = [...new Set(named.map(({ unit }) => unit))]));
  }
  return units;
}

/** Equal cells share one list of mentions. */
const known = new WeakMap<readonly UnitMention[], readonly string[]>();
