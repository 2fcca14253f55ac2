/**
 * `npm run build`: every target into dist/, for this machine, then the add-in's sizes. For another address there are
 * `npm run serve` and `npm run release`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { pagesAreOf } from './build-site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const started = new Date();
const build = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/webpack/bin/webpack.js'), '--stats', 'errors-warnings'],
  { cwd: root, stdio: 'inherit' },
);
if (build.status === 0) {
  pagesAreOf(started);
  report(path.join(root, 'dist', 'addin'));
}
process.exitCode = build.status ?? 1;

/** The files that the page loads, raw and as a server sends them. @param {string} folder */
function report(folder) {
  const names = readdirSync(folder).filter((name) => /\.(?:js|html|json)$/u.test(name));
  for (const name of names.toSorted()) {
    const bytes = readFileSync(path.join(folder, name));
    const sizes = [bytes.length, gzipSync(bytes).length].map(
      (size) => `${(size / 1000).toFixed(0).padStart(6)} KB`,
    );
    console.log(`${name.padEnd(34)}${sizes.join('')} gzip`);
  }
}
