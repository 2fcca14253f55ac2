/**
 * Keeps dist/subsidy.cjs, the bundled command line, and dist/site.cjs, the site's commands, as new as their sources.
 *
 * Several processes may ask at once (tests run side by side): each builds into a folder of
 * its own and moves the finished file into place, so nobody ever runs half a bundle.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const bundles = ['subsidy.cjs', 'site.cjs'];
const entry = path.join(root, 'src', 'cli', 'bin.ts');
const configuration = ['webpack.config.js', 'package.json', '.swcrc'].map((file) => path.join(root, file));

/** Whether the bundle can be built here: an installed package has neither sources nor webpack. */
export function canBuild() {
  return existsSync(entry) && webpackCommand() !== undefined;
}

/** Whether a bundle is missing or older than what it is made from. */
export function isStale() {
  const built = Math.min(...bundles.map((bundle) => modified(path.join(dist, bundle))));
  return [...everythingIn(path.join(root, 'src')), ...configuration].some((file) => modified(file) > built);
}

/**
 * Builds the bundles. Quiet when all goes well.
 *
 * @returns {{ ok: true } | { ok: false, output: string }} the bundler's own messages when it failed
 */
export function buildCli() {
  const webpack = webpackCommand();
  if (webpack === undefined) return { ok: false, output: 'webpack is not installed: run `npm ci`' };
  const started = new Date();
  const folder = path.join(dist, `.building-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    const run = spawnSync(
      process.execPath,
      [webpack, '--config-name', 'cli', '--output-path', folder, '--stats', 'errors-only'],
      { cwd: root, encoding: 'utf8' },
    );
    if (run.status !== 0) return { ok: false, output: `${run.stdout ?? ''}${run.stderr ?? ''}`.trim() };
    for (const bundle of bundles) {
      const built = path.join(folder, bundle);
      // Dated at the start, so that a source saved during the build still counts as newer.
      utimesSync(built, started, started);
      renameSync(built, path.join(dist, bundle));
    }
    return { ok: true };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function webpackCommand() {
  try {
    return createRequire(import.meta.url).resolve('webpack/bin/webpack.js');
  } catch {
    return undefined;
  }
}

/**
 * Every file of a folder and, for files that were removed, the folders themselves.
 *
 * @param {string} folder
 */
function everythingIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((found) => path.join(folder, found));
}

/** @param {string} file */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
