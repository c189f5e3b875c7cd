import type { Finding } from '../finding';
import { atOnce, forEach, sorted, type InPortions } from '../portions';

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
  const place = new Map(sheetNames.map((name, index) => [name, index]));
  const placeOf = (sheet: string): number => place.get(sheet) ?? sheetNames.length;
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const ordered = yield* sorted(
    findings,
    (a, b) =>
      placeOf(a.cell.sheet) - placeOf(b.cell.sheet) ||
      byText(a.cell.sheet, b.cell.sheet) ||
      a.cell.row - b.cell.row ||
      a.cell.column - b.cell.column ||
      byText(a.code, b.code),
  );
  const said = new Set<string>();
  const kept: Finding[] = [];
  yield* forEach(ordered, (finding) => {
    const { sheet, row, column } = finding.cell;
    const keys = NAMING.has(finding.code)
      ? namesOf(finding).map((name) => `${finding.code}|${sheet}|${row}|${name}`)
      : finding.code === 'unknown-category'
        ? [`${finding.code}|${sheet}|${row}`]
        : [`${finding.code}|${sheet}|${row}|${column}|${JSON.stringify(finding.facts)}`];
    const isNew = keys.some((key) => !said.has(key));
    for (const key of keys) said.add(key);
    if (isNew) kept.push(finding);
  });
  return kept;
}
