/**
 * `npm run build`: every target into dist/, then the add-in's sizes.
 *
 *     npm run build -- --base https://intranet.example/subsidy --id random --office self
 *
 * `--base`: the address from which the add-in will be served; `--id`: a GUID of its own, or `random`;
 * `--office`: where office.js comes from (self, cdn, china). Without them the build is for the
 * development server.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { base: { type: 'string' }, id: { type: 'string' }, office: { type: 'string' } },
});

const build = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/webpack/bin/webpack.js'), '--stats', 'errors-warnings'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(values.base === undefined ? {} : { ADDIN_BASE: values.base }),
      ...(values.id === undefined ? {} : { ADDIN_ID: values.id }),
      ...(values.office === undefined ? {} : { ADDIN_OFFICE: values.office }),
    },
  },
);
if (build.status === 0) report(path.join(root, 'dist', 'addin'));
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
