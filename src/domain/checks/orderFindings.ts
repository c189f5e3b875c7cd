import type { Finding } from '../finding';
import { atOnce, forEach, map, sorted, type InPortions } from '../portions';

/** Codes that more than one part of the work may say of the same name: kept once a cell and name. */
const NAMING: ReadonlySet<string> = new Set(['unknown-unit', 'ambiguous-alias', 'collective-unit']);

function namesOf({ facts }: Finding): readonly string[] {
  const named = facts['written'] ?? facts['unit'] ?? facts['alias'] ?? '';
  return Array.isArray(named) ? named : [String(named)];
}

/** Findings by sheet (in tab order), row, column and code; the same one said twice kept once. */
export const orderFindings = (findings: readonly Finding[], sheetNames: readonly string[]): readonly Finding[] =>
  atOnce(orderInPortions(findings, sheetNames));

export function* orderInPortions(
  findings: readonly Finding[],
  sheetNames: readonly string[],
): InPortions<readonly Finding[]> {
  const places = placesOf(findings, sheetNames);
  const placed = yield* map(findings, (finding): Placed => {
    const { sheet, row, column } = finding.cell;
    return { finding, at: (places.get(sheet)! * ROWS + row) * COLUMNS + column };
  });
  const ordered = yield* sorted(placed, (a, b) => a.at - b.at || byText(a.finding.code, b.finding.code));
  const kept: Finding[] = [];
  // What is said of one row is compared with what else is said of it: mostly nothing.
  let said: Set<string> | null = null;
  yield* forEach(ordered, ({ finding, at }, index) => {
    const follows = isSameRow(ordered[index - 1], at);
    if (!follows && !isSameRow(ordered[index + 1], at)) return void kept.push(finding);
    if (!follows || said === null) said = new Set();
    const keys = keysOf(finding);
    const before = said.size;
    for (const key of keys) said.add(key);
    if (said.size > before) kept.push(finding);
  });
  return kept;
}

interface Placed {
  readonly finding: Finding;
  /** Sheet, row and column as one number. */
  readonly at: number;
}

/** Of Excel's largest sheet. */
const [ROWS, COLUMNS] = [1_048_576, 16_384];

const isSameRow = (other: Placed | undefined, at: number): boolean =>
  other !== undefined && Math.floor(other.at / COLUMNS) === Math.floor(at / COLUMNS);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sheets in tab order, those without a tab after them by name. */
function placesOf(findings: readonly Finding[], sheetNames: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map(sheetNames.map((name, index) => [name, index]));
  const others = new Set<string>();
  for (const { cell } of findings) if (!places.has(cell.sheet)) others.add(cell.sheet);
  for (const [index, sheet] of [...others].sort().entries()) places.set(sheet, sheetNames.length + index);
  return places;
}

/** What a finding says, of a row. */
function keysOf(finding: Finding): readonly string[] {
  const { code, cell, facts } = finding;
  if (NAMING.has(code)) return namesOf(finding).map((name) => `${code}|${name}`);
  return [code === 'unknown-category' ? code : `${code}|${cell.column}|${JSON.stringify(facts)}`];
}
