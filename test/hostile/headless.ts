import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HostileFile } from './hostileFile';

const ROOT = join(__dirname, '../..');

/** What one run may take on any file, however hostile. */
export const LIMITS = { seconds: 60, megabytes: 2500 } as const;

export interface HeadlessRun {
  /** null where it was stopped for taking too long. */
  readonly status: number | null;
  readonly said: string;
  readonly seconds: number;
  readonly megabytes: number;
  /** Files it wrote, by name. */
  readonly wrote: readonly string[];
}

/** Runs month-end over the bytes, in a folder of its own; stopped when it takes longer. */
export function monthEndOver(name: string, bytes: Uint8Array, seconds: number = LIMITS.seconds): Promise<HeadlessRun> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const file = join(folder, name);
  const out = join(folder, '结果');
  writeFileSync(file, bytes);
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        pathToFileURL(join(__dirname, 'reportPeak.mjs')).href,
        '--import',
        'tsx',
        'src/cli/monthEnd.ts',
        file,
        '--as-of',
        '2026-10-31',
        '--out',
        out,
      ],
      { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    let peak = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
    (child.stdio[3] as NodeJS.ReadableStream).setEncoding('utf8').on('data', (text: string) => (peak += text));
    const stop = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.once('close', (status) => {
      clearTimeout(stop);
      const untouched = Buffer.from(bytes).equals(readFileSync(file));
      const beside = readdirSync(folder).filter((entry) => entry !== name && entry !== '结果');
      const wrote = [...(existsSync(out) ? readdirSync(out) : []), ...beside, ...(untouched ? [] : ['原文件被改'])];
      rmSync(folder, { recursive: true, force: true });
      resolve({
        status,
        said,
        seconds: (performance.now() - began) / 1000,
        megabytes: Math.round(Number(peak) / 1024),
        wrote,
      });
    });
  });
}

/** What is wrong with a run over that file; null where it went as it should. */
export function faultOfRun({ outcome }: HostileFile, run: HeadlessRun): string | null {
  if (run.status === null) return `到 ${run.seconds.toFixed(0)} 秒还没有结束`;
  if (run.megabytes > LIMITS.megabytes) return `用了 ${run.megabytes} MB`;
  if (/\n\s+at |Error:|undefined|\[object/.test(run.said)) return `说的不是人话：${run.said.slice(0, 300)}`;
  if (run.wrote.includes('原文件被改')) return '原文件被改';
  const says = outcome.kind === 'refused' ? outcome.says : outcome.monthEnd;
  if (says instanceof RegExp && outcome.kind === 'refused' && run.status !== 2) return `退出码 ${run.status}`;
  if (says instanceof RegExp && !says.test(run.said)) return `没说到点子上：${run.said.slice(0, 300)}`;
  if (says === 'done' && run.status !== 0) return `退出码 ${run.status}：${run.said.slice(0, 300)}`;
  if (run.status === 2 && run.wrote.length > 0) return `拒绝了却写了 ${run.wrote.join('、')}`;
  return run.status === 0 || run.status === 2 ? null : `退出码 ${run.status}：${run.said.slice(0, 300)}`;
}
