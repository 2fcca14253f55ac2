import { entryOf } from '../../../src/workbench/host/book/entry';

describe('what is typed is read', () => {
  test.each([
    ['5', 5],
    [' 5 ', 5],
    ['-1.50', -1.5],
    ['+7', 7],
    ['(12)', -12],
    ['1,234,567', 1_234_567],
    ['12%', 0.12],
    ['1e3', 1_000],
    ['TRUE', true],
    ['false', false],
    ['91530100MA6K12', '91530100MA6K12'],
    ['文字', '文字'],
    ['1,23', '1,23'],
    ['-', '-'],
    ['12345678901234567890', 12_345_678_901_234_600_000],
    ['530102198001011234', 530_102_198_001_011_000],
  ])('%s', (text, content) => {
    expect(entryOf(text, 'General').content).toBe(content);
  });

  test('a credit code with one E among digits becomes a number', () => {
    expect(entryOf('9131000012345E12', 'General').content).toBe(9_131_000_012_345e12);
  });

  test.each([
    ['2024-01-01', 45_292, 'yyyy/m/d'],
    ['2024/2/29', 45_351, 'yyyy/m/d'],
    ['2024年3月5日', 45_356, 'yyyy"年"m"月"d"日"'],
    ['2024-05', 45_413, 'yyyy"年"m"月"'],
    ['6:30', 0.270_833_333_333_333_3, 'h:mm'],
    ['1,000.50', 1_000.5, '#,##0.00'],
    ['¥12', 12, '¥#,##0.00'],
    ['5.5%', 0.055, '0.00%'],
  ])('%s brings its number format along', (text, content, numberFormat) => {
    expect(entryOf(text, 'General')).toEqual({ content, numberFormat });
  });

  test('what is no date stays a text', () => {
    expect(entryOf('2024-02-30', 'General')).toEqual({ content: '2024-02-30' });
    expect(entryOf('2024-13', 'General')).toEqual({ content: '2024-13' });
  });

  test('an error is an error', () => {
    expect(entryOf('#n/a', 'General')).toEqual({ content: { error: '#N/A' } });
  });

  test.each([
    ['=A1+1', '=A1+1'],
    ['-A1', '=-A1'],
    ['+企业', '=+企业'],
  ])('%s is a formula', (text, formula) => {
    expect(entryOf(text, 'General')).toEqual({ content: null, formula });
  });

  test('a formula that begins with @ is refused', () => {
    expect(() => entryOf('@关注', 'General')).toThrow('This is not a valid formula.');
  });
});

describe('what is meant as text stays text', () => {
  test.each([
    ['007', '007'],
    ['=1+1', '=1+1'],
    ['@关注', '@关注'],
    ['2024-01-01', '2024-01-01'],
  ])('with the number format @: %s', (text, content) => {
    expect(entryOf(text, '@')).toEqual({ content });
  });

  test('numbers and logical values too', () => {
    expect([entryOf(5, '@').content, entryOf(true, '@').content]).toEqual(['5', 'TRUE']);
  });

  test('behind an apostrophe, which is no part of it', () => {
    expect(entryOf("'007", 'General')).toEqual({ content: '007' });
    expect(entryOf("'=1+1", 'General')).toEqual({ content: '=1+1' });
  });
});
