import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './browser';

export const VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** `npm run package` with these words. */
export const runPackage = (...args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'src/cli/package.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });

/** Makes the package for that address under `out`; its folder. */
export function makePackageIn(out: string, base: string): string {
  const { status, stderr } = runPackage('--base-url', base, '--out', out);
  if (status !== 0) throw new Error(stderr);
  return join(out, `ducha-taizhang-${VERSION}`);
}
