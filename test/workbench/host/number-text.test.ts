import { textOf } from '../../../src/workbench/host';

test.each([
  [1234.5, 'General', '1234.5'],
  [0.1 + 0.2, 'General', '0.3'],
  [123_456_789_012, 'General', '1.23457E+11'],
  [1234.5, '0', '1235'],
  [1234.567, '#,##0.00', '1,234.57'],
  [0, '#,##0.00', '0.00'],
  [-1234.5, '#,##0.00', '-1,234.50'],
  [-5, '0.00;(0.00)', '(5.00)'],
  [0, '0;-0;"–"', '–'],
  [0.256, '0%', '26%'],
  [0.1234, '0.00%', '12.34%'],
  [1.005, '0.00', '1.01'],
  [2.5, '0', '3'],
  [1_234_567, '#,##0,"千"', '1,235千'],
  [12, '0.0##', '12.0'],
  [0.5, '#.00', '.50'],
  [7, '000', '007'],
  [12_345, '0.00E+00', '1.23E+04'],
  [45_292, 'yyyy-mm-dd', '2024-01-01'],
  [45_292.75, 'yyyy/m/d h:mm', '2024/1/1 18:00'],
  [45_292, 'yyyy"年"m"月"d"日"', '2024年1月1日'],
  [45_292, 'yyyy年m月', '2024年1月'],
  [0.75, 'h:mm AM/PM', '6:00 PM'],
  [1, 'yyyy-mm-dd', '1900-01-01'],
  [12, '[$¥-804]#,##0.00', '¥12.00'],
  [-3, '#,##0.00_ ;[红色]\\-#,##0.00\\ ', '-3.00 '],
  [5, '@', '5'],
])('%d as %s is %s', (value, format, text) => {
  expect(textOf(value, format)).toBe(text);
});

test('texts, logical values, errors and blanks are shown as they are', () => {
  expect([
    textOf('甲', '0.00'),
    textOf(true, '0'),
    textOf({ error: '#N/A' }, '0'),
    textOf(null, '0'),
  ]).toEqual(['甲', 'TRUE', '#N/A', '']);
});

test('dates may count from 1904', () => {
  expect(textOf(0, 'yyyy-mm-dd', true)).toBe('1904-01-01');
});

test.each(['# ?/?', '[h]:mm', '[>100]0', 'mmm d', 'ddd'])('the format %s is not guessed', (format) => {
  expect(textOf(1.5, format)).toBeNull();
});
