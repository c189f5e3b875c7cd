import type { CellFix, Finding } from '../finding';
import { findingOf } from '../findingLevels';
import type { Matter, UnitMention } from '../matter';
import { valueAt } from '../snapshot';
import { NOTHING, type CheckContext, type MatterCheck, type Subject } from './checkContext';

const FIELDS = ['leadUnit', 'coUnits'] as const;

/**
 * Names in the unit cells against 单位名录: unknown-unit (with the nearest names), unit-alias (fix: the unit's own
 * name), ambiguous-alias, collective-unit. One finding a cell and code, with every such name of the cell.
 */
export const unitNames: MatterCheck = (subject, context) => {
  const { leadUnits, coUnits } = subject.matter;
  return arePlain(leadUnits, context) && arePlain(coUnits, context) ? NOTHING : namesInCells(subject, context);
};

/** Nothing is to be said of those names. */
function arePlain(mentions: readonly UnitMention[], { directory }: CheckContext): boolean {
  for (const { written } of mentions) {
    const { kind } = directory.resolve(written);
    if (kind !== 'unit' && (kind !== 'unknown' || directory.present)) return false;
  }
  return true;
}

const namesInCells: MatterCheck = (subject, context) =>
  FIELDS.flatMap((field) => {
    const cell = subject.matter.cells[field];
    if (cell === undefined) return [];
    const written = String(valueAt(subject.ledger.snapshot, cell.row, cell.column));
    const mentions = mentionsIn(subject.matter, written);
    return mentions.length === 0 ? [] : namesInCell(subject, field, written, mentions, context);
  });

/** Mentions whose words stand in this cell: the lead cell may name cooperating units too. */
const mentionsIn = (matter: Matter, text: string): readonly UnitMention[] =>
  [...matter.leadUnits, ...matter.coUnits].filter((mention) => text.replace(/\s/g, '').includes(mention.written));

function namesInCell(
  { matter }: Subject,
  field: (typeof FIELDS)[number],
  text: string,
  mentions: readonly UnitMention[],
  { directory }: CheckContext,
): readonly Finding[] {
  const cell = matter.cells[field]!;
  const unknown: string[] = [];
  const aliases: [string, string][] = [];
  const ambiguous: string[] = [];
  const collective: string[] = [];
  const openCollective: string[] = [];
  for (const written of new Set(mentions.map((mention) => mention.written))) {
    const found = directory.resolve(written);
    if (found.kind === 'alias') aliases.push([written, found.unit]);
    else if (found.kind === 'ambiguous') ambiguous.push(written);
    else if (found.kind === 'collective') collective.push(written);
    else if (found.kind === 'openCollective') openCollective.push(written);
    else if (found.kind === 'unknown' && directory.present) unknown.push(written);
  }
  const about = { matter: matter.key };
  const findings: Finding[] = [];
  if (unknown.length > 0) {
    const nearest = unknown.length === 1 ? directory.nearest(unknown[0]!) : [];
    findings.push(findingOf('unknown-unit', cell, { field, written: unknown, nearest }, about));
  }
  if (aliases.length > 0) {
    const facts = { field, written: aliases.map(([name]) => name), units: aliases.map(([, unit]) => unit) };
    findings.push(findingOf('unit-alias', cell, facts, { ...about, fix: aliasFix(cell, text, aliases) }));
  }
  if (ambiguous.length > 0) {
    const units = ambiguous.flatMap((name) => {
      const found = directory.resolve(name);
      return found.kind === 'ambiguous' ? found.units : [];
    });
    findings.push(findingOf('ambiguous-alias', cell, { field, written: ambiguous, units }, about));
  }
  if (collective.length > 0) {
    const members = collective.flatMap((name) => {
      const found = directory.resolve(name);
      return found.kind === 'collective' ? found.members : [];
    });
    findings.push(findingOf('collective-unit', cell, { field, written: collective, members }, about));
  } else if (openCollective.length > 0) {
    const facts = { field, written: openCollective, members: [] };
    findings.push(findingOf('collective-unit', cell, facts, { ...about, level: 'warning' }));
  }
  return findings;
}

/** Each alias replaced by the unit's own name, where it stands in the cell exactly once. */
function aliasFix(
  cell: CellFix['cell'],
  text: string,
  aliases: readonly (readonly [string, string])[],
): CellFix | undefined {
  let after = text;
  for (const [alias, unit] of aliases) {
    if (after.split(alias).length !== 2) return undefined;
    after = after.replace(alias, unit);
  }
  return { cell, before: text, after, shown: after };
}
