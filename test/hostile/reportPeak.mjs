/* Loaded before the command: says on descriptor 3 how much memory the process held at most, in kilobytes. */
import { readFileSync, writeSync } from 'node:fs';
import process from 'node:process';

/* Linux hands maxRSS on from the parent process; what its own memory reached is in the status file. */
function peak() {
  try {
    return /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

process.on('exit', () => writeSync(3, peak() ?? String(process.resourceUsage().maxRSS)));
