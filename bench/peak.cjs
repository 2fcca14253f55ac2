/** Preloaded into the measured process: its peak memory, as the last line of standard error. */
process.once('exit', () => {
  require('node:fs').writeSync(2, `\npeak ${process.resourceUsage().maxRSS}\n`);
});
