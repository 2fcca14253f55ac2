import { nameTokens } from '../../src/sheet/name-tokens';
import { MARGIN, nearestNames, TAKE } from '../../src/sheet/near-names';
import { vocabularyIndex } from '../../src/sheet/vocabulary-index';
import { vocabulary } from './vocabulary';

const { near } = vocabularyIndex(vocabulary);

/** Names with a word more (境外, 女, 子公司, 其他 …), of what a figure costs (费用), or of its share. */
const RESTRICTED = `
  境外营业收入 女职工人数 分公司营业收入 临时工人数 退休职工人数 新增职工人数 代扣个人所得税 劳务派遣人员数
  境外销售额 母公司营业收入 集团营业收入 子公司工业总产值 关联方销售额 研发人员人数 管理人员人数
  加工贸易出口额 代理出口额 新产品产值 工业销售产值 人均产值 单位面积租金 应收租金 租金收入 减免税额
  减免物业费 商品房预售面积 商品房待售面积 竣工面积 设备租赁费 二手设备购置费 进口设备购置费 研发设备购置费
  厂房购置费 逾期贷款余额 不良贷款余额 同业存款余额 医疗保险缴费基数 生育保险缴费基数 养老保险参保人数
  预计营业收入 计划完成投资 目标产值 上级主管单位名称 担保公司名称 担保余额 研发投入占比 研发投入强度
  出口占比 国有控股比例 残疾职工人数 出口费用 担保费用 平台交易费用 招标费用 零售费用 贷款费用
  新产品销售费用 营业成本 主营业务成本 其他业务收入 已缴增值税 在保余额 获批面积 担保在保户数
`
  .trim()
  .split(/\s+/);

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
    // Other words for the same: 获批 of 认定, 在保 of 参保, 亩数 of a field, 办公场地 of 办公用房.
    ['资质获批时间', 'qualificationDate'],
    ['在保职工人数', 'insuredEmployees'],
    ['示范种植亩数', 'plantedArea'],
    ['办公场地租金', 'officeRent'],
    ['融资租赁费用支出', 'leaseFinanceCost'],
    ['海外仓获取方式', 'warehouseMode'],
    ['公积金贷款最高限额', 'baseLoanLimit'],
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

  it.each(RESTRICTED)('%s is taken for nothing: it restricts a name, or is another figure', (name) => {
    expect(isTaken(name)).toBe(false);
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
