/**
 * Builds the pages: the workbench (dist/workbench) and the add-in (dist/addin) for this machine, or the add-in for
 * another address into a folder of its own.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The page of each target; its age is that of the target. */
const pages = ['addin/taskpane.html', 'workbench/index.html'].map((page) => path.join(root, 'dist', page));
const sources = [
  'src',
  'rules',
  'assets',
  'samples',
  'scripts',
  'manifest.xml',
  'webpack.config.js',
  'package-lock.json',
  '.swcrc',
].map((source) => path.join(root, source));

/**
 * @typedef {{ ok: true } | { ok: false, output: string }} BuildResult
 * @typedef {{ folder: string, base: string, id?: string, office?: string }} AddInBuild
 */

/** Whether a page is missing or older than what it is made from. */
export function pagesAreStale() {
  const built = Math.min(...pages.map((page) => modified(page)));
  return sources.flatMap((source) => everythingIn(source)).some((file) => modified(file) > built);
}

/** Both pages for this machine. @returns {Promise<BuildResult>} */
export async function buildPages() {
  const started = new Date();
  const result = await webpack(['--config-name', 'addin', '--config-name', 'workbench'], {});
  if (result.ok) pagesAreOf(started);
  return result;
}

/**
 * The pages were built from sources as they were then: webpack leaves a file alone whose content is as before.
 *
 * @param {Date} started
 */
export function pagesAreOf(started) {
  for (const page of pages) utimesSync(page, started, started);
}

/**
 * The add-in for an address, into a folder that holds nothing else.
 *
 * @param {AddInBuild} build
 * @returns {Promise<BuildResult>}
 */
export async function buildAddIn({ folder, base, id, office }) {
  return webpack(['--config-name', 'addin', '--output-path', folder], {
    ADDIN_BASE: base,
    ...(id === undefined ? {} : { ADDIN_ID: id }),
    ...(office === undefined ? {} : { ADDIN_OFFICE: office }),
  });
}

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} environment
 * @returns {Promise<BuildResult>}
 */
async function webpack(args, environment) {
  const program = path.join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  if (!existsSync(program)) return { ok: false, output: 'webpack is not installed: run `npm ci`' };
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(process.execPath, [program, ...args, '--stats', 'errors-only'], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code === 0 ? { ok: true } : { ok: false, output: output.trim() });
    });
  });
}

/** A file, or a folder and everything in it. @param {string} source */
function everythingIn(source) {
  if (statSync(source, { throwIfNoEntry: false })?.isDirectory() !== true) return [source];
  const found = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return [source, ...found.map((file) => path.join(source, file))];
}

/** @param {string} file */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
