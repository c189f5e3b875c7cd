import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOfficeJs, loadOfficeJs } from '../src/host/officeJs/nodeRuntime';
import { createHostSession, releasesOnly, type Fault, type HostSession } from '../src/host/session';
import { newWorkbook, openXlsx, type CellContent, type WorkbookModel } from '../src/host/xlsx';

/** A workbook open in the embedded host with the genuine office.js over it, as the add-in finds it. */
export interface HostDesk {
  readonly workbook: WorkbookModel;
  readonly session: HostSession;
  /** Makes coming requests fail: the ordinal counts from the next request on, from 1. */
  failNext(fault: (ordinal: number) => Fault | undefined): void;
  /** Requests that carried something to read or write: releases of references, which the library sends by itself, aside. */
  requests(): number;
  /** Actions in the last such request. */
  lastActions(): number;
  close(): void;
}

export const SAMPLES = {
  city: '河阳市政府督查台账（2026年）.xlsx',
  district: '清江区重点工作督查台账（2026年）.xlsx',
  bureau: '河阳市交通运输局督查督办台账.xlsx',
} as const;
export type Sample = keyof typeof SAMPLES;

export const sampleBytes = (sample: Sample): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../assets/samples', SAMPLES[sample])));

export function openDesk(bytes: Uint8Array, name: string): HostDesk {
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return deskOver(opened.workbook, name);
}

export const openSample = (sample: Sample): HostDesk => openDesk(sampleBytes(sample), SAMPLES[sample]);

/** A new workbook with these rows in one sheet. */
export function deskWith(
  sheet: string,
  rows: readonly (readonly CellContent[])[],
  options: { readonly autoSave?: boolean } = {},
): HostDesk {
  const workbook = newWorkbook();
  const first = workbook.sheets[0]!;
  first.name = sheet;
  rows.forEach((row, r) => row.forEach((value, c) => first.setValue(r, c, value)));
  return deskOver(workbook, '台账.xlsx', options);
}

export function deskOver(
  workbook: WorkbookModel,
  name: string,
  options: { readonly autoSave?: boolean } = {},
): HostDesk {
  let fault: ((ordinal: number) => Fault | undefined) | null = null;
  let since = 0;
  let carrying = 0;
  let actions = 0;
  const session = createHostSession(workbook, {
    ...options,
    name,
    onRequest: (request) => {
      if (releasesOnly(request)) return undefined;
      carrying += 1;
      actions = request.Actions.length;
      since += 1;
      return fault?.(since);
    },
  });
  const officeJs = loadOfficeJs(session);
  const uninstall = installOfficeJs(officeJs);
  return {
    workbook,
    session,
    failNext: (next) => {
      fault = next;
      since = 0;
    },
    requests: () => carrying,
    lastActions: () => actions,
    close: () => {
      uninstall();
      officeJs.close();
    },
  };
}

/** Everything a clerk would miss: values, formulas, looks, rules, parts, of every sheet. */
export function contentOf(workbook: WorkbookModel): unknown {
  return workbook.sheets.map((sheet) => {
    const area = sheet.usedArea(false);
    const cells: unknown[] = [];
    for (let row = area?.top ?? 0; area !== null && row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const value = sheet.value(row, column);
        const formula = sheet.formula(row, column);
        if (value !== null || formula !== null)
          cells.push([row, column, value, formula, workbook.style(sheet.styleIndex(row, column)).numberFormat]);
      }
    }
    return {
      name: sheet.name,
      cells,
      merges: sheet.merges(),
      rules: sheet.conditionalRules().map(({ id: _, ...rule }) => rule),
      validations: sheet.dataValidations(),
    };
  });
}
