import { type CategoryReading, categoryReader } from '../../src/sheet/category-text';
import { readIndustry } from '../../src/sheet/industries';
import type { Indicator } from '../../src/rules';
import { vocabulary } from './vocabulary';

function reader(key: string): (content: string | number) => CategoryReading {
  return categoryReader(vocabulary.indicators.get(key) as Indicator);
}

describe('category cells', () => {
  it.each([
    ['agriLeaderLevel', '省级', ['省']],
    ['agriLeaderLevel', '云南省级', ['省']],
    ['agriLeaderLevel', '国家级', ['国家']],
    ['agriLeaderLevel', '县级', ['县级']],
    ['enterpriseScale', '小型企业', ['小']],
    ['enterpriseTitle', '专精特新“小巨人”、成长型中小企业', ['专精特新小巨人', '成长型中小企业']],
    ['enterpriseTitle', '单项冠军\n民营小巨人', ['单项冠军', '民营小巨人']],
    ['enterpriseTitle', '创新型中小企业', ['创新型中小企业']],
    ['innovationPlatformTitle', '服务型制造示范企业/平台', ['服务型制造示范']],
    ['innovationPlatformTitle', '企业技术中心；企业技术中心', ['企业技术中心']],
    ['innovationPlatformTitle', '企业技术中心（2020年）', ['企业技术中心']],
    ['qualificationGrade', '一级', ['一级']],
    ['operatorType', '购物中心', ['商场']],
  ])('%s: %s', (key, text, values) => {
    expect(reader(key)(text)).toMatchObject({ kind: 'values', values });
  });

  it('says what a slip may have been meant as, and keeps the text', () => {
    expect(reader('enterpriseTitle')('专精特新小巨入')).toEqual({
      kind: 'values',
      values: ['专精特新小巨入'],
      near: [{ value: '专精特新小巨入', near: '专精特新小巨人' }],
    });
    expect(reader('innovationPlatformTitle')('省级企业技术中心')).toMatchObject({
      near: [{ near: '企业技术中心' }],
    });
    expect(reader('innovationPlatformTitle')('中心')).toMatchObject({ values: ['中心'], near: [] });
  });

  it('does not choose between two levels in one cell', () => {
    expect(reader('agriLeaderLevel')('国家级、省级')).toEqual({
      kind: 'ambiguous',
      candidates: ['国家', '省'],
    });
    expect(reader('agriLeaderLevel')('省级、省')).toMatchObject({ kind: 'values', values: ['省'] });
  });
});

describe('industries', () => {
  const read = reader('industry');

  it.each([
    ['批发业', ['批发业']],
    ['批发', ['批发业']],
    ['专用设备制造业', ['工业']],
    ['铁路、船舶、航空航天和其他运输设备制造业', ['工业']],
    ['计算机、通信和其他电子设备制造业', ['电子制造业']],
    ['电力、热力、燃气及水生产和供应业', ['工业']],
    ['采矿业', ['工业']],
    ['农、林、牧、渔业', ['农业']],
    ['居民服务、修理和其他服务业', ['居民服务', '修理', '其他服务']],
    ['C', ['工业']],
    ['C35', ['工业']],
    ['35', ['工业']],
    [35, ['工业']],
    ['C39', ['电子制造业']],
    ['3911', ['电子制造业']],
    [5212, ['零售业']],
    ['F52 零售业', ['零售业']],
    ['F-批发业', ['批发业']],
    ['64', ['互联网和相关服务']],
    ['I65 软件和信息技术服务业', ['软件和信息技术服务业']],
    ['超级市场零售', ['零售业']],
    ['钢材批发', ['批发业']],
    ['正餐服务', ['餐饮业']],
    ['蔬菜种植', ['农业']],
    ['石墨采选', ['工业']],
    ['塑料制品', ['工业']],
    ['物业管理', ['房地产业']],
    ['科学研究和技术服务业', ['科学研究和技术服务业']],
    ['83', ['83']],
  ])('%s', (text, values) => {
    expect(read(text)).toMatchObject({ kind: 'values', values });
  });

  it.each([
    ['批发和零售业', ['批发业', '零售业']],
    ['F', ['批发业', '零售业']],
    ['住宿和餐饮业', ['住宿业', '餐饮业']],
    ['信息传输、软件和信息技术服务业', ['互联网和相关服务', '软件和信息技术服务业']],
    ['批零住餐', ['批发业', '零售业', '住宿业', '餐饮业']],
    ['电子元件制造', ['工业', '电子制造业']],
    ['51 零售业', ['批发业', '零售业']],
    ['批发业、零售业', ['批发业', '零售业']],
    [111, ['工业', '农业']],
  ])('%s is several, and not guessed', (text, candidates) => {
    expect(read(text)).toEqual({ kind: 'ambiguous', candidates });
  });

  it('reads a three-digit text as a group, a three-digit number with care', () => {
    expect(readIndustry('511')).toEqual({ kind: 'industries', industries: ['批发业'] });
    expect(readIndustry('511', true)).toMatchObject({ kind: 'ambiguous' });
  });

  it('gives only industries that the vocabulary has', () => {
    const few = categoryReader({
      ...(vocabulary.indicators.get('industry') as Indicator),
      values: [{ name: '零售业', synonyms: [] }],
    });
    expect(few('C35')).toMatchObject({ values: ['C35'] });
    expect(few('批发和零售业')).toMatchObject({ values: ['零售业'] });
  });
});
