import { foldText } from '../foldText';
import type { DirectoryUnit } from './registers';
import { editDistance, isCollectiveName, unitStem } from './unitNames';

export type UnitResolution =
  /** The unit's own name. */
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'alias'; readonly unit: string }
  /** An alias of more than one unit. */
  | { readonly kind: 'ambiguous'; readonly units: readonly string[] }
  /** A name with 成员单位. */
  | { readonly kind: 'collective'; readonly members: readonly string[] }
  /** Such as 各有关单位, without members on record. */
  | { readonly kind: 'openCollective' }
  | { readonly kind: 'unknown' };

/** 单位名录 for looking names up. */
export interface UnitDirectory {
  /** False where the workbook has no 单位名录: nothing is known then, and nothing is unknown. */
  readonly present: boolean;
  resolve(name: string): UnitResolution;
  /** Up to three own names that look most like this one, nearest first. */
  nearest(name: string): readonly string[];
}

const SUGGESTIONS = 3;

/** Spaces and full-width forms do not tell names apart. An own name goes before another unit's alias. */
export function createUnitDirectory(units: readonly DirectoryUnit[] | null): UnitDirectory {
  const own = new Map<string, DirectoryUnit>();
  const aliases = new Map<string, Set<string>>();
  for (const unit of units ?? []) {
    if (!own.has(foldText(unit.name))) own.set(foldText(unit.name), unit);
    for (const alias of unit.aliases) {
      const key = foldText(alias);
      const names = aliases.get(key);
      if (names) names.add(unit.name);
      else aliases.set(key, new Set([unit.name]));
    }
  }
  const memberNames = (unit: DirectoryUnit): readonly string[] =>
    unit.members.map((member) => {
      const key = foldText(member);
      const named = own.get(key);
      if (named) return named.name;
      const through = aliases.get(key);
      return through?.size === 1 ? [...through][0]! : member;
    });

  const resolved = new Map<string, UnitResolution>();
  function resolve(name: string): UnitResolution {
    let answer = resolved.get(name);
    if (answer === undefined) resolved.set(name, (answer = lookUp(name)));
    return answer;
  }
  function lookUp(name: string): UnitResolution {
    const key = foldText(name);
    const unit = own.get(key);
    if (unit) {
      return unit.members.length > 0
        ? { kind: 'collective', members: [...new Set(memberNames(unit))] }
        : { kind: 'unit', unit: unit.name };
    }
    const named = aliases.get(key);
    if (named !== undefined) {
      const names = [...named];
      if (names.length > 1) return { kind: 'ambiguous', units: names };
      const behind = own.get(foldText(names[0]!));
      return behind && behind.members.length > 0
        ? { kind: 'collective', members: [...new Set(memberNames(behind))] }
        : { kind: 'alias', unit: names[0]! };
    }
    return isCollectiveName(key) ? { kind: 'openCollective' } : { kind: 'unknown' };
  }

  const nearby = new Map<string, readonly string[]>();
  function nearest(name: string): readonly string[] {
    let names = nearby.get(name);
    if (names === undefined) nearby.set(name, (names = lookAround(name)));
    return names;
  }
  function lookAround(name: string): readonly string[] {
    const wanted = foldText(name);
    const stem = unitStem(wanted);
    const found = new Map<string, number>();
    for (const unit of units ?? []) {
      for (const known of [unit.name, ...unit.aliases]) {
        const distance = likeness(wanted, stem, foldText(known));
        if (distance !== null && distance < (found.get(unit.name) ?? Infinity)) found.set(unit.name, distance);
      }
    }
    return [...found]
      .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, SUGGESTIONS)
      .map(([unit]) => unit);
  }

  return { present: units !== null, resolve, nearest };
}

function likeness(wanted: string, stem: string, known: string): number | null {
  if (unitStem(known) === stem) return 0;
  if (known.includes(wanted) || wanted.includes(known)) return 1;
  const distance = editDistance(wanted, known);
  return distance <= Math.max(1, Math.floor(Math.max(wanted.length, known.length) / 3)) ? 1 + distance : null;
}
