import type { CellRef } from '../cell';
import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { splitList } from './registerSheet';
import type { UnitDirectory } from './unitDirectory';

/**
 * Units of a register cell by their own names: aliases resolved, collective names replaced by their members, several
 * names taken apart. A name of two units stays as written, and is said.
 */
export function registerUnits(
  text: string,
  directory: UnitDirectory,
  cell: CellRef,
  findings: Finding[],
): readonly string[] {
  const names = splitList(text);
  // One name that is known: nearly every row.
  const single = names.length === 1 ? directory.resolve(names[0]!) : null;
  if (single?.kind === 'unit' || single?.kind === 'alias') return [single.unit];
  const units = names.flatMap((written): readonly string[] => {
    const found = directory.resolve(written);
    switch (found.kind) {
      case 'unit':
      case 'alias':
        return [found.unit];
      case 'collective':
        return found.members;
      case 'ambiguous':
        findings.push(findingOf('ambiguous-alias', cell, { written: [written], units: found.units }));
        return [written];
      case 'openCollective':
        findings.push(findingOf('collective-unit', cell, { written: [written], members: [] }, { level: 'warning' }));
        return [written];
      case 'unknown':
        if (directory.present) {
          const nearest = directory.nearest(written);
          findings.push(findingOf('unknown-unit', cell, { written: [written], nearest }));
        }
        return [written];
    }
  });
  return [...new Set(units)];
}
