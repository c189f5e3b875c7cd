import { fileURLToPath } from 'node:url';
import { packFilesWith } from '../app/letters/filePacking';
import { packTextWith } from '../app/office/textPacking';
import { installOfficeJs, loadOfficeJs, type Compiling } from '../host/officeJs/nodeRuntime';
import { createHostSession, type HostSession } from '../host/session';
import { deflateWith, openXlsx, type WorkbookModel } from '../host/xlsx';
import { nodeDeflate } from '../host/xlsx/container/nodeDeflate';
import { expectLongRun, scriptWithKeptCode } from './keptCode.cjs';
import { nodeTextPacking } from './nodeTextPacking';

export type OpenedInHost =
  | { readonly ok: true; readonly workbook: WorkbookModel; readonly session: HostSession; readonly close: () => void }
  | { readonly ok: false; readonly sentence: string };

const HERE = fileURLToPath(import.meta.url);
/** Beside the built file; run from the sources there is no place to keep it. */
const KEPT_CODE = HERE.endsWith('.cjs') ? HERE.replace(/\.cjs$/, '.officejs.code') : null;

/** A ledger of some two thousand matters. */
const SHORT_RUN_BYTES = 200_000;

const compileKept =
  (codeFile: string): Compiling =>
  (source, filename) =>
    scriptWithKeptCode(source, filename, codeFile);

/** Opens a file in the embedded host and puts the genuine office.js over it, where the Excel layer looks for it. */
export function openInHost(bytes: Uint8Array, name: string): OpenedInHost {
  deflateWith(nodeDeflate);
  packTextWith(nodeTextPacking);
  packFilesWith({ pack: (bytes) => nodeDeflate.pack(bytes, 6), crc32: nodeDeflate.crc32 });
  if (KEPT_CODE !== null && bytes.length > SHORT_RUN_BYTES) expectLongRun();
  const opened = openXlsx(bytes);
  if (!opened.ok) return { ok: false, sentence: opened.refusal.sentence };
  const session = createHostSession(opened.workbook, { name });
  const officeJs = KEPT_CODE === null ? loadOfficeJs(session) : loadOfficeJs(session, compileKept(KEPT_CODE));
  const uninstall = installOfficeJs(officeJs);
  return {
    ok: true,
    workbook: opened.workbook,
    session,
    close: () => {
      uninstall();
      officeJs.close();
    },
  };
}
