import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DIAGNOSTIC_CODES, formatDiagnostic, type Lang, loadRules } from '../../src/rules';
import { packFiles, packNames } from './packs';

/**
 * Every mistake with the whole text it gives, in both languages, beside the pack: expected.zh.txt and
 * expected.en.txt. `UPDATE_EXPECTED=1 npx jest test/rules/bad-packs` writes them anew; read the difference.
 */
const expectedFile = (name: string, lang: Lang): string =>
  path.join(__dirname, 'packs/bad', name, `expected.${lang}.txt`);

function textOf(name: string, lang: Lang): string {
  const { diagnostics } = loadRules(packFiles('bad', name));
  return `${diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, lang)).join('\n')}\n`;
}

if (process.env['UPDATE_EXPECTED'] !== undefined) {
  for (const name of packNames('bad')) {
    for (const lang of ['zh', 'en'] as const) writeFileSync(expectedFile(name, lang), textOf(name, lang));
  }
}

describe.each(packNames('bad'))('%s', (name) => {
  test.each(['zh', 'en'] as const)('says in %s what is wrong, where, and what to do', (lang) => {
    expect(textOf(name, lang)).toBe(readFileSync(expectedFile(name, lang), 'utf8'));
  });
});

test('every code of the list is reported by one of these packs', () => {
  const all = packNames('bad').map((name) => readFileSync(expectedFile(name, 'en'), 'utf8'));
  expect(DIAGNOSTIC_CODES.filter((code) => !all.some((text) => text.includes(`[${code}]`)))).toEqual([]);
});
