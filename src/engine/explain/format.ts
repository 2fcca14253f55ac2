import { decimalOf, roundToFen } from '../values/decimals';
import { compare, floor, times, whole, type Fraction } from '../values/fraction';
import {
  printLiteral,
  type Decimal,
  type BaseUnit,
  type Bilingual,
  type Dimension,
  type FigureValue,
} from '../../rules';
import type { Value } from '../values/value';
import { grouped } from './grouped';

/** Values in words. Only what is shown is rounded, and then it says so (≈). */

const UNITS: Readonly<Partial<Record<BaseUnit, Bilingual>>> = {
  元: { zh: '元', en: ' yuan' },
  USD: { zh: '美元', en: ' USD' },
  '㎡': { zh: '㎡', en: ' m²' },
  亩: { zh: '亩', en: ' mu' },
  吨: { zh: '吨', en: ' t' },
  名: { zh: '名', en: '' },
  人: { zh: '人', en: ' persons' },
  户: { zh: '户', en: '' },
  年: { zh: '年', en: ' years' },
  月: { zh: '个月', en: ' months' },
  日: { zh: '日', en: ' days' },
};

const alike = (text: string): Bilingual => ({ zh: text, en: text });
export const money = (amount: Decimal): Bilingual => ({
  zh: `${grouped(amount.toFixed(2))}元`,
  en: `${grouped(amount.toFixed(2))} yuan`,
});

/** A figure as a rule would write it, in the unit of its own text where it can be. */
export const figureText = (value: FigureValue, like?: string): Bilingual => alike(printLiteral(value, like));

export function valueText(value: Value, unit: BaseUnit | undefined): Bilingual {
  switch (value.kind) {
    case 'number':
      return numberText(value, unit);
    case 'truth':
      return value.holds ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    case 'date':
      return alike(dateText(value.from, value.to));
    case 'names':
      return value.names.length === 0
        ? { zh: '无', en: 'none' }
        : { zh: value.names.join('、'), en: value.names.join(', ') };
    case 'unknown':
      return { zh: '缺失', en: 'missing' };
    case 'nothing':
      return { zh: '无对应项', en: 'no entry' };
    case 'undecided':
      return { zh: '未给出', en: 'not given' };
  }
}

export function numberText(value: Fraction, unit: BaseUnit | undefined): Bilingual {
  if (unit === '比例') {
    const percent = times(value, whole(100));
    return alike(`${shown(percent)}%`);
  }
  if (unit === '元' || unit === 'USD') {
    const text = grouped(roundToFen(value).toFixed(2));
    const words = UNITS[unit];
    return { zh: `${text}${words?.zh ?? ''}`, en: `${text}${words?.en ?? ''}` };
  }
  const words = unit === undefined ? undefined : (UNITS[unit] ?? { zh: unit, en: '' });
  return { zh: `${shown(value)}${words?.zh ?? ''}`, en: `${shown(value)}${words?.en ?? ''}` };
}

/** Exact where it ends within four places, otherwise rounded down to them. */
function shown(value: Fraction): string {
  const scaled = times(value, whole(10_000));
  const floored = floor(scaled);
  const exact = compare(floored, scaled) === 0;
  return `${exact ? '' : '≈'}${grouped(decimalOf(floored).times('0.0001').toFixed())}`;
}

/** The one unit of a dimension; none for prices and the like. */
export function unitOf(dimension: Dimension): BaseUnit | undefined {
  const units = Object.entries(dimension).filter(([, exponent]) => exponent !== 0);
  if (units.length === 0) return '比例';
  const [only] = units;
  return units.length === 1 && only?.[1] === 1 ? (only[0] as BaseUnit) : undefined;
}

function dateText(from: number, to: number): string {
  const [first, last] = [from, to].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  if (first === undefined || last === undefined || first === last) return first ?? '';
  if (first.endsWith('-01-01') && last.endsWith('-12-31') && first.slice(0, 4) === last.slice(0, 4))
    return first.slice(0, 4);
  return first.slice(0, 7) === last.slice(0, 7) && first.endsWith('-01')
    ? first.slice(0, 7)
    : `${first}…${last}`;
}
