import { LONGEST_TEXT } from '../../domain/cell';
import { titleOf } from '../../domain/bulletin/figures';
import { rowMark, type FillIn } from '../../domain/collect/fillIn';
import { fillInFileInPortions } from '../../documents/fillIn';
import { fileWords } from '../../documents/fileWords';
import type { NamedFile } from '../../documents/letterFiles';
import { archiveInPortions } from '../../documents/zip';
import { isClosed } from '../../domain/overview/overview';
import type { Assessment } from '../../domain/assessment';
import { atOnce, filter, forEach, map, type InPortions } from '../../domain/portions';
import { historyOf } from '../../domain/registers/history';
import { assignedWords, deadlineWords, latestWord, standingWords } from '../../domain/reports/matterList';
import { ledgerIdentity } from '../reading/ledgerIdentity';
import type { Review } from '../reading/review';

/**
 * What each unit is asked for a month (`2026-10`): its open matters, by unit. Left out: classified matters, and rows
 * that cannot be told apart or whose number does not lead back to one.
 */
export const fillInsOf = (of: Review, month: string): ReadonlyMap<string, FillIn> =>
  atOnce(fillInsInPortions(of, month));

export function* fillInsInPortions(of: Review, month: string): InPortions<ReadonlyMap<string, FillIn>> {
  const ledger = ledgerIdentity(of);
  const marks = new Map<string, number>();
  yield* forEach(of.matters, ({ sheet, id }) => {
    const mark = rowMark(sheet, id);
    marks.set(mark, (marks.get(mark) ?? 0) + 1);
  });
  const open = yield* filter(
    yield* filter(of.assessments, isUnderWay),
    ({ matter }) =>
      !matter.classified && matter.distinct && matter.id !== null && marks.get(rowMark(matter.sheet, matter.id)) === 1,
  );
  const byUnit = new Map<string, Assessment[]>();
  yield* forEach(open, (assessment) => {
    for (const unit of new Set(assessment.matter.leadUnits.map((each) => each.unit))) {
      if (unit === '') continue;
      const own = byUnit.get(unit);
      if (own === undefined) byUnit.set(unit, [assessment]);
      else own.push(assessment);
    }
  });
  const fillIns = new Map<string, FillIn>();
  for (const [unit, own] of byUnit) {
    const rows = yield* map(own, (assessment, index) => {
      const { matter } = assessment;
      const history = historyOf(of.histories, matter);
      const cells = [
        String(index + 1),
        matter.id ?? '',
        titleOf(matter),
        matter.requirement ?? '',
        assignedWords(assessment),
        deadlineWords(assessment),
        standingWords(assessment),
        latestWord(assessment, history, of.asOf),
      ];
      return { mark: rowMark(matter.sheet, matter.id), cells: cells.map((text) => text.slice(0, LONGEST_TEXT)) };
    });
    fillIns.set(unit, { unit, month, ledger, rows });
  }
  return fillIns;
}

const isUnderWay = (each: Assessment): boolean =>
  !isClosed(each) && each.state !== 'notAssigned' && each.state !== 'suspended';

/** How many open matters no unit is asked for: see `fillInsOf`. */
export function* leftOutInPortions(of: Review, fillIns: ReadonlyMap<string, FillIn>): InPortions<number> {
  const asked = new Set<string>();
  for (const { rows } of fillIns.values()) yield* forEach(rows, ({ mark }) => void asked.add(mark));
  const open = yield* filter(of.assessments, isUnderWay);
  return (yield* filter(open, ({ matter }) => !asked.has(rowMark(matter.sheet, matter.id)))).length;
}

/** The fill-in files of these units, one a unit; `units` null: all that are asked. The same review gives the same bytes. */
export const fillInFiles = (of: Review, month: string, units: ReadonlySet<string> | null): readonly NamedFile[] =>
  atOnce(filesInPortions([...fillInsOf(of, month).values()].filter(({ unit }) => units === null || units.has(unit))));

/** The fill-in files, one after the other. */
export function* filesInPortions(fillIns: readonly FillIn[]): InPortions<readonly NamedFile[]> {
  const files: NamedFile[] = [];
  for (const fillIn of fillIns) {
    files.push({ name: fillInName(fillIn), bytes: yield* fillInFileInPortions(fillIn) });
    yield { stage: 'make', done: files.length, of: fillIns.length };
  }
  return files;
}

const fillInName = ({ unit, month }: FillIn): string =>
  `${fileWords(unit).replaceAll(' ', '')}-${month}-进展填报表.xlsx`;

/** Many files as one zip. */
export const zipOfFiles = (files: readonly NamedFile[]): Uint8Array => atOnce(zipOfFilesInPortions(files));

export const zipOfFilesInPortions = (files: readonly NamedFile[]): InPortions<Uint8Array> => archiveInPortions(files);
