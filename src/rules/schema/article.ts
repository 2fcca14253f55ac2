import { bilingual } from './bilingual';
import { list, named, oneOrMore, optional, record, required, type ReadRecord } from './collection';
import { condition } from './condition';
import { award } from './award';
import { anything, oneOf, pattern, text, wholeNumber } from './leaf';
import { described } from './shape';
import { value } from './value';

/** An article file and its clauses: shape only. */

export const CLAUSE_KINDS = ['award', 'ceiling', 'unquantified', 'contribution', 'support'] as const;
export const RECORD_KINDS = ['budget', 'target', 'procedure'] as const;
export const GRAINS = ['enterprise', 'project', 'building', 'item'] as const;
export const LEVELS = ['district', 'city', 'province', 'national'] as const;

export const date = pattern('^\\d{4}(-\\d{2}){0,2}$', {
  zh: '日期，如 2020-02-14',
  en: 'a date such as 2020-02-14',
});

const periodFields = { from: optional(date), to: optional(date) };
export const period = record({ zh: '期间', en: 'The period' }, periodFields);
export type RawPeriod = ReadRecord<typeof periodFields>;

const payout = record(
  { zh: 'payout', en: 'payout' },
  { after: optional(wholeNumber), shares: optional(text) },
);
const pool = record({ zh: 'pool', en: 'pool' }, { amount: required(text), reading: optional(text) });
const budget = record(
  { zh: 'budget', en: 'budget' },
  { amount: required(text), bound: required(oneOf('exactly', 'atLeast')) },
);

const readingFields = {
  issue: required(bilingual),
  options: required(named(bilingual)),
  recommended: required(text),
  why: required(bilingual),
};
const reading = record({ zh: '读法', en: 'The reading' }, readingFields);
export type RawReadingDeclaration = ReadRecord<typeof readingFields>;
export const readings = named(reading);

export const INPUT_PATTERN = '^[A-Za-z][A-Za-z0-9]*\\??$';
const inputName = pattern(INPUT_PATTERN, {
  zh: '指标的键名，可缺的加“?”',
  en: 'the key of an indicator, with "?" if optional',
});

const exampleFields = {
  in: required(named(anything)),
  with: optional(named(anything)),
  readings: optional(named(text)),
  gives: required(text),
  uncapped: optional(text),
  cap: optional(text),
  amount: optional(text),
  missing: optional(oneOrMore(text)),
  payout: optional(named(text)),
  why: optional(text),
};
const example = record({ zh: '例子', en: 'The example' }, exampleFields);
export type RawExample = ReadRecord<typeof exampleFields>;

/** What `defaults` may set for all clauses of the file. */
const inherited = {
  kind: optional(
    described(
      oneOf(...CLAUSE_KINDS, ...RECORD_KINDS),
      '类别 / award, ceiling, unquantified, contribution, support; records: budget, target, procedure',
    ),
  ),
  field: optional(described(text, '领域 / field, as the stacking provisions name it')),
  project: optional(described(text, '项目 / project, as the stacking provisions name it')),
  department: optional(described(text, '牵头部门 / lead department')),
  beneficiary: optional(bilingual),
  grain: optional(
    described(oneOf(...GRAINS), '计给对象 / once per enterprise, or adding up per project, building or item'),
  ),
  inForce: optional(period),
  payout: optional(payout),
};

export const clauseFields = {
  clause: optional(
    described(text, '原文条号，与编号不同时写 / number in the text where it differs from the id'),
  ),
  title: required(bilingual),
  summary: required(bilingual),
  ...inherited,
  function: optional(
    described(
      pattern('^SUBSIDY_[A-Z0-9_]+$', {
        zh: '以 SUBSIDY_ 开头的大写函数名',
        en: 'a function name in capitals that starts with SUBSIDY_',
      }),
      '自定义函数名 / name of the custom function',
    ),
  ),
  inputs: optional(
    described(list(inputName), '指标，按原文次序 / indicators in the order of the text; key? is optional'),
  ),
  forReference: optional(
    described(oneOrMore(text), '只供参考、不影响结果的输入 / inputs that are shown and change nothing'),
  ),
  let: optional(described(named(value), '中间值 / names for values')),
  figures: optional(described(named(value), '表达式之外的数 / named figures')),
  when: optional(described(oneOrMore(condition), '条件，须全部满足 / conditions, all of which must hold')),
  requires: optional(
    described(oneOrMore(text), '须先符合其一的条款 / base clauses of which one must be payable'),
  ),
  award: optional(described(award, '金额如何得出 / how the amount comes about')),
  saving: optional(described(award, '减负金额如何得出 / how the saving comes about')),
  pool: optional(pool),
  readings: optional(readings),
  budget: optional(budget),
  notes: optional(list(bilingual)),
  examples: optional(list(example)),
};
const clause = record({ zh: '条款', en: 'The clause' }, clauseFields);
export type RawClause = ReadRecord<typeof clauseFields>;

const defaultsFields = inherited;
const defaults = record({ zh: 'defaults', en: 'defaults' }, defaultsFields);
export type RawDefaults = ReadRecord<typeof defaultsFields>;

const articleFields = {
  article: required(text),
  title: optional(bilingual),
  defaults: optional(defaults),
  clauses: required(named(clause)),
};
export const article = record({ zh: '条文文件', en: 'The article file' }, articleFields);
export type RawArticle = ReadRecord<typeof articleFields>;
