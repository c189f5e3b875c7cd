// Counts over jest's own reports: `all FIRST [AGAIN]` prints the last line, `walks FIRST` the browser walks that failed.
// A file reported again counts as it was the last time.
const { readFileSync } = require('node:fs');
const { relative } = require('node:path');

const [what, ...reports] = process.argv.slice(2);
const files = new Map();
try {
  for (const report of reports.sort().reverse())
    for (const file of JSON.parse(readFileSync(report, 'utf8')).testResults) files.set(relative('.', file.name), file);
} catch {
  console.log('0 passed, 1 failed');
  process.exit(1);
}

if (what === 'walks') {
  const failed = [...files].filter(([, { status }]) => status === 'failed').map(([name]) => name);
  const walks = failed.filter((name) => name.startsWith('test/e2e/'));
  // Where anything else failed too, nothing is saved by walking again.
  console.log(walks.length === failed.length ? walks.join(' ') : '');
} else {
  const of = (status, among = [...files.values()]) =>
    among.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length;
  // A file that does not run, or fails after its last test, has no failed test.
  const broken = [...files.values()].filter((file) => file.status === 'failed' && of('failed', [file]) === 0);
  const failed = of('failed') + broken.length;
  const skipped = of('pending') > 0 ? `, ${of('pending')} skipped` : '';
  console.log(`${of('passed')} passed, ${failed} failed${skipped}`);
  process.exitCode = failed > 0 || of('passed') === 0 ? 1 : 0;
}
