#!/usr/bin/env node
/**
 * Starts the command line from its bundle. In a working copy the bundle is built again
 * whenever a source is newer, so that nobody runs stale code; an installed package has
 * only the bundle.
 */
import { existsSync } from 'node:fs';

if (existsSync(new URL('../src/cli/bin.ts', import.meta.url))) {
  const { buildCli, canBuild, isStale } = await import('../scripts/build-cli.mjs');
  if (canBuild() && isStale()) {
    const result = buildCli();
    if (!result.ok) {
      console.error(`subsidy could not be built from its sources:\n\n${result.output}`);
      process.exit(1);
    }
  }
}

const bundle = new URL('../dist/subsidy.cjs', import.meta.url);
if (existsSync(bundle)) {
  await import(bundle.href);
} else {
  console.error('subsidy has not been built yet: run `npm ci` in the project folder, then try again.');
  process.exitCode = 1;
}
