import type { Bilingual } from '../../rules';
import { grouped } from '../../engine';
import type { Money } from '../../worker';

/** `1234567.80` → `1,234,567.80 元`. The text is exact and stays so. */
export function yuan(money: Money): Bilingual {
  const amount = grouped(money);
  return { zh: `${amount} 元`, en: `CNY ${amount}` };
}
