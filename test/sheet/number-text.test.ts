import { growthInDigits, isMissingMark, readNumberText, readPlainNumber } from '../../src/sheet/number-text';

describe('numbers as people type them', () => {
  it.each([
    ['77,629', '77629'],
    ['７７，６２９．５', '77629.5'],
    [' 15543\u3000', '15543'],
    ['1 234 567', '1234567'],
    ['12,3456,7890', '1234567890'],
    ['(5.2)', '-5.2'],
    ['（５．２）', '-5.2'],
    ['−9.7', '-9.7'],
    ['－９．７', '-9.7'],
    ['+3', '3'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['5。2', '5.2'],
    ["'123", '123'],
    ['1.2E+05', '120000'],
    ['第3名', '3'],
    ['第二年', '2'],
    ['123456789012345678.25', '123456789012345678.25'],
  ])('%s is %s', (text, value) => {
    expect(readNumberText(text)?.value.toFixed()).toBe(value);
  });

  it.each([
    ['15%', '15', '%', '0.01'],
    ['(3.5%)', '-3.5', '%', '0.01'],
    ['(3.5)％', '-3.5', '%', '0.01'],
    ['1,200万元', '1200', '万元', '10000'],
    ['¥1,200.00', '1200', '¥', '1'],
    ['30人', '30', '人', '1'],
    ['3.5万㎡', '3.5', '万㎡', '10000'],
    ['USD 12', '12', 'usd', '1'],
  ])('%s has a unit of its own', (text, value, unit, factor) => {
    const number = readNumberText(text);
    expect(number?.value.toFixed()).toBe(value);
    expect(number?.unit?.text.toLowerCase()).toBe(unit);
    expect(number?.unit?.factor.toFixed()).toBe(factor);
    expect(number?.magnitudeOnly).toBe(false);
  });

  it('knows a magnitude without a measure', () => {
    expect(readNumberText('1.2亿')).toMatchObject({ magnitudeOnly: true });
    expect(readNumberText('1.2亿')?.unit?.factor.toFixed()).toBe('100000000');
  });

  it.each(['约300', '10-20', '1,23', '12.3.4', '一百', '停产', '(-5)', '¥100美元', '()', '1e999'])(
    '%s is not read',
    (text) => {
      expect(readNumberText(text)).toBeNull();
    },
  );

  it.each([
    '',
    '—',
    '——',
    '-',
    '－',
    '…',
    '……',
    '/',
    '无',
    '暂无',
    'N/A',
    'n.a.',
    '#N/A',
    '　',
    '不适用',
    '待核',
  ])('%s stands for a blank', (text) => {
    expect(isMissingMark(text)).toBe(true);
  });

  it.each(['0', '停产', '无锡', '-1', '未开业的企业有限公司'])('%s does not stand for a blank', (text) => {
    expect(isMissingMark(text)).toBe(false);
  });

  it('reads the commonest forms at once, and leaves the others', () => {
    expect(readPlainNumber('77,629')).toBe(77629);
    expect(readPlainNumber('－９．７')).toBe(-9.7);
    expect(readPlainNumber('1,23')).toBeUndefined();
    expect(readPlainNumber('1234567890123456')).toBeUndefined();
    expect(readPlainNumber('9'.repeat(30))).toBeUndefined();
  });

  it.each([
    ['增长5.2%', '5.2%'],
    ['同比下降３％', '-3%'],
    ['持平', '0'],
    ['5.2%', '5.2%'],
    ['增长较快', '增长较快'],
  ])('%s is growth of %s', (text, digits) => {
    expect(growthInDigits(text)).toBe(digits);
  });
});
