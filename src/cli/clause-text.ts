import {
  type Bilingual,
  type Clause,
  describeExpr,
  type Lang,
  type Policy,
  type PolicyRecord,
  printAward,
} from '../rules';
import { alignedRows } from './console';

/** Kinds of clauses and records, for people. */
export const KIND_WORDS: Readonly<Record<Clause['kind'] | PolicyRecord['kind'], Bilingual>> = {
  award: { zh: '金额确定', en: 'award' },
  ceiling: { zh: '仅有上限', en: 'ceiling' },
  unquantified: { zh: '未定金额', en: 'unquantified' },
  contribution: { zh: '减负', en: 'contribution' },
  support: { zh: '非货币', en: 'support' },
  budget: { zh: '预算', en: 'budget' },
  target: { zh: '目标', en: 'target' },
  procedure: { zh: '程序', en: 'procedure' },
};

/** `subsidy rules show`: a rule or record in words, with every figure and reading by its id. */
export function clauseText(policy: Policy, entry: Clause | PolicyRecord, lang: Lang): string {
  const zh = lang === 'zh';
  const lines = [
    `${entry.id}  ${entry.title[lang]}  (${KIND_WORDS[entry.kind][lang]})`,
    `  ${entry.summary[lang]}`,
    `  ${zh ? '牵头部门' : 'Lead department'}: ${entry.department}   ${zh ? '领域' : 'Field'}: ${entry.field}`,
  ];
  if ('when' in entry) lines.push(...ruleLines(policy, entry, lang));
  const figures = entry.figures.flatMap((id) => policy.figures.get(id) ?? []);
  if (figures.length > 0) {
    lines.push(zh ? '  数字（可在情景中改）：' : '  Figures (a scenario can change them):');
    lines.push(
      ...alignedRows(
        figures.map(({ id, text }) => [id, text]),
        [],
      ).map((row) => `    ${row}`),
    );
  }
  if ('readings' in entry) {
    for (const reading of entry.readings) {
      lines.push(`  ${zh ? '读法' : 'Reading'} ${reading.id}${zh ? '：' : ': '}${reading.issue[lang]}`);
      for (const option of reading.options) {
        const mark = option.name === reading.recommended ? '*' : ' ';
        lines.push(`    ${mark} ${option.name}${zh ? '：' : ': '}${option.label[lang]}`);
      }
      lines.push(`      ${reading.why[lang]}`);
    }
  }
  if (entry.notes.length > 0) {
    lines.push(zh ? '  说明：' : '  Notes:', ...entry.notes.map((note) => `    - ${note[lang]}`));
  }
  return `${lines.join('\n')}\n`;
}

function ruleLines(policy: Policy, clause: Clause, lang: Lang): string[] {
  const zh = lang === 'zh';
  const lines: string[] = [];
  if (clause.function !== undefined) lines.push(`  ${zh ? '函数' : 'Function'}: POLICY.${clause.function}`);
  if (clause.inputs.length > 0) {
    const inputs = clause.inputs.map(({ key, required }) => {
      const name = policy.vocabulary.indicators.get(key)?.names[lang] ?? key;
      return `${name}${required ? '' : zh ? '（可选）' : ' (optional)'}`;
    });
    lines.push(`  ${zh ? '指标' : 'Inputs'}: ${inputs.join(zh ? '、' : ', ')}`);
  }
  if (clause.when.length > 0) {
    lines.push(zh ? '  条件：' : '  Conditions:');
    for (const condition of clause.when) {
      lines.push(`    - ${condition.label?.[lang] ?? describeExpr(condition.expr, policy, lang)}`);
    }
  }
  if (clause.award !== undefined) {
    lines.push(`  ${zh ? '金额' : 'Amount'}: ${printAward(clause.award, policy)}`);
  }
  return lines;
}
