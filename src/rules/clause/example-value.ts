import { checkDate } from './period';
import { commonType, reportLiteral, type Scope, typeOfFigure, typeOfIndicator, typeWords } from '../check';
import { Decimal } from '../decimal';
import { parseLiteral } from '../literal';
import type { ExampleValue } from '../model';
import type { Indicator } from '../vocabulary';
import { canonicalCategory } from '../category';
import type { TextNode, YamlNode } from '../yaml';
import { wrongShape } from '../schema';

/** A value of an example in its canonical text; undefined where it has been reported. */
export function exampleValue(node: YamlNode, indicator: Indicator, scope: Scope): ExampleValue | undefined {
  if (node.kind === 'list' && indicator.multiple) return several(node.items, indicator, scope);
  if (node.kind !== 'text') return wrongShape(node, { zh: '一个值', en: 'a value' }, scope.report);
  if (node.value === 'blank') return null;
  switch (indicator.type) {
    case 'boolean':
      return flag(node, scope);
    case 'date':
      return checkDate(node, scope.report);
    case 'category':
      return category(node, indicator, scope);
    case 'text':
      return node.value;
    case 'table':
      return wrongShape(node, { zh: '[[门槛, 金额], …]', en: '[[threshold, amount], …]' }, scope.report);
    default:
      return numberText(node, indicator, scope);
  }
}

const FLAGS: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  是: true,
  no: false,
  false: false,
  否: false,
};

function flag(node: TextNode, scope: Scope): boolean | undefined {
  const value = FLAGS[node.value];
  if (value === undefined) {
    scope.report('wrong-choice', node.span, {
      written: node.value,
      known: ['yes', 'no', 'blank'],
      suggestion: undefined,
    });
  }
  return value;
}

function several(items: readonly YamlNode[], indicator: Indicator, scope: Scope): string {
  const values = items.map((item) => exampleValue(item, indicator, scope));
  return values.filter((value) => typeof value === 'string').join('、');
}

function category(node: TextNode, indicator: Indicator, scope: Scope): string {
  const values = canonicalCategory(indicator, node.value);
  const known = indicator.values.map(({ name }) => name);
  const unknown = known.length > 0 && values.some((value) => !known.includes(value));
  if (unknown) scope.report('example-category', node.span, { value: node.value, key: indicator.key, known });
  return values.join('、');
}

/** A number in the indicator's base unit; a bare number is in that unit already (money: yuan). */
function numberText(node: TextNode, indicator: Indicator, scope: Scope): string | undefined {
  const bare = bareNumber(node.value);
  if (bare !== undefined) return bare;
  const parsed = parseLiteral(node.value);
  if (!parsed.ok) {
    reportLiteral(node.value, parsed, node.span, scope.report);
    return undefined;
  }
  const [found, expected] = [typeOfFigure(parsed.value), typeOfIndicator(indicator)];
  if (parsed.value.kind === 'quantity' && commonType(found, expected) !== undefined)
    return parsed.value.value.toFixed();
  scope.report('type-mismatch', node.span, { found: typeWords(found), expected: typeWords(expected) });
  return undefined;
}

/** Plain digits as a canonical decimal. */
export function bareNumber(text: string): string | undefined {
  return /^-?\d+(\.\d+)?$/u.test(text) ? new Decimal(text).toFixed() : undefined;
}
