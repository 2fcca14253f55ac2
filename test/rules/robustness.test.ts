import fc from 'fast-check';
import { loadRules, type SourceFile } from '../../src/rules';
import { DiagnosticList, sourceOf } from '../../src/rules/diagnostics';
import { parseExpression } from '../../src/rules/expression';
import { packFiles } from './packs';

/** What is wrong with what the loader gives; nothing, whatever stands in the files. */
function unsound(files: readonly SourceFile[]): readonly string[] {
  const { policies, diagnostics } = loadRules(files);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const expected = errors.length > 0 ? 0 : 1;
  const odd = diagnostics.filter(
    ({ position, message }) =>
      position.line < 1 || position.column < 1 || message.zh === '' || message.en === '',
  );
  return [
    ...(policies.length === expected ? [] : [`${policies.length} policies with ${errors.length} errors`]),
    ...odd.map(({ code }) => code),
  ];
}

const everything = packFiles('good', 'everything');

/** The pack with the text of one file changed. */
const changed = (
  files: readonly SourceFile[],
  index: number,
  change: (text: string) => string,
): readonly SourceFile[] =>
  files.map((file, at) => (at === index ? { ...file, text: change(file.text) } : file));

const withText = (name: string, text: string): readonly SourceFile[] =>
  everything.map((file) => (file.path.endsWith(`/${name}`) ? { ...file, text } : file));

const fileIndex = fc.nat({ max: everything.length - 1 });

test('a pack with characters changed gives diagnostics, never an exception', () => {
  const marks = [
    '',
    ' ',
    '\n',
    '\t',
    ':',
    ': ',
    ',',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '-',
    '- ',
    '#',
    '&',
    '*',
    '!',
    '%',
    '|',
    '>',
    '?',
  ];
  const words = [
    '0',
    '元',
    '20%',
    'rent',
    'reading',
    'table',
    'tiers',
    'zh',
    '~',
    '\u0000',
    '\uD800',
    '\uFEFF',
    '<<',
  ];
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const place = fc.tuple(fileIndex, share, fc.nat({ max: 12 }), fc.constantFrom(...marks, ...words));
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 3 }), (places) => {
      const files = places.reduce<readonly SourceFile[]>(
        (all, [index, where, removed, inserted]) =>
          changed(all, index, (text) => {
            const at = Math.floor(where * text.length);
            return text.slice(0, at) + inserted + text.slice(at + removed);
          }),
        everything,
      );
      expect(unsound(files)).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

const LINE_CHANGES: readonly ((lines: readonly string[], at: number) => readonly string[])[] = [
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, ...lines.slice(at, at + 1)),
  (lines, at) => lines.toSpliced(at, 1, `  ${lines.slice(at, at + 1).join('')}`),
  (lines, at) => lines.toSpliced(at, 2, ...lines.slice(at, at + 2).toReversed()),
];

test('a pack with lines left out, doubled, indented or swapped gives diagnostics, never an exception', () => {
  const change = fc.tuple(fileIndex, fc.nat({ max: 300 }), fc.constantFrom(...LINE_CHANGES));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const files = changes.reduce<readonly SourceFile[]>(
        (all, [index, line, apply]) =>
          changed(all, index, (text) => {
            const lines = text.split('\n');
            return apply(lines, line % lines.length).join('\n');
          }),
        everything,
      );
      expect(unsound(files)).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test.each([
  ['contain themselves', 'article: &a\n  - *a\nclauses: *b\n'],
  [
    'multiply',
    'a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: &d [*c, *c, *c, *c]\ne: &e [*d, *d, *d, *d]\narticle: *e\n',
  ],
])('references that %s are refused', (_, text) => {
  const files = withText('1.yaml', text);
  expect(unsound(files)).toEqual([]);
  expect(loadRules(files).diagnostics.map(({ code }) => code)).toContain('yaml-syntax');
});

test('nesting without end is reported where it becomes too deep', () => {
  const value = '('.repeat(5000);
  const source = sourceOf({ path: 'test.yaml', text: value });
  const list = new DiagnosticList();
  const span = { source, start: 0, end: 5000 };
  parseExpression({ kind: 'text', value, span, offsetOf: (index) => index }, list.report);
  expect(list.inOrder([]).map(({ message }) => message.en)).toEqual([
    'The expression cannot go on with "("; expected something nested less deeply. Rewrite this place.',
  ]);
});
