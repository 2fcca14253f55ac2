import { policies } from '../../engine/packs';
import { cases } from '../cases';
import {
  argumentsFor,
  call,
  examplesOf,
  functionOf,
  functionsWith,
  overridesFor,
  shown,
  type FunctionExample,
} from '../calls';

const REASON: unknown = expect.stringMatching(/^#N\/A /u);

/** What a cell shows for a status: money, 0, or an error that says why there is none. */
function expected(status: string, amount: string | null | undefined): unknown {
  if (status === 'notMet') return 0;
  const paid = status === 'payable' || status === 'saving';
  return paid && amount !== null ? Number(amount) : REASON;
}

const functions = functionsWith();

async function resultOf(one: FunctionExample): Promise<unknown> {
  const { of, example } = one;
  const values = [...argumentsFor(of, example.inputs, example.parameters), overridesFor(one)];
  const result = await call(functions, of.name, ...values);
  return shown(result[0]?.[0]);
}

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (_, policy) => {
  const examples = examplesOf(policy).filter(({ example }) => example.expected.amount !== undefined);

  test.each(examples.map((one) => [`${one.of.clause.id} ${one.example.why}`, one] as const))(
    '%s',
    async (_name, one) => {
      const { status, amount } = one.example.expected;
      expect(await resultOf(one)).toEqual(expected(status, amount));
    },
  );
});

describe('worked cases', () => {
  const own = cases.filter(({ function: name }) => name !== null);

  test('there are some for most functions', () => {
    expect(new Set(own.map(({ entry }) => entry)).size).toBeGreaterThan(100);
  });

  test.each(own)('$id: $why', async ({ entry, inputs, params, expected: { status, amount } }) => {
    const of = functionOf(entry);
    const result = await call(functions, String(of.name), ...argumentsFor(of, inputs, params));
    expect(shown(result[0]?.[0])).toEqual(expected(status, amount));
  });
});
