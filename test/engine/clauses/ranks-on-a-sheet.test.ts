import { compilePolicy, evaluateCase, type PolicyOutcome } from '../../../src/engine';
import { pack } from '../pack';
import { evaluate, rows } from '../settled';
import { sheet } from '../sheet';

const policy = pack(
  {
    top: `
      kind: award
      inputs: [industryGroup, isAboveScale, grossOutput, outputRank?]
      let:
        名次: 'rank(grossOutput, within: industryGroup, among: isAboveScale, official: outputRank)'
        入围名次: { table: industryGroup, 装备制造及加工制造: 2名, 磷化工: 1名 }
      when: [isAboveScale, 名次 <= 入围名次]
      award: { fixed: 10万元 }
    `,
    reverse: `
      kind: award
      inputs: [exportUsd, exportRank?]
      when: ['2名 > rank(exportUsd, official: exportRank)']
      award: { fixed: 1万元 }
    `,
  },
  'scope: [{ key: registeredInDistrict, zh: 区内, en: here }]',
);
const works = (grossOutput: number | null, more = {}) => ({
  industryGroup: '装备制造及加工制造',
  isAboveScale: true,
  registeredInDistrict: true,
  grossOutput,
  ...more,
});

/** What the first result of a row says of its rank, decimals as text. */
function computedRank(outcome: PolicyOutcome, row: number): unknown {
  const reasons = outcome.sheets[0]?.rows[row]?.clauses[0]?.provisional ?? [];
  return JSON.parse(JSON.stringify(reasons[0] ?? null));
}

test('a result that hangs on a computed rank is provisional, and says what it hangs on', () => {
  const outcome = evaluate(policy, [sheet([works(30), works(20), works(20), works(10), works(null)])]);
  expect(rows(outcome)).toEqual([
    'top payable 100000.00',
    'top payable 100000.00',
    'top payable 100000.00',
    '',
    'top missing outputRank',
  ]);
  expect(computedRank(outcome, 1)).toEqual({
    why: 'computedRank',
    key: 'outputRank',
    rank: 2,
    group: '装备制造及加工制造',
    groupSize: 4,
    cutoff: 2,
    neighbours: [
      { row: 1, rank: 2, measure: '20' },
      { row: 2, rank: 2, measure: '20' },
      { row: 3, rank: 4, measure: '10' },
    ],
    unranked: [4],
  });
});

test('members with a blank measure are reported', () => {
  const outcome = evaluate(policy, [sheet([works(30), works(null)])]);
  expect(outcome.sheets[0]?.findings).toEqual([
    { code: 'unranked', clause: 'p/top', row: 1, keys: ['grossOutput'] },
  ]);
});

test('the official rank wins and nothing is provisional', () => {
  const outcome = evaluate(policy, [sheet([works(30, { outputRank: 3 }), works(20, { outputRank: 2 })])]);
  expect(rows(outcome)).toEqual(['', 'top payable 100000.00']);
  expect(outcome.sheets[0]?.rows[1]?.clauses[0]?.provisional).toBeUndefined();
});

test('vetoed rows keep their place, rows outside the district do not count', () => {
  const outcome = evaluate(policy, [
    sheet([works(50, { registeredInDistrict: false }), works(40), works(30), works(20)]),
  ]);
  expect(rows(outcome)).toEqual([
    'top notEligible 100000.00 (registeredInDistrict)',
    'top payable 100000.00',
    'top payable 100000.00',
    '',
  ]);
});

test('a line may stand on the left, and exclude its own number', () => {
  const outcome = evaluate(policy, [sheet([{ exportUsd: 30 }, { exportUsd: 20 }])]);
  expect(rows(outcome)).toEqual(['reverse payable 10000.00', '']);
  expect(computedRank(outcome, 0)).toMatchObject({ cutoff: 1 });
});

test('a single case has no sheet to be ranked in', () => {
  const { status, missing } = evaluateCase(compilePolicy(policy), 'p/top', {
    industryGroup: '磷化工',
    isAboveScale: true,
    grossOutput: '5',
  });
  expect([status, missing]).toEqual(['missing', ['outputRank']]);
});
