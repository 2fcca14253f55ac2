import { canonicalCategory, type Indicator } from '../../src/rules';

const titles: Indicator = {
  key: 'enterpriseTitle',
  names: { zh: '当年新获企业称号', en: 'Enterprise title' },
  type: 'category',
  blank: 'none',
  aliases: [],
  values: [
    { name: '专精特新小巨人', synonyms: ['专精特新“小巨人”企业'] },
    { name: '民营小巨人', synonyms: ['民营小巨人企业'] },
  ],
  multiple: true,
};
const trade: Indicator = {
  ...titles,
  key: 'industry',
  values: [{ name: '物流运输', synonyms: ['交通运输、仓储和邮政业'] }],
  multiple: false,
};

test('the canonical name and its synonyms are the same value', () => {
  expect(canonicalCategory(titles, '专精特新小巨人')).toEqual(['专精特新小巨人']);
  expect(canonicalCategory(titles, '专精特新“小巨人”企业')).toEqual(['专精特新小巨人']);
});

test('width, quotes and spaces do not matter', () => {
  expect(canonicalCategory(titles, ' 专精特新 "小巨人" ')).toEqual(['专精特新小巨人']);
});

test('several values in one cell are split, each once', () => {
  expect(canonicalCategory(titles, '民营小巨人企业、专精特新小巨人；民营小巨人\n,')).toEqual([
    '民营小巨人',
    '专精特新小巨人',
  ]);
});

test('a value that contains a separator is found whole', () => {
  expect(canonicalCategory(trade, '交通运输、仓储和邮政业')).toEqual(['物流运输']);
});

test('unknown text stays as it is; a blank is no value', () => {
  expect(canonicalCategory(trade, ' 渔业 ')).toEqual(['渔业']);
  expect(canonicalCategory(trade, '  ')).toEqual([]);
});
