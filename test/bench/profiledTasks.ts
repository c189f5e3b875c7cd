import type { TraceEvent } from './traceTasks';

interface CallFrame {
  readonly functionName: string;
  readonly url?: string;
  readonly lineNumber?: number;
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: CallFrame;
}

/** What Chromium's sampling profiler puts into a trace, a piece at a time. */
interface ProfilePiece {
  readonly args?: {
    readonly data?: {
      readonly startTime?: number;
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
      readonly timeDeltas?: readonly number[];
    };
  };
}

/** The category to be traced for it; it makes everything slower. */
export const PROFILER = 'disabled-by-default-v8.cpu_profiler';

/** Functions named of a task. */
const MOST = 14;
/** Those that took less of it are not named, in milliseconds. */
const LEAST = 4;

/** The functions that took longest between two moments (microseconds) in a process, what they called included. */
export function functionsBetween(events: readonly TraceEvent[], pid: number, from: number, to: number): string {
  const nodes = new Map<number, ProfileNode>();
  const spent = new Map<string, number>();
  let at = 0;
  for (const event of events) {
    if (event.pid !== pid || !/^Profile(Chunk)?$/.test(event.name)) continue;
    const data = (event as unknown as ProfilePiece).args?.data;
    if (data?.startTime !== undefined) at = data.startTime;
    for (const node of data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    for (const [index, sample] of (data?.cpuProfile?.samples ?? []).entries()) {
      const took = data?.timeDeltas?.[index] ?? 0;
      at += took;
      if (at < from || at > to) continue;
      for (const name of stackOf(nodes, sample)) spent.set(name, (spent.get(name) ?? 0) + took);
    }
  }
  return [...spent]
    .map(([name, took]) => [name, took / 1000] as const)
    .filter(([, took]) => took >= LEAST)
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST)
    .map(([name, took]) => `${name} ${took.toFixed(0)}`)
    .join('；');
}

function stackOf(nodes: ReadonlyMap<number, ProfileNode>, leaf: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (let node = nodes.get(leaf); node !== undefined; node = nodes.get(node.parent ?? -1)) {
    const { functionName, url = '', lineNumber } = node.callFrame;
    if (functionName === '(root)') break;
    names.add(`${functionName}${url === '' ? '' : `@${url.split('/').at(-1)?.slice(0, 14) ?? ''}:${lineNumber}`}`);
  }
  return names;
}
