import type { Bilingual } from '../rules';
import type {
  CellsOfColumn,
  CorrectionProblem,
  CreditCodeProblem,
  ExpectedKind,
  Finding,
  FindingCode,
  FindingOf,
  FindingParams,
  NamedKey,
  UnitInCell,
} from './findings';

/** What each finding says: what is wrong, what was done with it, and what to do. */
type Text<Code extends FindingCode> = (params: FindingParams[Code]) => Bilingual;

const CODE_PROBLEMS: Readonly<Record<CreditCodeProblem, Bilingual>> = {
  length: { zh: '长度不是18位', en: 'it does not have 18 characters' },
  character: {
    zh: '含有不允许的字符（I、O、S、V、Z 或符号）',
    en: 'it has a character that is not allowed (I, O, S, V, Z or a sign)',
  },
  checkDigit: { zh: '校验码不符', en: 'its check character does not fit' },
  number: { zh: '以数值存储，末几位已丢失', en: 'it is stored as a number and has lost its last digits' },
};

const EXPECTED: Readonly<Record<ExpectedKind, Bilingual>> = {
  number: { zh: '数值', en: 'a number' },
  flag: { zh: '是或否', en: 'yes or no' },
  date: { zh: '日期', en: 'a date' },
  category: { zh: '类别', en: 'a category' },
  text: { zh: '文字', en: 'a text' },
  creditCode: { zh: '统一社会信用代码', en: 'a credit code' },
  name: { zh: '企业名称', en: 'a name' },
};

const CORRECTION_PROBLEMS: Readonly<Record<CorrectionProblem, (value: string) => Bilingual>> = {
  noSuchColumn: () => ({ zh: '表中没有这一列', en: 'the table has no such column' }),
  unknownKey: (value) => ({
    zh: `没有名为“${value}”的指标或条款`,
    en: `there is no indicator or clause “${value}”`,
  }),
  unknownUnit: (value) => ({ zh: `不认识单位“${value}”`, en: `the unit “${value}” is not known` }),
};

const TEXTS: { readonly [Code in FindingCode]: Text<Code> } = {
  invalidCreditCode: ({ value, problem }) => ({
    zh: `统一社会信用代码“${value}”无效：${CODE_PROBLEMS[problem].zh}（GB 32100-2015）。请核对。`,
    en: `Credit code “${value}” is not valid: ${CODE_PROBLEMS[problem].en} (GB 32100-2015). Please check it.`,
  }),
  duplicateCreditCode: ({ value, rows }) => ({
    zh: `统一社会信用代码“${value}”出现在第 ${listed(rows, '、')} 行，按同一企业归并。`,
    en: `Credit code “${value}” stands in rows ${listed(rows, ', ')}; they are taken as one enterprise.`,
  }),
  noCreditCode: ({ count }) => ({
    zh: `${count} 家企业没有统一社会信用代码，无法跨行、跨表归并。`,
    en: `${count} ${count === 1 ? 'enterprise has' : 'enterprises have'} no credit code and cannot be joined with other rows and sheets.`,
  }),
  unusableCells: (params) => ({
    zh: `“${params.header}”有 ${params.count} 个单元格读不成${EXPECTED[params.expected].zh}（${examples(params)}），按缺失处理。`,
    en: `${cells(params.count)} of “${params.header}” cannot be read as ${EXPECTED[params.expected].en} (${examples(params)}) and ${plural(params.count, 'counts', 'count')} as missing.`,
  }),
  errorCells: (params) => ({
    zh: `“${params.header}”有 ${params.count} 个单元格是错误值（${examples(params)}），按缺失处理。`,
    en: `${cells(params.count)} of “${params.header}” ${plural(params.count, 'is an error value', 'are error values')} (${examples(params)}) and ${plural(params.count, 'counts', 'count')} as missing.`,
  }),
  uncachedFormulas: (params) => ({
    zh: `“${params.header}”有 ${params.count} 个公式没有保存结果，按缺失处理。请在 Excel 中重新计算并保存。`,
    en: `${params.count} ${plural(params.count, 'formula', 'formulas')} of “${params.header}” ${plural(params.count, 'has', 'have')} no stored result and ${plural(params.count, 'counts', 'count')} as missing. Recalculate and save in Excel.`,
  }),
  nearCategory: (params) => ({
    zh: `“${params.header}”中的“${params.value}”（${params.count} 处）不在名单内，是否指“${params.near}”？目前按原文处理。`,
    en: `“${params.value}” under “${params.header}” (${params.count}×) is in no list; does it mean “${params.near}”? It is kept as it is.`,
  }),
  ambiguousCategory: (params) => ({
    zh: `“${params.header}”中的“${params.value}”（${params.count} 处）可能是${params.candidates.map((name) => `“${name}”`).join('或')}，按缺失处理。请写明是哪一个。`,
    en: `“${params.value}” under “${params.header}” (${params.count}×) may be ${params.candidates.map((name) => `“${name}”`).join(' or ')} and counts as missing. Say which.`,
  }),
  ownUnit: (params) => ({
    zh: `“${params.header}”以${params.unit}为单位，但有 ${params.count} 个单元格自带单位（${examples(params)}），已按其自带单位换算。请核对。`,
    en: `“${params.header}” is in ${params.unit}, but ${cells(params.count)} ${plural(params.count, 'has', 'have')} another unit (${examples(params)}), which was used. Please check.`,
  }),
  markedNumbers: (params) => ({
    zh: `“${params.header}”有 ${params.count} 个数值带注号（${examples(params)}），已去掉注号采用。请看表下的说明。`,
    en: `${params.count} ${plural(params.count, 'figure', 'figures')} of “${params.header}” ${plural(params.count, 'carries', 'carry')} a footnote's mark (${examples(params)}); the mark was dropped. Please see the notes of the table.`,
  }),
  filledDown: (params) => ({
    zh: `“${params.header}”只在每组第一行填写（${params.examples.join('; ')}），其下 ${params.count} 行空白按同组处理。请确认。`,
    en: `“${params.header}” is filled in only in the first row of each group (${params.examples.join('; ')}); ${params.count} blank ${plural(params.count, 'row', 'rows')} below ${plural(params.count, 'was', 'were')} taken to belong to it. Please confirm.`,
  }),
  mergedNumbers: (params) => ({
    zh: `“${params.header}”有 ${params.count} 处合并单元格跨多行，数值只计入第一行。请核对。`,
    en: `“${params.header}” has ${params.count} merged ${plural(params.count, 'cell', 'cells')} over several rows; the figure counts for the first row only. Please check.`,
  }),
  blankScope: (params) => ({
    zh: `“${params.header}”有 ${params.count} 个空白，按“否”处理，不享受需在本区注册的条款。请补填。`,
    en: `“${params.header}” has ${params.count} blank ${plural(params.count, 'cell', 'cells')}, taken as “no”: no award of clauses that require registration in the district. Please fill in.`,
  }),
  negative: (params) => ({
    zh: `“${params.header}”有 ${params.count} 个负数（${examples(params)}）。请核对。`,
    en: `“${params.header}” has ${params.count} negative ${plural(params.count, 'figure', 'figures')} (${examples(params)}). Please check.`,
  }),
  implausible: (params) => ({
    zh: `“${params.header}”有 ${params.count} 个数值超出合理范围（${examples(params)}）。请核对。`,
    en: `“${params.header}” has ${params.count} ${plural(params.count, 'figure', 'figures')} outside what is plausible (${examples(params)}). Please check.`,
  }),
  futureDate: (params) => ({
    zh: `“${params.header}”有 ${params.count} 个日期晚于 ${params.year} 年（${examples(params)}）。请核对。`,
    en: `“${params.header}” has ${params.count} ${plural(params.count, 'date', 'dates')} after ${params.year} (${examples(params)}). Please check.`,
  }),
  jump: (params) => ({
    zh: `“${params.header}”有 ${params.count} 个数值与“${params.other}”相差数百倍（${examples(params)}），可能单位不同。请核对。`,
    en: `${params.count} ${plural(params.count, 'figure', 'figures')} of “${params.header}” ${plural(params.count, 'differs', 'differ')} from “${params.other}” by a factor of hundreds (${examples(params)}): perhaps another unit. Please check.`,
  }),
  growthDiffers: (params) => ({
    zh: `“${params.header}”有 ${params.count} 个增速与本年÷上年−1的结果不一致（${examples(params)}）。以表中增速为准。`,
    en: `${params.count} ${plural(params.count, 'growth figure', 'growth figures')} of “${params.header}” ${plural(params.count, 'differs', 'differ')} from current ÷ prior − 1 (${examples(params)}). The sheet's growth is used.`,
  }),
  unitContradiction: (params) => ({
    zh: `“${params.header}”普遍约为“${params.other}”的 ${params.times} 倍，两列单位可能不同。请核对单位。`,
    en: `“${params.header}” is generally about ${params.times} times “${params.other}”: the two columns may be in different units. Please check the units.`,
  }),
  unitAssumed: (params) => ({
    zh: `“${params.header}”没有写明单位，暂按${params.unit}处理。请确认。`,
    en: `“${params.header}” says no unit; ${params.unit} was assumed. Please confirm.`,
  }),
  unitMismatch: (params) => ({
    zh: `“${params.header}”的单位是${params.unit}，而${params.name.zh}应以${params.expected}计，不自动换算，此列未采用。请确认。`,
    en: `“${params.header}” is in ${params.unit}, while ${params.name.en} is in ${params.expected}; nothing is converted, the column was not taken. Please confirm.`,
  }),
  unitConflict: ({ header, name, units }) => ({
    zh: `“${header}”写了两个互相矛盾的单位：${unitsInCells(units, '和')}，作为${name.zh}未采用。请改成一个，或指定单位。`,
    en: `“${header}” gives two units that contradict each other: ${unitsInCells(units, ' and ')}; it was not taken as ${name.en}. Leave one of them, or say the unit.`,
  }),
  scaleUnclear: (params) => ({
    zh: `“${params.header}”是百分数还是小数无法确定，暂按${params.scale === 'percent' ? '百分数（15 表示 15%）' : '小数（0.15 表示 15%）'}处理。请确认。`,
    en: `Whether “${params.header}” is in percent or a fraction is not certain; it was taken as ${params.scale === 'percent' ? 'percent (15 means 15%)' : 'a fraction (0.15 means 15%)'}. Please confirm.`,
  }),
  nearHeader: (params) => ({
    zh: `“${params.header}”按“${params.name.zh}”采用（把握 ${percent(params.confidence)}）。请确认。`,
    en: `“${params.header}” was taken as “${params.name.en}” (confidence ${percent(params.confidence)}). Please confirm.`,
  }),
  proposedHeader: ({ header, candidates }) => ({
    zh: `“${header}”可能是${names(candidates, 'zh')}，未采用。如是，请指定。`,
    en: `“${header}” may be ${names(candidates, 'en')}; it was not taken. If it is, say so.`,
  }),
  ambiguousHeader: ({ header, candidates }) => ({
    zh: `“${header}”可以是${names(candidates, 'zh')}，未采用。请指定是哪一个。`,
    en: `“${header}” can be ${names(candidates, 'en')}; it was not taken. Say which.`,
  }),
  repeatedColumn: (params) => ({
    zh: `“${params.header}”与另一列都是${params.name.zh}，${params.taken === null ? '内容不一致，两列均未采用。请指定用哪一列。' : `采用了 ${params.taken} 列。`}`,
    en: `“${params.header}” and another column are both ${params.name.en}; ${params.taken === null ? 'they differ, neither was taken. Say which.' : `column ${params.taken} was taken.`}`,
  }),
  notAFlag: (params) => ({
    zh: `“${params.header}”应填是或否，但内容是${quoted(params.examples)}，未采用。请说明哪些内容算“是”。`,
    en: `“${params.header}” should say yes or no, but holds ${quoted(params.examples)}; it was not taken. Say which of them mean yes.`,
  }),
  contentMismatch: (params) => ({
    zh: `“${params.header}”的内容（${quoted(params.examples)}）不像${params.name.zh}（应为${EXPECTED[params.expected].zh}），未采用。请确认。`,
    en: `What stands under “${params.header}” (${quoted(params.examples)}) does not look like ${params.name.en} (${EXPECTED[params.expected].en}); it was not taken. Please confirm.`,
  }),
  notAnnual: (params) => ({
    zh: `“${params.header}”不是全年数，未作为${params.name.zh}采用。`,
    en: `“${params.header}” is not a figure of the whole year and was not taken as ${params.name.en}.`,
  }),
  partialYear: ({ period }) => ({
    zh: `表题写明“${period}”，不是全年数；年度条款的结果仅供参考。`,
    en: `The title says “${period}”, which is not a whole year; results of annual clauses are indicative only.`,
  }),
  yearMismatch: ({ sheetYear, policyYear }) => ({
    zh: `本表是 ${sheetYear} 年的数据，而按 ${policyYear} 年的政策测算。请确认是否适用，不适用的请不选该政策。`,
    en: `The sheet's figures are of ${sheetYear}, but a policy of ${policyYear} is evaluated. Please confirm that it applies, or leave that policy out.`,
  }),
  unidentifiedRows: ({ rows }) => ({
    zh: `第 ${listed(rows, '、')} 行有数据，但没有企业名称和信用代码，未采用。`,
    en: `${plural(rows.length, 'Row', 'Rows')} ${listed(rows, ', ')} ${plural(rows.length, 'has', 'have')} figures, but no name and no credit code, and ${plural(rows.length, 'was', 'were')} not taken.`,
  }),
  doubtfulRows: ({ rows }) => ({
    zh: `第 ${listed(rows, '、')} 行没有信用代码和序号，像是分组合计，未作为企业采用。请确认。`,
    en: `${plural(rows.length, 'Row', 'Rows')} ${listed(rows, ', ')} ${plural(rows.length, 'has', 'have')} no credit code and no serial number, ${plural(rows.length, 'looks like a group total', 'look like group totals')} and ${plural(rows.length, 'was', 'were')} not taken as enterprises. Please confirm.`,
  }),
  otherTable: ({ row }) => ({
    zh: `从第 ${row} 行起是另一张表，未读取。请把它放到单独的工作表。`,
    en: `Another table begins in row ${row}; it was not read. Put it on a sheet of its own.`,
  }),
  tableBeside: ({ column }) => ({
    zh: `从 ${column} 列起是并排的另一张表，未读取。请把它接到下面，或放到单独的工作表。`,
    en: `Another table begins in column ${column}, beside the first; it was not read. Put its rows below, or on a sheet of its own.`,
  }),
  correctionUnused: ({ column, value, problem }) => ({
    zh: `对 ${column} 列的更正未生效：${CORRECTION_PROBLEMS[problem](value).zh}。`,
    en: `The correction of column ${column} has no effect: ${CORRECTION_PROBLEMS[problem](value).en}.`,
  }),
};

export function findingText(finding: Finding): Bilingual {
  return textOf(finding);
}

function textOf<Code extends FindingCode>(finding: FindingOf<Code>): Bilingual {
  const text: Text<Code> = TEXTS[finding.code];
  return text(finding.params);
}

function examples({ examples: texts, count: all }: CellsOfColumn): string {
  return texts.join('; ') + (all > texts.length ? ' …' : '');
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(' ');
}

function names(candidates: readonly NamedKey[], lang: 'zh' | 'en'): string {
  return candidates.map(({ name }) => `“${name[lang]}”`).join(lang === 'zh' ? '或' : ' or ');
}

function unitsInCells(units: readonly UnitInCell[], joined: string): string {
  return units.map(({ unit, cell }) => `${unit} (${cell})`).join(joined);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function plural(number: number, one: string, many: string): string {
  return number === 1 ? one : many;
}

function cells(number: number): string {
  return `${number} ${plural(number, 'cell', 'cells')}`;
}

const LISTED = 50;

/** A hundred thousand rows would be no sentence, nor fit into a cell: the first ones, and how many there are. */
function listed(rows: readonly number[], separator: string): string {
  const shown = rows.slice(0, LISTED).join(separator);
  return rows.length <= LISTED ? shown : `${shown} … (${rows.length})`;
}
