import { labelKind, looksLikeCode, looksLikeEnterprise, repeatsHeaders } from '../../src/sheet/row-kinds';

describe('labels of rows that are no enterprise', () => {
  it.each([
    ['合　计', 'subtotal'],
    ['小计：', 'subtotal'],
    ['全区合计', 'subtotal'],
    ['马街街道小计', 'subtotal'],
    ['总计（393户）', 'subtotal'],
    ['全区', 'subtotal'],
    ['总计', 'subtotal'],
    ['Total', 'subtotal'],
    ['Grand total', 'subtotal'],
    ['平均', 'subtotal'],
    ['其中：大中型企业', 'ofWhich'],
    ['其中', 'ofWhich'],
    ['#规上企业', 'ofWhich'],
    ['of which: large', 'ofWhich'],
    ['一、装备制造', 'section'],
    ['（二）磷化工', 'section'],
    ['第三、食品', 'section'],
    ['注：1.本表为快报数', 'note'],
    ['注 1', 'note'],
    ['备注：无', 'note'],
    ['填表人：李四', 'note'],
    ['统计负责人：张三', 'note'],
    ['资料来源：区统计局', 'note'],
    ['第2页 共3页', 'note'],
    ['（续表）', 'note'],
    ['※以上为快报数', 'note'],
    ['本表为联网直报口径', 'note'],
    ['Source: bureau', 'note'],
    ['单位：千元', 'unit'],
    ['', undefined],
    ['昆明甲机械制造有限公司', undefined],
    ['一心堂药业集团股份有限公司', undefined],
    ['注册会计师事务所', undefined],
    ['附一餐饮店', undefined],
    ['来源餐饮有限公司', undefined],
    ['电话科技有限公司', undefined],
    ['总部企业', undefined],
  ])('%s', (label, kind) => {
    expect(labelKind(label)).toBe(kind);
  });

  it.each([
    ['昆明甲机械制造有限公司', true],
    ['昆明丙美食（南亚店）', true],
    ['甲宾馆', true],
    ['某某合作社', true],
    ['Kunming A Co., Ltd.', true],
    ['装备制造及加工制造', false],
    ['马街街道', false],
    ['磷化工', false],
  ])('%s reads as an enterprise: %s', (name, expected) => {
    expect(looksLikeEnterprise(name)).toBe(expected);
  });

  it.each([
    ['91530112MAX3R6H012', true],
    ['9153 0112 MAX3 R6H0 12', true],
    ['530112000001234', true],
    ['待办', false],
    ['合计', false],
    ['ABCDEFGHIJ', false],
  ])('%s reads as a code: %s', (text, expected) => {
    expect(looksLikeCode(text)).toBe(expected);
  });

  it('knows repeated headers by most of their cells', () => {
    const headersOf = (column: number): ReadonlySet<string> =>
      new Set([['企业名称'], ['信用代码'], ['营业额']][column - 1]);
    const cells = (texts: readonly string[]): { column: number; text: string }[] =>
      texts.map((text, at) => ({ column: at + 1, text }));
    expect(repeatsHeaders(cells(['企业名称', '信用代码', '营业额']), headersOf)).toBe(true);
    expect(repeatsHeaders(cells(['企业 名称', '信用代码', '12']), headersOf)).toBe(true);
    expect(repeatsHeaders(cells(['企业名称']), headersOf)).toBe(false);
    expect(repeatsHeaders(cells(['甲公司', '信用代码', '12']), headersOf)).toBe(false);
  });
});
