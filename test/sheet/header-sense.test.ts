import { bareForm, keyOf, type Lexicon, sensesOf } from '../../src/sheet/header-sense';
import { readHeader } from '../../src/sheet/header-text';
import { vocabularyIndex } from '../../src/sheet/vocabulary-index';
import { vocabulary } from './vocabulary';

const lexicon: Lexicon = { ...vocabularyIndex(vocabulary), year: 2020 };

function meant(text: string, by = lexicon): string {
  const keys = sensesOf(readHeader(text), by).map((sense) => {
    const result = keyOf(sense, lexicon.index);
    return 'key' in result ? result.key : `${result.none} of ${sense.base}`;
  });
  return [...new Set(keys)].join(' or ');
}

describe('headers and forms', () => {
  it.each([
    ['工业总产值', 'grossOutput'],
    ['总产值', 'grossOutput'],
    ['Operating revenue', 'revenue'],
    ['工业总产值本年累计（千元）', 'grossOutput'],
    ['本年工业总产值', 'grossOutput'],
    ['2020年工业总产值', 'grossOutput'],
    ['工业总产值（2020年）', 'grossOutput'],
    ['上年工业总产值', 'grossOutputPrior'],
    ['工业总产值_上年', 'grossOutputPrior'],
    ['2019年工业总产值', 'grossOutputPrior'],
    ['2018年工业总产值', 'grossOutputPrior2'],
    ['去年同期产值', 'grossOutputPrior'],
    ['工业总产值同比增长（%）', 'grossOutputGrowth'],
    ['工业总产值±%', 'grossOutputGrowth'],
    ['工业总产值增减（%）', 'grossOutputGrowth'],
    ['工业总产值2020年比2019年增长（%）', 'grossOutputGrowth'],
    ['产值同比增速', 'grossOutputGrowth'],
    ['2019年产值增速(%)', 'grossOutputPriorGrowth'],
    ['上年工业总产值增速', 'grossOutputPriorGrowth'],
    ['2019年末存款余额', 'depositBalancePrior'],
    ['2020年末存款余额', 'depositBalance'],
    ['2019年实缴失业保险费', 'unemploymentPremiumPaidPrior'],
    ['2020年新增设备投资', 'newEquipmentInvestment'],
    ['全年累计销售额增速', 'salesGrowth'],
    ['限额以上', 'isAboveQuota'],
    ['是否总部认定', 'isHeadquarters'],
    ['是否当年首次升规', 'firstTimeAboveScale'],
    ['面积（亩）', 'plantedArea'],
    ['企业名称/单位名称', 'enterpriseName'],
    ['企业名称 Enterprise name', 'enterpriseName'],
    ['工业总产值 GIOV（千元）', 'grossOutput'],
    ['企业名称/法定代表人', ''],
    ['主营收入增幅(%)', 'noSuchForm of mainRevenue'],
    ['2021年工业总产值', 'noSuchForm of grossOutput'],
    ['本月工业总产值', 'notAnnual of grossOutput'],
    ['1-11月营业收入', 'notAnnual of revenue'],
    ['面积', ''],
    ['工业总产值增减额', ''],
    ['工业增加值', ''],
    ['营业收入增量', ''],
    ['人均营业收入', ''],
  ])('%s means %s', (text, key) => {
    expect(meant(text)).toBe(key);
  });

  it.each([
    ['上年同期', -1, false],
    ['去年', -1, false],
    ['2019年', -1, false],
    ['2020', 0, false],
    ['本年累计', 0, false],
    ['1—12月', 0, false],
    ['同比（%）', 0, true],
    ['±%', 0, true],
    ['%', 0, true],
    ['（千元）', 0, false],
    ['上年增速', -1, true],
    ['增减%', 0, true],
  ])('%s alone is a form', (text, shift, growth) => {
    expect(bareForm(readHeader(text), lexicon)).toMatchObject({ shift, growth, part: false });
  });

  it.each(['本月', '1-9月', '第一季度'])('%s alone is part of a year', (text) => {
    expect(bareForm(readHeader(text), lexicon)?.part).toBe(true);
  });

  it.each(['企业名称', '基本情况', '增减', '备注', ''])('%s alone is no form', (text) => {
    expect(bareForm(readHeader(text), lexicon)).toBeNull();
  });

  it('counts years from the sheet’s year, if it has one', () => {
    const of2024 = { ...lexicon, year: 2024 };
    expect(meant('2023年工业总产值', of2024)).toBe('grossOutputPrior');
    expect(meant('2023年工业总产值', { ...lexicon, year: undefined })).toBe('yearUnknown of grossOutput');
  });
});

describe('the vocabulary as headers', () => {
  it('gives every name and alias to one indicator only', () => {
    const twice = [...lexicon.index.names].filter(
      ([, named]) => new Set(named.map(({ key }) => key)).size > 1,
    );
    expect(twice).toEqual([]);
  });

  const named = [...vocabulary.indicators.values()].filter(({ type }) => type !== 'table');

  function misread(headers: readonly (readonly [string, string])[]): string[] {
    return headers
      .filter(([header, key]) => meant(header) !== key)
      .map(([header, key]) => `${header} → ${meant(header)}, not ${key}`);
  }

  it('knows each indicator by its Chinese name, its English name and its aliases', () => {
    const headers = named.flatMap(({ key, names, aliases }) =>
      [names.zh, names.en, ...aliases].map((name): [string, string] => [name, key]),
    );
    expect(misread(headers.filter(([name]) => !/\d{4}年/.test(name)))).toEqual([]);
  });

  const figures = named.filter(({ names }) => !names.zh.startsWith('上年'));
  const priors = figures.flatMap(({ names, prior }): [string, string][] =>
    prior === undefined ? [] : [[names.zh, prior]],
  );
  const growths = figures.flatMap(({ names, growth }): [string, string][] =>
    growth === undefined ? [] : [[names.zh, growth]],
  );
  const dressed = (template: string, headers: readonly (readonly [string, string])[]): [string, string][] =>
    headers.map(([name, key]) => [template.replace('X', name), key]);

  it.each(['上年X', 'X上年同期', '去年同期X', 'X_上年', 'X（上年同期）', '2019年X'])(
    'knows last year’s figures as %s',
    (template) => {
      expect(misread(dressed(template, priors))).toEqual([]);
    },
  );

  it.each(['X增速', 'X同比增长(%)', 'X±%', 'X比上年增长', 'X增长率（%）'])(
    'knows growth as %s',
    (template) => {
      expect(misread(dressed(template, growths))).toEqual([]);
    },
  );
});
