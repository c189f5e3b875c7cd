import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'assets', 'webpack.config.js', 'package-lock.json', 'manifest.xml'];

function newest(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** True where there is no built page, or one older than its sources. */
export function buildIsStale(root: string): boolean {
  const built = statSync(join(root, 'dist/.built'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.some((source) => newest(join(root, source)) > built);
}

/** Builds the page where needed; false where the build failed. */
export async function buildIfNeeded(root: string): Promise<boolean> {
  if (!buildIsStale(root)) return true;
  console.log('正在构建网页，约一分钟。');
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  return new Promise((resolve) => {
    spawn(process.execPath, [webpack, '--mode', 'production'], { cwd: root, stdio: 'inherit' })
      .on('error', () => resolve(false))
      .on('exit', (code) => resolve(code === 0));
  });
}
