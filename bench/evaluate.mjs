/**
 * Times the whole command on a workbook: `node bench/evaluate.mjs <in.xlsx> [runs] [arguments of evaluate …]`.
 * One process a run; prints minimum, median and maximum of wall time and peak memory.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [file = path.join(root, 'samples/xishan-2020.xlsx'), runs = '5', ...rest] = process.argv.slice(2);
/** Preloaded into the measured process: its peak memory, as the last line of standard error. */
const PEAK = `data:text/javascript,${encodeURIComponent(
  "process.once('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'))",
)}`;
const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
const seconds = [];
const peaks = [];
for (let run = 0; run < Number(runs); run += 1) {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      PEAK,
      path.join(root, 'dist/subsidy.cjs'),
      'evaluate',
      file,
      '--out',
      path.join(folder, 'out.xlsx'),
      '--json',
      path.join(folder, 'out.json'),
      ...rest,
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  seconds.push((performance.now() - started) / 1000);
  if (status !== 0) throw new Error(stderr);
  peaks.push(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024);
}
rmSync(folder, { recursive: true });
const line = (name, values, unit) => {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  console.log(
    `${name}  min ${least.toFixed(1)}  median ${median.toFixed(1)}  max ${most.toFixed(1)}  ${unit}`,
  );
};
line('time ', seconds, 's');
line('peak ', peaks, 'MB');
