import { suggest } from '../diagnostics/suggest';
import type { TextNode, YamlNode } from '../yaml';
import { EXPECTED, type Located, type Shape, wrongShape } from './shape';

/** Texts, choices and whole numbers. */

const SCALAR = { type: ['string', 'number', 'boolean'] } as const;

/** Any text but an empty one; numbers and yes/no are texts too. */
export const text: Shape<TextNode> = {
  read: (node, report) =>
    node.kind === 'text' && node.value !== '' ? node : wrongShape(node, EXPECTED.text, report),
  json: () => SCALAR,
};

/** A text that must fit a pattern, which the words describe. */
export function pattern(source: string, expected: { zh: string; en: string }): Shape<TextNode> {
  const matcher = new RegExp(source, 'u');
  return {
    read: (node, report) =>
      node.kind === 'text' && matcher.test(node.value) ? node : wrongShape(node, expected, report),
    json: () => ({ ...SCALAR, pattern: source }),
  };
}

export function oneOf<Choice extends string>(...choices: readonly Choice[]): Shape<Located<Choice>> {
  return {
    read: (node, report) => {
      if (node.kind !== 'text') return wrongShape(node, EXPECTED.text, report);
      const value = choices.find((choice) => choice === node.value);
      if (value !== undefined) return { value, span: node.span };
      if (node.isCut === true) return undefined;
      const suggestion = suggest(node.value, choices);
      report('wrong-choice', node.span, { written: node.value, known: choices, suggestion });
      return undefined;
    },
    json: () => ({ enum: choices }),
  };
}

/** A whole number, not negative. */
export const wholeNumber: Shape<Located<number>> = {
  read: (node, report) =>
    node.kind === 'text' && /^\d{1,6}$/u.test(node.value)
      ? { value: Number(node.value), span: node.span }
      : wrongShape(node, { zh: '整数', en: 'a whole number' }, report),
  json: () => ({ type: 'integer', minimum: 0 }),
};

/** Takes what stands there as it is; a later stage reads it. */
export const anything: Shape<YamlNode> = { read: (node) => node, json: () => ({}) };
