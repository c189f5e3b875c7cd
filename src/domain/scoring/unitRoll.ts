import { foldText } from '../foldText';
import type { DirectoryUnit } from '../registers/registers';

/** Whom a name in a unit cell or register row means. */
export type UnitMeaning =
  | { readonly kind: 'units'; readonly units: readonly string[] }
  /** An alias of several units. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown'; readonly unit: string };

/** 单位名录 as a lookup: own names before aliases, collective names to their members. */
export interface UnitRoll {
  readonly units: readonly DirectoryUnit[] | null;
  readonly entry: (unit: string) => DirectoryUnit | null;
  readonly meaning: (written: string) => UnitMeaning;
}

const SEPARATORS = /[、，,；;/\n\r]+/;

export function unitRoll(directory: readonly DirectoryUnit[] | null): UnitRoll {
  const byName = new Map<string, DirectoryUnit>();
  const byAlias = new Map<string, Set<DirectoryUnit>>();
  for (const unit of directory ?? []) {
    const name = foldText(unit.name);
    if (!byName.has(name)) byName.set(name, unit);
    for (const alias of unit.aliases) {
      const owners = byAlias.get(foldText(alias)) ?? new Set<DirectoryUnit>();
      byAlias.set(foldText(alias), owners.add(unit));
    }
  }

  const meaning = (written: string, within: readonly string[] = []): UnitMeaning => {
    const name = foldText(written);
    const aliased = [...(byAlias.get(name) ?? [])];
    const own = byName.get(name);
    if (own === undefined && aliased.length > 1) {
      return { kind: 'ambiguous', candidates: aliased.map((unit) => unit.name).sort() };
    }
    const unit = own ?? aliased[0];
    if (unit === undefined) return { kind: 'unknown', unit: written.trim() };
    if (unit.members.length === 0 || within.includes(unit.name)) return { kind: 'units', units: [unit.name] };
    const members = unit.members.flatMap((member) => {
      const meant = meaning(member, [...within, unit.name]);
      if (meant.kind === 'units') return meant.units;
      return meant.kind === 'unknown' ? [meant.unit] : [];
    });
    return { kind: 'units', units: [...new Set(members)] };
  };

  return {
    units: directory,
    entry: (unit) => byName.get(foldText(unit)) ?? null,
    meaning: (written) => meaning(written),
  };
}

/** The names in a cell that may hold several (主送单位, 单位). A name that is known whole is not taken apart. */
export function namesIn(roll: UnitRoll, text: string): readonly string[] {
  if (roll.meaning(text).kind !== 'unknown') return [text.trim()];
  return text
    .split(SEPARATORS)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
