import { nameTokens } from '../../src/sheet/nameTokens';
import { nearestNames, TAKE } from '../../src/sheet/nearNames';
import { vocabularyIndex } from '../../src/sheet/vocabularyIndex';
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
  ])('%s is taken for %s', (name, key) => {
    expect(nearest(name)).toEqual({ key, take: true });
  });

  it.each([
    ['营业收入占比', 'revenue'],
    ['上年营业收入排名', 'revenuePrior'],
    ['计划工业总产值', 'grossOutput'],
    ['注册资本', 'registeredInDistrict'],
    ['女职工人数', 'employeesTotal'],
    ['失业保险费', 'unemploymentPremiumPaidPrior'],
    ['磷石膏综合利用率', 'phosphogypsumTons'],
  ])('%s is only proposed as %s', (name, key) => {
    expect(nearest(name)).toEqual({ key, take: false });
  });

  it.each(['利润总额', '法定代表人', '登记注册类型', '用电量', 'x', ''])('%s is nothing', (name) => {
    expect(isTaken(name)).toBe(false);
  });

  it('never takes a name of the vocabulary for another indicator, were it not in the list', () => {
    const names = [...vocabulary.indicators.values()].flatMap((indicator) =>
      [indicator.names.zh, ...indicator.aliases.slice(0, 3)].map((name) => ({ name, key: indicator.key })),
    );
    expect(names.filter(({ name, key }) => isMistaken(name, key))).toEqual([]);
  });
});

function isTaken(name: string): boolean {
  return nearest(name)?.take ?? false;
}

function isMistaken(name: string, key: string): boolean {
  const tokens = JSON.stringify([...nameTokens(name)].toSorted());
  const entries = near.entries.filter(
    (entry) => entry.key !== key || JSON.stringify(spell(entry.tokens)) !== tokens,
  );
  const [best] = nearestNames(name, { ...near, entries });
  return best !== undefined && best.score >= TAKE && best.key !== key;
}

function spell(tokens: ReadonlyMap<string, number>): string[] {
  return [...tokens].flatMap(([token, count]) => Array.from({ length: count }, () => token)).toSorted();
}
