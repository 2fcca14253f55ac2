import type { Bilingual } from '../../rules';
import type { AttentionKind, FindingSummary, MoneyFigure, TableSummary } from '../../worker';
import { yuan } from './money';
import { counted } from './sentences';

/** Words of what was read and of what it comes to. */

export const RESULTS = {
  empty: {
    zh: '还没有结果。点“测算本表”后，这里显示应享、上限和减负金额。',
    en: 'No results yet. After “Evaluate this sheet” award, ceiling and saving stand here.',
  },
  award: { zh: '应享金额', en: 'Award' },
  ceiling: { zh: '上限金额', en: 'Ceiling' },
  saving: { zh: '减负金额', en: 'Saving' },
  poolReduction: { zh: '资金池折减', en: 'Cut by pools' },
  awardAfterPools: { zh: '折减后应享', en: 'Award after pools' },
  attention: { zh: '值得一看', en: 'Worth a look' },
  mostMissing: { zh: '缺得最多的数据', en: 'Missing most' },
  unchecked: { zh: '未核查的事项（表中没有列）', en: 'Not checked (the sheet has no column)' },
  notAssessed: { zh: '未评估的条款', en: 'Clauses not assessed' },
  wants: { zh: '缺列', en: 'wants' },
  clauses: { zh: '按条款', en: 'By clause' },
  stale: {
    zh: '测算后工作表有改动，结果可能已过时。',
    en: 'The sheet changed after the evaluation; the results may be out of date.',
  },
  notWritten: { zh: '这些结果没有写入工作簿。', en: 'These results are not written in the workbook.' },
  blankGroup: { zh: '（空）', en: '(blank)' },
} as const satisfies Record<string, Bilingual>;

/** `按所属街道`, `By 所属街道`. */
export function byGroup(header: string): Bilingual {
  return { zh: `按${header}`, en: `By ${header}` };
}

export function rowsWithMoney({ rows }: MoneyFigure): Bilingual {
  return { zh: `${rows.toLocaleString('en')} 户`, en: counted(rows, 'row') };
}

export function paidText(paid: number): Bilingual {
  return { zh: `${paid.toLocaleString('en')} 户次`, en: counted(paid, 'line') };
}

export const ATTENTION: Readonly<Record<AttentionKind, Bilingual>> = {
  capHit: { zh: '封顶', en: 'Caps hit' },
  missing: { zh: '缺数据', en: 'Missing data' },
  conflict: { zh: '同一企业金额冲突', en: 'Conflicting amounts of one enterprise' },
  vetoed: { zh: '一票否决', en: 'Vetoed' },
  notEligible: { zh: '不在适用范围', en: 'Not eligible' },
  computedRank: { zh: '名次按本表计算，待确认', en: 'Ranks computed from the sheet, to be confirmed' },
  review: { zh: '换一种读法结果不同', en: 'Another reading gives another result' },
  superseded: { zh: '择优不重复', en: 'Superseded by another clause' },
  duplicate: { zh: '重复行', en: 'Repeated rows' },
  unquantified: { zh: '金额未定', en: 'Amount not fixed' },
  notInForce: { zh: '不在有效期', en: 'Not in force' },
};

export const FINDINGS = {
  empty: { zh: '没有发现需要核对的数据。', en: 'Nothing in the data needs a look.' },
  before: {
    zh: '测算后，这里列出需要核对的单元格，牵涉金额大的在前。',
    en: 'After an evaluation the cells that need a look stand here, those with the most money first.',
  },
} as const satisfies Record<string, Bilingual>;

export const SEVERITIES: Readonly<Record<FindingSummary['severity'], Bilingual>> = {
  error: { zh: '错误', en: 'Error' },
  question: { zh: '待定', en: 'Question' },
  warning: { zh: '留意', en: 'Look' },
};

/** What hangs on a finding under one policy. */
export function atStakeText({ policy, money, open }: FindingSummary['atStake'][number]): Bilingual {
  const amount = yuan(money);
  const parts: Bilingual[] = [];
  if (money !== '0.00') parts.push({ zh: `牵涉 ${amount.zh}`, en: `${amount.en} at stake` });
  if (open > 0) {
    parts.push({ zh: `${open.toLocaleString('en')} 项结果待定`, en: `${counted(open, 'result')} open` });
  }
  return {
    zh: `${policy}：${parts.map(({ zh }) => zh).join('，')}`,
    en: `${policy}: ${parts.map(({ en }) => en).join(', ')}`,
  };
}

export const ROW = {
  before: {
    zh: '测算后选中一行企业，这里显示它的条款、金额和推导。',
    en: 'After an evaluation select an enterprise’s row: its clauses, amounts and derivations stand here.',
  },
  nobody: { zh: '选中的行不是参与测算的企业。', en: 'The selected row is no enterprise of the evaluation.' },
  noName: { zh: '（没有名称）', en: '(no name)' },
  nothing: { zh: '没有符合的条款。', en: 'No clause applies.' },
  notMet: { zh: '不符合的条款', en: 'Clauses not met' },
  measures: { zh: '适用的非资金措施', en: 'Measures without money that apply' },
  derive: { zh: '推导', en: 'Derivation' },
  deriving: { zh: '正在推导…', en: 'Deriving…' },
  uncapped: { zh: '封顶前', en: 'Before the cap' },
  cap: { zh: '上限', en: 'Cap' },
  capHit: { zh: '已封顶', en: 'Capped' },
  missing: { zh: '缺', en: 'Missing' },
} as const satisfies Record<string, Bilingual>;

export const HOLDS: Readonly<Record<'yes' | 'no' | 'unknown', Bilingual>> = {
  yes: { zh: '满足', en: 'holds' },
  no: { zh: '不满足', en: 'does not hold' },
  unknown: { zh: '未知', en: 'not known' },
};

export function rowTitle(rowNumber: number): Bilingual {
  return { zh: `第 ${rowNumber} 行`, en: `Row ${rowNumber}` };
}

export const COLUMNS = {
  before: {
    zh: '点“查看识别”，看每一列被当作什么指标。',
    en: '“Check columns” shows what each column was taken for.',
  },
  onlyQuestions: { zh: '只看要确认的', en: 'Only what needs a look' },
  noQuestions: { zh: '没有需要确认的列。', en: 'No column needs a look.' },
  leftOut: { zh: '不用此列', en: 'Left out' },
  maybe: { zh: '可能是', en: 'May be' },
  all: { zh: '全部指标', en: 'All indicators' },
  asRecognised: { zh: '恢复自动识别', en: 'As recognised' },
  unit: { zh: '单位', en: 'Unit' },
  percent: { zh: '百分数（15 即 15%）', en: 'Percent (15 is 15 %)' },
  fraction: { zh: '小数（0.15 即 15%）', en: 'Fraction (0.15 is 15 %)' },
  noHeader: { zh: '（没有表头）', en: '(no header)' },
  noTable: { zh: '不是企业统计表', en: 'No table of enterprises' },
  skipped: { zh: '跳过的行', en: 'Rows skipped' },
} as const satisfies Record<string, Bilingual>;

/** `把 C 列当作`, for those who hear it. */
export function meaningLabel(column: string): Bilingual {
  return { zh: `${column} 列的指标`, en: `Indicator of column ${column}` };
}

export function unitLabel(column: string): Bilingual {
  return { zh: `${column} 列的单位`, en: `Unit of column ${column}` };
}

export function tableText({ rowCount, headerRows, columns }: TableSummary): Bilingual {
  const taken = columns.filter(({ meaning }) => meaning !== null).length;
  const left = columns.length - taken;
  return {
    zh: `${rowCount.toLocaleString('en')} 户，表头第 ${headerRows.join('、')} 行，识别 ${taken} 列，未用 ${left} 列`,
    en: `${counted(rowCount, 'enterprise')}, header in row ${headerRows.join(', ')}, ${taken} columns taken, ${left} left over`,
  };
}

/** The first few of the rows that were skipped. */
export function skippedText(rows: readonly number[]): Bilingual {
  const shown = rows.slice(0, SKIPPED_SHOWN);
  const rest = rows.length - shown.length;
  return {
    zh: `第 ${shown.join('、')} 行${rest > 0 ? `等 ${rows.length.toLocaleString('en')} 行` : ''}`,
    en: `${rows.length === 1 ? 'row' : 'rows'} ${shown.join(', ')}${rest > 0 ? ` and ${rest.toLocaleString('en')} more` : ''}`,
  };
}

const SKIPPED_SHOWN = 5;
