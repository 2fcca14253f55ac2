import { didYouMean, error, listed, quoted, spaced, warning } from './template';

/** Texts for clauses: awards, tiers, caps, what is unused, examples. */
export const CLAUSE_MESSAGES = {
  'not-yuan': error<{ unit: string; zh: string; en: string }>(
    (p) => `${spaced(p.zh).trimStart()}应以元计，这里得出的单位是${quoted(p.unit, 'zh')}。请改正单位或指标。`,
    (p) =>
      `${p.en} must be in yuan (元); this comes out in ${quoted(p.unit, 'en')}. Correct the unit or the indicator.`,
  ),
  'award-form': error<{ zh: string; en: string }>(
    (p) => `看不出金额如何得出：${p.zh}。请按语言参考“Awards”表中的一种形式书写。`,
    (p) =>
      `How the amount comes about cannot be told: ${p.en}. Write one of the forms of the table "Awards".`,
  ),
  'key-without-effect': error<{ key: string }>(
    (p) => `“${p.key}”在这里不起作用：金额的这种形式不用它。请删去，或按语言参考“Awards”表改写。`,
    (p) =>
      `"${p.key}" has no effect here: this form of amount does not use it. Take it out, or rewrite the award as the table "Awards" shows.`,
  ),
  'kind-mismatch': error<{ kind: string; zh: string; en: string }>(
    (p) => `kind 为“${p.kind}”，但${spaced(p.zh)}。请改正 kind 或金额的写法。`,
    (p) => `The kind is "${p.kind}", but ${p.en}. Correct the kind or the amount.`,
  ),
  'ceiling-without-bound': error(
    () => 'kind 为“ceiling”，金额却没有写明上限。请加 cap（或 bound），其数额须为文件所定。',
    () => 'The kind is "ceiling" but no bound is given. Add a cap (or bound) that the text fixes.',
  ),
  'duplicate-tier': error<{ name: string }>(
    (p) => `档名“${p.name}”重复。每档的名字进入数字的编号，须各不相同，请改名。`,
    (p) => `The tier name "${p.name}" occurs twice. Names of tiers are part of figure ids; rename one.`,
  ),
  'unreachable-tier': warning<{ tier: string; earlier: string }>(
    (p) => `档“${p.tier}”永远轮不到：凡符合它的都已先符合档“${p.earlier}”。请从高到低排列，或改正门槛。`,
    (p) =>
      `The tier "${p.tier}" can never decide: whatever meets it meets the tier "${p.earlier}" before. Put the highest first, or correct the line.`,
  ),
  'tiers-not-descending': warning<{ tier: string; earlier: string }>(
    (p) => `档“${p.tier}”的门槛高于前面的档“${p.earlier}”。各档须从高到低排列，请调换次序。`,
    (p) =>
      `The line of the tier "${p.tier}" is above that of the earlier tier "${p.earlier}". Tiers stand highest first; change their order.`,
  ),
  'impossible-condition': warning<{ condition: string }>(
    (p) => `条件“${p.condition}”永远不会成立，各部分互相矛盾。请改正门槛。`,
    (p) =>
      `The condition "${p.condition}" can never hold: its parts contradict each other. Correct the lines.`,
  ),
  'cap-below-fixed': warning<{ cap: string; amount: string }>(
    (p) => `上限 ${p.cap} 低于固定金额 ${p.amount}，固定金额永远拿不到。请核对原文的两个数。`,
    (p) =>
      `The cap ${p.cap} is below the fixed amount ${p.amount}, which can then never be paid. Check both figures in the text.`,
  ),
  'cap-never-reached': warning<{ cap: string; amount: string }>(
    (p) => `上限 ${p.cap} 永远不起作用：金额最多为 ${p.amount}。请核对原文，或删去 cap。`,
    (p) =>
      `The cap ${p.cap} can never bite: the amount is at most ${p.amount}. Check the text, or leave the cap out.`,
  ),
  'unused-input': warning<{ key: string }>(
    (p) => `inputs 列出的“${p.key}”没有用到。请用上它，或从 inputs 删去；只供参考的写入 forReference。`,
    (p) =>
      `The input "${p.key}" is not used. Use it, take it out of inputs, or name it under forReference if it is only shown.`,
  ),
  'unused-let': warning<{ name: string }>(
    (p) => `let “${p.name}”没有用到。请用上它，或删去。`,
    (p) => `The let "${p.name}" is not used. Use it, or take it out.`,
  ),
  'unused-reading': warning<{ name: string }>(
    (p) => `声明的读法“${p.name}”没有用到，改选它不会改变任何结果。请在条件或金额中用上，或改写为 notes。`,
    (p) =>
      `The declared reading "${p.name}" is not used; switching it would change nothing. Use it in a condition or amount, or make it one of the notes.`,
  ),
  'unused-figure': warning<{ name: string }>(
    (p) => `figures 里的“${p.name}”没有用到。请在表达式中用上它，或删去；只供参考的写入 forReference。`,
    (p) =>
      `The figure "${p.name}" is not used. Use it in an expression, take it out, or name it under forReference if it is only shown.`,
  ),
  'duplicate-name': error<{ name: string; zh: string; en: string }>(
    (p) => `名字“${p.name}”已用作${spaced(p.zh)}，不能再用。请换一个名字。`,
    (p) => `The name "${p.name}" is taken by ${p.en}. Choose another.`,
  ),
  'too-few-examples': warning<{ count: number }>(
    (p) => `条款只有 ${p.count} 个例子，至少要 4 个，包括每条门槛和上限的两侧。请补 examples。`,
    (p) =>
      `The clause has ${p.count} example${p.count === 1 ? '' : 's'}; it needs at least 4, among them both sides of each line and cap. Add examples.`,
  ),
  'example-input': error<{ key: string; suggestion: string | undefined }>(
    (p) =>
      `例子给出的“${p.key}”不在条款的 inputs 里。请改正键名，或加入 inputs。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `The example gives "${p.key}", which is not among the clause's inputs. Correct the key, or add it to inputs.${didYouMean(p.suggestion, 'en')}`,
  ),
  'example-category': warning<{ value: string; key: string; known: readonly string[] }>(
    (p) => `例子里的“${p.value}”不是指标“${p.key}”的已知值（${listed(p.known, 'zh')}）。如非有意，请改正。`,
    (p) =>
      `"${p.value}" in the example is no known value of "${p.key}" (${listed(p.known, 'en')}). Correct it, unless it is meant to be unknown.`,
  ),
  'example-place': error<{ key: string; zh: string; en: string }>(
    (p) => `“${p.key}”应写在 ${p.zh} 里。请移过去。`,
    (p) => `"${p.key}" belongs under ${p.en}. Move it there.`,
  ),
  'unknown-clause': error<{ name: string; suggestion: string | undefined }>(
    (p) => `本政策没有条款“${p.name}”。请写条款编号（不带政策编号）。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `The policy has no clause "${p.name}". Write a clause's number, without the policy's id.${didYouMean(p.suggestion, 'en')}`,
  ),
  'clause-without-amount': error<{ name: string }>(
    (p) => `条款“${p.name}”没有金额，不能在此引用。请改引有 award 的条款。`,
    (p) => `The clause "${p.name}" has no amount and cannot stand here. Name a clause with an award.`,
  ),
  'duplicate-id': error<{ id: string; first: string }>(
    (p) => `条款编号“${p.id}”重复，首次出现在 ${p.first}。请改号。`,
    (p) => `The clause id "${p.id}" occurs twice; first at ${p.first}. Renumber one.`,
  ),
  'duplicate-function': error<{ name: string; first: string }>(
    (p) => `函数名“${p.name}”已用于 ${p.first}。函数名在所有政策中须唯一，请改名。`,
    (p) =>
      `The function "${p.name}" is already that of ${p.first}. Names of functions are unique over all policies; rename one.`,
  ),
  'recommended-unknown': error<{ option: string; known: readonly string[] }>(
    (p) => `recommended 所写“${p.option}”不在 options 里。应为${listed(p.known, 'zh')}之一。`,
    (p) => `The recommended "${p.option}" is not among the options. Write one of ${listed(p.known, 'en')}.`,
  ),
  'too-few-options': error<{ name: string }>(
    (p) => `读法“${p.name}”的选项不足两个，无可选择。请至少写两个选项。`,
    (p) =>
      `The reading "${p.name}" has fewer than two options, so there is nothing to choose. Give at least two.`,
  ),
} as const;
