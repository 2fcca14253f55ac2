import type { Bilingual, Lang, PolicyDiff } from '../rules';

type Change = PolicyDiff['policy'][number];

const PARTS: Readonly<Record<Change['part'], Bilingual>> = {
  figure: { zh: '数字', en: 'figure' },
  condition: { zh: '条件', en: 'condition' },
  amount: { zh: '金额', en: 'amount' },
  reading: { zh: '读法', en: 'reading' },
  recommended: { zh: '推荐读法', en: 'recommended reading' },
  period: { zh: '有效期', en: 'period' },
  year: { zh: '年度', en: 'year' },
  kind: { zh: '类别', en: 'kind' },
  grain: { zh: '给付单位', en: 'grain' },
  department: { zh: '牵头部门', en: 'lead department' },
  inputs: { zh: '指标', en: 'inputs' },
  requires: { zh: '基础条款', en: 'base clauses' },
  payout: { zh: '兑付', en: 'payout' },
  exclusive: { zh: '不重复', en: 'exclusive' },
  review: { zh: '复核', en: 'review' },
  scope: { zh: '适用范围', en: 'scope' },
  vetoes: { zh: '一票否决', en: 'vetoes' },
};

/** `subsidy rules diff`: what was added, removed and changed, clause by clause, figure by figure. */
export function policyDiffText(diff: PolicyDiff, lang: Lang): string {
  const zh = lang === 'zh';
  const lines = [`${diff.from} → ${diff.to}`];
  lines.push(...diff.policy.map((change) => `  ${changeText(change, lang)}`));
  for (const { clause, title } of diff.added) lines.push(`+ ${clause}  ${title[lang]}`);
  for (const { clause, title } of diff.removed) lines.push(`- ${clause}  ${title[lang]}`);
  for (const { clause, title, changes } of diff.changed) {
    lines.push(`~ ${clause}  ${title[lang]}`);
    lines.push(...changes.map((change) => `    ${changeText(change, lang)}`));
  }
  const { added, removed, changed } = diff;
  lines.push(
    zh
      ? `新增 ${added.length} 条，删除 ${removed.length} 条，修改 ${changed.length} 条。`
      : `${added.length} added, ${removed.length} removed, ${changed.length} changed.`,
  );
  return `${lines.join('\n')}\n`;
}

function changeText({ part, name, before, after }: Change, lang: Lang): string {
  const what = name === undefined ? PARTS[part][lang] : `${PARTS[part][lang]} ${name}`;
  const none = lang === 'zh' ? '无' : 'none';
  return `${what}${lang === 'zh' ? '：' : ': '}${before ?? none} → ${after ?? none}`;
}
