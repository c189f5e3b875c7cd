import { installOfficeJs, loadOfficeJs } from '../../src/host/officeJs/nodeRuntime';
import { createHostSession, releasesOnly, type HostSession } from '../../src/host/session';
import type { WireRequest } from '../../src/host/api/wire';
import { opened } from './startBook';

/** Panes over one workbook whose requests reach Excel one at a time, in an order chosen here. */
export interface SharedBook {
  readonly session: HostSession;
  /** Lets everyone go on at once; the one whose request goes next is drawn by `chance`. Ends when all have ended. */
  run(
    everyone: readonly (() => Promise<void>)[],
    chance: () => number,
    between: (request: number) => void,
  ): Promise<void>;
}

export interface Relay {
  open(bytes: Uint8Array): SharedBook;
  close(): void;
}

interface Waiting {
  readonly body: string;
  readonly answer: (text: string) => void;
  readonly fail: (error: unknown) => void;
}

/** Ticks of the event loop after which whoever has not asked by then is taken to be waiting. */
const PATIENCE = 400;

export function openRelay(): Relay {
  let session: HostSession | null = null;
  let waiting: Waiting[] = [];
  let held = false;
  const relay = {
    execute: (body: string): Promise<string> => {
      const request = JSON.parse(body) as WireRequest;
      if (releasesOnly(request)) {
        const Results = request.Actions.map(({ Id }) => ({ ActionId: Id, Value: null }));
        return Promise.resolve(JSON.stringify({ Results }));
      }
      if (!held) return session!.execute(body);
      return new Promise((answer, fail) => waiting.push({ body, answer, fail }));
    },
    subscribe: () => () => undefined,
  } as unknown as HostSession;
  const officeJs = loadOfficeJs(relay);
  const uninstall = installOfficeJs(officeJs);
  return {
    open: (bytes) => {
      const own = createHostSession(opened(bytes), { name: '台账.xlsx' });
      session = own;
      return { session: own, run: (...given) => run(own, ...given) };
    },
    close: () => {
      uninstall();
      officeJs.close();
    },
  };

  async function run(
    own: HostSession,
    everyone: readonly (() => Promise<void>)[],
    chance: () => number,
    between: (request: number) => void,
  ): Promise<void> {
    held = true;
    waiting = [];
    let active = everyone.length;
    const failures: unknown[] = [];
    const ends = everyone.map((one) =>
      one()
        .catch((error: unknown) => failures.push(error))
        .finally(() => (active -= 1)),
    );
    for (let request = 1; active > 0; request += 1) {
      for (let tick = 0; tick < PATIENCE && waiting.length < active; tick += 1) {
        await new Promise((next) => setImmediate(next));
      }
      if (waiting.length === 0) continue;
      const [next] = waiting.splice(Math.floor(chance() * waiting.length), 1);
      between(request);
      own.execute(next!.body).then(next!.answer, next!.fail);
    }
    await Promise.all(ends);
    held = false;
    if (failures.length > 0) throw failures[0];
  }
}
