import type { Script } from 'node:vm';

/** Compiled with the code kept in `codeFile` by an earlier run that ended well; this run keeps it where there is none. */
export function scriptWithKeptCode(source: string, filename: string, codeFile: string): Script;

/** Before anything is compiled: the run may be over before optimizing pays. */
export function expectShortRun(): void;

/** From now on functions are optimized as early as V8 does by itself. */
export function expectLongRun(): void;
