/* Loaded before the command: says on descriptor 3 how much memory the process held at most, in kilobytes. */
import { writeSync } from 'node:fs';
import process from 'node:process';

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
