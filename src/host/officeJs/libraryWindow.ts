/**
 * The window the library sees in Node: the few names it touches while loading and while talking over the host bridge.
 * A whole DOM costs over half a second to load, and the Excel API needs none.
 */
export function libraryWindow(): Record<string, unknown> {
  const nothing = (): void => undefined;
  const element = (): Record<string, unknown> => ({ setAttribute: nothing, appendChild: nothing, style: {} });
  const window: Record<string, unknown> = {
    // Shared with the add-in's realm, as in a browser: what the library parses and throws is `instanceof` its own kind.
    JSON,
    Promise,
    Error,
    Date,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    addEventListener: nothing,
    removeEventListener: nothing,
    postMessage: nothing,
    navigator: { userAgent: 'Node', platform: '', language: 'zh-CN' },
    location: {
      href: 'https://localhost/taskpane.html',
      protocol: 'https:',
      host: 'localhost',
      hostname: 'localhost',
      origin: 'https://localhost',
      pathname: '/taskpane.html',
      search: '',
      hash: '',
    },
    // `loading` keeps the library from starting the Office handshake: the host bridge needs none.
    document: {
      readyState: 'loading',
      URL: 'https://localhost/taskpane.html',
      cookie: '',
      head: element(),
      documentElement: element(),
      addEventListener: nothing,
      removeEventListener: nothing,
      getElementsByTagName: () => [],
      getElementById: () => null,
      createElement: element,
    },
  };
  window['window'] = window;
  window['self'] = window;
  return window;
}
