/** Preloaded into the measured process: its peak memory, as the last line of standard error. */
import { writeSync } from 'node:fs';
import process from 'node:process';

process.once('exit', () => {
  writeSync(2, `\npeak ${process.resourceUsage().maxRSS}\n`);
});
