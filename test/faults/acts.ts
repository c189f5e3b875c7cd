import { isDeepStrictEqual } from 'node:util';
import { finish, journalEntries, takeBack, type JournalEntry } from '../../src/app/office/workbook';
import type { Bench, BenchRequest } from './bench';
import { attempt, carriedOut, sentenceOf, type PlainRun } from './plainRun';
import { AskedOnce } from './sameFile';
import { wholeState } from './wholeState';

/** What a fault falls into: the deed itself, its undo, or the settling of a deed that was cut off. */
export const ACT_NAMES = {
  write: '写入',
  undo: '撤销',
  finish: '接着写完',
  return: '退回',
} as const;
export type ActName = keyof typeof ACT_NAMES;

export interface Act {
  readonly name: ActName;
  /** The file it starts from. */
  readonly bytes: Uint8Array;
  readonly requests: readonly BenchRequest[];
  /** So many first requests only read what the plan is made of: a fault after them starts from the plan made of them. */
  readonly skippable: number;
  /** Does it, from the plan where asked; null where it is done, else the sentence. */
  attempt(planned: boolean): Promise<string | null>;
  /** The workbook where it is said to be done. */
  readonly done: unknown;
  /** The workbook where it is said that nothing was written; null where a deed of several writings may say so. */
  readonly untouched: unknown;
  /** 接着写完 where it is offered; else, where it was refused, once more. */
  onward(refused: string | null): Promise<string | null>;
  /** 退回 or 撤销 of whatever is on record. */
  back(): Promise<string | null>;
}

/** The act of that name upon a deed. */
export async function actOf(bench: Bench, run: PlainRun, name: ActName): Promise<Act> {
  if (name === 'write') return writing(bench, run);
  if (name === 'undo') return undoing(bench, run);
  return settling(bench, run, name);
}

const ownEntries = async (known: number): Promise<readonly JournalEntry[]> => (await journalEntries()).slice(known);

/** 接着写完 of what was cut off. */
async function finished(entries: readonly JournalEntry[]): Promise<string | null> {
  for (const entry of entries.filter(({ state }) => state === 'pending')) {
    const refused = sentenceOf(await finish(entry));
    if (refused !== null) return refused;
  }
  return null;
}

/** 撤销 or 退回 of them all, the last first, until one is refused. */
async function takenBack(entries: readonly JournalEntry[]): Promise<string | null> {
  for (const entry of [...entries].reverse()) {
    const refused = sentenceOf(await takeBack(entry));
    if (refused !== null) return refused;
  }
  return null;
}

const pendingLeft = async (): Promise<boolean> => (await journalEntries()).some(({ state }) => state === 'pending');

/** Which of the deed's two ends the open workbook is. */
const endOf = (bench: Bench, { before, after }: PlainRun): AskedOnce<'before' | 'after' | 'neither'> =>
  new AskedOnce(bench, () => {
    const state = wholeState(bench.workbook);
    return isDeepStrictEqual(state, after) ? 'after' : isDeepStrictEqual(state, before) ? 'before' : 'neither';
  });

function writing(bench: Bench, run: PlainRun): Act {
  const { deed, before, after, known, planned } = run;
  const end = endOf(bench, run);
  /** Whoever does not look and does it all again writes nothing twice. */
  const twice = new AskedOnce(bench, async () => {
    const refused = await attempt(deed);
    return refused !== null || (await end.answer()) === 'after' ? null : '做了两遍，写了两次';
  });
  const whole = async (repeat: boolean): Promise<string | null> => {
    if (await pendingLeft()) return '还有没写完的记录';
    if ((await end.answer()) !== 'after') return '再做一次之后与没有出错时不同';
    return repeat && deed.again === undefined ? twice.answer() : null;
  };
  const onceMore = new AskedOnce(bench, async () => {
    const refused = await attempt(deed);
    return refused === null ? whole(true) : `再做一次被拒：${refused}`;
  });
  const afresh = new AskedOnce(bench, async () => {
    if ((await end.answer()) !== 'before') return '退回之后与原来不同';
    const refused = await attempt(deed);
    if (refused !== null) return `退回后再做被拒：${refused}`;
    return (await end.answer()) === 'after' ? null : '退回后再做与没有出错时不同';
  });
  return {
    name: 'write',
    bytes: run.bytes,
    requests: run.requests,
    skippable: planned?.requests ?? 0,
    attempt: (again) => (again && planned !== null ? carriedOut(deed, planned.plan) : attempt(deed)),
    done: after,
    untouched: planned === null ? null : before,
    onward: async (refused) => {
      const own = await ownEntries(known);
      const unfinished = await finished(own);
      if (unfinished !== null) return `接着写完被拒：${unfinished}`;
      const settled = 'plan' in deed && own.length > 0;
      return refused !== null && !settled ? onceMore.answer() : whole(refused !== null);
    },
    back: async () => {
      const undone = await takenBack(await ownEntries(known));
      return undone === null ? afresh.answer() : `退回被拒：${undone}`;
    },
  };
}

/** What may follow a fault in an undo or a settling: the workbook ends as after the deed or as before it. */
function settledWays(bench: Bench, run: PlainRun): Pick<Act, 'onward' | 'back'> {
  const { deed, known } = run;
  const end = endOf(bench, run);
  const undone = new AskedOnce(bench, async () => {
    const refused = await takenBack(await ownEntries(known));
    if (refused !== null) return `撤销被拒：${refused}`;
    if ((await ownEntries(known)).length > 0) return '撤销之后还有记录';
    return (await end.answer()) === 'before' ? null : '撤销之后与原来不同';
  });
  const whole = new AskedOnce(bench, async () => {
    if ('run' in deed) {
      const again = await attempt(deed);
      if (again !== null) return `再做一次被拒：${again}`;
    }
    return (await end.answer()) === 'after' ? undone.answer() : '接着写完之后与没有出错时不同';
  });
  return {
    onward: async () => {
      const own = await ownEntries(known);
      const unfinished = await finished(own);
      if (unfinished !== null) return `接着写完被拒：${unfinished}`;
      if (await pendingLeft()) return '还有没写完的记录';
      if (own.length > 0) return whole.answer();
      return (await end.answer()) === 'before' ? null : '已撤销，与原来不同';
    },
    back: () => undone.answer(),
  };
}

async function undoing(bench: Bench, run: PlainRun): Promise<Act> {
  bench.open(run.written);
  const own = await ownEntries(run.known);
  bench.fail(null);
  const refused = await takenBack(own);
  if (refused !== null) throw new Error(`${run.deed.name}：${refused}`);
  return {
    name: 'undo',
    bytes: run.written,
    requests: [...bench.requests],
    skippable: 0,
    attempt: () => takenBack(own),
    done: run.before,
    untouched: own.length === 1 ? run.after : null,
    ...settledWays(bench, run),
  };
}

/**
 * The file of a deed whose longest request stopped half-way with the session lost, or where nothing was on record yet by
 * then, at the first action after that: what there is to settle, in the file opened anew.
 */
async function cutOff(bench: Bench, run: PlainRun): Promise<Pick<Act, 'bytes'> & { own: readonly JournalEntry[] }> {
  const longest = run.requests
    .filter(({ writes }) => writes)
    .reduce((best, request) => (request.actions > best.actions ? request : best));
  const ordinal = run.requests.indexOf(longest) + 1;
  for (let stop = Math.floor(longest.actions / 2); stop < longest.actions; stop += 1) {
    bench.open(run.bytes);
    bench.fail((request) =>
      request < ordinal ? undefined : { when: request === ordinal ? { afterAction: stop } : 'before', error: 'lost' },
    );
    await attempt(run.deed);
    const bytes = bench.workbook.save();
    bench.open(bytes);
    const own = await ownEntries(run.known);
    if (own.some(({ state }) => state === 'pending')) return { bytes, own };
  }
  throw new Error(`${run.deed.name}：写到哪里都没有记录`);
}

/** Finishing or taking back what was cut off. */
async function settling(bench: Bench, run: PlainRun, name: 'finish' | 'return'): Promise<Act> {
  const { bytes, own } = await cutOff(bench, run);
  const cut = wholeState(bench.workbook);
  bench.fail(null);
  const settle = (): Promise<string | null> => (name === 'finish' ? finished(own) : takenBack(own));
  const refused = await settle();
  if (refused !== null) throw new Error(`${run.deed.name}：${refused}`);
  return {
    name,
    bytes,
    requests: [...bench.requests],
    skippable: 0,
    attempt: settle,
    done: wholeState(bench.workbook),
    untouched: own.length === 1 ? cut : null,
    ...settledWays(bench, run),
  };
}
