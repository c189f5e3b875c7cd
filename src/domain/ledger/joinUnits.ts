import type { UnitMention } from '../matter';
import type { UnitCellReading } from './unitCell';

/** Each unit once, at its first mention. */
export function dedupe(mentions: readonly UnitMention[]): readonly UnitMention[] {
  for (let index = 1; index < mentions.length; index += 1) {
    if (!isFirst(mentions, index)) return mentions.filter((_, at) => isFirst(mentions, at));
  }
  return mentions;
}

/** By loops, not by closures: every matter with a second unit cell asks it. */
function isFirst(mentions: readonly UnitMention[], index: number): boolean {
  const { unit } = mentions[index]!;
  for (let before = 0; before < index; before += 1) if (mentions[before]!.unit === unit) return false;
  return true;
}

function leads({ lead }: UnitCellReading, { unit }: UnitMention): boolean {
  for (const one of lead) if (one.unit === unit) return true;
  return false;
}

function noneLeads(first: UnitCellReading, mentions: readonly UnitMention[]): boolean {
  for (const mention of mentions) if (leads(first, mention)) return false;
  return true;
}

/** The names of a second cell cooperate, those that lead already left out. */
export function joinUnits(first: UnitCellReading, beside: UnitCellReading): UnitCellReading {
  // Most often the second cell holds only others: its own list serves then.
  if (first.co.length === 0 && beside.co.length === 0 && noneLeads(first, beside.lead)) {
    return { lead: first.lead, co: beside.lead };
  }
  const added = [...beside.lead, ...beside.co].filter((mention) => !leads(first, mention));
  return added.length === 0 ? first : { lead: first.lead, co: dedupe([...first.co, ...added]) };
}
