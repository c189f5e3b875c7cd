import { Worker } from 'node:worker_threads';

/** What of excelize the fixtures use; it is only ever called inside the worker. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the library's own types do not cover its calls
type Excelize = any;

const workerCode = `
  // esbuild (tsx) calls this on the functions it names.
  globalThis.__name = (named) => named;
  const { parentPort, workerData } = require('node:worker_threads');
  const { init } = require('excelize-wasm');
  const path = require.resolve('excelize-wasm').replace(/main\\.cjs$/, 'excelize.wasm.gz');
  init(path).then(async (excelize) => {
    const result = await eval('(' + workerData.code + ')')(excelize, workerData.input);
    parentPort.postMessage({ result });
  }).catch((fault) => { parentPort.postMessage({ fault: String(fault && fault.stack || fault) }); });
`;

/**
 * Runs a function with excelize, an engine independent of ours, in a worker. The function must not refer to
 * anything outside itself; its input and result are copied.
 */
export function withExcelize<Input, Result>(
  code: (excelize: Excelize, input: Input) => Result,
  input: Input,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerCode, { eval: true, workerData: { code: code.toString(), input } });
    worker.once('message', (message: { result?: Result; fault?: string }) => {
      void worker.terminate().then(() => {
        if (message.fault === undefined) resolve(message.result as Result);
        else reject(new Error(message.fault));
      });
    });
    worker.once('error', reject);
  });
}
