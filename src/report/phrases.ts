import type { ClauseId, IndicatorKey, Lang, Policy } from '../rules';

/** Pieces of sentences, punctuated as each language does. */

/** `xishan-2020/19.2` → `19.2`: where the policy is known. */
export function clauseNumber(id: ClauseId): string {
  return id.slice(id.indexOf('/') + 1);
}

/** An indicator's name; its key where the vocabulary does not know it. */
export function indicatorName(key: IndicatorKey, policy: Policy, lang: Lang): string {
  return policy.vocabulary.indicators.get(key)?.names[lang] ?? key;
}

export function indicatorNames(keys: readonly IndicatorKey[], policy: Policy, lang: Lang): string {
  return listed(
    keys.map((key) => indicatorName(key, policy, lang)),
    lang,
  );
}

export function listed(items: readonly string[], lang: Lang): string {
  return items.join(lang === 'zh' ? '、' : ', ');
}

/** `19.2（未定金额）`, `19.2 (unquantified)`. */
export function bracketed(text: string, remark: string, lang: Lang): string {
  return lang === 'zh' ? `${text}（${remark}）` : `${text} (${remark})`;
}

export function labelled(label: string, text: string, lang: Lang): string {
  return lang === 'zh' ? `${label}：${text}` : `${label}: ${text}`;
}
