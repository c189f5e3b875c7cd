import { fromSerial } from '../calendar/serialDate';
import { parseCivilDate, yearMonthOf, type CivilDate } from '../calendar/civilDate';
import type { CellRef, CellValue } from '../cell';
import { cellText } from '../cellText';
import { atOnce, filter, forEach, map, type InPortions } from '../portions';
import type { RuleSet } from '../ruleSet';
import { valueAt, type SheetSnapshot } from '../snapshot';
import { DETAIL_COLUMNS, type DetailColumn } from './detailSheet';
import { lineRuleName } from './ruleNames';
import type { ScoreLine, UnitScore } from './score';

/** A line of 计分明细 as it was issued. */
export interface IssuedLine {
  readonly unit: string;
  /** The rule's name as the sheet shows it. */
  readonly rule: string;
  readonly date: CivilDate;
  readonly points: number;
  /** Its 分值 cell. */
  readonly cell: CellRef;
}

/** A figure that would differ from what was issued. */
export interface LineChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly unit: string;
  readonly rule: string;
  readonly date: CivilDate;
  readonly before: number | null;
  readonly after: number | null;
  /** The register or ledger cell the new line comes from. */
  readonly source: CellRef | null;
  /** Where the issued figure stands. */
  readonly issuedAt: CellRef | null;
}

/** Reads 计分明细 back; null where its columns are not all there. Rows a person spoilt are left out. */
export const readIssuedLines = (sheet: SheetSnapshot, date1904: boolean): readonly IssuedLine[] | null =>
  atOnce(issuedLinesInPortions(sheet, date1904));

export function* issuedLinesInPortions(
  sheet: SheetSnapshot,
  date1904: boolean,
): InPortions<readonly IssuedLine[] | null> {
  for (const [offset, headers] of sheet.values.slice(0, 10).entries()) {
    const names = headers.map(cellText);
    const columns = new Map<DetailColumn, number>(DETAIL_COLUMNS.map((name) => [name, names.indexOf(name)]));
    if ((['单位', '规则', '日期', '分值'] as const).some((name) => (columns.get(name) ?? -1) < 0)) continue;
    const read = yield* map(sheet.values.slice(offset + 1), (_, index): readonly IssuedLine[] => {
      const row = sheet.top + offset + 1 + index;
      const value = (name: DetailColumn): CellValue => valueAt(sheet, row, sheet.left + columns.get(name)!);
      const date = readDate(value('日期'), date1904);
      const points = value('分值');
      if (date === null || typeof points !== 'number') return [];
      const cell = { sheet: sheet.name, row, column: sheet.left + columns.get('分值')! };
      return [{ unit: cellText(value('单位')), rule: cellText(value('规则')), date, points, cell }];
    });
    return read.flat();
  }
  return null;
}

const readDate = (value: CellValue, date1904: boolean): CivilDate | null =>
  typeof value === 'number' ? fromSerial(value, date1904) : parseCivilDate(cellText(value));

/** What running again for an issued month would change, line by line. */
export const changesSinceIssue = (...asked: Parameters<typeof changesInPortions>): readonly LineChange[] =>
  atOnce(changesInPortions(...asked));

export function* changesInPortions(
  issued: readonly IssuedLine[],
  scores: readonly UnitScore[],
  ruleSet: RuleSet,
): InPortions<readonly LineChange[]> {
  const before = yield* grouped(issued, lineKey);
  const after = yield* grouped(yield* namedLines(scores, ruleSet), lineKey);
  const changes: LineChange[] = [];
  yield* forEach([...new Set([...before.keys(), ...after.keys()])], (key) => {
    const [gone, come] = unmatched(before.get(key) ?? [], after.get(key) ?? []);
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1) {
      const [old, now] = [gone[index], come[index]];
      const { unit, rule, date } = (old ?? now)!;
      changes.push({
        kind: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
        unit,
        rule,
        date,
        before: old?.points ?? null,
        after: now?.points ?? null,
        source: now?.line.source ?? null,
        issuedAt: old?.cell ?? null,
      });
    }
  });
  return changes;
}

/**
 * 以前月份补记: lines of a month that was issued already, in none of the sheets issued since.
 * They count in the running total, not in the month.
 */
export const lateEntries = (...asked: Parameters<typeof lateInPortions>): ReadonlySet<ScoreLine> =>
  atOnce(lateInPortions(...asked));

export function* lateInPortions(
  scores: readonly UnitScore[],
  issued: ReadonlyMap<string, readonly IssuedLine[]>,
  asOf: CivilDate,
  ruleSet: RuleSet,
): InPortions<ReadonlySet<ScoreLine>> {
  if (issued.size === 0) return new Set();
  const month = yearMonthOf(asOf);
  const past = yield* filter(
    yield* namedLines(scores, ruleSet),
    ({ line, date }) => line.source !== null && yearMonthOf(date) < month && issued.has(yearMonthOf(date)),
  );
  const late = new Set<ScoreLine>(past.map(({ line }) => line));
  for (const [issuedMonth, lines] of issued) {
    if (issuedMonth >= month) continue;
    const known = yield* grouped(lines, exactKey);
    for (const [key, same] of yield* grouped(past, exactKey)) {
      const shown = known.get(key)?.length ?? 0;
      for (const { line, date } of same.slice(0, shown)) {
        if (yearMonthOf(date) <= issuedMonth) late.delete(line);
      }
    }
  }
  return late;
}

interface NamedLine {
  readonly unit: string;
  readonly rule: string;
  readonly date: CivilDate;
  readonly points: number;
  readonly line: ScoreLine;
}

const namedLines = (scores: readonly UnitScore[], ruleSet: RuleSet): InPortions<readonly NamedLine[]> =>
  map(
    scores.flatMap(({ lines }) => lines),
    (line) => ({
      unit: line.unit,
      rule: lineRuleName(ruleSet, line.rule),
      date: line.date,
      points: line.points,
      line,
    }),
  );

type Keyed = Pick<IssuedLine, 'unit' | 'rule' | 'date' | 'points'>;
const lineKey = ({ unit, rule, date }: Keyed): string => `${unit}|${rule}|${date}`;
const exactKey = (line: Keyed): string => `${lineKey(line)}|${line.points}`;

/** What is left of both when lines of equal points are paired off. */
function unmatched<A extends Keyed, B extends Keyed>(
  before: readonly A[],
  after: readonly B[],
): readonly [readonly A[], readonly B[]] {
  const come = [...after];
  const gone = before.filter((line) => {
    const index = come.findIndex(({ points }) => points === line.points);
    if (index >= 0) come.splice(index, 1);
    return index < 0;
  });
  return [gone, come];
}

function* grouped<T>(items: readonly T[], keyOf: (item: T) => string): InPortions<ReadonlyMap<string, readonly T[]>> {
  const groups = new Map<string, T[]>();
  yield* forEach(items, (item) => {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  });
  return groups;
}
