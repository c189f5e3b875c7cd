import { installOfficeJs, loadOfficeJs } from '../host/officeJs/nodeRuntime';
import { createHostSession, type HostSession } from '../host/session';
import { deflateWith, openXlsx, type WorkbookModel } from '../host/xlsx';
import { nodeDeflate } from '../host/xlsx/container/nodeDeflate';

export type OpenedInHost =
  | { readonly ok: true; readonly workbook: WorkbookModel; readonly session: HostSession; readonly close: () => void }
  | { readonly ok: false; readonly sentence: string };

/** Opens a file in the embedded host and puts the genuine office.js over it, where the Excel layer looks for it. */
export function openInHost(bytes: Uint8Array, name: string): OpenedInHost {
  deflateWith(nodeDeflate);
  const opened = openXlsx(bytes);
  if (!opened.ok) return { ok: false, sentence: opened.refusal.sentence };
  const session = createHostSession(opened.workbook, { name });
  const officeJs = loadOfficeJs(session);
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
