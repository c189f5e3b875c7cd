import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACT_NAMES, type ActName } from './acts';
import type { WritingDeed } from './writingDeed';

/** What came of the trials of one act upon one deed. */
export interface ActRecord {
  readonly deed: string;
  readonly useCases: readonly string[];
  readonly act: ActName;
  readonly requests: number;
  /** Actions of the requests that write. */
  readonly actions: number;
  /** Trials there are, and those that were run. */
  readonly possible: number;
  readonly trials: number;
  /** Ways on that were gone to their end; the other trials left a file from which that way was gone already. */
  readonly ways: number;
  readonly lost: readonly string[];
}

/**
 * Records kept in a folder, so that a long run may be stopped, gone on with, and shared by several processes; without
 * a folder in memory.
 */
export class Records {
  private readonly kept = new Map<string, ActRecord>();

  constructor(private readonly folder: string | null) {
    if (folder !== null) mkdirSync(folder, { recursive: true });
  }

  /** True where it is this process's to run: not on record yet, and no process that lives is at it. */
  claimed(deed: string, act: ActName): boolean {
    if (this.folder === null) return true;
    if (existsSync(this.path(deed, act))) return false;
    const claim = `${this.path(deed, act)}.claim`;
    if (existsSync(claim) && !alive(Number(readFileSync(claim, 'utf8')))) rmSync(claim, { force: true });
    try {
      writeFileSync(claim, String(process.pid), { flag: 'wx' });
    } catch {
      return false;
    }
    return true;
  }

  keep(record: ActRecord): void {
    this.kept.set(`${record.deed} ${record.act}`, record);
    if (this.folder === null) return;
    const path = this.path(record.deed, record.act);
    writeFileSync(path, JSON.stringify(record, null, 1));
    rmSync(`${path}.claim`, { force: true });
  }

  /** What is on record of them, in their order. */
  of(deeds: readonly WritingDeed[], acts: readonly ActName[]): readonly ActRecord[] {
    return deeds.flatMap(({ name }) =>
      acts.flatMap((act) => {
        const record = this.kept.get(`${name} ${act}`) ?? this.read(name, act);
        return record === null ? [] : [record];
      }),
    );
  }

  private read(deed: string, act: ActName): ActRecord | null {
    if (this.folder === null || !existsSync(this.path(deed, act))) return null;
    return JSON.parse(readFileSync(this.path(deed, act), 'utf8')) as ActRecord;
  }

  private path(deed: string, act: ActName): string {
    return join(this.folder ?? '', `${act}-${deed}.json`);
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The table in Markdown, its sums, and everything that was not survived. */
export function attemptsTable(deeds: readonly WritingDeed[], records: readonly ActRecord[], seed: number): string {
  const acts = (Object.keys(ACT_NAMES) as ActName[]).filter((name) => records.some(({ act }) => act === name));
  const survived = ({ trials, possible, lost }: ActRecord): string =>
    `${trials - lost.length}${trials === possible && lost.length === 0 ? '' : `/${trials}`}${trials === possible ? '' : `（共 ${possible}）`}`;
  const row = ({ name, useCases }: WritingDeed): readonly (string | number)[] => {
    const own = records.filter(({ deed }) => deed === name);
    const write = own.find(({ act }) => act === 'write');
    const cells = acts
      .map((name) => own.find(({ act }) => act === name))
      .map((record) => (record ? survived(record) : '—'));
    return [name, useCases.join('、'), write?.requests ?? '—', write?.actions ?? '—', ...cells];
  };
  const head = ['操作', '用例', '请求', '写入动作', ...acts.map((name) => ACT_NAMES[name])];
  const sums = acts.map((name) => {
    const own = records.filter(({ act }) => act === name);
    const sum = (of: (record: ActRecord) => number): number => own.reduce((total, record) => total + of(record), 0);
    const lost = sum((record) => record.lost.length);
    return `${ACT_NAMES[name]}：操作 ${own.length}，请求 ${sum(({ requests }) => requests)}，故障 ${sum(({ trials }) => trials)}（共有 ${sum(({ possible }) => possible)}），经受住 ${sum(({ trials }) => trials) - lost}，走到底的后续 ${sum(({ ways }) => ways)}。`;
  });
  const lost = records.flatMap((record) => record.lost);
  const lines = [head, head.map(() => '---'), ...deeds.map(row)].map((cells) => `| ${cells.join(' | ')} |`);
  const listed =
    lost.length === 0 ? ['没有没经受住的。'] : [`没经受住的 ${lost.length}：`, ...lost.map((line) => `- ${line}`)];
  return [...lines, '', `种子 ${seed}`, ...sums, ...listed].join('\n');
}
