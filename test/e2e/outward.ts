import type { BrowserContext, Page } from 'playwright-core';

/** Everything a page and its frames ask for or try to, and everything they print. */
export interface Outward {
  /** Addresses of requests, of page, frames and workers. */
  readonly requests: readonly string[];
  readonly sockets: readonly string[];
  readonly printed: readonly string[];
  /** Addresses handed to fetch, XMLHttpRequest, sendBeacon, WebSocket and EventSource, whether or not a request followed. */
  tried(page: Page): Promise<readonly string[]>;
  /** Addresses the policy forbade, as the browser reports them to the page. */
  forbidden(page: Page): Promise<readonly string[]>;
}

interface Noted {
  tried: string[];
  forbidden: string[];
}

/** Runs before any script of every frame; what is noted is kept in the topmost window, past a frame's end. */
function note(): void {
  const place = window.top as unknown as { noted?: Noted };
  const noted = (place.noted ??= { tried: [], forbidden: [] });
  const trying = (address: unknown): void => {
    const text = address instanceof Request ? address.url : String(address);
    noted.tried.push(new URL(text, document.baseURI).href);
  };
  document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
    noted.forbidden.push(`${violatedDirective} ${blockedURI}`),
  );
  const own = window as unknown as Record<string, unknown>;
  own['fetch'] = new Proxy(window.fetch, {
    apply: (plain, self, given: Parameters<typeof fetch>) => (trying(given[0]), Reflect.apply(plain, self, given)),
  });
  XMLHttpRequest.prototype.open = new Proxy(XMLHttpRequest.prototype.open, {
    apply: (plain, self, given: unknown[]) => (trying(given[1]), Reflect.apply(plain, self, given)),
  });
  Navigator.prototype.sendBeacon = new Proxy(Navigator.prototype.sendBeacon, {
    apply: (plain, self, given: unknown[]) => (trying(given[0]), Reflect.apply(plain, self, given)),
  });
  for (const name of ['WebSocket', 'EventSource']) {
    own[name] = new Proxy(own[name] as new (address: string) => object, {
      construct: (plain, given: [string]) => (trying(given[0]), Reflect.construct(plain, given)),
    });
  }
}

/** Watches a context from before its first page. */
export async function watchOutward(context: BrowserContext): Promise<Outward> {
  const requests: string[] = [];
  const sockets: string[] = [];
  const printed: string[] = [];
  await context.addInitScript(note);
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    printed.push(message.text());
    for (const argument of message.args()) {
      argument.jsonValue().then(
        (value: unknown) => printed.push(JSON.stringify(value) ?? ''),
        () => undefined,
      );
    }
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => sockets.push(socket.url()));
    page.on('pageerror', (error) => printed.push(error.message));
  });
  const read = (page: Page, what: keyof Noted): Promise<readonly string[]> =>
    page.evaluate((own) => (window as unknown as { noted: Noted }).noted[own], what);
  return {
    requests,
    sockets,
    printed,
    tried: (page) => read(page, 'tried'),
    forbidden: (page) => read(page, 'forbidden'),
  };
}
