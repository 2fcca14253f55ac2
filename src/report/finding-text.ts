import type { PolicyOutcome } from '../engine';
import type { Decimal, Lang } from '../rules';
import { moneyForPeople } from './money';
import { clauseNumber } from './phrases';

type DataFinding = PolicyOutcome['sheets'][number]['findings'][number];

/** What the engine noticed about the data, as a sentence; `names` are those of the indicators concerned. */
export function dataFindingText(finding: DataFinding, names: string, lang: Lang): string {
  const zh = lang === 'zh';
  const number = 'clause' in finding ? clauseNumber(finding.clause) : '';
  switch (finding.code) {
    case 'unranked':
      return zh
        ? `${names}为空，未能参加条款 ${number} 的排名；请补数或填官方名次。`
        : `${names} is blank, so the row holds no rank for clause ${number}; fill it in or give the official rank.`;
    case 'blankScope':
      return zh
        ? `${names}为空，按不符合适用范围处理；请补填是或否。`
        : `${names} is blank and counts as no, so the row is outside the scope; fill in yes or no.`;
    case 'growthDiffers':
      return zh
        ? `${names}的核定数与自算数使条款 ${number} 结果不同：按核定数${amountText(finding.amount, lang)}，按自算数${amountText(finding.recomputedAmount, lang)}；请核对，可切换读法。`
        : `The official ${names} and the recomputed one give different results for clause ${number}: ${amountText(finding.amount, lang)} by the official figure, ${amountText(finding.recomputedAmount, lang)} recomputed; please check.`;
  }
}

function amountText(amount: Decimal | null, lang: Lang): string {
  if (amount === null) return lang === 'zh' ? '无金额' : 'no amount';
  return lang === 'zh' ? ` ${moneyForPeople(amount)} 元` : `CNY ${moneyForPeople(amount)}`;
}
