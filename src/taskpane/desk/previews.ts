import type { FixOutcome } from '../../app/ledger/applyFixes';
import type { ScoreSheets } from '../../app/scoring/scoreSheets';
import type { Assessment } from '../../domain/assessment';
import type { Notice as Letter } from '../../domain/notices/notice';
import { OPEN_NAME, type Office } from '../../domain/notices/office';
import type { Plan } from '../../domain/plan';
import { NOTICE_FORMS } from '../../domain/registers/registers';
import { FINDING_KINDS } from '../findingWords';
import { PREVIEW, SUMMARY } from '../words';
import { markedRows, placesWritten, planLines } from './planInWords';
import type { Preview } from './view';

const sheetsIn = ({ changes }: Plan): readonly string[] =>
  changes.flatMap((change) => (change.kind === 'setMarks' ? [change.sheet] : []));

const PLAIN = { notes: [], marks: new Map(), letters: [], readsAs: new Map() } satisfies Partial<Preview>;

/** What a plan writes, as its changes say it; `over` has the words of the deed's own. */
export const previewOf = (plan: Plan, over: Partial<Preview> & Pick<Preview, 'summary'>): Preview => ({
  ...PLAIN,
  plan,
  deed: PREVIEW.deedWrite(placesWritten(plan)),
  lines: planLines(plan),
  ...over,
});

/** Marking: rows by mark, as assessed. Marks that stand are replaced. */
export function previewOfMarking(plan: Plan, assessments: readonly Assessment[]): Preview {
  const sheets = sheetsIn(plan);
  const marks = markedRows(assessments, new Set(sheets));
  const rows = [...marks.values()].reduce((sum, count) => sum + count, 0);
  const deed = rows === 0 ? PREVIEW.deedRemark : PREVIEW.deedMark(rows);
  return { ...PLAIN, plan, deed, lines: sheets.map(PREVIEW.marksOn), marks, summary: deed };
}

export function previewOfUnmarking(plan: Plan): Preview {
  const deed = PREVIEW.deedUnmark(sheetsIn(plan).length);
  return { ...PLAIN, plan, deed, lines: planLines(plan), summary: deed };
}

/** Fixes the clerk has picked; what cannot be put right is said. */
export function previewOfFixes({ plan, lines, skipped }: FixOutcome): Preview {
  const places = placesWritten(plan);
  const [first] = lines;
  const summary =
    first === undefined || lines.length > 1
      ? SUMMARY.fixMany(first === undefined ? '' : FINDING_KINDS[first.finding.code], places)
      : SUMMARY.fixOne(first.place, first.after);
  return {
    ...PLAIN,
    plan,
    deed: PREVIEW.deedWrite(places),
    lines: planLines(plan),
    notes: skipped.map(({ sentence }) => sentence),
    summary,
    readsAs: new Map(lines.map(({ place, after }) => [place, after])),
  };
}

/** The month's score sheets; `changes` since they were issued are counted. */
export function previewOfScores({ plan, names, standing, changes }: ScoreSheets): Preview {
  const summary = standing === 'new' ? SUMMARY.scores(names.join('、')) : SUMMARY.scoresAgain(names.join('、'));
  const notes = standing === 'differs' ? [PREVIEW.scoresDiffer(changes.length)] : [];
  return { ...PLAIN, plan, deed: PREVIEW.deedSheets(plan.changes.length), lines: planLines(plan), notes, summary };
}

export function previewOfLetters(plan: Plan, letters: readonly Letter[], office: Office): Preview {
  const kinds = new Map<string, number>();
  for (const { form } of letters) kinds.set(NOTICE_FORMS[form], (kinds.get(NOTICE_FORMS[form]) ?? 0) + 1);
  const counted = [...kinds].map(([form, count]) => PREVIEW.letterLine(form, count));
  return {
    ...PLAIN,
    plan,
    letters,
    deed: PREVIEW.deedLetters(letters.length),
    lines: [...counted, ...planLines(plan)],
    notes: [PREVIEW.lettersFile, ...(office.issuingBody === OPEN_NAME ? [PREVIEW.bodyOpen] : [])],
    summary: PREVIEW.deedLetters(letters.length),
  };
}
