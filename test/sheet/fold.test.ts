import { fold, nameKey, squash } from '../../src/sheet/fold';

describe('folding', () => {
  it.each([
    ['（５．２）％', '(5.2)%'],
    ['1—12月', '1-12月'],
    ['【必填】', '(必填)'],
    ['“小巨人”', '"小巨人"'],
    ['a\u200bb\u00a0c\u3000d', 'ab c d'],
    ['plain text 1,234.5', 'plain text 1,234.5'],
    ['[注1]', '(注1)'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('squashes blanks and case', () => {
    expect(squash('合　计 ＴＯＴＡＬ')).toBe('合计total');
  });

  it.each([
    ['企业（单位）名称：', '企业单位名称'],
    ['工业总产值_上年同期', '工业总产值上年同期'],
    ['适用3%征收率的销售额', '适用3%征收率的销售额'],
    ['Gross Output, prior-year', 'grossoutputprioryear'],
  ])('the key of %s is %s', (text, key) => {
    expect(nameKey(text)).toBe(key);
  });
});
