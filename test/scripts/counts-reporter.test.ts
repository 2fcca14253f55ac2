import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const projectRoot = path.resolve(__dirname, '../..');

/** Runs jest on a project of these files; the exit code and the very last line it prints. */
function jestOn(files: Record<string, string>, ...options: string[]): [number | null, string | undefined] {
  const folder = mkdtempSync(path.join(tmpdir(), 'counts-'));
  try {
    const config = {
      rootDir: folder,
      transform: {},
      reporters: ['default', path.join(projectRoot, 'scripts/counts-reporter.js')],
      coverageThreshold: { global: { lines: 95 } },
    };
    for (const [name, text] of Object.entries({ ...files, 'jest.config.json': JSON.stringify(config) })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const jest = path.join(projectRoot, 'node_modules/jest/bin/jest.js');
    const run = spawnSync(process.execPath, [jest, '--config', 'jest.config.json', ...options], {
      cwd: folder,
      encoding: 'utf8',
    });
    return [run.status, run.stdout.trimEnd().split('\n').at(-1)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const passes = "test('passes', () => {});";

describe('the last line of a test run', () => {
  jest.setTimeout(60_000);

  test('counts what passed', () => {
    expect(jestOn({ 'a.test.js': passes })).toEqual([0, '1 passed, 0 failed']);
  });

  test('counts a file that cannot be run as failed, and names skipped tests', () => {
    const files = {
      'a.test.js': `${passes} test('fails', () => { throw new Error(); }); test.skip('skipped', () => {}); test.todo('later');`,
      'b.test.js': "require('./missing');",
    };
    expect(jestOn(files)).toEqual([1, '1 passed, 2 failed, 2 skipped']);
  });

  test('counts a run that fails for another reason as one failure', () => {
    const files = {
      'a.test.js': `require('./a'); ${passes}`,
      'a.js': 'exports.uncovered = () => {\n  return 1;\n};',
    };
    expect(jestOn(files, '--coverage')).toEqual([1, '1 passed, 1 failed']);
  });
});
