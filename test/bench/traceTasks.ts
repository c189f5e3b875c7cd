/** An event of Chromium's trace, as far as it is read here; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string; readonly functionName?: string } };
}

/** One turn of the pane's main thread, in milliseconds. */
export interface Task {
  readonly cpu: number;
  readonly wall: number;
  readonly pid: number;
  /** When it began and ended, in microseconds of the trace. */
  readonly from: number;
  readonly to: number;
  /** Of it in functions of office.js: an answer of the host is taken, its JSON read. */
  readonly office: number;
  /** The parts that took most of it. */
  readonly what: string;
}

const PANE = /\/taskpane\//;
const OFFICE = /\/office\//;
/** The page around the pane stands for Excel's own. */
const AROUND = /\/excel-on-the-web\//;

/** The tasks of the renderer that runs the pane's scripts, or those whose addresses are like `script`. */
export function ownTasks(events: readonly TraceEvent[], script = PANE): readonly Task[] {
  const urlOf = ({ args }: TraceEvent): string => args?.data?.url ?? '';
  const pid = events.find((event) => event.ph === 'X' && script.test(urlOf(event)))?.pid;
  const main = events.find((event) => event.pid === pid && event.args?.name === 'CrRendererMain')?.tid;
  const own = events
    .filter((event) => event.pid === pid && event.tid === main && event.ph === 'X')
    .sort((one, other) => one.ts - other.ts);
  const turns = own.filter(({ name }) => /RunTask$/.test(name));
  let at = 0;
  return turns.flatMap((turn): readonly Task[] => {
    const end = turn.ts + (turn.dur ?? 0);
    while (at < own.length && own[at]!.ts < turn.ts) at += 1;
    const within: TraceEvent[] = [];
    for (let index = at; index < own.length && own[index]!.ts < end; index += 1) {
      if (own[index] !== turn) within.push(own[index]!);
    }
    if (within.some((event) => AROUND.test(urlOf(event)))) return [];
    const [cpu, wall] = [(turn.tdur ?? turn.dur ?? 0) / 1000, (turn.dur ?? 0) / 1000];
    const largest = [...within].sort((one, other) => (other.tdur ?? 0) - (one.tdur ?? 0)).slice(0, 3);
    const what = largest.map((event) =>
      `${event.name} ${event.args?.data?.functionName ?? ''}${urlOf(event).split('/').at(-1) ?? ''} ${((event.tdur ?? 0) / 1000).toFixed(0)}`.replace(
        /\s+/g,
        ' ',
      ),
    );
    return [
      { cpu, wall, pid: turn.pid, from: turn.ts, to: end, office: officeTime(within, urlOf), what: what.join(' > ') },
    ];
  });
}

/** Processor time of functions of office.js, one called by another counted once, in milliseconds. */
function officeTime(within: readonly TraceEvent[], urlOf: (event: TraceEvent) => string): number {
  let [until, time] = [0, 0];
  for (const event of within) {
    if (event.ts < until || event.name !== 'FunctionCall' || !OFFICE.test(urlOf(event))) continue;
    until = event.ts + (event.dur ?? 0);
    time += (event.tdur ?? event.dur ?? 0) / 1000;
  }
  return time;
}
