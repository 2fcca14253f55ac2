import { didYouMean, error, listed, warning } from './template';

/** Texts for policy.yaml, packs as a whole, and the vocabulary. */
export const POLICY_MESSAGES = {
  'no-policy-file': error<{ folder: string }>(
    (p) => `文件夹“${p.folder}”里没有 policy.yaml。每个政策须有一个，请补上。`,
    (p) => `The folder "${p.folder}" has no policy.yaml. Every policy has one; add it.`,
  ),
  'no-vocabulary': error(
    () => '没有 indicators.yaml，无法检查政策。请在规则文件夹中放入词汇表。',
    () =>
      'There is no indicators.yaml, so no policy can be checked. Put the vocabulary into the rules folder.',
  ),
  'article-without-file': error<{ name: string }>(
    (p) => `articles 列出了“${p.name}”，但没有文件 ${p.name}.yaml。请补文件，或从 articles 删去。`,
    (p) =>
      `articles lists "${p.name}", but there is no file ${p.name}.yaml. Add the file, or take it out of articles.`,
  ),
  'file-not-listed': error<{ name: string }>(
    (p) => `文件 ${p.name}.yaml 没有列入 policy.yaml 的 articles，不会被采用。请列入，或删去文件。`,
    (p) =>
      `The file ${p.name}.yaml is not listed in articles of policy.yaml and would not be used. List it, or remove the file.`,
  ),
  'name-differs': error<{ written: string; expected: string; zh: string; en: string }>(
    (p) => `这里写“${p.written}”，而${p.zh}为“${p.expected}”，两者须一致。请改正其一。`,
    (p) => `Here stands "${p.written}", but ${p.en} is "${p.expected}"; the two must agree. Correct one.`,
  ),
  'unknown-figure': error<{ name: string; known: readonly string[]; suggestion: string | undefined }>(
    (p) => `figures 里没有“${p.name}”。已有：${listed(p.known, 'zh')}。${didYouMean(p.suggestion, 'zh')}`,
    (p) => `figures has no "${p.name}". Known: ${listed(p.known, 'en')}.${didYouMean(p.suggestion, 'en')}`,
  ),
  'reversed-range': error<{ from: string; to: string }>(
    (p) => `期间的起点 ${p.from} 晚于终点 ${p.to}。请调换或改正。`,
    (p) => `The period starts at ${p.from}, after its end ${p.to}. Swap or correct them.`,
  ),
  'dated-not-ascending': error<{ date: string; before: string }>(
    (p) => `${p.date} 排在 ${p.before} 之后却不晚于它。分期的数值须按日期从早到晚书写，请调整。`,
    (p) =>
      `${p.date} stands after ${p.before} but is not later. Dated values stand from the earliest to the latest; reorder them.`,
  ),
  'year-outside-period': error<{ year: string; from: string; to: string }>(
    (p) => `year ${p.year} 不在施行期 ${p.from} 至 ${p.to} 之内。请改正其一。`,
    (p) => `The year ${p.year} lies outside the period in force, ${p.from} to ${p.to}. Correct one of them.`,
  ),
  'unit-of-type': error<{ type: string; unit: string; known: readonly string[] }>(
    (p) =>
      p.known.length === 0
        ? `类型“${p.type}”的指标没有单位，这里写了“${p.unit}”。请删去 unit。`
        : `类型“${p.type}”的指标不能以“${p.unit}”为单位。应为${listed(p.known, 'zh')}之一。`,
    (p) =>
      p.known.length === 0
        ? `An indicator of type "${p.type}" has no unit; here stands "${p.unit}". Take the unit out.`
        : `An indicator of type "${p.type}" cannot be in "${p.unit}". Write one of ${listed(p.known, 'en')}.`,
  ),
  'shared-header': warning<{ header: string; first: string }>(
    (p) => `表头“${p.header}”已属于指标“${p.first}”，同一表头只能指一个指标。请从其一删去。`,
    (p) =>
      `The header "${p.header}" already names the indicator "${p.first}"; a header names one indicator. Remove it from one of them.`,
  ),
} as const;
