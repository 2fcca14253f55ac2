import {
  namedFunctions,
  type ClauseFunction,
  type ClauseParameter,
  type GeneralFunction,
} from '../catalogue/catalogue';
import { OVERRIDES_NAME } from '../clause/overrides';
import { GENERAL_HELP, type GeneralParameter } from './general';
import { blankWords, contentWords } from './words';
import type { Bilingual, Lang, Policy } from '../../rules';

/** `functions.json` as Excel reads it: one of a language, with the same functions in every one. */
export interface FunctionsMetadata {
  /** Arguments of type `any` may be error values; without it one error empties a whole column. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: 'any'; readonly dimensionality: 'matrix' };
  readonly options?: { readonly requiresParameterAddresses: true };
}
export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: 'any';
  readonly dimensionality: 'matrix';
  readonly optional?: true;
  readonly repeating?: true;
}

export function functionsMetadata(policies: readonly Policy[], lang: Lang): FunctionsMetadata {
  return {
    allowErrorForDataTypeAny: true,
    functions: [
      ...namedFunctions(policies).map((each) => clauseMetadata(each, lang)),
      ...GENERAL_HELP.map(({ id, help, parameters }) => ({
        ...shared(id, help[lang]),
        parameters: parameters.map((parameter) => generalParameter(parameter, lang)),
        ...(READS_CELLS.has(id) ? ADDRESSES : {}),
      })),
    ],
  };
}

const shared = (id: string, description: string) => ({
  id,
  name: id,
  description: clipped(description),
  result: { type: 'any', dimensionality: 'matrix' } as const,
});

/** Of the general functions, those whose arguments hold the cells of enterprises. */
const READS_CELLS: ReadonlySet<GeneralFunction> = new Set(['SUBSIDY', 'SUBSIDY_EVALUATE', 'SUBSIDY_EXPLAIN']);

/** The addresses tell a 0 from a blank, see `Zeros`. */
const ADDRESSES = { options: { requiresParameterAddresses: true } } as const;

function clauseMetadata(each: ClauseFunction & { readonly name: string }, lang: Lang): FunctionMetadata {
  return {
    ...shared(each.name, clauseHelp(each, lang)),
    parameters: [...each.parameters.map((one) => parameterOf(one, lang)), overridesParameter(lang)],
    ...ADDRESSES,
  };
}

/** What the clause gives, in one sentence; Excel shows the beginning. */
export function clauseHelp({ clause, policy }: ClauseFunction, lang: Lang): string {
  const number = clause.id.slice(policy.id.length + 1);
  return lang === 'zh'
    ? `${clause.title.zh}（${policy.id} ${number}）：${clause.summary.zh}`
    : `${clause.title.en} (${policy.id} ${number}): ${clause.summary.en}`;
}

function parameterOf(parameter: ClauseParameter, lang: Lang): ParameterMetadata {
  const { indicator, optional } = parameter;
  const words: readonly Bilingual[] = [indicator.names, contentWords(indicator), blankWords(parameter)];
  const description = words.map((each) => each[lang]).join(lang === 'zh' ? '；' : '; ');
  return {
    name: lang === 'zh' ? identifier(indicator.names.zh) : indicator.key,
    description: clipped(`${description}${lang === 'zh' ? '。' : '.'}`),
    type: 'any',
    dimensionality: 'matrix',
    ...(optional ? { optional } : {}),
  };
}

const OVERRIDES_HELP: Bilingual = {
  zh: '改数：两列的区域，左列为本条款的数字或读法的名称，或“单位”（如 千元），右列为新值；可不填。',
  en: 'A range of two columns: names of figures or readings of the clause, or 单位 (unit), such as 千元, and their values; may be left out.',
};

const overridesParameter = (lang: Lang): ParameterMetadata => ({
  name: OVERRIDES_NAME[lang],
  description: OVERRIDES_HELP[lang],
  type: 'any',
  dimensionality: 'matrix',
  optional: true,
});

function generalParameter(
  { name, help, optional, repeating }: GeneralParameter,
  lang: Lang,
): ParameterMetadata {
  return {
    name: name[lang],
    description: clipped(help[lang]),
    type: 'any',
    dimensionality: 'matrix',
    ...(optional === true ? { optional } : {}),
    ...(repeating === true ? { repeating } : {}),
  };
}

/** As Excel shows an argument's name: letters, digits and `_`. */
const identifier = (name: string): string =>
  name
    .replace('（参数）', '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '');

/** So much of a description Excel's function wizard shows. */
const LONGEST = 255;

/** Whole sentences or clauses of a sentence, as many as fit. */
function clipped(text: string): string {
  if (text.length <= LONGEST) return text;
  const kept = text.slice(0, LONGEST - 1);
  const end = Math.max(...['。', '；', '，', '. ', '; ', ', '].map((mark) => kept.lastIndexOf(mark)));
  return `${end > 0 ? kept.slice(0, end) : kept}…`;
}
