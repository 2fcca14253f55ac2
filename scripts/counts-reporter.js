'use strict';

const { writeSync } = require('node:fs');

/**
 * A jest reporter whose line comes after everything else jest prints:
 * `N passed, N failed`, and `, N skipped` when tests were skipped or left to do.
 *
 * A test file that could not be run counts as one failed test, and so does a run
 * that fails for another reason (a coverage threshold, for instance).
 */
class CountsReporter {
  /** @type {import('@jest/reporters').AggregatedResult | undefined} */
  #results;
  #print = () => {
    if (this.#results !== undefined) writeSync(1, `${inWords(this.#results)}\n`);
  };

  /**
   * @param {unknown} _contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    // In watch mode there are many runs; the last one counts.
    if (this.#results === undefined) {
      process.once('exit', this.#print);
      // Jest sets the exit code of a failed run in an exit listener it adds later: ours goes behind it.
      process.once('beforeExit', () => {
        process.off('exit', this.#print);
        process.once('exit', this.#print);
      });
    }
    this.#results = results;
  }
}

/** @param {import('@jest/reporters').AggregatedResult} results */
function inWords({
  numPassedTests,
  numFailedTests,
  numRuntimeErrorTestSuites,
  numPendingTests,
  numTodoTests,
}) {
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  const runFailed = process.exitCode !== undefined && process.exitCode !== 0;
  const skipped = numPendingTests + numTodoTests;
  return [
    `${numPassedTests} passed`,
    `${failed === 0 && runFailed ? 1 : failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ');
}

module.exports = CountsReporter;
