/**
 * Times the custom functions: `node bench/functions.mjs [runs]`.
 *
 * First alone, called as Excel calls them; then in cells of the simulated host with the unmodified
 * office.js, where the rest of the time is office.js's and the host's own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';
import webpack from 'webpack';

const require = createRequire(import.meta.url);
const { addInContent } = require('../scripts/addin-content.js');
const root = fileURLToPath(new URL('..', import.meta.url));
const runs = Number(process.argv[2] ?? 5);

const folder = mkdtempSync(path.join(tmpdir(), 'bench-functions-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const content = await addInContent();
const { functions, excel, workbench } = await rooms();
const policies = functions.revivePolicies(JSON.parse(content.policies));
const metadata = JSON.parse(content.metadata.zh);

/** The rooms of src/ that are measured, as modules of Node. */
async function rooms() {
  const room = (index) => ({ import: index, library: { type: 'commonjs2' } });
  const compiler = webpack({
    mode: 'none',
    target: 'node20',
    context: root,
    entry: {
      functions: room('./src/functions/index.ts'),
      excel: room('./src/excel/index.ts'),
      workbench: room('./src/workbench/host/index.ts'),
    },
    output: { path: folder, filename: '[name].cjs' },
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, loader: 'swc-loader' }] },
  });
  await new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error !== null || stats?.hasErrors()) reject(error ?? new Error(stats.toString('errors-only')));
      else compiler.close(resolve);
    });
  });
  const load = (name) => require(path.join(folder, `${name}.cjs`));
  return { functions: load('functions'), excel: load('excel'), workbench: load('workbench') };
}

class HostError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The functions as the host gets them, by name. */
function registered(zeros) {
  const calls = new Map();
  const host = {
    associate: (id, call) => calls.set(id, call),
    Error: HostError,
    ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' },
  };
  const ports = { policies: () => policies, lang: () => 'zh', zeros: () => zeros };
  functions.registerFunctions(host, functions.subsidyFunctions(ports), () => 'zh');
  return calls;
}

/** Nothing is blank; every answer comes at once. */
const noBlanks = { areBlank: (cells) => Promise.resolve(cells.map(() => false)) };

/**
 * What is called. `cells(row)` gives the cells of a row for every argument; growths, statistics and
 * amounts vary, so that no two rows are alike where `distinct`.
 */
const CASES = [
  {
    name: 'SUBSIDY_RENT_RELIEF',
    cells: (row) => [1000 + row * 7, '国有企业'],
    zeros: () => [0, 0],
  },
  {
    name: 'SUBSIDY_WHOLESALE_GROWTH',
    cells: (row) => ['批发业', '是', 4e8 + row * 1013, 4e8],
    zeros: () => [0, 0, 0, 0],
  },
];

const padded = (name, values) => {
  const { parameters } = metadata.functions.find((each) => each.id === name);
  return [...values, ...Array.from({ length: parameters.length - values.length }, () => null)];
};

/** Minimum and median of wall time, and the minimum of processor time, which a busy machine changes less. */
async function timed(work) {
  const wall = [];
  const processor = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    wall.push(performance.now() - started);
    processor.push((user + system) / 1000);
  }
  const sorted = wall.toSorted((a, b) => a - b);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], Math.min(...processor)];
}

function print(what, times) {
  console.log(`${what.padEnd(76)} ${times.map((time) => time.toFixed(0).padStart(9)).join(' ')}`);
}

const KINDS = [
  ['real', 'blanks as null'],
  [noBlanks, 'blanks as 0'],
];

async function single(count) {
  for (const { name, cells } of CASES) {
    for (const [zeros, kind] of KINDS) {
      const call = registered(zeros).get(name);
      const calls = Array.from({ length: count }, (_, row) => {
        const values = cells(row);
        const parameterAddresses = values.map((_, at) => `S!${'ABCDEFG'[at]}${row + 2}`);
        return () =>
          call(
            ...padded(
              name,
              values.map((value) => [[value]]),
            ),
            { functionName: name, parameterAddresses },
          );
      });
      print(
        `${count} single calls of ${name}, ${kind}`,
        await timed(() => Promise.all(calls.map((one) => one()))),
      );
    }
  }
}

async function column(filled, rows, address) {
  for (const { name, cells, zeros: zeroRow } of CASES) {
    for (const [zeros, kind] of KINDS) {
      const call = registered(zeros).get(name);
      const width = cells(0).length;
      const blank = zeros === 'real' ? cells(0).map(() => null) : zeroRow();
      const values = Array.from({ length: width }, (_, at) =>
        Array.from({ length: rows }, (_, row) => [row < filled ? cells(row)[at] : blank[at]]),
      );
      const parameterAddresses = values.map((_, at) => address('ABCDEFG'[at]));
      print(
        `column of ${rows} rows, ${filled} filled, ${name}, ${kind}`,
        await timed(async () => {
          const args = padded(name, values);
          await call(...args, { functionName: name, parameterAddresses });
        }),
      );
    }
  }
}

/** Formulas in cells: entered in one go, until the last has its result. */
async function inHost(count, blanks, cells, what) {
  const host = new workbench.SimulatedHost({
    members: JSON.parse(await officeMembers()),
    functions: { namespace: 'POLICY', json: metadata },
    blanks,
  });
  const library = path.join(root, 'node_modules/@microsoft/office-js/dist/office.js');
  const page = new JSDOM(`<!doctype html><script src="${pathToFileURL(library).href}"></script>`, {
    url: 'https://localhost/taskpane.html',
    runScripts: 'dangerously',
    resources: 'usable',
    pretendToBeVisual: true,
    beforeParse: (window) => host.connect(window),
  });
  await new Promise((resolve) => {
    page.window.addEventListener('load', resolve, { once: true });
  });
  await page.window.Office.onReady();
  Object.assign(globalThis, { Excel: page.window.Excel, Office: page.window.Office });
  const zeros = excel.cellZeros();
  const ports = { policies: () => policies, lang: () => 'zh', zeros: () => zeros };
  functions.registerFunctions(page.window.CustomFunctions, functions.subsidyFunctions(ports), () => 'zh');
  const { name } = CASES[1];
  host.user.enter(
    'Sheet1!A1',
    Array.from({ length: count }, (_, row) => cells(row)),
  );
  const times = await timed(async () => {
    host.user.enter(
      'Sheet1!F1',
      Array.from({ length: count }, (_, row) => [
        `=POLICY.${name}(A${row + 1},B${row + 1},C${row + 1},D${row + 1})`,
      ]),
    );
    while (host.calls.waiting > 0) await new Promise((resolve) => setImmediate(resolve));
  });
  print(`${count} formulas in the host, blanks as ${blanks}, ${what}`, times);
  page.window.close();
}

async function officeMembers() {
  const { execFileSync } = await import('node:child_process');
  const { readFileSync } = await import('node:fs');
  const out = path.join(folder, 'members.json');
  execFileSync(process.execPath, [path.join(root, 'scripts/office-members.mjs'), out]);
  return readFileSync(out, 'utf8');
}

console.log(`${'milliseconds'.padEnd(76)}       min    median processor`);
await single(10_000);
await column(100_000, 100_000, (letter) => `S!${letter}2:${letter}100001`);
await column(5_000, 1_048_576, (letter) => `S!${letter}:${letter}`);
await column(1_000_000, 1_048_576, (letter) => `S!${letter}:${letter}`);
const { cells: filled } = CASES[1];
const everyThirdBlank = (row) => (row % 3 === 0 ? ['批发业', '是', null, 4e8] : filled(row));
await inHost(10_000, 'null', filled, 'none is blank');
await inHost(10_000, 'zero', filled, 'none is blank');
await inHost(10_000, 'zero', everyThirdBlank, 'every third is');
