import { finding, type Finding, type FindingCode, type FindingParams, findingText } from '../../src/sheet';

const name = { zh: '营业收入', en: 'Operating revenue' };
const subject = { header: '营业收入(万元)', key: 'revenue', name };
const one = { ...subject, count: 1, examples: ['停产'] };
const several = { ...subject, count: 4, examples: ['停产', '约300', '12-15'] };

type Case = {
  readonly [Code in FindingCode]: readonly [Code, FindingParams[Code], string, string];
}[FindingCode];

const CASES: readonly Case[] = [
  [
    'invalidCreditCode',
    { value: '9153', problem: 'length' },
    '统一社会信用代码“9153”无效：长度不是18位（GB 32100-2015）。请核对。',
    'Credit code “9153” is not valid: it does not have 18 characters (GB 32100-2015). Please check it.',
  ],
  [
    'invalidCreditCode',
    { value: 'X', problem: 'character' },
    '统一社会信用代码“X”无效：含有不允许的字符（I、O、S、V、Z 或符号）（GB 32100-2015）。请核对。',
    'Credit code “X” is not valid: it has a character that is not allowed (I, O, S, V, Z or a sign) (GB 32100-2015). Please check it.',
  ],
  [
    'invalidCreditCode',
    { value: 'X', problem: 'checkDigit' },
    '统一社会信用代码“X”无效：校验码不符（GB 32100-2015）。请核对。',
    'Credit code “X” is not valid: its check character does not fit (GB 32100-2015). Please check it.',
  ],
  [
    'invalidCreditCode',
    { value: '9.15e17', problem: 'number' },
    '统一社会信用代码“9.15e17”无效：以数值存储，末几位已丢失（GB 32100-2015）。请核对。',
    'Credit code “9.15e17” is not valid: it is stored as a number and has lost its last digits (GB 32100-2015). Please check it.',
  ],
  [
    'duplicateCreditCode',
    { value: 'X', rows: [3, 9] },
    '统一社会信用代码“X”出现在第 3、9 行，按同一企业归并。',
    'Credit code “X” stands in rows 3, 9; they are taken as one enterprise.',
  ],
  [
    'noCreditCode',
    { count: 1 },
    '1 家企业没有统一社会信用代码，无法跨行、跨表归并。',
    '1 enterprise has no credit code and cannot be joined with other rows and sheets.',
  ],
  [
    'noCreditCode',
    { count: 2 },
    '2 家企业没有统一社会信用代码，无法跨行、跨表归并。',
    '2 enterprises have no credit code and cannot be joined with other rows and sheets.',
  ],
  [
    'unusableCells',
    { ...one, expected: 'number' },
    '“营业收入(万元)”有 1 个单元格读不成数值（停产），按缺失处理。',
    '1 cell of “营业收入(万元)” cannot be read as a number (停产) and counts as missing.',
  ],
  [
    'unusableCells',
    { ...several, expected: 'date' },
    '“营业收入(万元)”有 4 个单元格读不成日期（停产; 约300; 12-15 …），按缺失处理。',
    '4 cells of “营业收入(万元)” cannot be read as a date (停产; 约300; 12-15 …) and count as missing.',
  ],
  [
    'errorCells',
    { ...one, examples: ['#N/A'] },
    '“营业收入(万元)”有 1 个单元格是错误值（#N/A），按缺失处理。',
    '1 cell of “营业收入(万元)” is an error value (#N/A) and counts as missing.',
  ],
  [
    'errorCells',
    { ...subject, count: 2, examples: ['#N/A', '#REF!'] },
    '“营业收入(万元)”有 2 个单元格是错误值（#N/A; #REF!），按缺失处理。',
    '2 cells of “营业收入(万元)” are error values (#N/A; #REF!) and count as missing.',
  ],
  [
    'uncachedFormulas',
    { ...subject, count: 1, examples: [] },
    '“营业收入(万元)”有 1 个公式没有保存结果，按缺失处理。请在 Excel 中重新计算并保存。',
    '1 formula of “营业收入(万元)” has no stored result and counts as missing. Recalculate and save in Excel.',
  ],
  [
    'uncachedFormulas',
    { ...subject, count: 3, examples: [] },
    '“营业收入(万元)”有 3 个公式没有保存结果，按缺失处理。请在 Excel 中重新计算并保存。',
    '3 formulas of “营业收入(万元)” have no stored result and count as missing. Recalculate and save in Excel.',
  ],
  [
    'nearCategory',
    { ...one, value: '小巨入', near: '小巨人' },
    '“营业收入(万元)”中的“小巨入”（1 处）不在名单内，是否指“小巨人”？目前按原文处理。',
    '“小巨入” under “营业收入(万元)” (1×) is in no list; does it mean “小巨人”? It is kept as it is.',
  ],
  [
    'ambiguousCategory',
    { ...one, value: '批零', candidates: ['批发业', '零售业'] },
    '“营业收入(万元)”中的“批零”（1 处）可能是“批发业”或“零售业”，按缺失处理。请写明是哪一个。',
    '“批零” under “营业收入(万元)” (1×) may be “批发业” or “零售业” and counts as missing. Say which.',
  ],
  [
    'ownUnit',
    { ...one, examples: ['1.2亿'], unit: '万元' },
    '“营业收入(万元)”以万元为单位，但有 1 个单元格自带单位（1.2亿），已按其自带单位换算。请核对。',
    '“营业收入(万元)” is in 万元, but 1 cell has another unit (1.2亿), which was used. Please check.',
  ],
  [
    'ownUnit',
    { ...several, unit: '万元' },
    '“营业收入(万元)”以万元为单位，但有 4 个单元格自带单位（停产; 约300; 12-15 …），已按其自带单位换算。请核对。',
    '“营业收入(万元)” is in 万元, but 4 cells have another unit (停产; 约300; 12-15 …), which was used. Please check.',
  ],
  [
    'markedNumbers',
    { ...one, examples: ['1234*'] },
    '“营业收入(万元)”有 1 个数值带注号（1234*），已去掉注号采用。请看表下的说明。',
    "1 figure of “营业收入(万元)” carries a footnote's mark (1234*); the mark was dropped. Please see the notes of the table.",
  ],
  [
    'filledDown',
    { header: '行业类别', count: 4, examples: ['工业', '批发业'] },
    '“行业类别”只在每组第一行填写（工业; 批发业），其下 4 行空白按同组处理。请确认。',
    '“行业类别” is filled in only in the first row of each group (工业; 批发业); 4 blank rows below were taken to belong to it. Please confirm.',
  ],
  [
    'tableBeside',
    { column: 'E' },
    '从 E 列起是并排的另一张表，未读取。请把它接到下面，或放到单独的工作表。',
    'Another table begins in column E, beside the first; it was not read. Put its rows below, or on a sheet of its own.',
  ],
  [
    'mergedNumbers',
    { ...subject, count: 1, examples: [] },
    '“营业收入(万元)”有 1 处合并单元格跨多行，数值只计入第一行。请核对。',
    '“营业收入(万元)” has 1 merged cell over several rows; the figure counts for the first row only. Please check.',
  ],
  [
    'mergedNumbers',
    { ...subject, count: 2, examples: [] },
    '“营业收入(万元)”有 2 处合并单元格跨多行，数值只计入第一行。请核对。',
    '“营业收入(万元)” has 2 merged cells over several rows; the figure counts for the first row only. Please check.',
  ],
  [
    'blankScope',
    { ...subject, count: 1, examples: [] },
    '“营业收入(万元)”有 1 个空白，按“否”处理，不享受需在本区注册的条款。请补填。',
    '“营业收入(万元)” has 1 blank cell, taken as “no”: no award of clauses that require registration in the district. Please fill in.',
  ],
  [
    'negative',
    { ...one, examples: ['-3'] },
    '“营业收入(万元)”有 1 个负数（-3）。请核对。',
    '“营业收入(万元)” has 1 negative figure (-3). Please check.',
  ],
  [
    'implausible',
    { ...subject, count: 2, examples: ['300', '250'] },
    '“营业收入(万元)”有 2 个数值超出合理范围（300; 250）。请核对。',
    '“营业收入(万元)” has 2 figures outside what is plausible (300; 250). Please check.',
  ],
  [
    'futureDate',
    { ...one, examples: ['2031-1'], year: 2020 },
    '“营业收入(万元)”有 1 个日期晚于 2020 年（2031-1）。请核对。',
    '“营业收入(万元)” has 1 date after 2020 (2031-1). Please check.',
  ],
  [
    'jump',
    { ...one, examples: ['12000000'], other: '上年营业收入' },
    '“营业收入(万元)”有 1 个数值与“上年营业收入”相差数百倍（12000000），可能单位不同。请核对。',
    '1 figure of “营业收入(万元)” differs from “上年营业收入” by a factor of hundreds (12000000): perhaps another unit. Please check.',
  ],
  [
    'growthDiffers',
    { ...one, examples: ['5.0% ≠ 7.0%'] },
    '“营业收入(万元)”有 1 个增速与本年÷上年−1的结果不一致（5.0% ≠ 7.0%）。以表中增速为准。',
    "1 growth figure of “营业收入(万元)” differs from current ÷ prior − 1 (5.0% ≠ 7.0%). The sheet's growth is used.",
  ],
  [
    'unitContradiction',
    { ...subject, other: '上年营业收入', times: 1000 },
    '“营业收入(万元)”普遍约为“上年营业收入”的 1000 倍，两列单位可能不同。请核对单位。',
    '“营业收入(万元)” is generally about 1000 times “上年营业收入”: the two columns may be in different units. Please check the units.',
  ],
  [
    'unitAssumed',
    { ...subject, unit: '元' },
    '“营业收入(万元)”没有写明单位，暂按元处理。请确认。',
    '“营业收入(万元)” says no unit; 元 was assumed. Please confirm.',
  ],
  [
    'unitMismatch',
    { ...subject, unit: '万元', expected: 'USD' },
    '“营业收入(万元)”的单位是万元，而营业收入应以USD计，不自动换算，此列未采用。请确认。',
    '“营业收入(万元)” is in 万元, while Operating revenue is in USD; nothing is converted, the column was not taken. Please confirm.',
  ],
  [
    'unitConflict',
    {
      ...subject,
      units: [
        { unit: '千元', cell: 'C2' },
        { unit: '万元', cell: 'C3' },
      ],
    },
    '“营业收入(万元)”写了两个互相矛盾的单位：千元 (C2)和万元 (C3)，作为营业收入未采用。请改成一个，或指定单位。',
    '“营业收入(万元)” gives two units that contradict each other: 千元 (C2) and 万元 (C3); it was not taken as Operating revenue. Leave one of them, or say the unit.',
  ],
  [
    'scaleUnclear',
    { ...subject, scale: 'percent' },
    '“营业收入(万元)”是百分数还是小数无法确定，暂按百分数（15 表示 15%）处理。请确认。',
    'Whether “营业收入(万元)” is in percent or a fraction is not certain; it was taken as percent (15 means 15%). Please confirm.',
  ],
  [
    'scaleUnclear',
    { ...subject, scale: 'fraction' },
    '“营业收入(万元)”是百分数还是小数无法确定，暂按小数（0.15 表示 15%）处理。请确认。',
    'Whether “营业收入(万元)” is in percent or a fraction is not certain; it was taken as a fraction (0.15 means 15%). Please confirm.',
  ],
  [
    'nearHeader',
    { ...subject, confidence: 0.85 },
    '“营业收入(万元)”按“营业收入”采用（把握 85%）。请确认。',
    '“营业收入(万元)” was taken as “Operating revenue” (confidence 85%). Please confirm.',
  ],
  [
    'proposedHeader',
    { header: '营业总收', candidates: [{ key: 'revenue', name }] },
    '“营业总收”可能是“营业收入”，未采用。如是，请指定。',
    '“营业总收” may be “Operating revenue”; it was not taken. If it is, say so.',
  ],
  [
    'ambiguousHeader',
    {
      header: '排名',
      candidates: [
        { key: 'outputRank', name: { zh: '产值排名', en: 'Output rank' } },
        { key: 'exportRank', name: { zh: '出口额排名', en: 'Export rank' } },
      ],
    },
    '“排名”可以是“产值排名”或“出口额排名”，未采用。请指定是哪一个。',
    '“排名” can be “Output rank” or “Export rank”; it was not taken. Say which.',
  ],
  [
    'repeatedColumn',
    { ...subject, taken: 'C' },
    '“营业收入(万元)”与另一列都是营业收入，采用了 C 列。',
    '“营业收入(万元)” and another column are both Operating revenue; column C was taken.',
  ],
  [
    'repeatedColumn',
    { ...subject, taken: null },
    '“营业收入(万元)”与另一列都是营业收入，内容不一致，两列均未采用。请指定用哪一列。',
    '“营业收入(万元)” and another column are both Operating revenue; they differ, neither was taken. Say which.',
  ],
  [
    'notAFlag',
    { ...subject, examples: ['西山区', '五华区'] },
    '“营业收入(万元)”应填是或否，但内容是“西山区” “五华区”，未采用。请说明哪些内容算“是”。',
    '“营业收入(万元)” should say yes or no, but holds “西山区” “五华区”; it was not taken. Say which of them mean yes.',
  ],
  [
    'contentMismatch',
    { ...subject, examples: ['甲'], expected: 'number' },
    '“营业收入(万元)”的内容（“甲”）不像营业收入（应为数值），未采用。请确认。',
    'What stands under “营业收入(万元)” (“甲”) does not look like Operating revenue (a number); it was not taken. Please confirm.',
  ],
  [
    'notAnnual',
    subject,
    '“营业收入(万元)”不是全年数，未作为营业收入采用。',
    '“营业收入(万元)” is not a figure of the whole year and was not taken as Operating revenue.',
  ],
  [
    'partialYear',
    { period: '1-11月' },
    '表题写明“1-11月”，不是全年数；年度条款的结果仅供参考。',
    'The title says “1-11月”, which is not a whole year; results of annual clauses are indicative only.',
  ],
  [
    'yearMismatch',
    { sheetYear: 2019, policyYear: 2020 },
    '本表是 2019 年的数据，而按 2020 年的政策测算。请确认是否适用，不适用的请不选该政策。',
    "The sheet's figures are of 2019, but a policy of 2020 is evaluated. Please confirm that it applies, or leave that policy out.",
  ],
  [
    'unidentifiedRows',
    { rows: [7] },
    '第 7 行有数据，但没有企业名称和信用代码，未采用。',
    'Row 7 has figures, but no name and no credit code, and was not taken.',
  ],
  [
    'unidentifiedRows',
    { rows: [7, 9] },
    '第 7、9 行有数据，但没有企业名称和信用代码，未采用。',
    'Rows 7, 9 have figures, but no name and no credit code, and were not taken.',
  ],
  [
    'doubtfulRows',
    { rows: [7] },
    '第 7 行没有信用代码和序号，像是分组合计，未作为企业采用。请确认。',
    'Row 7 has no credit code and no serial number, looks like a group total and was not taken as enterprises. Please confirm.',
  ],
  [
    'otherTable',
    { row: 30 },
    '从第 30 行起是另一张表，未读取。请把它放到单独的工作表。',
    'Another table begins in row 30; it was not read. Put it on a sheet of its own.',
  ],
  [
    'correctionUnused',
    { column: 'Z', value: '', problem: 'noSuchColumn' },
    '对 Z 列的更正未生效：表中没有这一列。',
    'The correction of column Z has no effect: the table has no such column.',
  ],
  [
    'correctionUnused',
    { column: 'C', value: 'revenu', problem: 'unknownKey' },
    '对 C 列的更正未生效：没有名为“revenu”的指标或条款。',
    'The correction of column C has no effect: there is no indicator or clause “revenu”.',
  ],
  [
    'correctionUnused',
    { column: 'C', value: '两', problem: 'unknownUnit' },
    '对 C 列的更正未生效：不认识单位“两”。',
    'The correction of column C has no effect: the unit “两” is not known.',
  ],
];

describe('what findings say', () => {
  it.each(CASES)('%s %j', (code, params, zh, en) => {
    expect(findingText(finding(code, ['C2'], params as never) as Finding)).toEqual({ zh, en });
  });

  it('names the first cell, and how grave it is', () => {
    expect(finding('negative', ['C2', 'C9'], one)).toMatchObject({
      cell: 'C2',
      cells: ['C2', 'C9'],
      severity: 'warning',
    });
    expect(finding('partialYear', [], { period: '1-11月' })).toMatchObject({
      cell: '',
      severity: 'question',
    });
  });
});
