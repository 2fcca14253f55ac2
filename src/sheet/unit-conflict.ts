import { sameKind } from './unit-kinds';
import type { WrittenUnit } from './written-unit';

/** Several units written for one column: glosses of each other, or a contradiction that only a person can settle. */

/** A currency without a magnitude of its own: `（万元）（人民币）`. */
const CURRENCY = /^(?:人民币|rmb|cny|usd|¥|￥|\$|us\$)$/i;

/** Whether a figure cannot be in both: 千元 and 万元 contradict, 万元 and RMB 10,000 do not, nor do 元 and 年 (by the year). */
export function contradict(one: WrittenUnit, other: WrittenUnit): boolean {
  if (one.base === '年' || other.base === '年') return false;
  if (one.base === other.base)
    return !one.factor.equals(other.factor) && !CURRENCY.test(one.text) && !CURRENCY.test(other.text);
  if (one.base === 'other' || other.base === 'other') return true;
  return !sameKind(one.base, other.base) && !sameKind(other.base, one.base);
}

/** The unit that several written ones come to, and the first that contradicts it; `租金（年）（元）` is in 元. */
export function settleUnits(units: readonly WrittenUnit[]): {
  readonly unit: WrittenUnit | null;
  readonly contradicting: WrittenUnit | null;
} {
  const said = units.filter(({ base }) => base !== '年');
  const unit = said.find(({ text }) => !CURRENCY.test(text)) ?? said[0] ?? units[0] ?? null;
  const contradicting = (unit && units.find((other) => contradict(unit, other))) ?? null;
  return { unit, contradicting };
}

const ALIKE: readonly (readonly WrittenUnit['base'][])[] = [
  ['元', 'USD'],
  ['㎡', '亩'],
];

/** Both money, both areas, or the same measure: with a stroke between them they are alternatives, no rate. */
export function measureAlike(one: WrittenUnit, other: WrittenUnit): boolean {
  return (
    one.base === other.base || ALIKE.some((bases) => bases.includes(one.base) && bases.includes(other.base))
  );
}
