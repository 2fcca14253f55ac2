/**
 * What the analyst decided for this workbook: settings, corrections of the mapping, a scenario. Small things
 * stand in the add-in's settings, the rest as JSON in a custom XML part of ours, whose id is in the settings.
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface WorkbookState {
  /** Whatever the pane remembers: policies chosen, grouping, language … */
  readonly settings: Readonly<Record<string, Json>>;
  /** As `subsidy --map` reads it; null for none. */
  readonly corrections: Json;
  /** As `subsidy --scenario` reads it; null for none. */
  readonly scenario: Json;
}

export const NO_STATE: WorkbookState = { settings: {}, corrections: null, scenario: null };

export const STATE_NAMESPACE = 'urn:subsidy-rules-addin:state:1';

/** What stands in the settings. */
export interface StateRecord {
  readonly settings: WorkbookState['settings'];
  /** Id of the XML part; null where there is nothing to keep there. */
  readonly part: string | null;
}

export function printRecord(record: StateRecord): string {
  return JSON.stringify({ version: 1, ...record });
}

/** @returns null for what is no record of this version */
export function parseRecord(text: unknown): StateRecord | null {
  const value = typeof text === 'string' ? parsed(text) : null;
  if (!isRecord(value) || value['version'] !== 1) return null;
  const { settings, part } = value;
  if (!isRecord(settings) || (part !== null && typeof part !== 'string')) return null;
  return { settings, part };
}

/** The part's text. JSON escapes control characters; XML allows none, nor two code points at the very end. */
export function printPart({
  corrections,
  scenario,
}: Pick<WorkbookState, 'corrections' | 'scenario'>): string {
  const json = JSON.stringify({ corrections, scenario }).replaceAll(
    /[&<>\u{7f}-\u{9f}\u{fffe}\u{ffff}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<state xmlns="${STATE_NAMESPACE}">${json}</state>`;
}

/** @returns null for what is no part of ours */
export function parsePart(xml: string): Pick<WorkbookState, 'corrections' | 'scenario'> | null {
  const [, json = ''] = /<(?:[\w.-]+:)?state\b[^>]*>([\s\S]*)<\/(?:[\w.-]+:)?state>\s*$/.exec(xml) ?? [];
  const value = parsed(withoutEntities(json));
  if (!isRecord(value)) return null;
  return { corrections: value['corrections'] ?? null, scenario: value['scenario'] ?? null };
}

/** Excel may write a part anew, with entities of its own. */
function withoutEntities(text: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => entities[name] ?? whole);
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
