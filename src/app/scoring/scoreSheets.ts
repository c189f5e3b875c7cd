import { yearMonthOf, yearOf } from '../../domain/calendar/civilDate';
import type { CellRef } from '../../domain/cell';
import type { Finding } from '../../domain/finding';
import { findingOf } from '../../domain/findingLevels';
import type { Change, Plan, SheetContent } from '../../domain/plan';
import { atOnce, type InPortions } from '../../domain/portions';
import { detailSheetInPortions, detailSheetName, readDetailHead } from '../../domain/scoring/detailSheet';
import { changesInPortions, issuedLinesInPortions, lateInPortions } from '../../domain/scoring/issuedMonth';
import type { IssuedLine, LineChange } from '../../domain/scoring/issuedMonth';
import { holdsInPortions, issuedDetailSheet, issuedScoreSheet, rewritten } from '../../domain/scoring/issuedSheets';
import type { ScoreLine, ScoringOutcome } from '../../domain/scoring/score';
import { scoreSheet } from '../../domain/scoring/scoreSheet';
import { readScoreTable, scoreSheetName, TOTAL_COLUMN, UNIT_COLUMN } from '../../domain/scoring/scoreTable';
import { sheetNotes } from '../../domain/scoring/sheetNotes';
import { trendInPortions } from '../../domain/scoring/yearTrend';
import type { SheetSnapshot } from '../../domain/snapshot';
import type { Review } from '../reading/review';
import { alikeInPortions } from '../reading/readAlike';
import { scoringInput } from './scoreReview';

export type Scored = Extract<ScoringOutcome, { kind: 'scored' }>;

/** A unit's total that is no longer as issued, where the lines are gone from the workbook. */
export interface TotalChange {
  readonly kind: 'total';
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly issuedAt: CellRef;
}
/** Issued by another document: no line can be compared. */
export interface RuleSetChange {
  readonly kind: 'ruleSet';
  /** The line under the title as issued. */
  readonly before: string;
  readonly issuedAt: CellRef;
}
export type IssuedChange = LineChange | TotalChange | RuleSetChange;

/** The score sheets of a review's month. */
export interface ScoreSheets {
  /** `new`: the month has none yet; `same`: issued, and the same today; `differs`: issued, and `changes` since. */
  readonly standing: 'new' | 'same' | 'differs';
  readonly names: readonly [string, string];
  readonly changes: readonly IssuedChange[];
  /** Writes both sheets where there are none; over issued ones only when asked to replace. Else it changes nothing. */
  readonly plan: Plan;
}

/**
 * 考核计分 and 计分明细 of the month. A month once issued keeps its figures: `replace` is the clerk's word that they are to
 * be written anew, after she has seen `changes`.
 */
export const planScoreSheets = (...asked: Parameters<typeof scoreSheetsInPortions>): ScoreSheets =>
  atOnce(scoreSheetsInPortions(...asked));

export function* scoreSheetsInPortions(
  of: Review,
  scored: Scored,
  { replace }: { readonly replace: boolean },
): InPortions<ScoreSheets> {
  const { asOf } = of;
  const names = [scoreSheetName(asOf), detailSheetName(asOf)] as const;
  const [issuedScore, issuedDetail] = names.map((name) => sheetNamed(of, name));
  const contents = yield* contentsFor(of, scored);
  const issued = issuedScore !== undefined || issuedDetail !== undefined;
  const changes = issued ? yield* changesFrom(of, scored, issuedScore, issuedDetail) : [];
  const writes: Change[] = [];
  if (!issued || replace) {
    writes.push(...(yield* written(of, names[0], contents.score, issuedScore, issuedScoreSheet)));
    writes.push(...(yield* written(of, names[1], contents.detail, issuedDetail, issuedDetailSheet)));
  }
  return {
    standing: !issued ? 'new' : changes.length === 0 ? 'same' : 'differs',
    names,
    changes,
    plan: {
      action: 'score',
      asOf,
      expectations: writes.length === 0 ? [] : yield* alikeInPortions(of),
      changes: writes,
    },
  };
}

const sheetNamed = (of: Review, name: string): SheetSnapshot | undefined =>
  of.reading.snapshot.sheets.find((sheet) => sheet.name === name);

function* written(
  of: Review,
  name: string,
  after: SheetContent,
  standing: SheetSnapshot | undefined,
  ours: (sheet: SheetSnapshot) => SheetContent | null,
): InPortions<readonly Change[]> {
  if (standing === undefined) return [{ kind: 'addSheet', name, content: after }];
  return (yield* holdsInPortions(standing, after))
    ? []
    : [rewritten(standing, ours(standing), after, of.reading.snapshot)];
}

function* contentsFor(
  of: Review,
  { scores, findings }: Scored,
): InPortions<{ score: SheetContent; detail: SheetContent }> {
  const { asOf, ruleSet } = of;
  const { date1904 } = of.reading.snapshot;
  const late = yield* lateLinesInPortions(of, scores);
  const notes = sheetNotes({ ruleSet, asOf, findings, directory: of.registers.directory, late });
  const trend = yield* trendInPortions(scoringInput(of));
  const score = scoreSheet({ scores, ruleSet, asOf, trend, notes, late });
  yield;
  return {
    score,
    detail: yield* detailSheetInPortions({ scores, ruleSet, asOf, date1904, late }),
  };
}

/** 以前月份补记 among a review's lines: of months issued by the same document, in none of their sheets. */
export const lateLines = (of: Review, scores: Scored['scores']): ReadonlySet<ScoreLine> =>
  atOnce(lateLinesInPortions(of, scores));

function* lateLinesInPortions(of: Review, scores: Scored['scores']): InPortions<ReadonlySet<ScoreLine>> {
  const issued = new Map<string, readonly IssuedLine[]>();
  for (const sheet of of.reading.snapshot.sheets) {
    const month = /^计分明细 (\d{4}-\d{2})$/.exec(sheet.name)?.[1];
    if (month === undefined || !month.startsWith(String(yearOf(of.asOf))) || month >= yearMonthOf(of.asOf)) continue;
    const lines = issuedByThis(of, readDetailHead(sheet)?.under ?? '')
      ? yield* issuedLinesInPortions(sheet, of.reading.snapshot.date1904)
      : null;
    if (lines !== null) issued.set(month, lines);
  }
  return yield* lateInPortions(scores, issued, of.asOf, of.ruleSet);
}

/** Whether the line under a sheet's title names the document in force. */
const issuedByThis = ({ ruleSet }: Review, under: string): boolean => under.includes(`《${ruleSet.document.title}》`);

function* changesFrom(
  of: Review,
  { scores }: Scored,
  score: SheetSnapshot | undefined,
  detail: SheetSnapshot | undefined,
): InPortions<readonly IssuedChange[]> {
  const table = score === undefined ? null : readScoreTable(score);
  const under = table?.under ?? (detail === undefined ? '' : (readDetailHead(detail)?.under ?? ''));
  const standing = score ?? detail!;
  if (under !== '' && !issuedByThis(of, under)) {
    return [{ kind: 'ruleSet', before: under, issuedAt: { sheet: standing.name, row: 1, column: 0 } }];
  }
  const lines = detail === undefined ? null : yield* issuedLinesInPortions(detail, of.reading.snapshot.date1904);
  const changed = lines === null ? [] : yield* changesInPortions(lines, scores, of.ruleSet);
  if (changed.length > 0 || score === undefined || table === null) return changed;
  const totals = new Map(scores.map(({ unit, total }) => [unit, total]));
  return table.rows.flatMap((row, index): readonly IssuedChange[] => {
    const unit = String(row[UNIT_COLUMN]);
    const value = row[TOTAL_COLUMN];
    const [before, after] = [typeof value === 'number' ? value : null, totals.get(unit) ?? null];
    const issuedAt = { sheet: score.name, row: 3 + index, column: TOTAL_COLUMN };
    return before === after ? [] : [{ kind: 'total', unit, before, after, issuedAt }];
  });
}

/** What differs from the figures as issued, at the cell that changed, else at the issued figure. */
export function issuedFindings(of: Review, { changes, names }: ScoreSheets): readonly Finding[] {
  return changes.map((change) => {
    const month = yearMonthOf(of.asOf);
    if (change.kind === 'ruleSet') {
      const facts = { month, kind: change.kind, sheet: names[0], ruleSet: of.ruleSet.document.title };
      return findingOf('month-issued-differs', change.issuedAt, facts);
    }
    const { kind, unit, before, after, issuedAt } = change;
    const line = 'rule' in change ? { rule: change.rule, date: change.date } : {};
    const source = 'source' in change ? change.source : null;
    const cell = source ?? issuedAt ?? { sheet: names[0], row: 0, column: 0 };
    const points = { before: before ?? '', after: after ?? '' };
    return findingOf('month-issued-differs', cell, { month, kind, unit, ...line, ...points });
  });
}
