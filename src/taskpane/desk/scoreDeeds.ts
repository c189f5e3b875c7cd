import { planEvents } from '../../app/scoring/events';
import { explainUnit } from '../../app/scoring/explainScore';
import { planSchemeSheet } from '../../app/scoring/schemeSheet';
import type { IssuedChange, Scored } from '../../app/scoring/scoreSheets';
import type { Review } from '../../app/reading/review';
import type { CellRef } from '../../domain/cell';
import { EVENT_KINDS } from '../../domain/registers/registers';
import type { EventEntry } from '../../domain/scoring/eventForm';
import type { ExplainedBlock, ExplainedLine } from '../../domain/scoring/explainScore';
import type { UnitScore } from '../../domain/scoring/score';
import { PREVIEW } from '../words';
import { CHANGE, EVENTS, SCHEME, SCORES } from '../words/scores';
import type { Desk } from './Desk';
import { planLines } from './planInWords';
import type { Preview } from './view';

const PLAIN = { notes: [], marks: new Map(), letters: [], readsAs: new Map() } satisfies Partial<Preview>;

/** A row of the table: a unit; under the open one why it has its score, its blocks, and their lines. */
export type ScoreRow =
  | { readonly kind: 'group'; readonly group: string | null; readonly count: number }
  | { readonly kind: 'unit'; readonly score: UnitScore; readonly open: boolean; readonly inGroup: boolean }
  | { readonly kind: 'why'; readonly unit: string; readonly sentence: string }
  | { readonly kind: 'block'; readonly unit: string; readonly block: ExplainedBlock }
  | { readonly kind: 'line'; readonly explained: ExplainedLine; readonly key: string };

/** Ranked units first, as ranked; `byGroup`: group after group, ranked inside. */
export function scoreRows(of: Review, scored: Scored, open: string | null, byGroup: boolean): readonly ScoreRow[] {
  const rankOf = ({ rank, rankInGroup }: UnitScore): number => (byGroup ? rankInGroup : rank) ?? Infinity;
  const ranked = [...scored.scores].sort((one, other) => {
    const [before, after] = [rankOf(one), rankOf(other)];
    return before === after ? 0 : before - after;
  });
  const unitRows = (score: UnitScore): readonly ScoreRow[] => [
    { kind: 'unit', score, open: score.unit === open, inGroup: byGroup },
    ...(score.unit === open ? explainedRows(of, scored, score.unit) : []),
  ];
  if (!byGroup) return ranked.flatMap(unitRows);
  const groups = new Map<string | null, UnitScore[]>();
  for (const score of ranked) groups.set(score.group, [...(groups.get(score.group) ?? []), score]);
  return [...groups].flatMap(([group, scores]): readonly ScoreRow[] => [
    { kind: 'group', group, count: scores.length },
    ...scores.flatMap(unitRows),
  ]);
}

function explainedRows(of: Review, scored: Scored, unit: string): readonly ScoreRow[] {
  const explained = explainUnit(of, scored, unit);
  if (explained === null) return [];
  return [
    { kind: 'why', unit, sentence: explained.sentence },
    ...explained.blocks.flatMap((block): readonly ScoreRow[] => [
      { kind: 'block', unit, block },
      ...block.lines.map((line, index): ScoreRow => ({
        kind: 'line',
        explained: line,
        key: `${unit}:${block.name}:${index}`,
      })),
    ]),
  ];
}

/** One difference from the figures as issued, with the cell to look at. */
export function changeInWords(change: IssuedChange): { readonly text: string; readonly cell: CellRef | null } {
  const points = (value: number | null): string => (value === null ? '—' : SCORES.points(value));
  switch (change.kind) {
    case 'ruleSet':
      return { text: CHANGE.ruleSet(change.before), cell: change.issuedAt };
    case 'total':
      return {
        text: CHANGE.total(change.unit, SCORES.total(change.before), SCORES.total(change.after)),
        cell: change.issuedAt,
      };
    case 'added':
      return {
        text: CHANGE.added(change.unit, change.rule, change.date, points(change.after)),
        cell: change.source,
      };
    case 'removed':
      return {
        text: CHANGE.removed(change.unit, change.rule, change.date, points(change.before)),
        cell: change.source ?? change.issuedAt,
      };
    case 'changed':
      return {
        text: CHANGE.changed(change.unit, change.rule, change.date, points(change.before), points(change.after)),
        cell: change.source ?? change.issuedAt,
      };
  }
}

/** Puts events to be entered before the clerk; one that is on record already is left out. */
export function previewEvents(desk: Desk, entries: readonly EventEntry[], cautions: readonly string[] = []): void {
  const { review } = desk.view();
  const [first] = entries;
  if (review === null || first === undefined) return;
  const plan = planEvents(review, entries);
  const summary =
    entries.length === 1 ? EVENTS.summary(first.unit, EVENT_KINDS[first.kind]) : EVENTS.summaryMany(entries.length);
  desk.propose({
    ...PLAIN,
    plan,
    deed: EVENTS.deed(entries.length),
    summary,
    lines: planLines(plan),
    notes: cautions,
  });
}

/** Puts the sheet 计分方案 before the clerk. */
export function previewScheme(desk: Desk, standing: boolean): void {
  const { review } = desk.view();
  if (review === null) return;
  const plan = planSchemeSheet(review);
  const notes = [standing ? SCHEME.rewriteNote : SCHEME.writeNote];
  const deed = PREVIEW.deedSheets(1);
  const summary = standing ? SCHEME.rewrite : SCHEME.write;
  desk.propose({ ...PLAIN, plan, deed, summary, lines: planLines(plan), notes });
}
