import type { PrintedLetters } from '../../app/letters/printLetters';
import type { Review } from '../../app/reading/review';
import type { Working } from '../../app/office/turns';
import type { HostResult } from '../../app/office/workbook';
import type { WorkbookSettings } from '../../app/office/workbookSettings';
import type { Notice } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import type { FileDelivery } from './view';

/** A file made for the clerk. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The letters as Word files; what makes them is loaded when first needed. */
export async function lettersAsFiles(
  of: Review,
  letters: readonly Notice[],
  office: Office,
  settings: WorkbookSettings,
  delivery: FileDelivery,
  working: Working,
): Promise<HostResult<PrintedLetters>> {
  const { printLetters } = await import('../../app/letters/printLetters');
  return printLetters(of, letters, office, settings, delivery, working);
}

/** Whether this host has downloads at all; the entry says no for Excel for Mac. */
export const canDownload = (): boolean => true;

/** Hands a file over to the browser's downloads. Nothing happens in Excel for Mac (office-js #2700, #3385). */
export function handOver({ name, bytes }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
