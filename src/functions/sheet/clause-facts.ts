import { findClause, textOf } from '../catalogue/find-clause';
import { invalidValue, isFailure, type CellMatrix, type CellResult } from '../cells/cell';
import {
  describeExpr,
  printAward,
  type Bilingual,
  type Clause,
  type ClauseKind,
  type Lang,
  type Policy,
} from '../../rules';

const KIND_WORDS: Readonly<Record<ClauseKind, Bilingual>> = {
  award: { zh: '金额确定', en: 'award' },
  ceiling: { zh: '仅有上限', en: 'ceiling' },
  unquantified: { zh: '未定金额', en: 'unquantified' },
  contribution: { zh: '减负', en: 'contribution' },
  support: { zh: '非货币', en: 'support' },
};

/** One thing that can be asked of a clause, under its Chinese and English word. */
interface Fact {
  readonly words: Bilingual;
  readonly of: (clause: Clause, policy: Policy, lang: Lang) => string;
}

const FACTS: readonly Fact[] = [
  { words: { zh: '标题', en: 'title' }, of: ({ title }, _, lang) => title[lang] },
  { words: { zh: '摘要', en: 'summary' }, of: ({ summary }, _, lang) => summary[lang] },
  { words: { zh: '条款', en: 'id' }, of: ({ id }) => id },
  { words: { zh: '类型', en: 'kind' }, of: ({ kind }, _, lang) => KIND_WORDS[kind][lang] },
  { words: { zh: '牵头部门', en: 'department' }, of: ({ department }) => department },
  { words: { zh: '领域', en: 'field' }, of: ({ field }) => field },
  { words: { zh: '项目', en: 'project' }, of: ({ project }) => project ?? '' },
  { words: { zh: '政策', en: 'policy' }, of: (_, { title }, lang) => title[lang] },
  {
    words: { zh: '有效期', en: 'period' },
    of: ({ inForce }, policy) => {
      const { from, to } = { ...policy.inForce, ...inForce };
      return `${from} – ${to}`;
    },
  },
  {
    words: { zh: '函数', en: 'function' },
    of: ({ function: name }) => (name === undefined ? '' : `POLICY.${name}`),
  },
  {
    words: { zh: '指标', en: 'inputs' },
    of: ({ inputs }, { vocabulary }, lang) =>
      inputs
        .map(({ key }) => vocabulary.indicators.get(key)?.names[lang] ?? key)
        .join(lang === 'zh' ? '、' : ', '),
  },
  {
    words: { zh: '条件', en: 'conditions' },
    of: ({ when }, policy, lang) =>
      when
        .map(({ label, expr }) => label?.[lang] ?? describeExpr(expr, policy, lang))
        .join(lang === 'zh' ? '；' : '; '),
  },
  {
    words: { zh: '金额', en: 'amount' },
    of: ({ award }, policy) => (award === undefined ? '' : printAward(award, policy)),
  },
  {
    words: { zh: '说明', en: 'notes' },
    of: ({ notes }, _, lang) => notes.map((note) => note[lang]).join(lang === 'zh' ? '；' : '; '),
  },
];

/** What can be asked, for the help of the function. */
export const CLAUSE_FACTS: readonly Bilingual[] = FACTS.map(({ words }) => words);

/** SUBSIDY_CLAUSE: the title of a clause, or what else is asked of it; `*` or 全部 lists everything. */
export function clauseCells(
  clauseName: unknown,
  what: unknown,
  policies: readonly Policy[],
  lang: Lang,
): CellMatrix {
  const found = findClause(clauseName, policies);
  if (isFailure(found)) return [[found]];
  const { clause, policy } = found;
  const asked = textOf(what).toLowerCase();
  if (asked === '*' || asked === '全部' || asked === 'all')
    return FACTS.map(({ words, of }) => [words[lang], of(clause, policy, lang)]);
  const fact = asked === '' ? FACTS[0] : FACTS.find(({ words }) => words.zh === asked || words.en === asked);
  return [[fact === undefined ? unknownFact(asked) : fact.of(clause, policy, lang)]];
}

function unknownFact(asked: string): CellResult {
  return invalidValue(
    `不能查“${asked}”；可查：${CLAUSE_FACTS.map(({ zh }) => zh).join('、')}、全部。`,
    `“${asked}” cannot be asked; ask for ${CLAUSE_FACTS.map(({ en }) => en).join(', ')} or all.`,
  );
}
