import { flagReader, hasDiscs } from '../../src/sheet/flag-text';
import { vocabulary } from './vocabulary';

describe('yes and no', () => {
  const read = flagReader(vocabulary.indicators.get('isAboveQuota'), undefined);

  it.each([
    '是',
    '√',
    '✓',
    '1',
    'Y',
    'yes',
    'TRUE',
    '有',
    '通过',
    '合格',
    '限上',
    '限额以上',
    '限上企业',
    '是（2019年认定）',
    '（是）',
  ])('%s is yes', (text) => {
    expect(read(text)).toBe(true);
  });

  it.each(['否', '×', 'x', '0', 'N', 'no', 'false', '无', '未通过', '不合格', '非限上', '否，已退库'])(
    '%s is no',
    (text) => {
      expect(read(text)).toBe(false);
    },
  );

  it.each(['西山区', '待定', '2', '部分'])('%s is neither', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads ● as yes, and ○ as no only in a column that has ● as well', () => {
    const indicator = vocabulary.indicators.get('isAboveQuota');
    const beside = flagReader(indicator, undefined, hasDiscs(['●', '○']));
    const alone = flagReader(indicator, undefined, hasDiscs(['○', null]));
    expect(['●', '○'].map(beside)).toEqual([true, false]);
    expect(['●', '○'].map(alone)).toEqual([true, null]);
    expect(['☑', '☐', '■', '□'].map(alone)).toEqual([true, false, true, false]);
  });

  it('does not guess what 有 and 无 mean under 是否无失信记录', () => {
    const twisted = flagReader(vocabulary.indicators.get('noBadCredit'), undefined);
    expect(['有', '无', '没有'].map(twisted)).toEqual([null, null, null]);
    expect(twisted('是')).toBe(true);
  });

  it('takes the words that the analyst gave, and no others', () => {
    const places = flagReader(vocabulary.indicators.get('registeredInDistrict'), ['西山区']);
    expect(['西山区', ' 西山区', '五华区', '是'].map(places)).toEqual([true, true, false, false]);
  });

  it('needs no indicator', () => {
    expect(flagReader(undefined, undefined)('是')).toBe(true);
  });
});
