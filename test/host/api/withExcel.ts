import { type OfficeJs, loadOfficeJs } from '../../../src/host/officeJs/nodeRuntime';
import { type HostSession, type SessionOptions, createHostSession } from '../../../src/host/session';
import { MemoryWorkbook } from './memoryWorkbook';

export interface OpenedInMemory extends OfficeJs {
  readonly session: HostSession;
  readonly workbook: MemoryWorkbook;
}

/** The genuine library over a workbook in memory. */
export function openInMemory(options: SessionOptions = {}, workbook = new MemoryWorkbook()): OpenedInMemory {
  const session = createHostSession(workbook, options);
  return { ...loadOfficeJs(session), session, workbook };
}

/** The code of the error a promise fails with. */
export async function codeOf(failing: Promise<unknown>): Promise<string> {
  try {
    await failing;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'no error';
}
