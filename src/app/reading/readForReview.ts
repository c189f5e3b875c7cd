import type { LedgerConnection } from '../../domain/ledger/connection';
import { DATE_FIELDS } from '../../domain/ledger/fields';
import { isLetterSheet, isOwnSheet, REGISTER_SHEETS } from '../../domain/ledger/ownSheets';
import { SCHEME_SHEET } from '../../domain/scoring/schemeSheet';
import { isOurMark } from '../../domain/marks';
import type { WorkbookSnapshot } from '../../domain/snapshot';
import { askMarks, type StandingMark } from '../../excel/readMarks';
import { readSheets, type Wanted } from '../../excel/readSheets';
import { talkToExcel, type HostResult } from '../../excel/run';
import type { Survey, SurveyedSheet } from '../../excel/survey';

/** Everything a review decides on, read at one time. */
export interface Reading {
  readonly survey: Survey;
  readonly snapshot: WorkbookSnapshot;
  readonly marks: readonly StandingMark[];
}

/** Sheets wider than this are read by their mapped columns only. */
export const READ_WHOLE_TO = 40;

/**
 * Reads the ledgers and registers. After a survey one request is enough as long as the answer fits the payload
 * limit; `progress` counts requests.
 */
export function readForReview(
  survey: Survey,
  connections: readonly LedgerConnection[],
  progress?: (done: number, of: number) => void,
): Promise<HostResult<Reading>> {
  return talkToExcel(async (context) => {
    let marks: () => readonly StandingMark[] = () => [];
    const snapshot = await readSheets(context, survey, wantedOf(survey, connections), progress, () => {
      marks = askMarks(context, survey, isOurMark);
    });
    return { survey, snapshot, marks: marks() };
  });
}

function wantedOf(survey: Survey, connections: readonly LedgerConnection[]): readonly Wanted[] {
  const ledgers = connections.flatMap((connection) => {
    const of = survey.sheets.find(({ head }) => head.name === connection.sheet);
    return of === undefined ? [] : [wantedOfLedger(of, connection)];
  });
  const registers = survey.sheets
    .map(({ head }) => head.name)
    .filter((name) => REGISTER_SHEETS.some((sheet) => sheet === name) || isOwnSheet(name))
    .filter((name) => !isLetterSheet(name))
    .map((sheet): Wanted => ({
      sheet,
      columns: 'all',
      formatColumns: everyColumn(survey, sheet),
      formulaColumns: sheet.trim() === SCHEME_SHEET ? everyColumn(survey, sheet) : [],
    }));
  return [...ledgers, ...registers];
}

function wantedOfLedger(of: SurveyedSheet, { sheet, columns, moreStatus = [] }: LedgerConnection): Wanted {
  const mapped = [...Object.values(columns), ...moreStatus].map(({ column }) => column);
  const width = of.used === null ? 0 : of.used.right - of.used.left + 1;
  return {
    sheet,
    columns: width <= READ_WHOLE_TO ? 'all' : mapped,
    formatColumns: DATE_FIELDS.flatMap((field) => columns[field]?.column ?? []),
    // Volatile formulas and errors are told by the formulas themselves; columns without any cost nothing.
    formulaColumns: mapped,
  };
}

function everyColumn(survey: Survey, sheet: string): readonly number[] {
  const used = survey.sheets.find(({ head }) => head.name === sheet)?.used ?? null;
  return used === null ? [] : Array.from({ length: used.right - used.left + 1 }, (_, offset) => used.left + offset);
}
