import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
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
 * anything outside itself; its input and result are copied. What is made of nothing (a null input) is made once for
 * one text of the function and one version of the engine: starting the engine takes seconds of a processor, and it
 * does not stand a second workbook after some first ones.
 */
export async function withExcelize<Input, Result>(
  code: (excelize: Excelize, input: Input) => Result,
  input: Input,
): Promise<Result> {
  if (input !== null) return run(code, input);
  const file = keptUnder(code.toString());
  if (existsSync(file)) return deserialize(readFileSync(file)) as Result;
  const result = await run(code, input);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, serialize(result));
  // Whole or not there, whichever of several test processes comes first.
  renameSync(`${file}.${process.pid}`, file);
  return result;
}

const MODULES = join(__dirname, '../../../node_modules');

function keptUnder(code: string): string {
  const { version } = JSON.parse(readFileSync(join(MODULES, 'excelize-wasm/package.json'), 'utf8')) as {
    version: string;
  };
  const key = createHash('sha256').update(`${version}\n${process.version}\n${code}`).digest('hex');
  return join(MODULES, '.cache/excelize', key.slice(0, 32));
}

function run<Input, Result>(code: (excelize: Excelize, input: Input) => Result, input: Input): Promise<Result> {
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
