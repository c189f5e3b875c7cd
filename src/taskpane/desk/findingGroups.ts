import type { Finding, FindingLevel } from '../../domain/finding';
import type { Matter } from '../../domain/matter';
import { FINDING_KINDS } from '../findingWords';
import { WORDS } from '../words';
import { BY_ROW } from '../words/checks';
import { groupFindings } from './shown';

export type Grouping = 'kind' | 'row';

/** Findings under one heading, of a kind or of a row. */
export interface HeadedFindings {
  readonly key: string;
  readonly name: string;
  /** The gravest of them. */
  readonly level: FindingLevel;
  readonly findings: readonly Finding[];
}

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'info'];

/** By kind, the gravest kinds first. */
export const byKind = (findings: readonly Finding[], level: FindingLevel | 'all'): readonly HeadedFindings[] =>
  groupFindings(findings, level).map((group) => ({
    key: `${group.level}:${group.code}`,
    name: FINDING_KINDS[group.code],
    level: group.level,
    findings: group.findings,
  }));

/** By row, as the sheets go; rows of a matter with its title, unless it is classified. */
export function byRow(
  findings: readonly Finding[],
  level: FindingLevel | 'all',
  matters: readonly Matter[],
): readonly HeadedFindings[] {
  const titles = new Map(
    matters.map(({ key, classified, title }) => [key, classified ? WORDS.classifiedTitle : title]),
  );
  const rows = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (level !== 'all' && finding.level !== level) continue;
    const key = `${finding.cell.sheet}!${finding.cell.row}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [finding]);
    else row.push(finding);
  }
  const ledgers = new Set(matters.map((matter) => matter.sheet));
  // The only ledger goes without saying.
  const plain = ledgers.size === 1 ? [...ledgers][0] : undefined;
  const sheets = [...new Set(findings.map(({ cell }) => cell.sheet))];
  return [...rows]
    .map(([key, own]): HeadedFindings & { readonly sheet: number; readonly row: number } => {
      const { sheet, row } = own[0]!.cell;
      const place = BY_ROW.row(sheet === plain ? null : sheet, row + 1);
      const matter = own.find((finding) => finding.matter !== undefined)?.matter;
      const title = matter === undefined ? undefined : titles.get(matter);
      return {
        key,
        name: title === undefined || title === null ? place : BY_ROW.rowOf(place, title),
        level: LEVELS.find((each) => own.some((finding) => finding.level === each)) ?? 'info',
        findings: [...own].sort(
          (one, other) =>
            LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || one.cell.column - other.cell.column,
        ),
        sheet: sheets.indexOf(sheet),
        row,
      };
    })
    .sort((one, other) => one.sheet - other.sheet || one.row - other.row);
}
