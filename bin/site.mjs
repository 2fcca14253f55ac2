#!/usr/bin/env node
/** `npm start`, `npm run serve`, `npm run release`: the site's commands, built from their sources when these are newer. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildCli, canBuild, isStale } from '../scripts/build-cli.mjs';
import { buildAddIn, buildPages, pagesAreStale } from '../scripts/build-site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = /** @type {{ version: string }} */ (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
);
const [command = '', ...argv] = process.argv.slice(2);

if (canBuild() && isStale()) {
  const result = buildCli();
  if (!result.ok) {
    console.error(`The commands could not be built from their sources:\n\n${result.output}`);
    process.exit(1);
  }
}
const { default: site } = /** @type {{ default: typeof import('../src/site') }} */ (
  await import(new URL('../dist/site.cjs', import.meta.url).href)
);

/** @type {import('../src/site').Project} */
const project = {
  root,
  version,
  evaluateSample,
  isStale: pagesAreStale,
  build: buildPages,
  buildAddIn,
  developmentCertificate,
};
process.exitCode = await site.main(/** @type {import('../src/site').SiteCommand} */ (command), argv, project);

/** The command line in a process of its own, on this console. @param {string} lang @returns {Promise<boolean>} */
function evaluateSample(lang) {
  const program = fileURLToPath(new URL('subsidy.mjs', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'demo', '--lang', lang], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code === 0);
    });
  });
}

/** Made and, after the system has asked the user, installed by Microsoft's tool. */
async function developmentCertificate() {
  const { default: tool } = await import('office-addin-dev-certs');
  const { cert, key } = await tool.getHttpsServerOptions();
  return { cert: String(cert), key: String(key) };
}
