import { didYouMean, error, listed, quoted, spaced } from './template';

/** Texts for literals, expressions, names, types and units. */
export const EXPRESSION_MESSAGES = {
  'bad-literal': error<{ written: string; zh: string; en: string }>(
    (p) => `“${p.written}”不能读作${p.zh}。请改正。`,
    (p) => `"${p.written}" cannot be read as ${p.en}. Correct it.`,
  ),
  'bad-date': error<{ written: string }>(
    (p) => `“${p.written}”不是日历上的日期。请写成 2020、2020-02 或 2020-02-14。`,
    (p) => `"${p.written}" is no date of the calendar. Write 2020, 2020-02 or 2020-02-14.`,
  ),
  'unknown-unit': error<{ unit: string; written: string; suggestion: string | undefined }>(
    (p) =>
      `“${p.written}”的单位“${p.unit}”不认识。请用语言参考所列单位，如 万元、㎡、户、%。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `The unit "${p.unit}" of "${p.written}" is unknown. Use a unit of the language, such as 万元, ㎡, 户 or %.${didYouMean(p.suggestion, 'en')}`,
  ),
  'number-without-unit': error<{ written: string }>(
    (p) =>
      `数字“${p.written}”没有单位，只有 0 可以不写。请写明单位，如 ${p.written}万元、${p.written}%、${p.written}倍。`,
    (p) =>
      `The number "${p.written}" has no unit; only 0 needs none. Write the unit, as in ${p.written}万元, ${p.written}% or ${p.written}倍.`,
  ),
  'expression-syntax': error<{ found: string | undefined; expected: { zh: string; en: string } }>(
    (p) =>
      `表达式${p.found === undefined ? '在此中断' : `在“${p.found}”处读不下去`}，应为${spaced(p.expected.zh)}。请改写此处。`,
    (p) =>
      `The expression ${p.found === undefined ? 'ends too early' : `cannot go on with "${p.found}"`}; expected ${p.expected.en}. Rewrite this place.`,
  ),
  'unknown-name': error<{ name: string; suggestion: string | undefined }>(
    (p) =>
      `没有名为“${p.name}”的指标、let 或 figures。请先在 inputs、let 或 figures 里写明。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `There is no indicator, let or figure named "${p.name}". State it in inputs, let or figures first.${didYouMean(p.suggestion, 'en')}`,
  ),
  'used-before-defined': error<{ name: string }>(
    (p) => `“${p.name}”在下文才定义，let 只能用前面的名字。请把它移到前面。`,
    (p) => `"${p.name}" is defined further down; a let uses earlier names only. Move it up.`,
  ),
  'unknown-indicator': error<{ key: string; suggestion: string | undefined }>(
    (p) =>
      `词汇表 indicators.yaml 里没有指标“${p.key}”。请改正键名，或先在词汇表中加入。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `The vocabulary indicators.yaml has no indicator "${p.key}". Correct the key or add it there first.${didYouMean(p.suggestion, 'en')}`,
  ),
  'not-an-input': error<{ key: string }>(
    (p) => `用到了指标“${p.key}”，但条款的 inputs 没有列出它。请加入 inputs（可缺的写“${p.key}?”）。`,
    (p) =>
      `The indicator "${p.key}" is used but not among the clause's inputs. Add it to inputs ("${p.key}?" if optional).`,
  ),
  'unknown-category': error<{
    value: string;
    key: string;
    known: readonly string[];
    suggestion: string | undefined;
  }>(
    (p) =>
      `“${p.value}”不是指标“${p.key}”的规范值。可用：${listed(p.known, 'zh')}。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `"${p.value}" is no canonical value of the indicator "${p.key}". Known: ${listed(p.known, 'en')}.${didYouMean(p.suggestion, 'en')}`,
  ),
  'unknown-function': error<{ name: string; known: readonly string[]; suggestion: string | undefined }>(
    (p) => `没有函数“${p.name}”。可用：${listed(p.known, 'zh')}。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `There is no function "${p.name}". Known: ${listed(p.known, 'en')}.${didYouMean(p.suggestion, 'en')}`,
  ),
  'bad-arguments': error<{ usage: string }>(
    (p) => `参数与函数不符。应写成 ${p.usage}。`,
    (p) => `The arguments do not fit the function. Write ${p.usage}.`,
  ),
  'unknown-reading': error<{ name: string; suggestion: string | undefined }>(
    (p) =>
      `没有声明读法“${p.name}”。请在条款或 policy.yaml 的 readings 中声明。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `No reading "${p.name}" is declared. Declare it under readings of the clause or of policy.yaml.${didYouMean(p.suggestion, 'en')}`,
  ),
  'unknown-option': error<{
    option: string;
    reading: string;
    known: readonly string[];
    suggestion: string | undefined;
  }>(
    (p) =>
      `读法“${p.reading}”没有选项“${p.option}”。选项为${listed(p.known, 'zh')}。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `The reading "${p.reading}" has no option "${p.option}". Its options are ${listed(p.known, 'en')}.${didYouMean(p.suggestion, 'en')}`,
  ),
  'pool-option': error<{ option: string; known: readonly string[] }>(
    (p) => `资金池的分法没有“${p.option}”。选项的名称为${listed(p.known, 'zh')}。`,
    (p) => `There is no way "${p.option}" to share a pool. The options are named ${listed(p.known, 'en')}.`,
  ),
  'missing-option': error<{ reading: string; missing: readonly string[] }>(
    (p) => `读法“${p.reading}”的每个选项都要给出值，还缺${listed(p.missing, 'zh')}。请补上。`,
    (p) =>
      `Every option of the reading "${p.reading}" needs a value; missing: ${listed(p.missing, 'en')}. Add it.`,
  ),
  'type-mismatch': error<{ found: { zh: string; en: string }; expected: { zh: string; en: string } }>(
    (p) => `这里写的是${spaced(p.found.zh)}，应为${spaced(p.expected.zh)}。请改用合适的指标或表达式。`,
    (p) => `This is ${p.found.en}; expected ${p.expected.en}. Use an indicator or expression of that type.`,
  ),
  incomparable: error<{ left: string; right: string }>(
    (p) =>
      `左边以${quoted(p.left, 'zh')}计，右边以${quoted(p.right, 'zh')}计，无法比较。两边须是同一种量，请改正单位或指标。`,
    (p) =>
      `The left side is in ${quoted(p.left, 'en')}, the right side in ${quoted(p.right, 'en')}: they cannot be compared. Both sides must measure the same; correct the unit or the indicator.`,
  ),
  'unit-mismatch': error<{ left: string; right: string }>(
    (p) => `${quoted(p.left, 'zh')}与${quoted(p.right, 'zh')}不是同一种量，不能合在一起。请改正单位或指标。`,
    (p) =>
      `${quoted(p.left, 'en')} and ${quoted(p.right, 'en')} are not the same quantity and cannot be combined. Correct the unit or the indicator.`,
  ),
} as const;
