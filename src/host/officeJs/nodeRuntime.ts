import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script, createContext } from 'node:vm';
import { type HostSession, LostAnswer } from '../session';
import { libraryWindow } from './libraryWindow';

/** The genuine library's namespaces, bound to one host session. */
export interface OfficeJs {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: typeof Office;
  /** Stops the pushing of events; requests that are under way are still answered. */
  close(): void;
}

interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: unknown };
}

interface Bridge {
  sendMessageToHost(text: string): void;
  /** Set by the library. */
  onMessageFromHost(text: string): void;
}

const LIBRARY = '@microsoft/office-js/dist/excel-web-16.00.js';

/** How the library's source becomes a script: a command that starts often keeps the code V8 makes of it. */
export type Compiling = (source: string, filename: string) => Script;

let compiled: Script | undefined;

function library(compile: Compiling): Script {
  if (compiled === undefined) {
    const path = createRequire(import.meta.url).resolve(LIBRARY);
    compiled = compile(readFileSync(path, 'utf8'), path);
  }
  return compiled;
}

/** The library's code for an answer that never came, as it has it for a broken connection. */
const LOST = { statusCode: 504, headers: {}, body: { error: { code: 'Timeout', message: 'The answer was lost.' } } };

function bridgeTo(session: HostSession): Bridge {
  const bridge: Bridge = {
    onMessageFromHost: () => undefined,
    sendMessageToHost: (text) => {
      const { id, message } = JSON.parse(text) as BridgeMessage;
      const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
      session.execute(body).then(
        (answer) =>
          bridge.onMessageFromHost(`{"id":${id},"type":2,"message":{"statusCode":200,"headers":{},"body":${answer}}}`),
        (failure: unknown) => {
          if (!(failure instanceof LostAnswer)) throw failure;
          bridge.onMessageFromHost(JSON.stringify({ id, type: 2, message: LOST }));
        },
      );
    },
  };
  return bridge;
}

/**
 * Loads the genuine, unmodified library into a realm of its own and binds it to a session through the library's host
 * bridge. Each call gives another instance, as each pane has its own.
 */
export function loadOfficeJs(
  session: HostSession,
  compile: Compiling = (source, filename) => new Script(source, { filename }),
): OfficeJs {
  const realm = createContext(libraryWindow());
  library(compile).runInContext(realm);
  const loaded = realm as unknown as Omit<OfficeJs, 'close'> & {
    readonly OfficeExtension: { readonly HostBridge: { init(bridge: Bridge): void } };
  };
  const bridge = bridgeTo(session);
  loaded.OfficeExtension.HostBridge.init(bridge);
  const unsubscribe = session.subscribe((entries) => {
    bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries } }));
  });
  return {
    Excel: loaded.Excel,
    OfficeExtension: loaded.OfficeExtension,
    Office: loaded.Office,
    close: () => unsubscribe(),
  };
}

/** Puts the namespaces where the add-in's code looks for them. Answers a function that takes them away again. */
export function installOfficeJs(officeJs: OfficeJs): () => void {
  const place = globalThis as Record<string, unknown>;
  const names = ['Excel', 'OfficeExtension', 'Office'] as const;
  const before = names.map((name) => [name, name in place, place[name]] as const);
  for (const name of names) place[name] = officeJs[name];
  return () => {
    for (const [name, had, value] of before) {
      if (had) place[name] = value;
      else Reflect.deleteProperty(place, name);
    }
  };
}
