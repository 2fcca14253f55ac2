import { nameTokens } from '../../src/sheet/name-tokens';
import { MARGIN, nearestNames, TAKE } from '../../src/sheet/near-names';
import { vocabularyIndex } from '../../src/sheet/vocabulary-index';
import { vocabulary } from './vocabulary';

const { near } = vocabularyIndex(vocabulary);

function nearest(name: string): { key: string; take: boolean } | undefined {
  const [best] = nearestNames(name, near);
  return best && { key: best.key, take: best.score >= TAKE };
}

describe('spellings in no list', () => {
  it.each([
    ['工业生产总值', 'grossOutput'],
    ['统一社会信用代码的号码', 'creditCode'],
    ['房租减免金额', 'rentRelief'],
    ['办公用房购置总价款', 'officePurchasePrice'],
    ['技术改造项目固定资产投资额', 'industrialFixedInvestment'],
    ['新认定的创新平台称号', 'innovationPlatformTitle'],
    // 额, 总 and 数量 repeat of what kind the figure is.
    ['设备购置费用额', 'equipmentPurchase'],
    ['商品房销售总面积', 'housingSalesArea'],
    ['服务外贸企业数量', 'servedEnterprises'],
    // 标识 and 与否 say no more than 是否.
    ['战略性新兴产业标识', 'isStrategicEmerging'],
    ['规上与否', 'isAboveScale'],
    // A word of another of the indicator's own names: 裁员职工数.
    ['裁减职工人数', 'layoffs'],
    ['技改项目固投额', 'industrialFixedInvestment'],
    ['工業生產總值', 'grossOutput'],
  ])('%s is taken for %s', (name, key) => {
    expect(nearest(name)).toEqual({ key, take: true });
  });

  it.each([
    ['营业收入占比', 'revenue'],
    ['上年营业收入排名', 'revenuePrior'],
    ['计划工业总产值', 'grossOutput'],
    ['母公司主营业务收入', 'mainRevenue'],
    ['单位面积种植面积', 'plantedArea'],
    ['医疗保险缴费基数', 'unemploymentBase'],
    ['女职工人数', 'employeesTotal'],
    ['失业保险费', 'unemploymentPremiumPaidPrior'],
    ['磷石膏综合利用率', 'phosphogypsumTons'],
  ])('%s is only proposed as %s', (name, key) => {
    expect(nearest(name)).toEqual({ key, take: false });
  });

  it.each([
    '利润总额',
    '法定代表人',
    '登记注册类型',
    '注册资本',
    '个人存款余额',
    '研发人员',
    '用电量',
    'x',
    '',
  ])('%s is nothing', (name) => {
    expect(isTaken(name)).toBe(false);
  });

  it.each([...vocabulary.indicators.values()].map((indicator) => [indicator.names.zh, indicator] as const))(
    'a name of %s is never taken for another indicator, were it not in the list',
    (_, { key, names: { zh }, aliases }) => {
      const mistaken = [zh, ...aliases].filter((name) => isMistaken(name, key));
      expect(mistaken.filter((name) => !ONLY_LISTED.has(name))).toEqual([]);
    },
  );
});

/**
 * 购房款 is a home's and 购房总价 an office's only because the lists say so; 年度 alone makes an investment that of
 * the year, and its place tells 考核年度 from 年度考核.
 */
const ONLY_LISTED = new Set(['考核年度', '购房总价', '购房总价款', '购房金额', '购房价款', '本年实际投资']);

function isTaken(name: string): boolean {
  return nearest(name)?.take ?? false;
}

function isMistaken(name: string, key: string): boolean {
  const tokens = nameTokens(name);
  const words = tokens.toSorted().join(' ');
  const byWord = new Map(
    tokens.map((token) => [
      token,
      (near.byWord.get(token) ?? []).filter((entry) => entry.key !== key || spell(entry.tokens) !== words),
    ]),
  );
  const [best, second] = nearestNames(name, { ...near, byWord });
  const clear = best !== undefined && best.score - (second?.score ?? 0) >= MARGIN;
  return clear && best.score >= TAKE && best.key !== key;
}

function spell(tokens: ReadonlyMap<string, number>): string {
  return [...tokens]
    .flatMap(([token, count]) => Array.from({ length: count }, () => token))
    .toSorted()
    .join(' ');
}
