import {
  type Bilingual,
  type Clause,
  type Condition,
  describeExpr,
  type Lang,
  type Policy,
  type PolicyRecord,
  printAward,
} from '../rules';
import { bracketed, clauseNumber, indicatorName, labelled, listed } from '../report';
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
  const word = (zh: string, en: string): string => ({ zh, en })[lang];
  const figures = entry.figures.flatMap((id) => policy.figures.get(id) ?? []);
  const lines = [
    `${entry.id}  ${bracketed(entry.title[lang], KIND_WORDS[entry.kind][lang], lang)}`,
    `  ${entry.summary[lang]}`,
    `  ${labelled(word('牵头部门', 'Lead department'), entry.department, lang)}`,
    `  ${labelled(word('领域', 'Field'), entry.field, lang)}`,
    ...('when' in entry ? ruleLines(policy, entry, lang).map((line) => `  ${line}`) : []),
    ...titled(
      word('数字（可在情景中改）', 'Figures (a scenario can change them)'),
      alignedRows(
        figures.map(({ id, text }) => [id, text]),
        [],
      ),
      lang,
    ),
    ...('readings' in entry ? readingLines(entry, lang).map((line) => `  ${line}`) : []),
    ...titled(
      word('说明', 'Notes'),
      entry.notes.map((note) => `- ${note[lang]}`),
      lang,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** A heading with lines below it; nothing without lines. */
function titled(heading: string, lines: readonly string[], lang: Lang): string[] {
  return lines.length === 0
    ? []
    : [`  ${labelled(heading, '', lang).trimEnd()}`, ...lines.map((line) => `    ${line}`)];
}

function ruleLines(policy: Policy, clause: Clause, lang: Lang): string[] {
  const word = (zh: string, en: string): string => ({ zh, en })[lang];
  const inputs = clause.inputs.map(({ key, required }) => {
    const name = indicatorName(key, policy, lang);
    return required ? name : bracketed(name, word('可选', 'optional'), lang);
  });
  const conditions = clause.when.map((condition) => `  - ${conditionText(policy, condition, lang)}`);
  const lets = [...clause.let].map(
    ([name, expr]) => `  ${labelled(name, describeExpr(expr, policy, lang), lang)}`,
  );
  return [
    ...(clause.function === undefined
      ? []
      : [labelled(word('函数', 'Function'), `POLICY.${clause.function}`, lang)]),
    ...(inputs.length === 0 ? [] : [labelled(word('指标', 'Inputs'), listed(inputs, lang), lang)]),
    ...(lets.length === 0 ? [] : [labelled(word('其中', 'Where'), '', lang).trimEnd(), ...lets]),
    ...(conditions.length === 0
      ? []
      : [labelled(word('条件', 'Conditions'), '', lang).trimEnd(), ...conditions]),
    ...(clause.requiresAny.length === 0
      ? []
      : [
          labelled(
            word('须同时享受其一', 'One of these must be payable'),
            listed(clause.requiresAny.map(clauseNumber), lang),
            lang,
          ),
        ]),
    ...(clause.award === undefined
      ? []
      : [labelled(word('金额', 'Amount'), printAward(clause.award, policy), lang)]),
  ];
}

/** A condition with when it counts at all: under an option of a reading, or where an input is given. */
function conditionText(policy: Policy, condition: Condition, lang: Lang): string {
  const zh = lang === 'zh';
  const { expr, label, ifGiven, underReading } = condition;
  const words = label?.[lang] ?? describeExpr(expr, policy, lang);
  const remarks: string[] = [];
  if (underReading !== undefined) {
    const reading = underReading.id.slice(underReading.id.indexOf('#') + 1);
    const options = underReading.options.join(' | ');
    remarks.push(zh ? `仅当读法 ${reading} 为 ${options}` : `only under ${reading} = ${options}`);
  }
  if (ifGiven.length > 0) remarks.push(zh ? '未给出时视为满足' : 'taken as satisfied where not given');
  return remarks.length === 0 ? words : bracketed(words, remarks.join(zh ? '；' : '; '), lang);
}

/** The recommended option has a star. */
function readingLines({ readings }: Clause, lang: Lang): string[] {
  return readings.flatMap((reading) => [
    labelled(`${lang === 'zh' ? '读法' : 'Reading'} ${reading.id}`, reading.issue[lang], lang),
    ...reading.options.map(({ name, label }) => {
      const mark = name === reading.recommended ? '*' : ' ';
      return `  ${mark} ${labelled(name, label[lang], lang)}`;
    }),
    `    ${reading.why[lang]}`,
  ]);
}
