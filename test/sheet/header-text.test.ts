import { readHeader } from '../../src/sheet/header-text';

describe('a header taken apart', () => {
  it.each([
    ['工业总产值（千元）', '工业总产值', '千元'],
    ['工业总产值\n(单位：千元)', '工业总产值', '千元'],
    ['工业总产值/万元', '工业总产值', '万元'],
    ['工业总产值，万元', '工业总产值', '万元'],
    ['工业总产值 单位：亿元', '工业总产值', '亿元'],
    ['Operating revenue, RMB million', 'Operating revenue', 'RMB million'],
    ['工业总产值千元', '工业总产值', '千元'],
    ['同比%', '同比', '%'],
    ['工业总产值±%', '工业总产值±', '%'],
    ['工业总产值（±%）', '工业总产值±', '%'],
    ['营业收入（万元，含税）', '营业收入(含税)', '万元'],
    ['（千元）', '', '千元'],
    ['1.企业名称', '企业名称', undefined],
    ['（一）企业名称*', '企业名称', undefined],
    ['①企业名称：', '企业名称', undefined],
    ['企业名称（必填）', '企业名称', undefined],
    ['其中：网络销售额', '网络销售额', undefined],
    ['是否首次升规（纳限）', '是否首次升规(纳限)', undefined],
    ['租金（元/㎡）', '租金(元/㎡)', undefined],
    ['行业代码（GB/T 4754-2017）', '行业代码', undefined],
    // Growth is published at comparable prices; output at comparable prices is another figure.
    ['增速（可比价，%）', '增速', '%'],
    ['增速（按可比价%）', '增速', '%'],
    ['产值增长（可比价）', '产值增长', undefined],
    ['工业总产值（可比价）', '工业总产值(可比价)', undefined],
  ])('%s', (text, name, unit) => {
    const { readings, looseUnit } = readHeader(text);
    expect(readings.at(-1)?.name).toBe(name);
    expect(looseUnit?.text).toBe(unit);
  });

  it('keeps the whole text as its first reading', () => {
    expect(readHeader('面积（亩）').readings.map(({ name }) => name)).toEqual(['面积(亩)', '面积']);
  });
});
