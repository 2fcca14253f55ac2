import { Decimal, type Policy, type Vocabulary } from '../../rules';

/**
 * Checked policies as JSON, so that a page needs neither the YAML nor its parser. A Decimal is written as
 * its text and a Map as its entries; `specials` says where they stand, inner ones first, so that
 * reviving looks at those few hundred places and at nothing else. The vocabulary, which policies
 * share, stands once. The form is internal: page and JSON come out of one build.
 */
export interface SerialisedPolicies {
  readonly format: typeof FORMAT;
  readonly specials: readonly Special[];
  readonly vocabularies: readonly Json[];
  readonly policies: readonly { readonly vocabulary: number; readonly policy: Json }[];
}

/** What stands at a place that JSON has no form for. The path leads there from the top. */
type Special = readonly [kind: 'decimal' | 'map', ...path: (string | number)[]];
type Path = readonly (string | number)[];
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const FORMAT = 1;

export function serialisePolicies(policies: readonly Policy[]): SerialisedPolicies {
  const specials: Special[] = [];
  const vocabularies = [...new Set(policies.map(({ vocabulary }) => vocabulary))];
  return {
    format: FORMAT,
    policies: policies.map(({ vocabulary, ...policy }, at) => ({
      vocabulary: vocabularies.indexOf(vocabulary),
      policy: toJson(policy, ['policies', at, 'policy'], specials),
    })),
    vocabularies: vocabularies.map((vocabulary, at) => toJson(vocabulary, ['vocabularies', at], specials)),
    specials,
  };
}

function toJson(value: unknown, path: Path, specials: Special[]): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object' || value === undefined) throw new TypeError(`${typeof value} in a policy`);
  if (Decimal.isDecimal(value)) {
    specials.push(['decimal', ...path]);
    return new Decimal(value).toString();
  }
  if (value instanceof Map) {
    const entries = toJson([...(value as ReadonlyMap<unknown, unknown>)], path, specials);
    specials.push(['map', ...path]);
    return entries;
  }
  if (Array.isArray(value)) return value.map((item: unknown, at) => toJson(item, [...path, at], specials));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.map(([key, item]): [string, Json] => [key, toJson(item, [...path, key], specials)]),
  );
}

/**
 * The policies again, equal to those that were serialised. The JSON is used up: its arrays and
 * objects become the policies'.
 *
 * @throws RangeError for JSON of another build
 */
export function revivePolicies(json: SerialisedPolicies): readonly Policy[] {
  if (json.format !== FORMAT) throw new RangeError(`policies of format ${String(json.format)}`);
  for (const [kind, ...path] of json.specials) reviveAt(json, path, kind);
  return json.policies.map(({ vocabulary, policy }) => {
    const words = json.vocabularies[vocabulary] as Vocabulary | undefined;
    if (words === undefined) throw new RangeError(`no vocabulary ${vocabulary}`);
    return { ...(policy as unknown as Omit<Policy, 'vocabulary'>), vocabulary: words };
  });
}

function reviveAt(json: object, path: Path, kind: Special[0]): void {
  let holder = json as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as typeof holder;
  const last = path.at(-1) ?? '';
  const written = holder[last];
  holder[last] =
    kind === 'decimal' ? new Decimal(written as string) : new Map(written as [unknown, unknown][]);
}
