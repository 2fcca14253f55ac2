/**
 * The process around the command line: hands `main` its arguments and streams, and turns
 * its answer into the exit code. Bundled to dist/subsidy.cjs, so the package root, where
 * the rules folder is, lies one folder up.
 */
import path from 'node:path';
import { debuglog } from 'node:util';
import { main } from './main';

// `subsidy … | head` closes our output early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

main(process.argv.slice(2), {
  packageRoot: path.resolve(__dirname, '..'),
  stdout: process.stdout,
  stderr: process.stderr,
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`subsidy: unexpected error: ${message}\n`);
    // For developers: NODE_DEBUG=subsidy shows where it happened.
    debuglog('subsidy')('%O', error);
    process.exitCode = 70;
  },
);
