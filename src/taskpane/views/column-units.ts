import type { BaseUnit, Indicator } from '../../rules';

/** Units in which sheets give an indicator, smallest first; as headers write them. */
const UNITS: Readonly<Partial<Record<BaseUnit, readonly string[]>>> = {
  元: ['元', '千元', '万元', '百万元', '亿元'],
  USD: ['美元', '千美元', '万美元', '百万美元', '亿美元'],
  '㎡': ['㎡', '万㎡', '公顷'],
  亩: ['亩', '万亩'],
  吨: ['吨', '万吨'],
};

/** What can be chosen as a column's unit: with the one that the sheet writes, however it writes it. */
export function unitsOf(indicator: Indicator | undefined, written: string | null): readonly string[] {
  const usual = indicator?.unit === undefined ? [] : (UNITS[indicator.unit] ?? []);
  if (usual.length === 0) return [];
  return written === null || usual.includes(written) ? usual : [written, ...usual];
}
