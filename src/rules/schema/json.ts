import { article } from './article';
import { indicators } from './indicators';
import { policy } from './policy';
import type { Definitions, JsonSchema, JsonValue, Shape } from './shape';

/** The JSON Schemas with which editors check rule files while they are written. */
export function jsonSchemas(): {
  readonly article: JsonSchema;
  readonly policy: JsonSchema;
  readonly indicators: JsonSchema;
} {
  return {
    article: schemaOf(article, 'An article file of a policy'),
    policy: schemaOf(policy, 'policy.yaml of a policy'),
    indicators: schemaOf(indicators, 'indicators.yaml, the vocabulary'),
  };
}

function schemaOf(shape: Shape<unknown>, title: string): JsonSchema {
  const definitions: Definitions = new Map();
  const body = shape.json(definitions);
  const defs: Record<string, JsonValue> = {};
  for (const [name, definition] of definitions) defs[name] = definition ?? {};
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...body,
    ...(definitions.size === 0 ? {} : { $defs: defs }),
  };
}
