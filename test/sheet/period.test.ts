import { readPeriod, yearsIn } from '../../src/sheet/period';

describe('years and parts of years in headers', () => {
  it.each([
    ['2020年1—12月工业总产值', { rest: '工业总产值', year: 2020, span: 'year' }],
    ['工业总产值（2019年）', { rest: '工业总产值()', year: 2019 }],
    ['2019年末存款余额', { rest: '年末存款余额', year: 2019 }],
    ['2020年年末贷款余额', { rest: '年末贷款余额', year: 2020 }],
    ['12月末存款余额', { rest: '年末存款余额' }],
    ['19年产值', { rest: '产值', year: 2019 }],
    ['1-11月营业收入', { rest: '营业收入', span: 'part' }],
    ['本月', { rest: '', span: 'part' }],
    ['一季度零售额', { rest: '零售额', span: 'part' }],
    ['上半年营业额', { rest: '营业额', span: 'part' }],
    ['1—本月累计', { rest: '累计', span: 'toDate' }],
    ['全年营业收入', { rest: '营业收入', span: 'year' }],
    ['2020年比2019年增长', { rest: '增长', year: 2020 }],
    ['月销售额', { rest: '月销售额' }],
    ['近20年', { rest: '近20年' }],
    ['引入500强总部数', { rest: '引入500强总部数' }],
  ])('%s', (text, period) => {
    expect(readPeriod(text)).toEqual(period);
  });

  it('finds the years of a title', () => {
    expect(yearsIn('2020年与2019年对比表')).toEqual([2019, 2020]);
    expect(yearsIn('GB/T 32100，电话 08712019')).toEqual([]);
  });
});
