/**
 * The process around the command line: hands `main` its arguments and streams, and turns
 * its answer into the exit code. Bundled to dist/subsidy.cjs, so the package root, where
 * the rules folder is, lies one folder up.
 */
import path from 'node:path';
import { debuglog } from 'node:util';
import { languageOf } from './arguments';
import { EXIT_UNUSABLE } from './console';
import { main } from './main';

/** Of errors that nobody thought of; most come from what an input holds. */
const UNEXPECTED = {
  zh: (message: string) => `意外错误，未能完成：${message}。请把这条信息和输入文件告诉维护者。`,
  en: (message: string) =>
    `Unexpected error, nothing was done: ${message}. Please tell the maintainers, with the input.`,
} as const;

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
    process.stderr.write(`${UNEXPECTED[languageOf(process.argv.slice(2))](message)}\n`);
    // For developers: NODE_DEBUG=subsidy shows where it happened.
    debuglog('subsidy')('%O', error);
    process.exitCode = EXIT_UNUSABLE;
  },
);
