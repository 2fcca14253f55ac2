import type { Bilingual } from '../../rules';
import type { Money } from '../../worker';

/** `1234567.80` → `1,234,567.80 元`. The text is exact and stays so. */
export function yuan(money: Money): Bilingual {
  const grouped = thousands(money);
  return { zh: `${grouped} 元`, en: `CNY ${grouped}` };
}

export function thousands(money: Money): string {
  return money.replaceAll(/\B(?=(\d{3})+(?=\.))/g, ',');
}
