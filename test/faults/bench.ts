import { installOfficeJs, loadOfficeJs } from '../../src/host/officeJs/nodeRuntime';
import { createHostSession, LostAnswer, releasesOnly, type Fault, type HostSession } from '../../src/host/session';
import type { WorkbookModel } from '../../src/host/xlsx';
import type { WireRequest } from '../../src/host/api/wire';
import { opened } from './startBook';

/** Makes coming requests fail: which of them, counted from 1, and how many actions it carries. */
export type Failing = (ordinal: number, actions: number) => Fault | undefined;

export interface BenchRequest {
  readonly actions: number;
  /** Whether it would change anything. */
  readonly writes: boolean;
}

const CHANGING = /^(Add|Insert|Delete|Clear|Set|Copy|Resize|Merge|Unmerge|Freeze)/;
const changes = ({ Actions }: WireRequest): boolean =>
  Actions.some(({ ActionType, Name }) => ActionType === 4 || (ActionType === 3 && CHANGING.test(Name)));

/** One office.js over one workbook after the other, so that thousands of trials need one library. */
export interface Bench {
  /** Opens a file anew, as a pane reloaded over it finds it. Faults and counts are cleared. */
  open(bytes: Uint8Array): WorkbookModel;
  readonly workbook: WorkbookModel;
  fail(failing: Failing | null): void;
  /** Whether files opened from now on have 自动保存 on. */
  autoSave: boolean;
  /** Each request since the last opening or `fail`. */
  readonly requests: readonly BenchRequest[];
  close(): void;
}

export function openBench(): Bench {
  let session: HostSession | null = null;
  let failing: Failing | null = null;
  const options = { autoSave: false };
  let requests: BenchRequest[] = [];
  const onRequest = (request: WireRequest): Fault | undefined => {
    requests.push({ actions: request.Actions.length, writes: changes(request) });
    return failing?.(requests.length, request.Actions.length);
  };
  const relay = {
    execute: async (body: string): Promise<string> => {
      const request = JSON.parse(body) as WireRequest;
      // References of a workbook that is closed by now are let go of too.
      if (releasesOnly(request)) {
        return JSON.stringify({ Results: request.Actions.map(({ Id }) => ({ ActionId: Id, Value: null })) });
      }
      if (session === null) throw new LostAnswer();
      return session.execute(body);
    },
    subscribe: () => () => undefined,
  } as unknown as HostSession;
  const officeJs = loadOfficeJs(relay);
  const uninstall = installOfficeJs(officeJs);
  return {
    open: (bytes) => {
      failing = null;
      requests = [];
      session = createHostSession(opened(bytes), { name: '台账.xlsx', onRequest, ...options });
      return session.workbook;
    },
    get autoSave() {
      return options.autoSave;
    },
    set autoSave(is) {
      options.autoSave = is;
    },
    get workbook() {
      return session!.workbook;
    },
    fail: (next) => {
      failing = next;
      requests = [];
    },
    get requests() {
      return requests;
    },
    close: () => {
      uninstall();
      officeJs.close();
    },
  };
}
