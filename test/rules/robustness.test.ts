import fc from 'fast-check';
import { loadRules, type SourceFile } from '../../src/rules';
import { DiagnosticList, sourceOf } from '../../src/rules/diagnostics';
import { parseExpression } from '../../src/rules/expression';
import { packFiles } from './packs';

/** Whatever stands in the files: diagnostics, never an exception, and no policy where there is an error. */
function expectSound(files: readonly SourceFile[]): void {
  const { policies, diagnostics } = loadRules(files);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(policies).toHaveLength(errors.length > 0 ? 0 : 1);
  for (const { position, message } of diagnostics) {
    expect([position.line > 0, position.column > 0, message.zh !== '', message.en !== '']).not.toContain(
      false,
    );
  }
}

const everything = packFiles('good', 'everything');
const piece = fc.constantFrom(
  ...[
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
  ],
  ...['0', '元', '20%', 'rent', 'reading', 'table', 'tiers', 'zh', '~', '\u0000', '\uD800', '\uFEFF', '<<'],
);

test('a pack with characters changed gives diagnostics', () => {
  const place = fc.tuple(
    fc.nat({ max: everything.length - 1 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat({ max: 12 }),
    piece,
  );
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 3 }), (places) => {
      const files = everything.map((file) => ({ ...file }));
      for (const [index, share, removed, inserted] of places) {
        const file = files[index] ?? { path: '', text: '' };
        const at = Math.floor(share * file.text.length);
        files[index] = { ...file, text: file.text.slice(0, at) + inserted + file.text.slice(at + removed) };
      }
      expectSound(files);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('a pack with lines left out, doubled or moved gives diagnostics', () => {
  const change = fc.tuple(
    fc.nat({ max: everything.length - 1 }),
    fc.nat({ max: 300 }),
    fc.constantFrom('drop', 'double', 'indent', 'swap'),
  );
  const changed: Readonly<Record<string, (lines: readonly string[], at: number) => readonly string[]>> = {
    drop: (lines, at) => lines.toSpliced(at, 1),
    double: (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
    indent: (lines, at) => lines.toSpliced(at, 1, `  ${lines[at] ?? ''}`),
    swap: (lines, at) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
  };
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const files = everything.map((file) => ({ ...file }));
      for (const [index, line, kind] of changes) {
        const file = files[index] ?? { path: '', text: '' };
        const lines = file.text.split('\n');
        files[index] = { ...file, text: (changed[kind]?.(lines, line % lines.length) ?? lines).join('\n') };
      }
      expectSound(files);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('references that contain themselves or multiply are refused', () => {
  const [vocabulary, policy] = everything;
  const selfContained = 'article: &a\n  - *a\nclauses: *b\n';
  const many = `a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: &d [*c, *c, *c, *c]\ne: &e [*d, *d, *d, *d]\narticle: *e\n`;
  for (const text of [selfContained, many]) {
    const files = [vocabulary, policy, { path: 'test-2020/1.yaml', text }].filter(
      (file) => file !== undefined,
    );
    expectSound(files);
  }
});

test('nesting without end is reported where it becomes too deep', () => {
  const value = '('.repeat(5000);
  const source = sourceOf({ path: 'test.yaml', text: value });
  const list = new DiagnosticList();
  parseExpression(
    { kind: 'text', value, span: { source, start: 0, end: 5000 }, offsetOf: (index) => index },
    list.report,
  );
  expect(list.inOrder([]).map(({ message }) => message.en)).toEqual([
    'The expression cannot go on with "("; expected something nested less deeply. Rewrite this place.',
  ]);
});
