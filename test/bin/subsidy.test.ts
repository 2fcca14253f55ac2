import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

test('the command line starts from any folder and answers --help', () => {
  const subsidy = path.resolve(__dirname, '../../bin/subsidy.mjs');
  const run = spawnSync(process.execPath, [subsidy, '--help'], { cwd: tmpdir(), encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain('subsidy');
  expect(run.status).toBe(0);
}, 60_000);
