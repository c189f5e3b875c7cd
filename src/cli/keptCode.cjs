const { readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const v8 = require('node:v8');
const { Script } = require('node:vm');

/*
 * V8 optimizes a function after it has run for a while, on a thread of its own. A month of a thousand matters is over
 * before that pays: with its own patience V8 spends as much time again on optimizing as the work takes. What was
 * compiled is not thrown away while it runs, so that all of it can be kept for the next run.
 */
const SHORT_RUN = ['--interrupt-budget=1000000', '--no-flush-bytecode'];
/** V8's own patience. */
const LONG_RUN = ['--interrupt-budget=135168'];

const setFlags = (flags) => flags.forEach((flag) => v8.setFlagsFromString(flag));

const expectShortRun = () => setFlags(SHORT_RUN);
const expectLongRun = () => setFlags(LONG_RUN);

/**
 * A script with the machine's own code for it from an earlier run: reading two megabytes of source anew and compiling
 * each function as it is first called takes a third of a small ledger's month. The code is kept when a run has done its
 * work, so that it holds what such a run needs; V8 itself refuses code of another version or of other flags.
 */
function scriptWithKeptCode(source, filename, codeFile) {
  const cachedData = kept(codeFile);
  const script = new Script(source, { filename, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once('exit', (status) => {
      // Code is refused under other flags than those it was made with.
      setFlags(SHORT_RUN);
      if (status === 0) keep(codeFile, script.createCachedData());
    });
  }
  return script;
}

function kept(codeFile) {
  try {
    return readFileSync(codeFile);
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, as the built file is; where it cannot be written the next run compiles again. */
function keep(codeFile, code) {
  const made = `${codeFile}.${process.pid}`;
  try {
    writeFileSync(made, code);
    renameSync(made, codeFile);
  } catch {
    rmSync(made, { force: true });
  }
}

module.exports = { expectShortRun, expectLongRun, scriptWithKeptCode };
