import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { forEach } from '../portions';
import type { ScoreEvent } from '../registers/registers';
import type { RegisterCheck } from './checkContext';

/**
 * Rows of 加减分登记 that nothing tells apart: probably one event entered twice. Both are scored all the same, because
 * each row is an event (rules.md §5); the clerk strikes one out.
 */
export const sameEvents: RegisterCheck = function* ({ registers }) {
  const first = new Map<string, ScoreEvent>();
  const said = new Set<number>();
  const findings: Finding[] = [];
  yield* forEach(registers.events ?? [], (event) => {
    const { date, unit, kind, matters, points, basis, cell } = event;
    const identity = JSON.stringify([date, unit, kind, matters, points, basis]);
    const before = first.get(identity);
    if (before === undefined) first.set(identity, event);
    if (before === undefined || before.cell.row === cell.row || said.has(cell.row)) return;
    said.add(cell.row);
    const facts = { register: cell.sheet, column: '', text: String(before.cell.row + 1), problem: 'sameEvent' };
    findings.push(findingOf('register-row', cell, facts, { level: 'warning' }));
  });
  return findings;
};
