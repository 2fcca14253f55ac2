import type { Report, Span } from '../diagnostics';
import type { Bilingual } from '../vocabulary';
import { entryOf, type MapNode, type TextNode, type YamlNode } from '../yaml';
import { bilingual } from './bilingual';
import { type Entry, named, oneOrMore, optional, record, reportMissingKey } from './collection';
import { text } from './leaf';
import { type Definitions, type JsonSchema, type Shape, wrongShape } from './shape';
import { type RawReading, type RawValue, value } from './value';

/** An item of `when`: an expression, `{ is: … }`, or another expression under each option of a reading. */
export interface RawCondition {
  readonly is: RawValue;
  readonly ifGiven: readonly TextNode[];
  readonly label?: Bilingual;
  readonly under?: { readonly reading: TextNode; readonly options: readonly TextNode[] };
  readonly span: Span;
}

const extras = {
  ifGiven: optional(oneOrMore(text)),
  label: optional(bilingual),
  under: optional(named(oneOrMore(text))),
};
const direct = record({ zh: '条件', en: 'The condition' }, { is: optional(value), ...extras });

export const condition: Shape<RawCondition> = { read: readCondition, json: conditionSchema };

const EXPECTED_CONDITION = {
  zh: '条件表达式，或含 is、reading 的映射',
  en: 'a condition, or a mapping with is or reading',
};

function readCondition(node: YamlNode, report: Report): RawCondition | undefined {
  if (node.kind === 'text' && node.value !== '') {
    return { is: { form: 'expression', text: node, span: node.span }, ifGiven: [], span: node.span };
  }
  if (node.kind !== 'map') return wrongShape(node, EXPECTED_CONDITION, report);
  const chosen = entryOf(node, 'reading') === undefined ? undefined : byReading(node, report);
  const read = direct.read(chosen === undefined ? node : chosen.rest, report);
  const is = chosen?.value ?? read?.is;
  if (read === undefined || is === undefined) {
    if (chosen === undefined && entryOf(node, 'is') === undefined) {
      reportMissingKey(node, 'is', { zh: '条件', en: 'The condition' }, report);
    }
    return undefined;
  }
  const under = readUnder(read.under, report);
  return {
    is,
    ifGiven: read.ifGiven ?? [],
    ...(read.label === undefined ? {} : { label: read.label }),
    ...(under === undefined ? {} : { under }),
    span: node.span,
  };
}

/** `{ reading: name, option: expr, … }`, with `label` and `ifGiven` beside the options. */
function byReading(node: MapNode, report: Report): { value: RawReading | undefined; rest: MapNode } {
  const isExtra = ({ key }: { key: TextNode }): boolean => Object.hasOwn(extras, key.value);
  const read = value.read({ ...node, entries: node.entries.filter((entry) => !isExtra(entry)) }, report);
  return {
    value: read?.form === 'reading' ? read : undefined,
    rest: { ...node, entries: node.entries.filter(isExtra) },
  };
}

function readUnder(
  entries: readonly Entry<readonly TextNode[]>[] | undefined,
  report: Report,
): RawCondition['under'] {
  const [first, second] = entries ?? [];
  if (second !== undefined) {
    report('wrong-shape', second.key.span, {
      found: { zh: '第二个读法', en: 'a second reading' },
      expected: { zh: '一个读法', en: 'one reading' },
    });
  }
  return first === undefined ? undefined : { reading: first.key, options: first.value };
}

function conditionSchema(definitions: Definitions): JsonSchema {
  const mapping = direct.json(definitions);
  return {
    anyOf: [
      { type: ['string', 'boolean'] },
      { ...mapping, required: ['is'] },
      {
        type: 'object',
        properties: { reading: { type: 'string' } },
        required: ['reading'],
        additionalProperties: true,
      },
    ],
  };
}
