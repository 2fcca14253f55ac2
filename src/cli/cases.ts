import { type CaseOutcome, compilePolicy, EngineError, evaluateCase, type Plan } from '../engine';
import type { Lang } from '../rules';
import { type CommandArguments, single } from './arguments';
import { type CommandLineIo, EXIT_DONE, EXIT_UNUSABLE, unusable } from './console';
import { readText } from './files';
import { loadCheckedRules } from './rules-folder';

/** One line of a cases file: the inputs of one clause and, mostly, what is expected. */
interface Case {
  readonly line: number;
  readonly id: string;
  readonly entry: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>> | undefined;
}

/**
 * `subsidy cases`: evaluates single cases. With `--json` one result a line; otherwise each result is
 * compared with what its case expects, and shown where the case expects nothing.
 */
export function cases(args: CommandArguments, io: CommandLineIo): number {
  const { lang } = args;
  const file = args.positionals[0] ?? '';
  const rules = loadCheckedRules(io, single(args, 'rules'), lang);
  const plans = new Map(rules.policies.map((policy) => [policy.id, compilePolicy(policy)]));
  const results = readCases(file).map((one) => ({ one, outcome: outcomeOf(one, plans, file) }));
  if (args.flags.has('json')) {
    for (const { one, outcome } of results) io.stdout.write(`${caseJson(one.id, outcome)}\n`);
    return EXIT_DONE;
  }
  const expecting = results.filter(({ one }) => one.expected !== undefined).length;
  let wrong = 0;
  for (const { one, outcome } of results) {
    if (one.expected === undefined) {
      io.stdout.write(`${caseJson(one.id, outcome)}\n`);
      continue;
    }
    const differences = differencesOf(outcome, one.expected, lang);
    if (differences.length === 0) continue;
    wrong += 1;
    io.stdout.write(`${one.id}\n${differences.map((difference) => `  ${difference}\n`).join('')}`);
  }
  if (expecting > 0) io.stdout.write(closing(expecting, wrong, lang));
  return wrong === 0 ? EXIT_DONE : EXIT_UNUSABLE;
}

function caseJson(id: string, outcome: CaseOutcome): string {
  const { status, uncapped, cap, amount, capHit, missing, payout } = outcome;
  return JSON.stringify({ id, status, uncapped, cap, amount, capHit, missing, payout });
}

function closing(count: number, wrong: number, lang: Lang): string {
  if (lang === 'zh')
    return wrong === 0 ? `${count} 个案例全部一致。\n` : `${count} 个案例，${wrong} 个不一致。\n`;
  return wrong === 0 ? `All ${count} cases are equal.\n` : `${count} cases, ${wrong} differ.\n`;
}

function readCases(file: string): Case[] {
  return readText(file)
    .split(/\r?\n/)
    .flatMap((text, index) => (text.trim() === '' ? [] : [caseOf(text, file, index + 1)]));
}

function caseOf(text: string, file: string, line: number): Case {
  const refuse = (zh: string, en: string): Error =>
    unusable(`${file}:${line} ${zh}`, `${file}:${line} ${en}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refuse('不是正确的 JSON（每行一个案例）。', 'is not valid JSON (one case a line).');
  }
  if (!isRecord(json) || typeof json['entry'] !== 'string' || !isRecord(json['inputs'])) {
    throw refuse(
      '缺少 entry（条款）或 inputs（指标值）。',
      'lacks entry (the clause) or inputs (the values).',
    );
  }
  const { id, entry, inputs, params, expected } = json;
  return {
    line,
    id: typeof id === 'string' ? id : `${entry}#${line}`,
    entry,
    inputs,
    params: isRecord(params) ? params : {},
    expected: isRecord(expected) ? expected : undefined,
  };
}

function outcomeOf(one: Case, plans: ReadonlyMap<string, Plan>, file: string): CaseOutcome {
  const plan = plans.get(one.entry.split('/')[0] ?? '');
  if (plan === undefined) {
    const known = [...plans.keys()];
    throw unusable(
      `${file}:${one.line} 没有条款 ${one.entry} 所属的政策；有：${known.join('、')}。`,
      `${file}:${one.line} there is no policy for clause ${one.entry}; there are: ${known.join(', ')}.`,
    );
  }
  try {
    return evaluateCase(plan, one.entry, one.inputs, one.params);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw unusable(`${file}:${one.line} ${error.text.zh}`, `${file}:${one.line} ${error.text.en}`);
  }
}

function differencesOf(
  outcome: CaseOutcome,
  expected: Readonly<Record<string, unknown>>,
  lang: Lang,
): string[] {
  const actual: Readonly<Record<string, unknown>> = { ...outcome };
  return Object.entries(expected).flatMap(([key, value]) => {
    const [want, have] = [normal(key, value), normal(key, actual[key])];
    if (want === have) return [];
    return [lang === 'zh' ? `${key}：应为 ${want}，得到 ${have}` : `${key}: expected ${want}, got ${have}`];
  });
}

/** `missing` is a set: its order means nothing. */
function normal(key: string, value: unknown): string {
  return (
    JSON.stringify(key === 'missing' && Array.isArray(value) ? value.map(String).toSorted() : value) ??
    'undefined'
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
