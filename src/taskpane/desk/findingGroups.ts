import type { Finding, FindingLevel } from '../../domain/finding';
import { firstWhere } from '../../domain/firstWhere';
import { cutKey } from '../../domain/overview/keys';
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
  const sheets = new Map<string, Map<number, Finding[]>>();
  for (const finding of findings) {
    const { sheet, row } = finding.cell;
    let rows = sheets.get(sheet);
    if (rows === undefined) sheets.set(sheet, (rows = new Map()));
    if (level !== 'all' && finding.level !== level) continue;
    const own = rows.get(row);
    if (own === undefined) rows.set(row, [finding]);
    else own.push(finding);
  }
  // The only ledger goes without saying.
  const ledgers = bySheet(matters);
  const plain = ledgers.size === 1 ? matters[0]?.sheet : undefined;
  return [...sheets].flatMap(([sheet, rows]) =>
    [...rows]
      .sort(([one], [other]) => one - other)
      .map(([row, own]): HeadedFindings => {
        const place = BY_ROW.row(sheet === plain ? null : sheet, row + 1);
        const named = own.find((finding) => finding.matter !== undefined)?.matter;
        const matter = named === undefined ? undefined : matterOf(ledgers, named);
        const title = matter?.classified === true ? WORDS.classifiedTitle : matter?.title;
        const inOrder = own.length < 2 ? own : own.sort(gravestFirst);
        return {
          key: `${sheet}!${row}`,
          name: title === undefined || title === null ? place : BY_ROW.rowOf(place, title),
          level: inOrder[0]!.level,
          findings: inOrder,
        };
      }),
  );
}

const gravestFirst = (one: Finding, other: Finding): number =>
  LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || one.cell.column - other.cell.column;

/** Matters of each sheet, which stand there in order. */
function bySheet(matters: readonly Matter[]): ReadonlyMap<string, readonly Matter[]> {
  const sheets = new Map<string, readonly Matter[]>();
  for (let rest = matters; rest[0] !== undefined;) {
    const { sheet } = rest[0];
    const end = firstWhere(rest, (matter) => matter.sheet !== sheet);
    sheets.set(sheet, rest.slice(0, end));
    rest = rest.slice(end);
  }
  return sheets;
}

function matterOf(sheets: ReadonlyMap<string, readonly Matter[]>, key: string): Matter | undefined {
  const [sheet, row] = cutKey(key);
  const own = sheets.get(sheet) ?? [];
  return own[firstWhere(own, (matter) => matter.row >= row - 1)];
}
