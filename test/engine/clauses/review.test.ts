import { pack } from '../pack';
import { evaluate, rows } from '../settled';
import { sheet } from '../sheet';

const reading = (name: string, a: string, b: string): string => `
      ${name}:
        issue: { zh: 题, en: issue }
        options: { ${a}: { zh: 甲, en: one }, ${b}: { zh: 乙, en: two } }
        recommended: ${a}
        why: { zh: 因, en: why }`;

const policy = pack({
  investment: `
    kind: award
    inputs: [completedInvestment, supportsEconomy]
    when:
      - completedInvestment >= 1亿元
      - { is: supportsEconomy, under: { support: required } }
    award:
      base: completedInvestment
      each: 1亿元
      pays: 2000元
      units: { reading: counting, whole: whole, pro-rata: proRata }
    readings:${reading('counting', 'whole', 'pro-rata')}${reading('support', 'required', 'ignored')}
  `,
  cap: `
    kind: award
    inputs: [rentRelief]
    when: [rentRelief > 0]
    award:
      reading: halving
      full: { base: rentRelief, rate: 20% }
      half: { base: rentRelief, rate: 20%, cap: 10元 }
    readings:${reading('halving', 'full', 'half')}
  `,
});
const of = (completedInvestment: number, supportsEconomy = true) => ({
  completedInvestment,
  supportsEconomy,
});

test('names the readings whose other option would change the row', () => {
  const outcome = evaluate(policy, [sheet([of(250_000_000), of(200_000_000)])]);
  expect(rows(outcome)).toEqual(['investment payable 4000.00', 'investment payable 4000.00']);
  expect(outcome.sheets[0]?.rows.map(({ clauses }) => clauses[0]?.review)).toEqual([
    ['p/investment#counting'],
    undefined,
  ]);
});

test('a reading is chosen by the scenario', () => {
  const data = [sheet([of(250_000_000), of(250_000_000, false)])];
  expect(rows(evaluate(policy, data, { readings: { 'p/investment#counting': 'pro-rata' } }))).toEqual([
    'investment payable 5000.00',
    '',
  ]);
  expect(rows(evaluate(policy, data, { readings: { 'p/investment#support': 'ignored' } }))).toEqual([
    'investment payable 4000.00',
    'investment payable 4000.00',
  ]);
});

test('a whole award may hang on a reading', () => {
  const outcome = evaluate(policy, [sheet([{ rentRelief: 100 }])]);
  expect(rows(outcome)).toEqual(['cap payable 20.00']);
  expect(outcome.sheets[0]?.rows[0]?.clauses[0]?.review).toEqual(['p/cap#halving']);
});
