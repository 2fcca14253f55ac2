import { readUnit, readUnits } from '../../src/sheet/written-unit';

describe('units as written', () => {
  it.each([
    ['千元', '元', '1000'],
    ['（单位：万元）', '元', '10000'],
    ['人民币万元', '元', '10000'],
    ['万元人民币', '元', '10000'],
    ['十万元', '元', '100000'],
    ['亿元', '元', '100000000'],
    ['万人民币', '元', '10000'],
    ["RMB '000", '元', '1000'],
    ['RMB million', '元', '1000000'],
    ['10,000 yuan', '元', '10000'],
    ['100 million yuan', '元', '100000000'],
    ['million RMB', '元', '1000000'],
    ['万美元', 'USD', '10000'],
    ['万美金', 'USD', '10000'],
    ['USD thousand', 'USD', '1000'],
    ['US$', 'USD', '1'],
    ['㎡', '㎡', '1'],
    ['万平方米', '㎡', '10000'],
    ['万平米', '㎡', '10000'],
    ['m²', '㎡', '1'],
    ['公顷', '㎡', '10000'],
    ['平方公里', '㎡', '1000000'],
    ['亩', '亩', '1'],
    ['千亩', '亩', '1000'],
    ['万吨', '吨', '10000'],
    ['公斤', '吨', '0.001'],
    ['人', '人', '1'],
    ['万人次', '人', '10000'],
    ['家', '户', '1'],
    ['万单', '单', '10000'],
    ['名', '名', '1'],
    ['%', '比例', '0.01'],
    ['％', '比例', '0.01'],
    ['‰', '比例', '0.001'],
    ['个百分点', '比例', '0.01'],
    ['万欧元', 'other', '10000'],
    ['立方米', 'other', '1'],
  ])('%s is %s × %s', (text, base, factor) => {
    const unit = readUnit(text);
    expect(unit?.base).toBe(base);
    expect(unit?.factor.toFixed()).toBe(factor);
  });

  it.each(['', '万元以上', '现价', '元/㎡', '工业总产值', '万', '必填', '千%', 'RMB %'])(
    '%s is no unit',
    (text) => {
      expect(readUnit(text)).toBeNull();
    },
  );

  it('keeps the unit as it was written', () => {
    expect(readUnit('（单位：人民币万元）')?.text).toBe('人民币万元');
  });

  it('reads the several units of one line', () => {
    expect(readUnits('千元、%、人').map(({ text }) => text)).toEqual(['千元', '%', '人']);
    expect(readUnits('西山区统计科')).toEqual([]);
  });
});
