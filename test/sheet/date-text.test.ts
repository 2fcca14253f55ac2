import { datePrecision, readDateNumber, readDateText } from '../../src/sheet/date-text';

describe('dates as people type them', () => {
  const day = { year: 2020, month: 3, day: 5 };
  const month = { year: 2020, month: 3 };

  it.each([
    '2020-03-05',
    '2020.3.5',
    '2020/3/5',
    '2020年3月5日',
    '2020 年 3 月 5 日',
    '20年3月5日',
    '20200305',
    '２０２０．３．５',
    '2020-03-05 00:00:00',
    '2020-03-05T08:30:00',
    '二〇二〇年三月五日',
    '5-Mar-2020',
    'Mar 5, 2020',
    '2020 3 5',
  ])('%s is a day', (text) => {
    expect(readDateText(text)).toEqual(day);
  });

  it.each([
    '2020-03',
    '2020.3',
    '2020/3',
    '2020年3月',
    '2020年3月份',
    '2020年3月上旬',
    '202003',
    '二〇二〇年三月',
    'March 2020',
  ])('%s is a month', (text) => {
    expect(readDateText(text)).toEqual(month);
  });

  it.each(['2020', '2020年', '2020年度', 'FY2020', '2020年1—12月'])('%s is a year', (text) => {
    expect(readDateText(text)).toEqual({ year: 2020 });
  });

  it.each([
    ['二〇一九年十一月二十日', { year: 2019, month: 11, day: 20 }],
    ['二零一九年十月', { year: 2019, month: 10 }],
  ])('%s in Chinese digits', (text, date) => {
    expect(readDateText(text)).toEqual(date);
  });

  it.each([
    '2020-02-30',
    '2020-13-01',
    '3月5日',
    '长期',
    '1850-01-01',
    '2020年第三季度',
    'May be',
    '2020.3.5.6',
  ])('%s is not read', (text) => {
    expect(readDateText(text)).toBeNull();
  });
});

describe('dates as Excel keeps them', () => {
  it.each([
    [43895, 'yyyy-mm-dd', { year: 2020, month: 3, day: 5 }],
    [43895.75, 'yyyy/m/d h:mm', { year: 2020, month: 3, day: 5 }],
    [44774, 'yyyy"年"m"月"', { year: 2022, month: 8 }],
    [43895, 'yyyy', { year: 2020 }],
    [1, 'yyyy-mm-dd', { year: 1900, month: 1, day: 1 }],
    [61, 'yyyy-mm-dd', { year: 1900, month: 3, day: 1 }],
    [2020, undefined, { year: 2020 }],
    [202003, '0', { year: 2020, month: 3 }],
    [20200305, undefined, { year: 2020, month: 3, day: 5 }],
    [43895, undefined, { year: 2020, month: 3, day: 5 }],
    [2020.3, undefined, { year: 2020, month: 3 }],
    [2020.11, undefined, { year: 2020, month: 11 }],
  ])('%d with format %s', (value, format, date) => {
    expect(readDateNumber(value, format, false)).toEqual(date);
  });

  it('counts from 1904 where the workbook does', () => {
    expect(readDateNumber(42433, 'yyyy-mm-dd', true)).toEqual({ year: 2020, month: 3, day: 5 });
  });

  // 2020.1 may have been typed as 2020.10.
  it.each([2020.1, 12.5, 7, 5_000_000])('%d is not read', (value) => {
    expect(readDateNumber(value, undefined, false)).toBeNull();
  });

  it('does not read a serial day out of range', () => {
    expect(readDateNumber(-3, 'yyyy-mm-dd', false)).toBeNull();
    expect(readDateNumber(202_013, undefined, false)).toBeNull();
  });

  it.each([
    ['yyyy-mm-dd', 'day'],
    ['m/d/yy', 'day'],
    ['[$-804]yyyy"年"m"月"', 'month'],
    ['yyyy"年"', 'year'],
    ['h:mm', null],
    ['0.00%', null],
    ['#,##0', null],
    [undefined, null],
  ])('%s shows a %s', (format, precision) => {
    expect(datePrecision(format)).toBe(precision);
  });
});
