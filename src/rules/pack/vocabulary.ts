import { DEFAULT_UNITS } from '../check';
import { DiagnosticList, type Diagnostic, type Report, type SourceFile } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import { indicators as fileShape, type RawIndicator, type RawIndicators } from '../schema';
import type { BaseUnit } from '../units';
import type { HeaderForms, Indicator, IndicatorKey, IndicatorType, Vocabulary } from '../vocabulary';
import { entryOf, parseYaml, type TextNode } from '../yaml';

export interface LoadedVocabulary {
  /** Absent where the file has errors. */
  readonly vocabulary?: Vocabulary;
  readonly diagnostics: readonly Diagnostic[];
}

/** What could be read of a vocabulary, so that packs can be checked even where an indicator is wrong. */
export interface ReadVocabulary {
  readonly vocabulary: Vocabulary;
  /** Indicators of which something has been reported: rules that use them are not blamed. */
  readonly broken: readonly IndicatorKey[];
}

/** Reads indicators.yaml. */
export function loadVocabulary(file: SourceFile): LoadedVocabulary {
  const list = new DiagnosticList();
  const read = readVocabulary(file, list.report);
  const diagnostics = list.inOrder([file]);
  return read === undefined || list.hasErrors
    ? { diagnostics }
    : { vocabulary: read.vocabulary, diagnostics };
}

export function readVocabulary(file: SourceFile, report: Report): ReadVocabulary | undefined {
  const node = parseYaml(file, report);
  const raw = node && fileShape.read(node, report);
  const list = raw && entryOf(raw.at, 'indicators')?.value;
  if (raw?.indicators === undefined || list?.kind !== 'map') return undefined;
  const keys = list.entries.map(({ key }) => key.value);
  const indicators = new Map<IndicatorKey, Indicator>();
  for (const { key, value } of raw.indicators) {
    const indicator = readIndicator(key.value, value, keys, report);
    if (indicator !== undefined) indicators.set(key.value, indicator);
  }
  reportSharedHeaders(raw.indicators, report);
  const broken = keys.filter((key) => !indicators.has(key));
  return { vocabulary: { indicators, headerForms: readHeaderForms(raw) }, broken };
}

function readIndicator(
  key: IndicatorKey,
  raw: RawIndicator,
  keys: readonly string[],
  report: Report,
): Indicator | undefined {
  if (raw.names === undefined || raw.type === undefined || raw.blank === undefined) return undefined;
  const type = raw.type.value;
  const unit = readUnit(raw.unit, type, report);
  for (const other of [raw.prior, raw.growth]) {
    if (other === undefined || keys.includes(other.value)) continue;
    report('unknown-indicator', other.span, { key: other.value, suggestion: suggest(other.value, keys) });
  }
  return {
    key,
    names: raw.names,
    type,
    ...(unit === undefined ? {} : { unit }),
    blank: raw.blank.value,
    aliases: (raw.aliases ?? []).map(({ value }) => value),
    values: (raw.values ?? []).map(({ key: name, value }) => ({
      name: name.value,
      synonyms: value.map((synonym) => synonym.value),
    })),
    multiple: raw.multiple?.value === 'true',
    ...(raw.prior === undefined ? {} : { prior: raw.prior.value }),
    ...(raw.growth === undefined ? {} : { growth: raw.growth.value }),
    ...(raw.parameter === undefined ? {} : { parameter: raw.parameter.value }),
    ...(raw.note === undefined ? {} : { note: raw.note }),
  };
}

/** The base units an indicator of a type may be kept in. */
const UNITS_OF: Readonly<Record<IndicatorType, readonly BaseUnit[]>> = {
  money: ['元', 'USD'],
  ratio: ['比例'],
  count: ['户', '人', '个', '单', '辆', '名', '年', '月', '日'],
  area: ['㎡', '亩'],
  mass: ['吨'],
  rank: ['名'],
  boolean: [],
  date: [],
  category: [],
  text: [],
  table: [],
};

function readUnit(written: TextNode | undefined, type: IndicatorType, report: Report): BaseUnit | undefined {
  if (written === undefined) return DEFAULT_UNITS[type];
  const known = UNITS_OF[type];
  const base = known.find((unit) => unit === written.value);
  if (base === undefined) {
    report('unit-of-type', written.span, { type, unit: written.value, known });
  }
  return base ?? DEFAULT_UNITS[type];
}

function readHeaderForms(raw: RawIndicators): HeaderForms {
  const forms = raw.headerForms;
  const texts = (nodes: readonly TextNode[] | undefined): readonly string[] =>
    (nodes ?? []).map(({ value }) => value);
  return {
    current: texts(forms?.current),
    prior: texts(forms?.prior),
    growth: texts(forms?.growth),
    notAnnual: texts(forms?.notAnnual),
    bareCurrent: texts(forms?.bareCurrent),
    barePrior: texts(forms?.barePrior),
    bareGrowth: texts(forms?.bareGrowth),
  };
}

/** A header that two indicators claim cannot be told apart in a sheet. */
function reportSharedHeaders(raw: NonNullable<RawIndicators['indicators']>, report: Report): void {
  const owners = new Map<string, IndicatorKey>();
  for (const { key, value } of raw) {
    const names = value.names === undefined ? [] : [{ value: value.names.zh, span: key.span }];
    for (const { value: header, span } of [...names, ...(value.aliases ?? [])]) {
      const first = owners.get(header);
      if (first !== undefined && first !== key.value) report('shared-header', span, { header, first });
      owners.set(header, first ?? key.value);
    }
  }
}
