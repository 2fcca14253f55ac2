import { Decimal } from './decimal';

/**
 * Units as the texts and tables write them. Every unit belongs to one base unit
 * (the unit in which values are kept) and has an exact factor to it. Yuan and US dollars
 * are different bases: nothing here converts one into the other.
 */
export type BaseUnit =
  '元' | 'USD' | '㎡' | '亩' | '吨' | '户' | '人' | '个' | '单' | '辆' | '名' | '年' | '月' | '日' | '比例';

export interface Unit {
  /** As written, such as `万元`. */
  readonly name: string;
  readonly base: BaseUnit;
  /** Value in the base unit = value as written × factor. */
  readonly factor: Decimal;
}

const WRITTEN: readonly (readonly [BaseUnit, readonly (readonly [string, string])[]])[] = [
  [
    '元',
    [
      ['元', '1'],
      ['百元', '100'],
      ['千元', '1000'],
      ['万元', '10000'],
      ['十万元', '100000'],
      ['百万元', '1000000'],
      ['千万元', '10000000'],
      ['亿元', '100000000'],
    ],
  ],
  [
    'USD',
    [
      ['USD', '1'],
      ['美元', '1'],
      ['千美元', '1000'],
      ['万美元', '10000'],
      ['百万美元', '1000000'],
      ['亿美元', '100000000'],
    ],
  ],
  [
    '㎡',
    [
      ['㎡', '1'],
      ['平方米', '1'],
      ['万㎡', '10000'],
      ['万平方米', '10000'],
      ['公顷', '10000'],
    ],
  ],
  [
    '亩',
    [
      ['亩', '1'],
      ['万亩', '10000'],
    ],
  ],
  [
    '吨',
    [
      ['吨', '1'],
      ['千吨', '1000'],
      ['万吨', '10000'],
      ['公斤', '0.001'],
      ['千克', '0.001'],
    ],
  ],
  [
    '户',
    [
      ['户', '1'],
      ['家', '1'],
    ],
  ],
  [
    '人',
    [
      ['人', '1'],
      ['万人', '10000'],
    ],
  ],
  ['个', [['个', '1']]],
  [
    '单',
    [
      ['单', '1'],
      ['万单', '10000'],
    ],
  ],
  [
    '辆',
    [
      ['辆', '1'],
      ['台', '1'],
    ],
  ],
  ['名', [['名', '1']]],
  ['年', [['年', '1']]],
  [
    '月',
    [
      ['月', '1'],
      ['个月', '1'],
    ],
  ],
  [
    '日',
    [
      ['日', '1'],
      ['天', '1'],
    ],
  ],
  [
    '比例',
    [
      ['%', '0.01'],
      ['‰', '0.001'],
      ['倍', '1'],
    ],
  ],
];

const BY_NAME: ReadonlyMap<string, Unit> = new Map(
  WRITTEN.flatMap(([base, names]) =>
    names.map(([name, factor]): [string, Unit] => [name, { name, base, factor: new Decimal(factor) }]),
  ),
);

/** Every unit name, longest first, so that a scanner finds `万美元` before `万`. */
export const UNIT_NAMES: readonly string[] = [...BY_NAME.keys()].toSorted((a, b) => b.length - a.length);

export function unitNamed(name: string): Unit | undefined {
  return BY_NAME.get(name);
}
