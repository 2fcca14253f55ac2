import { evaluateCase } from './evaluate-case';
import { compilePolicy } from '../scenario';
import type { CaseOutcome } from '../outcome';
import {
  Decimal,
  type Bilingual,
  type Clause,
  type Example,
  type Policy,
  type ReadingId,
  type SourcePosition,
} from '../../rules';

/** An example of a rule that the rule does not give. */
export interface ExampleFailure {
  readonly clause: string;
  readonly position: SourcePosition;
  readonly why: string;
  /** A whole sentence: where, what was expected, what came out. */
  readonly text: Bilingual;
}

export interface ExamplesResult {
  readonly run: number;
  readonly failures: readonly ExampleFailure[];
}

/** Runs the worked examples that stand beside the rules. */
export function runExamples(policy: Policy): ExamplesResult {
  const examples = [...policy.clauses.values()].flatMap((clause) =>
    clause.examples.map((example) => ({ clause, example })),
  );
  return {
    run: examples.length,
    failures: examples.flatMap(({ clause, example }) => failure(policy, clause, example)),
  };
}

function failure(policy: Policy, clause: Clause, example: Example): readonly ExampleFailure[] {
  const plan = compilePolicy(policy, { readings: fullIds(policy, clause, example.readings) });
  const outcome = evaluateCase(plan, clause.id, example.inputs, example.parameters);
  const differences = differencesOf(example, outcome);
  if (differences.length === 0) return [];
  const { file, line, column } = example.position;
  const at = `${file}:${line}:${column} ${clause.id}`;
  const text = {
    zh: `${at}：示例“${example.why}”不符：${differences.map(({ zh }) => zh).join('；')}。`,
    en: `${at}: the example “${example.why}” gives another result: ${differences.map(({ en }) => en).join('; ')}.`,
  };
  return [{ clause: clause.id, position: example.position, why: example.why, text }];
}

/** Examples name a clause's readings and the policy's without the part before `#`. */
function fullIds(
  policy: Policy,
  clause: Clause,
  readings: Readonly<Record<string, string>>,
): Readonly<Record<ReadingId, string>> {
  const ids = [...clause.readings, ...policy.readings].map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(readings).map(([name, option]) => [
      ids.find((id) => id === name || id.endsWith(`#${name}`)) ?? name,
      option,
    ]),
  );
}

function differencesOf({ expected }: Example, outcome: CaseOutcome): readonly Bilingual[] {
  const differences = [...compared('status', expected.status, outcome.status)];
  for (const key of ['uncapped', 'cap', 'amount'] as const) {
    const wanted = expected[key];
    if (wanted !== undefined) differences.push(...compared(key, money(wanted), outcome[key]));
  }
  if (expected.status === 'missing')
    differences.push(...compared('missing', set(expected.missing), set(outcome.missing)));
  if (expected.payout !== undefined) {
    differences.push(...compared('payout', lines(expected.payout), lines(outcome.payout)));
  }
  return differences;
}

function compared(what: string, expected: string | null, found: string | null): readonly Bilingual[] {
  if (expected === found) return [];
  return [
    {
      zh: `${what} 应为 ${expected ?? '无'}，得 ${found ?? '无'}`,
      en: `${what} should be ${expected ?? 'none'}, is ${found ?? 'none'}`,
    },
  ];
}

const money = (text: string | null): string | null => (text === null ? null : new Decimal(text).toFixed(2));
const set = (keys: readonly string[]): string | null =>
  keys.length === 0 ? null : keys.toSorted().join(', ');
const lines = (payout: readonly (readonly [number, string])[]): string =>
  payout.map(([after, amount]) => `${after}: ${money(amount)}`).join(', ');
