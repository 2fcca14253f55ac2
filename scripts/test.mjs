/**
 * `npm test`: every check of the project, one line per stage.
 *
 * All stages run, so that one look shows all that is wrong. The last line is
 * `N passed, N failed` (`, N skipped`): jest's tests plus one for each other stage.
 * `--no-jest` leaves jest out (`npm run check`).
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * `command` is a script for Node with its arguments. Only jest counts its own tests.
 *
 * @typedef {{ name: string, command: readonly string[], counts?: boolean }} Stage
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @type {readonly Stage[]}
 */
const stages = [
  { name: 'types', command: [tool('@typescript/native/bin/tsc'), '--project', 'tsconfig.json'] },
  {
    name: 'types, pure rooms',
    command: [tool('@typescript/native/bin/tsc'), '--project', 'tsconfig.pure.json'],
  },
  {
    name: 'lint',
    command: [
      tool('oxlint/bin/oxlint'),
      '--type-aware',
      '--report-unused-disable-directives',
      '--deny-warnings',
    ],
  },
  { name: 'rooms', command: ['scripts/check-boundaries.mjs'] },
  {
    name: 'format',
    command: [
      tool('prettier/bin/prettier.cjs'),
      '--check',
      '--cache',
      '--cache-location=.cache/prettier',
      '.',
    ],
  },
  { name: 'build', command: ['scripts/build.mjs'] },
  // After the build: tests that start the command line or a browser find it current.
  { name: 'tests', command: [tool('jest/bin/jest.js')], counts: true },
];

const wanted = process.argv.includes('--no-jest') ? stages.filter((stage) => stage.counts !== true) : stages;
/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
for (const stage of wanted) {
  const counts = await runStage(stage);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(inWords(total));
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * Runs one stage and prints its line. Jest's report passes through as it comes; what
 * another stage has to say is shown when it fails.
 *
 * @param {Stage} stage
 * @returns {Promise<Counts>}
 */
async function runStage(stage) {
  const started = performance.now();
  const { exitCode, output } = await run(stage.command, stage.counts === true);
  const lines = output.trimEnd().split('\n');
  const counts = stage.counts === true ? countsIn(lines.pop() ?? '') : undefined;
  const result = counts ?? { passed: 0, failed: 0, skipped: 0 };
  if (counts === undefined && exitCode === 0) result.passed = 1;
  if (exitCode !== 0 && result.failed === 0) result.failed = 1;

  const ok = result.failed === 0;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const detail = counts === undefined ? '' : `  ${inWords(result)}`;
  if (!ok) console.log(lines.join('\n').trimEnd());
  console.log(`${ok ? '✓' : '✗'} ${stage.name.padEnd(18)} ${seconds.padStart(5)} s${detail}`);
  return result;
}

/**
 * @param {readonly string[]} command
 * @param {boolean} showErrors whether standard error passes through at once
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
function run(command, showErrors) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(process.execPath, [...command], {
      cwd: root,
      stdio: ['ignore', 'pipe', showErrors ? 'inherit' : 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ exitCode: code ?? 1, output });
    });
  });
}

/** @param {string} line @returns {Counts | undefined} */
function countsIn(line) {
  const found = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line.trim());
  if (found === null) return undefined;
  const [passed, failed, skipped] = found.slice(1).map((digits) => Number(digits ?? 0));
  return { passed: passed ?? 0, failed: failed ?? 0, skipped: skipped ?? 0 };
}

/** @param {Counts} counts */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {string} file */
function tool(file) {
  return path.join(root, 'node_modules', file);
}
