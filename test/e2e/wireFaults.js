/*
 * Runs before the page: what the pane asks of the embedded host can be held back or refused, and the clerk's own edits
 * passed off as another's. `window.wire.mode`: plain, hold (until plain again) or refuse; `window.wire.remote`.
 */
(function () {
  'use strict';
  const define = Object.defineProperty;
  const held = [];
  const wire = { mode: 'plain', remote: false };
  const refused = JSON.stringify({ Results: [], Error: { Code: 'ServiceNotAvailable', Message: '' } });

  function throughFaults(bridge) {
    const { Execute: execute, RegisterEvent: register } = bridge;
    bridge.Execute = (id, args, answer) => {
      // What the library says to the client itself at its start is no question about the workbook.
      if (args[0]?.[0] === 'WacPartition') execute(id, args, answer);
      else if (wire.mode === 'hold') held.push(() => execute(id, args, answer));
      else if (wire.mode === 'refuse') answer({ toArray: () => [0, [200, [], refused]] });
      else execute(id, args, answer);
    };
    bridge.RegisterEvent = (id, target, handler, answer) => {
      const another = (value) =>
        typeof value === 'string' ? value.replace('"source":"Local"', '"source":"Remote"') : value;
      const heard = (event, payload) =>
        handler(event, wire.remote ? { toArray: () => payload.toArray().map((row) => row.map(another)) } : payload);
      register(id, target, heard, answer);
    };
  }

  wire.set = (mode) => {
    wire.mode = mode;
    if (mode === 'plain') for (const send of held.splice(0)) send();
  };
  Object.defineProperty = (target, key, descriptor) => {
    if (key === 'external' && descriptor.value !== undefined) throughFaults(descriptor.value);
    return define(target, key, descriptor);
  };
  globalThis.wire = wire;
})();
