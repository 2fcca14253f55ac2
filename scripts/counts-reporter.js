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
  #registered = false;
  /** @type {import('@jest/reporters').AggregatedResult | undefined} */
  #results;

  /**
   * @param {unknown} _contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    this.#results = results;
    if (this.#registered) return;
    this.#registered = true;
    process.once('exit', (code) => {
      writeSync(1, `${this.#line(code)}\n`);
    });
  }

  /** @param {number} exitCode */
  #line(exitCode) {
    const results = this.#results;
    if (results === undefined) return '0 passed, 1 failed';
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const failures = failed === 0 && exitCode !== 0 ? 1 : failed;
    return `${results.numPassedTests} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  }
}

module.exports = CountsReporter;
