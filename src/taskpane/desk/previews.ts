import type { Assessment } from '../../domain/assessment';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { cellName } from '../../domain/cell';
import type { CellFix, Finding } from '../../domain/finding';
import type { Plan } from '../../domain/plan';
import { FINDING_KINDS } from '../findingWords';
import { PREVIEW, SUMMARY } from '../words';
import { markedRows, placesWritten, planLines } from './planInWords';
import type { Preview } from './view';

const sheetsIn = ({ changes }: Plan): readonly string[] =>
  changes.flatMap((change) => (change.kind === 'setMarks' ? [change.sheet] : []));

const NO_MARKS: Preview['marks'] = new Map();

/** Marking: rows by mark, as assessed. Marks that stand are replaced. */
export function previewOfMarking(plan: Plan, assessments: readonly Assessment[]): Preview {
  const sheets = sheetsIn(plan);
  const marks = markedRows(assessments, new Set(sheets));
  const rows = [...marks.values()].reduce((sum, count) => sum + count, 0);
  const deed = rows === 0 ? PREVIEW.deedRemark : PREVIEW.deedMark(rows);
  return { plan, deed, lines: sheets.map(PREVIEW.marksOn), marks, summary: deed, readsAs: new Map() };
}

export function previewOfUnmarking(plan: Plan): Preview {
  const deed = PREVIEW.deedUnmark(sheetsIn(plan).length);
  return { plan, deed, lines: planLines(plan), marks: NO_MARKS, summary: deed, readsAs: new Map() };
}

/** Fixes the clerk has picked; the cells must still be as they were when the fix was offered. */
export function previewOfFixes(findings: readonly Finding[], asOf: CivilDate): Preview {
  const fixes = findings.flatMap(({ fix }): readonly CellFix[] => (fix === undefined ? [] : [fix]));
  const plan: Plan = {
    action: 'fix',
    asOf,
    expectations: [],
    changes: fixes.map(({ cell, before, after, numberFormat }) => ({
      kind: 'setCell',
      cell,
      before,
      after,
      ...(numberFormat === undefined ? {} : { numberFormat }),
    })),
  };
  const [only] = fixes;
  const [first] = findings;
  const summary =
    fixes.length === 1 && only !== undefined
      ? SUMMARY.fixOne(cellName(only.cell), only.shown)
      : SUMMARY.fixMany(first === undefined ? '' : FINDING_KINDS[first.code], fixes.length);
  const readsAs = new Map(fixes.map(({ cell, shown }) => [cellName(cell), shown]));
  return {
    plan,
    deed: PREVIEW.deedWrite(placesWritten(plan)),
    lines: planLines(plan),
    marks: NO_MARKS,
    summary,
    readsAs,
  };
}
