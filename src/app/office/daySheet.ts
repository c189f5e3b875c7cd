import type { Change, Plan, PlanAction, SheetContent } from '../../domain/plan';
import { isTakenInHand, rewritten } from '../../domain/scoring/issuedSheets';
import { valueAt, type SheetSnapshot } from '../../domain/snapshot';
import { readJournal } from '../../excel/journal';
import { sameValue } from '../../excel/writtenValue';
import { sheetOf } from '../ledger/ledgerCells';
import type { Review } from '../reading/review';

export type DaySheetOutcome =
  /** `replaces`: an earlier sheet of the same day, untouched since it was written. */
  | { readonly kind: 'ready'; readonly plan: Plan; readonly sheet: string; readonly replaces: boolean }
  /** Someone wrote in the earlier sheet: it stays, `second` makes another one beside it. */
  | { readonly kind: 'edited'; readonly sentence: string; readonly second: Plan; readonly sheet: string };

/** The plan that writes a sheet of the review's day. The day's earlier sheet is replaced only as the add-in left it. */
export function planDaySheet(of: Review, action: PlanAction, name: string, content: SheetContent): DaySheetOutcome {
  const planOf = (changes: readonly Change[]): Plan => ({ action, asOf: of.asOf, expectations: [], changes });
  const added = (as: string): Plan => planOf([{ kind: 'addSheet', name: as, content }]);
  const names = of.reading.survey.sheets.map(({ head }) => head.name);
  if (!names.includes(name)) return { kind: 'ready', plan: added(name), sheet: name, replaces: false };
  const written = lastWritten(of, name);
  if (written !== null && stands(of, name, written)) {
    const same = JSON.stringify(written) === JSON.stringify(content);
    const changes: readonly Change[] = same ? [] : [{ kind: 'replaceSheet', name, before: written, after: content }];
    return { kind: 'ready', plan: planOf(changes), sheet: name, replaces: true };
  }
  const second = freeName(name, names);
  return {
    kind: 'edited',
    sentence: `工作表“${name}”写好之后有改动，没有覆盖。可以另写一张“${second}”。`,
    second: added(second),
    sheet: second,
  };
}

/** What the journal says was last written to a sheet; null where it does not say. */
export function lastWritten(of: Review, name: string): SheetContent | null {
  const entries = readJournal(of.reading.survey.parts.get('journal'));
  for (const { plan } of [...entries].reverse()) {
    for (const change of [...plan.changes].reverse()) {
      if (change.kind === 'addSheet' && change.name === name) return change.content;
      if (change.kind === 'replaceSheet' && change.name === name) return change.after;
    }
  }
  return null;
}

/** Writes a standing sheet anew; it stays beside the new one unless it is as the journal says the add-in left it. */
export const writtenAnew = (of: Review, sheet: SheetSnapshot, after: SheetContent): Change =>
  rewritten(sheet, lastWritten(of, sheet.name), after, of.reading.snapshot);

function stands(of: Review, name: string, { rows }: SheetContent): boolean {
  const sheet = sheetOf(of, name);
  if (sheet === undefined || isTakenInHand(sheet)) return false;
  const bottom = Math.max(rows.length, sheet.top + sheet.values.length);
  const right = Math.max(sheet.left + (sheet.values[0]?.length ?? 0), ...rows.map((row) => row.length));
  for (let row = 0; row < bottom; row += 1) {
    for (let column = 0; column < right; column += 1) {
      if (!sameValue(valueAt(sheet, row, column), rows[row]?.[column]?.value ?? '')) return false;
    }
  }
  return true;
}

/** `台账核对 2026-10-31(2)`, `(3)` and so on. */
export function freeName(name: string, taken: readonly string[]): string {
  for (let number = 2; ; number += 1) {
    const free = `${name}(${number})`;
    if (!taken.includes(free)) return free;
  }
}
