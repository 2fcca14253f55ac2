/**
 * `npm run faults [-- <first part> [<last part>]]`: every documented error of Office.js, and a kill, at every
 * operation of ours (test/excel/faults). Seventy-five thousand times work is disturbed, which takes hours; so it
 * is done in parts, each in a process of its own, and what was not finished can be gone on with.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Operations have 34 faults each: so each part has about one of each operation, another one every time. */
const PARTS = 37;

const root = fileURLToPath(new URL('..', import.meta.url));
const [first = 1, last = PARTS] = process.argv.slice(2).map(Number);
const failed = [];
for (let part = first; part <= last; part += 1) {
  const began = Date.now();
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      '--runInBand',
      '--globals',
      JSON.stringify({ faultsPart: { part, of: PARTS } }),
      'test/excel/faults',
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) failed.push(part);
  process.stdout.write(`part ${part} of ${PARTS}: ${Math.round((Date.now() - began) / 1000)} s\n`);
}
process.stdout.write(
  failed.length === 0
    ? `parts ${first} to ${last}: nothing wrong\n`
    : `wrong in parts ${failed.join(', ')}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
