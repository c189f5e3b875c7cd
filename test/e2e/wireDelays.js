/*
 * Runs before the page: what the pane asks of the embedded host is answered late, by now little, by now much, one after
 * the other as Excel does; `window.wireDelay` milliseconds at most, the same delays every time.
 */
(function () {
  'use strict';
  const define = Object.defineProperty;
  let seed = 20261122;
  const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  let before = Promise.resolve();
  const late = (ask) => {
    const wait = chance() ** 2 * globalThis.wireDelay;
    before = before.then(() => new Promise((resolve) => globalThis.setTimeout(resolve, wait))).then(ask);
  };

  function delayed(bridge) {
    const { Execute: execute } = bridge;
    bridge.Execute = (id, args, answer) => {
      // What the library says to the client itself at its start is no question about the workbook.
      if (args[0]?.[0] === 'WacPartition') execute(id, args, answer);
      else late(() => execute(id, args, answer));
    };
  }

  Object.defineProperty = (target, key, descriptor) => {
    if (key === 'external' && descriptor.value !== undefined) delayed(descriptor.value);
    return define(target, key, descriptor);
  };
})();
