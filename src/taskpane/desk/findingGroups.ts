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
  // The only ledger goes without saying.
  const ledgers = bySheet(matters);
  const plain = ledgers.size === 1 ? matters[0]?.sheet : undefined;
  const rows: RowOfFindings[] = [];
  let own: Finding[] = [];
  for (const finding of sheetBySheet(findings)) {
    if (level !== 'all' && finding.level !== level) continue;
    const [{ cell }, before] = [finding, own[0]?.cell];
    if (before?.row === cell.row && before.sheet === cell.sheet) {
      own.push(finding);
      continue;
    }
    own = [finding];
    rows.push(new RowOfFindings(own, ledgers, plain));
  }
  return rows;
}

/** Findings as the sheets come, row by row: mostly they stand so already. */
function sheetBySheet(findings: readonly Finding[]): readonly Finding[] {
  const sheets = new Map<string, number>();
  let [inOrder, sheet, row] = [true, '', -1];
  for (const { cell } of findings) {
    if (cell.sheet !== sheet) {
      if (sheets.has(cell.sheet)) inOrder = false;
      else sheets.set(cell.sheet, sheets.size);
      sheet = cell.sheet;
    } else if (cell.row < row) inOrder = false;
    row = cell.row;
  }
  if (inOrder) return findings;
  const placeOf = ({ cell }: Finding): number => sheets.get(cell.sheet)!;
  return [...findings].sort((one, other) => placeOf(one) - placeOf(other) || one.cell.row - other.cell.row);
}

/** There are many rows, and few in sight: what is shown of one is worked out when it is. */
class RowOfFindings implements HeadedFindings {
  #inOrder: readonly Finding[] | null = null;

  constructor(
    private readonly own: readonly Finding[],
    private readonly ledgers: ReadonlyMap<string, readonly Matter[]>,
    private readonly plain: string | undefined,
  ) {}

  get key(): string {
    const { sheet, row } = this.own[0]!.cell;
    return `${sheet}!${row}`;
  }

  get findings(): readonly Finding[] {
    if (this.own.length < 2) return this.own;
    return (this.#inOrder ??= [...this.own].sort(gravestFirst));
  }

  get level(): FindingLevel {
    return this.findings[0]!.level;
  }

  get name(): string {
    const { sheet, row } = this.own[0]!.cell;
    const place = BY_ROW.row(sheet === this.plain ? null : sheet, row + 1);
    const named = this.own.find((finding) => finding.matter !== undefined)?.matter;
    const matter = named === undefined ? undefined : matterOf(this.ledgers, named);
    const title = matter?.classified === true ? WORDS.classifiedTitle : matter?.title;
    return title === undefined || title === null ? place : BY_ROW.rowOf(place, title);
  }
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
