import type { WorkbookModel } from '../../src/host/xlsx';

/** A file nobody should be able to harm the clerk with, and what must come of it. */
export interface HostileFile {
  readonly title: string;
  /** Name under which it is offered. */
  readonly name: string;
  make(): Uint8Array | Promise<Uint8Array>;
  readonly outcome: Refused | Opened;
  /** Takes seconds or hundreds of megabytes: tried by `npm run test:hostile` only. */
  readonly large?: true;
}

interface Refused {
  readonly kind: 'refused';
  /** What the sentence must say. */
  readonly says: RegExp;
}

interface Opened {
  readonly kind: 'opened';
  /** Fails where the file was read wrongly. */
  check(workbook: WorkbookModel): void;
  /** What the headless job makes of it; `done` where nothing is said. */
  readonly monthEnd?: RegExp | 'done';
}

export const refused = (says: RegExp): Refused => ({ kind: 'refused', says });
export const opened = (check: Opened['check'], monthEnd: Opened['monthEnd'] = 'done'): Opened => ({
  kind: 'opened',
  check,
  monthEnd,
});

export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`读得不对：${what}`);
}

/** The small ledger is there as it was written. */
export function ledgerIsWhole(workbook: WorkbookModel): void {
  const sheet = workbook.sheets.find(({ name }) => name === '督查台账')!;
  const row = Array.from({ length: 999 }, (_, index) => index).find((r) => sheet.value(r, 1) === '道路修缮');
  expectThat(row !== undefined, '没有“道路修缮”');
  expectThat(sheet.value(row!, 2) === '交通局' && sheet.value(row!, 4) === 46112, '这一行的单位或时限不对');
}
