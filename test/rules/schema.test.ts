import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type JsonSchema, jsonSchemas } from '../../src/rules';

const folder = path.join(__dirname, '../../rules/schema');
const schemas = Object.entries(jsonSchemas());
const fileOf = (name: string): string => path.join(folder, `${name}.schema.json`);

const definitionsOf = (schema: JsonSchema): readonly string[] => Object.keys(schema['$defs'] ?? {});

if (process.env['UPDATE_EXPECTED'] !== undefined) {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  for (const [name, schema] of schemas) writeFileSync(fileOf(name), `${JSON.stringify(schema, null, 2)}\n`);
}

test.each(schemas)('rules/schema/%s.schema.json is what the loader checks', (name, schema) => {
  // After a change of src/rules/schema: UPDATE_EXPECTED=1 npx jest test/rules/schema && npx prettier --write rules/schema
  expect(JSON.parse(readFileSync(fileOf(name), 'utf8'))).toEqual(schema);
});

test('every reference leads to a definition', () => {
  for (const [, schema] of schemas) {
    const text = JSON.stringify(schema);
    const wanted = [...text.matchAll(/"#\/\$defs\/(\w+)"/gu)].map((match) => match[1]);
    expect(definitionsOf(schema)).toEqual(expect.arrayContaining([...new Set(wanted)]));
  }
});
