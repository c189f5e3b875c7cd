import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'assets', 'webpack.config.js', 'package-lock.json', 'manifest.xml'];
const LOCK = 'node_modules/.cache/page-build';
const POLL_MILLISECONDS = 500;

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

function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** The process named in the lock; our own while another is just writing or removing it. */
function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}

/** Takes the lock, or answers false where another process that still runs holds it. */
function lock(file: string): boolean {
  mkdirSync(join(file, '..'), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!runs(holderOf(file))) rmSync(file, { force: true });
    return false;
  }
}

function build(root: string): Promise<boolean> {
  console.log('正在构建网页，约一分钟。');
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  return new Promise((resolve) => {
    spawn(process.execPath, [webpack, '--mode', 'production'], { cwd: root, stdio: 'inherit' })
      .on('error', () => resolve(false))
      .on('exit', (code) => resolve(code === 0));
  });
}

/** Builds the page where needed, one process at a time; false where the build failed. */
export async function buildIfNeeded(root: string): Promise<boolean> {
  const file = join(root, LOCK);
  while (buildIsStale(root)) {
    if (!lock(file)) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
      continue;
    }
    try {
      return await build(root);
    } finally {
      rmSync(file, { force: true });
    }
  }
  return true;
}
