import fc from 'fast-check';
import { rank, type RankParts, type RankUse } from '../../../src/engine/expressions/rank';
import { names, truth, unknown, type Value } from '../../../src/engine/values/value';
import { blank, num, rows, shown } from '../evaluates';
import { law } from '../law';

interface Row {
  readonly measure: Value;
  readonly group?: string;
  readonly code?: string;
  readonly counts?: boolean;
  readonly member?: boolean;
  readonly official?: Value;
}

function ranksOf(
  list: readonly Row[],
  options: { grouped?: boolean; among?: boolean } = {},
): { ranks: string[]; used: RankUse[] } {
  const used: RankUse[] = [];
  const parts: RankParts = {
    measure: rows(list.map(({ measure }) => measure)),
    official: rows(list.map(({ official }) => official ?? unknown(['outputRank']))),
    officialKey: 'outputRank',
    ...(options.grouped === true
      ? { within: rows(list.map(({ group }) => (group === undefined ? names([]) : names([group])))) }
      : {}),
    ...(options.among === true ? { among: (row: number) => truth(list[row]?.member ?? false) } : {}),
  };
  const ground = {
    rowCount: list.length,
    enterpriseOf: (row: number) => list[row]?.code ?? `row ${row}`,
    counts: (row: number) => list[row]?.counts ?? true,
  };
  const evaluate = rank(parts, ground, used);
  return { ranks: list.map((_, row) => shown(evaluate(row))), used };
}
const of = (...measures: number[]): Row[] => measures.map((measure) => ({ measure: num(measure) }));

test('competition ranking: 1, 2, 2, 4', () => {
  expect(ranksOf(of(30, 20, 20, 10)).ranks).toEqual(['1', '2', '2', '4']);
});

test('within the group of the row; a row without a group has no rank', () => {
  const list: Row[] = [
    { measure: num(30), group: '磷化工' },
    { measure: num(40), group: '装备制造及加工制造' },
    { measure: num(20), group: '磷化工' },
    { measure: num(50) },
  ];
  expect(ranksOf(list, { grouped: true }).ranks).toEqual(['1', '1', '2', 'nothing']);
});

test('among the rows that meet the condition', () => {
  const list: Row[] = [
    { measure: num(30), member: true },
    { measure: num(40), member: false },
    { measure: num(20), member: true },
  ];
  expect(ranksOf(list, { among: true }).ranks).toEqual(['1', 'nothing', '2']);
});

test('rows outside the district do not count', () => {
  const list: Row[] = [{ measure: num(50), counts: false }, { measure: num(30) }, { measure: num(20) }];
  expect(ranksOf(list).ranks).toEqual(['1', '1', '2']);
});

test('an enterprise in several rows is ranked once, with its best', () => {
  const list: Row[] = [
    { measure: num(30), code: 'A' },
    { measure: num(20), code: 'B' },
    { measure: num(25), code: 'A' },
    { measure: num(10), code: 'C' },
  ];
  expect(ranksOf(list).ranks).toEqual(['1', '2', '1', '3']);
});

test('the official rank of the row wins', () => {
  const list: Row[] = [{ measure: num(30), official: num(7) }, { measure: num(20) }];
  expect(ranksOf(list).ranks).toEqual(['7', '2']);
});

test('a member with a blank measure has no rank and is reported', () => {
  const { ranks, used } = ranksOf([
    { measure: num(30) },
    { measure: unknown(['grossOutput']) },
    { measure: num(10) },
  ]);
  expect(ranks).toEqual(['1', 'missing outputRank', '2']);
  expect(used[0]?.group.unranked).toEqual([{ row: 1, keys: ['grossOutput'] }]);
  expect(used.map((use) => use.rank)).toEqual([1, 2]);
});

test('a blank group or membership is what is missing', () => {
  const within = blank('industry');
  const parts: RankParts = { measure: rows([num(1)]), official: blank('r'), officialKey: 'r', within };
  const ground = { rowCount: 1, enterpriseOf: () => 'A', counts: () => true };
  expect(shown(rank(parts, ground, [])(0))).toBe('missing industry');
  expect(
    shown(
      rank(
        {
          measure: rows([num(1)]),
          official: blank('r'),
          officialKey: 'r',
          among: () => unknown(['isAboveQuota']),
        },
        ground,
        [],
      )(0),
    ),
  ).toBe('missing isAboveQuota');
});

test('without a sheet only the official rank will do', () => {
  const parts: RankParts = {
    measure: rows([num(1)]),
    official: blank('outputRank'),
    officialKey: 'outputRank',
  };
  expect(shown(rank(parts, undefined, [])(0))).toBe('missing outputRank');
});

test('a row that does not count itself is placed among those that do', () => {
  const list: Row[] = [{ measure: num(1), counts: false, group: 'x' }];
  expect(ranksOf(list, { grouped: true }).ranks).toEqual(['1']);
});

describe('laws', () => {
  const measures = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 });

  law(
    'permuting rows permutes ranks',
    fc.property(
      measures.chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(
            list.map((_, index) => index),
            { minLength: list.length },
          ),
        ),
      ),
      ([list, order]) => {
        const before = ranksOf(of(...list)).ranks;
        const after = ranksOf(of(...order.map((index) => list[index] ?? 0))).ranks;
        return order.every((index, place) => after[place] === before[index]);
      },
    ),
  );

  law(
    'the rank is one more than the number of those with more',
    fc.property(measures, (list) =>
      ranksOf(of(...list)).ranks.every(
        (value, index) => Number(value) === 1 + list.filter((other) => other > (list[index] ?? 0)).length,
      ),
    ),
  );
});
