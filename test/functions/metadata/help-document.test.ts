import { readFileSync } from 'node:fs';
import path from 'node:path';
import { helpDocument } from '../../../src/functions/metadata/help-document';
import { policies } from '../../engine/packs';

const docs = path.join(__dirname, '../../../docs');

test.each([
  ['zh', 'functions.zh-CN.md'],
  ['en', 'functions.md'],
] as const)('the reference in %s is current; `npm run docs` makes it so', (lang, name) => {
  expect(readFileSync(path.join(docs, name), 'utf8')).toBe(helpDocument(policies, lang));
});

const sectionOf = (text: string, name: string): string | undefined =>
  text.split('\n### ').find((section) => section.startsWith(`${name}\n`));

test('every function has a section', () => {
  expect(helpDocument(policies, 'zh').match(/^### SUBSIDY\w*$/gmu)).toHaveLength(155);
});

test('a function says its arguments with their units, and what overrides can change', () => {
  expect(sectionOf(helpDocument(policies, 'zh'), 'SUBSIDY_RENT_RELIEF')).toMatchSnapshot('zh');
  expect(sectionOf(helpDocument(policies, 'en'), 'SUBSIDY_OUTPUT_GROWTH')).toMatchSnapshot('en');
});
