import type { Finding } from '../finding';

/** Codes that more than one part of the work may say of the same name: kept once a cell and name. */
const NAMING: ReadonlySet<string> = new Set(['unknown-unit', 'ambiguous-alias', 'collective-unit']);

function namesOf({ facts }: Finding): readonly string[] {
  const named = facts['written'] ?? facts['unit'] ?? facts['alias'] ?? '';
  return Array.isArray(named) ? named : [String(named)];
}

/** Findings by sheet (in tab order), row, column and code; the same one said twice kept once. */
export function orderFindings(findings: readonly Finding[], sheetNames: readonly string[]): readonly Finding[] {
  const place = new Map(sheetNames.map((name, index) => [name, index]));
  const placeOf = (sheet: string): number => place.get(sheet) ?? sheetNames.length;
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = findings
    .map((finding, index) => ({ finding, index }))
    .sort(
      ({ finding: a, index: i }, { finding: b, index: j }) =>
        placeOf(a.cell.sheet) - placeOf(b.cell.sheet) ||
        byText(a.cell.sheet, b.cell.sheet) ||
        a.cell.row - b.cell.row ||
        a.cell.column - b.cell.column ||
        byText(a.code, b.code) ||
        i - j,
    )
    .map(({ finding }) => finding);
  const said = new Set<string>();
  return sorted.filter((finding) => {
    const { sheet, row, column } = finding.cell;
    const keys = NAMING.has(finding.code)
      ? namesOf(finding).map((name) => `${finding.code}|${sheet}|${row}|${name}`)
      : finding.code === 'unknown-category'
        ? [`${finding.code}|${sheet}|${row}`]
        : [`${finding.code}|${sheet}|${row}|${column}|${JSON.stringify(finding.facts)}`];
    const isNew = keys.some((key) => !said.has(key));
    for (const key of keys) said.add(key);
    return isNew;
  });
}
