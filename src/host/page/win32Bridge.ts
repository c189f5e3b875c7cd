import { handedEvent, ribbonCalls, type RibbonCalls } from './ribbonCalls';

/**
 * The bridge Excel on Windows puts into the task pane's page, answered by this page: the genuine office.js in the frame
 * finds `window.external` and takes the embedded host for Excel. One pane, one session.
 */

/** What the bridge needs of the host's session. */
export interface BridgeSession {
  /** Body of a ProcessQuery request → body of its answer; rejects only where the host itself failed. */
  execute(requestJson: string): Promise<string>;
  /** Events for the pane, as the library's message handler takes them; returns how to stop. */
  onEvents(listener: (entries: readonly BridgeEvent[]) => void): () => void;
}

export interface BridgeEvent {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

export interface BridgeOptions {
  readonly fileName: string;
  /** Asked again each time the pane asks for the theme. */
  dark(): boolean;
}

const HOST_INFO = 'Excel$Win32$16.01$zh-CN$$$$0';
const EXCEL = 16;
const EXECUTE_RICH_API = 93;
const COMMAND_COMPLETED = 94;
const COMMAND_INVOKED = 39;
const RICH_API_MESSAGE = 33;
const SUCCESS = 0;
const INTERNAL_ERROR = 5001;
const CUSTOM_DATA = 0;
const BODY = 4;

/** Requests to the client itself, not to the workbook: that ribbon commands are taken, that the pane shall come out. */
const CLIENT_PARTITION = 'WacPartition';

function acknowledge(requestJson: string): string {
  const { Actions } = JSON.parse(requestJson) as { readonly Actions: readonly { readonly Id: number }[] };
  return JSON.stringify({ Results: Actions.map(({ Id }) => ({ ActionId: Id, Value: {} })) });
}

/** What `isSetSupported` says: office.js 1.1.110 ends at ExcelApi 1.15. */
const REQUIREMENT_SETS = JSON.stringify({
  ExcelApi: '1.15',
  SharedRuntime: '1.1',
  RibbonApi: '1.1',
  ImageCoercion: '1.1',
});

/** COM's arrays, as far as the library looks: what has `toArray` is one; what lies inside may be plain. */
interface SafeArray {
  toArray(): readonly unknown[];
}
const safeArray = (values: readonly unknown[]): SafeArray => ({ toArray: () => [...values] });

type Answer = (reply: SafeArray | number) => void;
type PushHandler = (eventId: number, payload: SafeArray) => void;

function themeInfo(dark: boolean): string {
  const [body, text, control] = dark ? [0x292929, 0xffffff, 0x333333] : [0xffffff, 0x242424, 0xf5f5f5];
  return JSON.stringify({
    bodyBackgroundColor: body,
    bodyForegroundColor: text,
    controlBackgroundColor: control,
    controlForegroundColor: text,
  });
}

function appContext({ fileName, dark }: BridgeOptions): Readonly<Record<string, () => unknown>> {
  return {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => '{b7c4f1d2-5e0a-4d39-9a86-3f2c81e6d054}',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetHostFullVersion: () => '16.0.0.0',
    GetAppUILocale: () => 'zh-CN',
    GetAppDataLocale: () => 'zh-CN',
    GetDocUrl: () => fileName,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => '',
    GetInstanceId: () => 'embedded',
    GetSupportedMatrix: () => REQUIREMENT_SETS,
    GetOfficeThemeInfo: () => themeInfo(dark()),
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
  };
}

/** Builds `window.external` for one frame. `close` ends the pushing of events. */
export function win32Bridge(
  session: BridgeSession,
  options: BridgeOptions,
): { readonly external: object; readonly commands: RibbonCalls; close(): void } {
  const context = appContext(options);
  let push: PushHandler | null = null;
  const calls = ribbonCalls();
  const close = session.onEvents((entries) => {
    const rows = entries.map(({ messageCategory, messageType, targetId, message }) => [
      messageCategory,
      messageType,
      targetId,
      message,
    ]);
    push?.(RICH_API_MESSAGE, safeArray(rows));
  });
  const execute = (id: number, [request]: readonly [readonly unknown[]], answer: Answer): void => {
    if (id === COMMAND_COMPLETED) {
      calls.ended(request);
      return answer(SUCCESS);
    }
    const body = request?.[BODY];
    if (id !== EXECUTE_RICH_API || typeof body !== 'string') return answer(INTERNAL_ERROR);
    const replied =
      request[CUSTOM_DATA] === CLIENT_PARTITION ? Promise.resolve(acknowledge(body)) : session.execute(body);
    replied.then(
      (reply) => answer(safeArray([SUCCESS, [200, [], reply]])),
      () => answer(INTERNAL_ERROR),
    );
  };
  const external = {
    GetHostInfo: () => `_host_Info=${HOST_INFO}`,
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute: execute,
    RegisterEvent: (id: number, _target: string, handler: PushHandler, answer: Answer) => {
      if (id === RICH_API_MESSAGE) push = handler;
      answer(SUCCESS);
      if (id === COMMAND_INVOKED) calls.listen((call) => handler(COMMAND_INVOKED, safeArray(handedEvent(call))));
    },
    UnregisterEvent: (id: number, _target: string, answer: Answer) => {
      if (id === RICH_API_MESSAGE) push = null;
      answer(SUCCESS);
    },
  };
  return { external, commands: calls, close };
}

export interface OpenPane {
  /** Calls a function of the ribbon's; answers whether the pane knew it, once it has ended. */
  readonly invoke: RibbonCalls['invoke'];
  focus(): void;
  close(): void;
}

/**
 * Puts the pane into `place` with the bridge in its window. The order matters: address, append, and at once the
 * bridge; what is set on the window before that is lost when the page loads.
 */
export function openPane(
  place: HTMLElement,
  address: string,
  session: BridgeSession,
  options: BridgeOptions,
): OpenPane {
  window.sessionStorage.removeItem('hostInfoValue');
  const { external, commands, close } = win32Bridge(session, options);
  const frame = document.createElement('iframe');
  frame.title = '督查台账窗格';
  frame.src = address;
  place.append(frame);
  Object.defineProperty(frame.contentWindow!, 'external', { value: external, configurable: true });
  return {
    invoke: commands.invoke,
    focus: () => frame.contentWindow?.focus(),
    close: () => {
      close();
      frame.remove();
    },
  };
}
