import { meaningsOfPath } from '../../src/sheet/column-meaning';
import { readHeader } from '../../src/sheet/header-text';
import { titleSenses } from '../../src/sheet/title-senses';
import { vocabularyIndex } from '../../src/sheet/vocabulary-index';
import { vocabulary } from './vocabulary';

const lexicon = { ...vocabularyIndex(vocabulary), year: 2020 };

function meant(path: string, title = ''): string {
  const context = { lexicon, titleSenses: titleSenses([title], lexicon) };
  const meanings = meaningsOfPath(path.split(' > ').map(readHeader), context);
  return meanings
    .map(({ key, none, base, via, confidence }) => `${key ?? `${none} of ${base}`} (${via} ${confidence})`)
    .join(' or ');
}

describe('headers of several levels', () => {
  it.each([
    ['工业总产值 > 本年累计', 'grossOutput (parent 1)'],
    ['工业总产值 > 上年同期', 'grossOutputPrior (parent 1)'],
    ['工业总产值（千元） > 同比（%）', 'grossOutputGrowth (parent 1)'],
    ['工业总产值 > 2019年', 'grossOutputPrior (parent 1)'],
    ['工业总产值 > 2019年 > 1-12月', 'grossOutputPrior (parent 1)'],
    ['主要指标 > 工业总产值 > 本年', 'grossOutput (parent 1)'],
    ['2019年 > 工业总产值', 'grossOutputPrior (parent 1)'],
    ['增速（%） > 营业收入', 'revenueGrowth (parent 1)'],
    ['营业收入 > 上年增速', 'noSuchForm of revenue (parent 1)'],
    ['工业总产值 > 上年增速', 'grossOutputPriorGrowth (parent 1)'],
    ['工业总产值 > （千元）', 'grossOutput (parent 1)'],
    ['工业总产值 > %', 'grossOutputGrowth (parent 1)'],
    ['工业总产值 > 本月', 'notAnnual of grossOutput (parent 1)'],
    ['企业 > 名称', 'enterpriseName (parent 1)'],
    ['失业保险 > 缴费基数', 'unemploymentBase (parent 1)'],
    ['创业担保贷款 > 利息支出', 'startupLoanInterest (parent 1)'],
    ['基本情况 > 企业名称', 'enterpriseName (name 1)'],
    ['营业收入 > 主营业务收入', 'mainRevenue (name 1)'],
    ['计划 > 完成投资额', 'completedInvestment (name 0.7)'],
    ['计划 > 完成投资额 > 本年', 'completedInvestment (parent 0.7)'],
    ['上年增速', 'grossOutputPriorGrowth (context 0.85)'],
    ['其他情况 > 说明', ''],
    ['其他情况 > 本年累计', ''],
  ])('%s', (path, meaning) => {
    expect(meant(path)).toBe(meaning);
  });

  it('takes the indicator from the title where only the title names one', () => {
    expect(meant('本年累计', '限上企业商品零售额情况表')).toBe('retailSales (context 0.85)');
    expect(meant('上年同期', '限上企业商品零售额情况表')).toBe('retailSalesPrior (context 0.85)');
    expect(meant('本年累计', '工业总产值和营业收入情况表')).toBe('');
    expect(meant('本年累计', '主要经济指标')).toBe('');
  });
});
