import { clauseFunction, GENERAL_FUNCTIONS, type ClauseFunction } from '../catalogue/catalogue';
import { clauseHelp, functionsMetadata, type FunctionMetadata, type ParameterMetadata } from './metadata';
import { figureAsOf, type Bilingual, type Lang, type Policy } from '../../rules';

/** The reference of all functions as Markdown in one language, made of the same metadata as Excel's help. */
export function helpDocument(policies: readonly Policy[], lang: Lang): string {
  const metadata = new Map(functionsMetadata(policies, lang).functions.map((each) => [each.id, each]));
  const general = GENERAL_FUNCTIONS.flatMap((name) => metadata.get(name) ?? []);
  return [
    `# ${TITLE[lang]}`,
    INTRODUCTION[lang],
    `## ${GENERAL[lang]}`,
    ...general.map((each) => functionText(each, lang)),
    ...policies.flatMap((policy) => policyTexts(policy, metadata, lang)),
  ]
    .join('\n\n')
    .concat('\n');
}

const TITLE: Bilingual = { zh: '函数', en: 'Functions' };
const GENERAL: Bilingual = { zh: '通用函数', en: 'Functions for every policy' };

const INTRODUCTION: Bilingual = {
  zh: `本页由 \`npm run docs\` 从 \`rules/\` 生成，不要手改。[English](functions.md)

所有函数都在命名空间 \`POLICY\` 下，在单元格里输入 \`=POLICY.\` 即可选用。函数名在中英文界面里相同，换语言打开的工作簿照样可算。

- **参数**：一个单元格、一列，或直接写值：\`=POLICY.SUBSIDY_RENT_RELIEF(B2)\`、\`=POLICY.SUBSIDY_RENT_RELIEF(B2:B5000)\`。引用一列时结果自动向下填充；一个单元格与一列并用时，它用于每一行；各列的行数应相同。一个公式引用一列，比几千个公式各引用一个单元格快得多。
- **整列**：\`B:B\` 的结果到数据的最后一行为止，首行是表头时该行为 #VALUE!；引用数据行（\`B2:B5000\`）更好，Excel 网页版也不总接受整列。
- **单位**：除另有说明，金额以元计，面积以㎡计，比例写 15% 或 0.15。表里是千元时，在改数中写“单位”“千元”；文字“45万元”按自带的单位读。
- **改数**：每个条款函数的最后一个参数，两列的区域：左列为数字或读法的名称，右列为新值，如“cap”“150万元”；右列空白则不改。函数只由参数决定结果，情景只能这样进入公式。
- **结果**：符合条件为应享金额（元），不符合为 0；减负条款为减负金额；不涉及金额的措施为 TRUE 或 FALSE。
- **#N/A**：缺必需的数据，或条文只定上限、未定金额。**#VALUE!**：数据不能用，或参数不对。光标停在错误上可看原因。
- **空白与 0**：空白的含义写在各参数后面。桌面版 Excel 把空白单元格当作 0 交给函数；凡影响结果的，函数会查明单元格是否空白，查不明则为 #N/A。公式算出的 0（如 \`=E2\`）是 0。
- **名次**：没有官方名次时在所引用的行内排名，所以应引用整组企业；单个单元格的公式不排名。

没有加载项的人看到 #NAME?：移交前用“生成移交副本”把公式变成数值。`,
  en: `Made from \`rules/\` by \`npm run docs\`; not edited by hand. [中文](functions.zh-CN.md)

All functions are in the namespace \`POLICY\`: type \`=POLICY.\` in a cell. Their names are the same in every language, so that a workbook works wherever it is opened.

- **Arguments**: a cell, a column, or a value: \`=POLICY.SUBSIDY_RENT_RELIEF(B2)\`, \`=POLICY.SUBSIDY_RENT_RELIEF(B2:B5000)\`. For columns the results spill; a cell beside a column counts for every row; columns have the same number of rows. One formula on a column is much faster than thousands of formulas on single cells.
- **Whole columns**: the results of \`B:B\` end with the data, and a header in the first row is #VALUE! there. Rows of data (\`B2:B5000\`) are better; Excel on the web does not always accept whole columns.
- **Units**: yuan, m² and so on as each argument says; ratios as 15% or 0.15. For sheets in thousands put 单位 (or “unit”) and 千元 into the overrides; a text such as 45万元 is read by its own unit.
- **Overrides**: the last argument of every clause’s function, a range of two columns: names of figures or readings on the left, new values on the right, such as “cap” and 150万元; a blank value changes nothing. Results depend on the arguments alone; this is the only way for a scenario to reach a formula.
- **Results**: the award in yuan for those who qualify, 0 for those who do not; the saving where a charge is lowered; TRUE or FALSE for measures without money.
- **#N/A**: required data is missing, or the text fixes only an upper bound or no amount. **#VALUE!**: data that cannot be used, or wrong arguments. The reason stands beside the error.
- **Blanks and 0**: what a blank means is said with each argument. Excel on the desktop hands blank cells to functions as 0; where that decides a result the function finds out whether the cell is blank, and gives #N/A where it cannot. A 0 that a formula results in (such as \`=E2\`) is 0.
- **Ranks**: without an official rank they are taken over the rows referred to, which should be the whole group; formulas on single cells take no ranks.

People without the add-in see #NAME?: make a hand-over copy for them, which has values.`,
};

function policyTexts(
  policy: Policy,
  metadata: ReadonlyMap<string, FunctionMetadata>,
  lang: Lang,
): readonly string[] {
  const texts = [...policy.clauses.values()].flatMap((clause) => {
    const { name, ...of } = clauseFunction(policy, clause);
    const found = name === undefined ? undefined : metadata.get(name);
    return found === undefined ? [] : [clauseText(found, { name, ...of }, lang)];
  });
  return [`## ${policy.title[lang]} (${policy.id})`, ...texts];
}

/** As in Excel, but with the whole summary, and with what the overrides can change by name. */
function clauseText(found: FunctionMetadata, of: ClauseFunction, lang: Lang): string {
  const { name, parameters } = found;
  const own = parameters.slice(0, of.parameters.length);
  const overrides = parameters
    .slice(of.parameters.length)
    .map((parameter) => ({ ...parameter, description: changeable(of, lang) ?? parameter.description }));
  return functionText({ name, description: clauseHelp(of, lang), parameters: [...own, ...overrides] }, lang);
}

/** A heading, what the function gives, and a line for every argument. */
function functionText(
  { name, description, parameters }: Pick<FunctionMetadata, 'name' | 'description' | 'parameters'>,
  lang: Lang,
): string {
  const names = parameters.map(shownName).join(', ');
  const lines = parameters.map((parameter) => {
    const { description: help } = parameter;
    // In Chinese an argument has its indicator's name, with which the help begins.
    const text = help.startsWith(`${parameter.name}；`) ? help.slice(parameter.name.length + 1) : help;
    return `- \`${shownName(parameter)}\`${lang === 'zh' ? '：' : ': '}${text}`;
  });
  return [`### ${name}`, description, `\`POLICY.${name}(${names})\``, lines.join('\n')].join('\n\n');
}

/** Figures as they are in the policy's year, readings with their options, and the unit; undefined without any. */
function changeable({ clause, policy, parameters }: ClauseFunction, lang: Lang): string | undefined {
  const [comma, open, close] = lang === 'zh' ? ['、', '（', '）'] : [', ', ' (', ')'];
  const after = (id: string): string => `\`${id.slice(id.indexOf('#') + 1)}\``;
  const figures = clause.figures
    .flatMap((id) => policy.figures.get(id) ?? [])
    .map((figure) => `${after(figure.id)}${open}${figureAsOf(figure, String(policy.year)).text}${close}`);
  const readings = clause.readings.map(({ id, options, recommended }) => {
    const names = options.map(({ name }) => (name === recommended ? `**${name}**` : name));
    return `${after(id)}${open}${names.join(comma)}${close}`;
  });
  const parts = [
    figures.join(comma),
    ...(readings.length === 0 ? [] : [`${READINGS[lang]}${readings.join(comma)}`]),
    parameters.some(({ indicator }) => indicator.unit !== undefined) ? UNIT[lang] : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  return `${parts.join(lang === 'zh' ? '；' : '; ')}${lang === 'zh' ? '。' : '.'}`;
}

const READINGS: Bilingual = { zh: '读法（默认为粗体）', en: 'readings (the default is bold) ' };
const UNIT: Bilingual = { zh: '`单位`', en: '`单位` or `unit`' };

const shownName = ({ name, optional, repeating }: ParameterMetadata): string =>
  `${optional === true ? `[${name}]` : name}${repeating === true ? ' …' : ''}`;
