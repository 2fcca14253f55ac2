import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compilePolicy, evaluateCase, runExamples, type CaseOutcome } from '../../src/engine';
import { policies, policy } from './packs';

/** The worked cases of the two policies (test/data/cases.jsonl), and the examples beside the rules. */
interface Case {
  readonly id: string;
  readonly entry: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: CaseOutcome;
  readonly why: string;
}

const text = readFileSync(path.join(__dirname, '..', 'data', 'cases.jsonl'), 'utf8');
const cases = text
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Case);
const plans = new Map(policies.map((each) => [each.id, compilePolicy(each)]));

describe.each(['xishan-2020', 'kunming-2024'])('%s', (id) => {
  const plan = plans.get(id) ?? compilePolicy(policy(id));
  const own = cases.filter(({ entry }) => entry.startsWith(`${id}/`));

  test.each(own)('$id: $why', ({ entry, inputs, params, expected }) => {
    const outcome = evaluateCase(plan, entry, inputs, params);
    const asSet = (each: CaseOutcome): CaseOutcome => ({ ...each, missing: each.missing.toSorted() });
    expect(asSet(outcome)).toEqual(asSet(expected));
  });

  test('the examples beside the rules hold', () => {
    const { run, failures } = runExamples(plan.policy);
    expect(failures.map((failure) => failure.text.en)).toEqual([]);
    expect(run).toBeGreaterThan(300);
  });
});
