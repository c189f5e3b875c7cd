import { collectReports, type CollectRequest } from '../../../src/app/collecting/collectReports';
import { fillInFiles } from '../../../src/app/collecting/fillIns';
import type { Review } from '../../../src/app/reading/review';
import { HEADER_ROW } from '../../../src/documents/fillIn';
import { openXlsx, type SheetModel, type WorkbookModel } from '../../../src/host/xlsx';
import { AS_OF } from '../reviewing';

export const MONTH = '2026-10';
export const INPUTS = { 进展: 8, 完成情况: 9, 说明: 10, 延期申请: 11 } as const;

/** The unit's file, filled in as the unit would. */
export function filled(
  of: Review,
  unit: string,
  fill: (sheet: SheetModel, workbook: WorkbookModel) => void,
  month = MONTH,
) {
  const [file] = fillInFiles(of, month, new Set([unit]));
  return { name: file!.name, bytes: changed(file!.bytes, fill) };
}

export function changed(bytes: Uint8Array, change: (sheet: SheetModel, workbook: WorkbookModel) => void): Uint8Array {
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  change(opened.workbook.sheets[0]!, opened.workbook);
  return opened.workbook.save();
}

export const put =
  (row: number, column: keyof typeof INPUTS, value: string | number) =>
  (sheet: SheetModel): void =>
    sheet.setValue(HEADER_ROW + row, INPUTS[column], value);

export function collected(of: Review, files: CollectRequest['files'], more: Partial<CollectRequest> = {}) {
  const request = { month: MONTH, reportedOn: AS_OF, today: AS_OF, handler: '经办员', accepted: new Set<string>() };
  return collectReports(of, { ...request, files, ...more });
}
