import { Decimal, type Policy, type SourcePosition, type Vocabulary } from '../../rules';

/**
 * Checked policies as JSON, so that a page needs neither the YAML nor its parser. Everything plain
 * stands as it is; what JSON has no form for is an object with one key:
 *
 *     { "#": "0.01" }                a Decimal
 *     { "@": [[key, value], …] }     a Map, in its order
 *     { "@=": [[key, value], …] }    a Map of nothing but plain values: they need not be looked through
 *
 * A `position`, which every expression has, is one number: file, line and column, 16 bits each.
 * The vocabulary, which policies share, stands once. The form is internal: page and JSON come out
 * of one build.
 */
export interface SerialisedPolicies {
  readonly format: typeof FORMAT;
  readonly files: readonly string[];
  readonly vocabularies: readonly Json[];
  readonly policies: readonly { readonly vocabulary: number; readonly policy: Json }[];
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const FORMAT = 1;

export function serialisePolicies(policies: readonly Policy[]): SerialisedPolicies {
  const files: string[] = [];
  const vocabularies = [...new Set(policies.map(({ vocabulary }) => vocabulary))];
  return {
    format: FORMAT,
    policies: policies.map(({ vocabulary, ...policy }) => ({
      vocabulary: vocabularies.indexOf(vocabulary),
      policy: toJson(policy, files),
    })),
    vocabularies: vocabularies.map((vocabulary) => toJson(vocabulary, files)),
    files,
  };
}

function toJson(value: unknown, files: string[]): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Decimal.isDecimal(value)) return { '#': new Decimal(value).toString() };
  if (Array.isArray(value)) return value.map((item: unknown) => toJson(item, files));
  if (value instanceof Map) {
    const entries: Iterable<readonly [unknown, unknown]> = value;
    const json = Array.from(entries, ([key, item]) => [toJson(key, files), toJson(item, files)]);
    return [...value.values()].every(isPlain) ? { '@=': json } : { '@': json };
  }
  if (typeof value !== 'object' || value === undefined) throw new TypeError(`${typeof value} in a policy`);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.map(([key, item]): [string, Json] => [
      key,
      key === 'position' && isPosition(item) ? packed(item, files) : toJson(item, files),
    ]),
  );
}

/** Whether JSON has a form for everything in it. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Map || Decimal.isDecimal(value) || isPosition(value)) return false;
  return Object.values(value).every(isPlain);
}

function isPosition(value: unknown): value is SourcePosition {
  return typeof value === 'object' && value !== null && 'file' in value && 'line' in value;
}

const PART = 0x10000;

function packed({ file, line, column }: SourcePosition, files: string[]): number {
  return (fileIndex(file, files) * PART + Math.min(line, PART - 1)) * PART + Math.min(column, PART - 1);
}

function unpacked(position: number, files: readonly string[]): SourcePosition {
  const file = files[Math.floor(position / (PART * PART))] ?? '';
  return { file, line: Math.floor(position / PART) % PART, column: position % PART };
}

function fileIndex(file: string, files: string[]): number {
  const known = files.indexOf(file);
  return known >= 0 ? known : files.push(file) - 1;
}

/**
 * The policies again, equal to those that were serialised. The JSON is used up: its arrays and
 * objects become the policies'.
 *
 * @throws RangeError for JSON of another build
 */
export function revivePolicies(json: SerialisedPolicies): readonly Policy[] {
  if (json.format !== FORMAT) throw new RangeError(`policies of format ${String(json.format)}`);
  const vocabularies = json.vocabularies.map((vocabulary) => revive(vocabulary, json.files) as Vocabulary);
  return json.policies.map(({ vocabulary, policy }) => {
    const rest = revive(policy, json.files) as Omit<Policy, 'vocabulary'>;
    const words = vocabularies[vocabulary];
    if (words === undefined) throw new RangeError(`no vocabulary ${vocabulary}`);
    return { ...rest, vocabulary: words };
  });
}

function revive(value: unknown, files: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return reviveItems(value, files);
  const record = value as Record<string, unknown>;
  const decimal = record['#'];
  if (typeof decimal === 'string') return new Decimal(decimal);
  const entries = record['@'];
  if (Array.isArray(entries)) return new Map(reviveItems(entries, files) as [unknown, unknown][]);
  const plain = record['@='];
  if (Array.isArray(plain)) return new Map(plain as [unknown, unknown][]);
  for (const key of Object.keys(record)) {
    const item = record[key];
    if (typeof item === 'object') record[key] = revive(item, files);
    else if (key === 'position' && typeof item === 'number') record[key] = unpacked(item, files);
  }
  return record;
}

function reviveItems(items: unknown[], files: readonly string[]): unknown[] {
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (typeof item === 'object') items[at] = revive(item, files);
  }
  return items;
}
