import { compilePolicy, evaluateCase, runExamples, type CaseOutcome } from '../../../src/engine';
import {
  revivePolicies,
  serialisePolicies,
  type SerialisedPolicies,
} from '../../../src/functions/bundle/serialised';
import type { Policy } from '../../../src/rules';
import { policies } from '../../engine/packs';
import { cases, type Case } from '../cases';

const text = JSON.stringify(serialisePolicies(policies));
const revive = (): readonly Policy[] => revivePolicies(JSON.parse(text) as SerialisedPolicies);
const revived = revive();

function resultOf({ entry, inputs, params }: Case, among: readonly Policy[]): CaseOutcome | undefined {
  const policy = among.find(({ id }) => entry.startsWith(`${id}/`));
  return policy && evaluateCase(compilePolicy(policy), entry, inputs, params);
}

describe('policies that went through JSON', () => {
  test('are equal to those that the YAML gave', () => {
    expect(revived).toStrictEqual(policies);
  });

  test('share their vocabulary, as before', () => {
    expect(new Set(revived.map(({ vocabulary }) => vocabulary)).size).toBe(1);
  });

  test('pass the examples that stand beside the rules', () => {
    expect(revived.flatMap((policy) => runExamples(policy).failures)).toEqual([]);
  });

  test('give the worked cases the same results', () => {
    expect(cases.length).toBe(390);
    const before = cases.map((one) => resultOf(one, policies));
    expect(cases.map((one) => resultOf(one, revived))).toEqual(before);
  });

  test('serialise to the same text again', () => {
    expect(JSON.stringify(serialisePolicies(revived))).toBe(text);
  });

  test('fit in 1.5 MB', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(1_500_000);
  });

  test('of another build are refused', () => {
    const json = { ...serialisePolicies([]), format: 2 as unknown as 1 };
    expect(() => revivePolicies(json)).toThrow('policies of format 2');
  });
});
