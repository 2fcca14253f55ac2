import fc from 'fast-check';
import { Document, Scalar } from 'yaml';
import { DiagnosticList } from '../../src/rules/diagnostics';
import { alignScalar } from '../../src/rules/yaml/offsets';
import { entryOf, parseYaml, type TextNode } from '../../src/rules/yaml';

function value(text: string): TextNode {
  const root = parseYaml({ path: 'test.yaml', text }, new DiagnosticList().report);
  const found = root?.kind === 'map' ? entryOf(root, 'when')?.value : undefined;
  if (found?.kind !== 'text') throw new Error(`no text: ${text}`);
  return found;
}

/** The characters of the file behind those of the value. */
const behind = (text: string, node: TextNode): string =>
  Array.from({ length: node.value.length }, (_, index) => text[node.offsetOf(index)] ?? '?').join('');

/** The same without spaces and line breaks of the value, which may be written in other ways. */
const visibleBehind = (text: string, node: TextNode): string =>
  Array.from({ length: node.value.length }, (_, index) =>
    /\S/u.test(node.value[index] ?? '') ? (text[node.offsetOf(index)] ?? '?') : '',
  ).join('');

describe('a character of a text is found in the file', () => {
  test.each([
    ['plain', 'when: rent > 0', 'rent > 0'],
    ['single quotes', "when: 'it''s > 0'", "it's > 0"],
    ['double quotes', 'when: "a \\"b\\" > \\u0030"', 'a \\b\\ > \\'],
    ['folded over lines', 'when: rent\n  > 0', 'rent\n> 0'],
    ['a block', 'when: >\n  rent\n  > 0\n', 'rent\n> 0\n'],
    ['a literal block', 'when: |\n  rent\n    > 0\n', 'rent\n  > 0\n'],
    ['an alias', 'other: &a rent > 0\nwhen: *a', 'rent > 0'],
  ])('%s', (_, text, expected) => {
    expect(behind(text, value(text))).toBe(expected);
  });

  test('beyond the end is the end', () => {
    const text = "when: 'it''s'";
    expect(value(text).offsetOf(99)).toBe(text.length - 1);
    expect(alignScalar('>', 0, 1, '')(0)).toBe(0);
    expect(alignScalar('> ', 0, 2, 'x')(5)).toBe(1);
  });
});

test('in every style of writing the places of visible characters agree', () => {
  const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'] as const;
  const words = fc.array(fc.constantFrom('rent', '产值', '>=', '20%', "it's", '(a)', 'and', '“甲”'), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(words, fc.constantFrom(...styles), fc.constantFrom(' ', '  ', '\n'), (parts, style, gap) => {
      const scalar: Scalar = new Scalar(parts.join(gap));
      scalar.type = style;
      const text = new Document({ when: scalar }).toString();
      const node = value(text);
      expect(visibleBehind(text, node)).toBe(parts.join('').replaceAll(/\s/gu, ''));
    }),
  );
});
