import type { Connecting, LedgerFound } from '../../app/reading/connectLedger';
import type { ColumnDoubt, LedgerConnection } from '../../domain/ledger/connection';
import type { Field } from '../../domain/ledger/fields';

/** What only the clerk can tell about one sheet. */
export type Question =
  | { readonly kind: 'columns'; readonly sheet: string; readonly found: LedgerFound }
  | { readonly kind: 'twoHeaders'; readonly sheet: string; readonly candidates: readonly LedgerConnection[] };

/** A sheet's connection as the clerk settled it, and what it was settled over; null: no ledger. */
export interface Answer {
  readonly connection: LedgerConnection | null;
  readonly over: string;
}

const overOf = (found: unknown): string => JSON.stringify(found);

/** Every sheet of the workbook that has something to ask, unless it was answered before and is still the same. */
export function openQuestions(connecting: Connecting, answers: ReadonlyMap<string, Answer>): readonly Question[] {
  const asked = [
    ...connecting.ledgers.filter(needsAnswer).map((found): Question => ({
      kind: 'columns',
      sheet: found.connection.sheet,
      found,
    })),
    ...connecting.twoHeaders.map((two): Question => ({ kind: 'twoHeaders', ...two })),
  ];
  return asked.filter((question) => answers.get(question.sheet)?.over !== overOf(asAsked(question)));
}

const needsAnswer = ({ doubts, check }: LedgerFound): boolean =>
  doubts.length > 0 || (check.kind !== 'same' && check.kind !== 'moved');

const asAsked = (question: Question): unknown => (question.kind === 'columns' ? question.found : question.candidates);

/** The answer to a question, kept for as long as the sheet asks the same. */
export const answerTo = (question: Question, connection: LedgerConnection | null): Answer => ({
  connection,
  over: overOf(asAsked(question)),
});

/** A connection the clerk changed without being asked. */
export const correctionOf = (found: LedgerFound, connection: LedgerConnection): Answer => ({
  connection,
  over: overOf(found),
});

/** The connections to work with, and the doubts that stay open in them. */
export function settledLedgers(
  connecting: Connecting,
  answers: ReadonlyMap<string, Answer>,
): { readonly connections: readonly LedgerConnection[]; readonly doubts: ReadonlyMap<string, readonly ColumnDoubt[]> } {
  const doubts = new Map<string, readonly ColumnDoubt[]>();
  const found = connecting.ledgers.flatMap((ledger): LedgerConnection[] => {
    const { sheet } = ledger.connection;
    const answer = answers.get(sheet);
    if (answer !== undefined && answer.over === overOf(ledger)) {
      if (answer.connection === null) return [];
      const used = new Set(Object.values(answer.connection.columns).map(({ column }) => column));
      doubts.set(
        sheet,
        ledger.doubts.filter(({ column }) => !used.has(column)),
      );
      return [answer.connection];
    }
    doubts.set(sheet, ledger.doubts);
    return [ledger.check.kind === 'moved' ? ledger.check.proposed : ledger.connection];
  });
  const chosen = connecting.twoHeaders.flatMap(({ sheet }) => answers.get(sheet)?.connection ?? []);
  return { connections: [...found, ...chosen], doubts };
}

/** The connection with `column` taken as `field` (null: as nothing). */
export function withColumn(
  connection: LedgerConnection,
  field: Field,
  column: { readonly column: number; readonly header: string } | null,
): LedgerConnection {
  const others = Object.entries(connection.columns).filter(
    ([other, taken]) => other !== field && taken.column !== column?.column,
  );
  return { ...connection, columns: Object.fromEntries(column === null ? others : [...others, [field, column]]) };
}
