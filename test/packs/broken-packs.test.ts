import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../cli/run';

/**
 * Two packs with a mistake on every other line: `subsidy rules check` finds all of them in one run. A line
 * with a mistake says so itself: `# ✗ code @ the text at which it is to be reported`.
 */
const FOLDER = path.join('test', 'packs', 'broken');

/** `hillside-2026/1.yaml:19:9 incomparable`, as the lines of the packs say. */
function marked(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) =>
      readFileSync(path.join(FOLDER, name), 'utf8')
        .split('\n')
        .flatMap((line, index) => {
          const [, code, text] = /# ✗ ([a-z-]+) @ (.+)$/.exec(line) ?? [];
          if (code === undefined || text === undefined) return [];
          return [`${name}:${index + 1}:${line.indexOf(text) + 1} ${code}`];
        }),
    );
}

/** The text of a golden file, with the folder's name as it is on this machine. */
function golden(lang: 'zh' | 'en'): string {
  return readFileSync(path.join(FOLDER, `expected.${lang}.txt`), 'utf8');
}

test('one run finds every mistake at its exact place', async () => {
  const { exit, out, err } = await run('rules', 'check', FOLDER, '--json');
  expect({ exit, err }).toEqual({ exit: 1, err: '' });
  const { diagnostics } = JSON.parse(out) as {
    diagnostics: readonly { code: string; file: string; line: number; column: number }[];
  };
  const found = diagnostics.map(
    ({ code, file, line, column }) => `${path.relative(FOLDER, file)}:${line}:${column} ${code}`,
  );
  // A bracket that is never closed is noticed where the file ends.
  expect(found.toSorted()).toEqual([...marked(), 'riverside-2026/2.yaml:5:1 yaml-syntax'].toSorted());
  expect(found).toHaveLength(27);
});

test.each(['zh', 'en'] as const)('the whole text in %s: where, what is wrong, what to do', async (lang) => {
  const { exit, out, err } = await run('rules', 'check', FOLDER, '--lang', lang);
  expect({ exit, err }).toEqual({ exit: 1, err: '' });
  expect(out).toBe(golden(lang));
});

test('no other command uses such rules; it says what is wrong with them', async () => {
  const { exit, out, err } = await run('rules', 'list', '--rules', FOLDER, '--lang', 'en');
  const errors = golden('en')
    .split('\n')
    .filter((line) => line.includes(' error['));
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).toBe(
    [
      `The rules in ${FOLDER} cannot be used; errors found: ${errors.length}.`,
      ...errors.slice(0, 20),
      `… and ${errors.length - 20} more; see subsidy rules check.`,
      '',
    ].join('\n'),
  );
});
