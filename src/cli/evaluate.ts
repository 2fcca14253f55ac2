import {
  compilePolicy,
  EngineError,
  evaluateSheets,
  type Plan,
  type Scenario,
  type WorkbookOutcome,
} from '../engine';
import type { Lang, Policy } from '../rules';
import { resultJson } from '../report';
import { type CommandArguments, single } from './arguments';
import { type CommandLineIo, unusable } from './console';
import { readJson, writeWhole } from './files';
import { readMapFile } from './map-file';
import { identities } from './identity';
import { annotatedWorkbook } from './output';
import { readWorkbookFile, type ReadWorkbook } from './read-sheets';
import { choosePolicies, loadCheckedRules } from './rules-folder';
import { readScenario } from './scenario';
import { evaluationSummary } from './summary-text';
import { generator } from './version';

/** `subsidy evaluate`: a workbook in; the result as JSON, an annotated copy, and a summary to read. */
export function evaluate(args: CommandArguments, io: CommandLineIo): number {
  const { lang } = args;
  const file = args.positionals[0] ?? '';
  const rules = loadCheckedRules(io, single(args, 'rules'), lang);
  const policies = choosePolicies(rules, args.values.get('policy') ?? []);
  const scenarioFile = single(args, 'scenario');
  const scenario = scenarioFile === undefined ? {} : readScenario(readJson(scenarioFile), scenarioFile);
  const mapFile = single(args, 'map');
  const read = readWorkbookFile(file, {
    sheets: args.values.get('sheet') ?? [],
    corrections: mapFile === undefined ? undefined : readMapFile(mapFile),
    vocabulary: rules.vocabulary,
    policies,
  });
  const groupBy = single(args, 'group-by');
  const { plans, outcome } = evaluated(read, policies, scenario, { asOf: single(args, 'as-of'), groupBy });

  const jsonFile = single(args, 'json');
  const who = identities(read.tables.map(({ reading }) => reading));
  if (jsonFile !== undefined) {
    const json = `${JSON.stringify(
      resultJson({
        generator: generator(io),
        outcome,
        readings: read.tables.map(({ reading }) => reading),
        identity: who,
        lang,
      }),
    )}\n`;
    if (jsonFile === '-') io.stdout.write(json);
    else writeWhole(jsonFile, json);
  }
  const out = single(args, 'out');
  const notices: string[] = [];
  if (out !== undefined) {
    if (read.workbook.isSigned) io.stderr.write(`${SIGNED[lang]}\n`);
    const written = annotatedWorkbook({
      file,
      read,
      plans,
      outcome,
      identity: who,
      groupBy,
      lang,
      generator: generator(io),
    });
    writeWhole(out, written.bytes);
    notices.push(...written.notices);
  }
  if (jsonFile !== '-') {
    io.stdout.write(evaluationSummary({ file, read, outcome, out, notices, lang }));
  } else {
    for (const notice of notices) io.stderr.write(`${notice}\n`);
  }
  return 0;
}

const SIGNED: Readonly<Record<Lang, string>> = {
  zh: '注意：原文件带有数字签名，写出的副本改动了内容，签名将失效。',
  en: 'Note: the file carries a digital signature; the copy changes its content, so the signature becomes invalid.',
};

function evaluated(
  read: ReadWorkbook,
  policies: readonly Policy[],
  scenario: Scenario,
  options: { asOf: string | undefined; groupBy: string | undefined },
): { plans: readonly Plan[]; outcome: WorkbookOutcome } {
  const { groupBy, asOf } = options;
  if (groupBy !== undefined && !read.tables.some(({ reading }) => reading.data.groups.has(groupBy))) {
    const headers = [...new Set(read.tables.flatMap(({ reading }) => [...reading.data.groups.keys()]))];
    throw unusable(
      `没有可用于分组的列“${groupBy}”；可用：${headers.join('、') || '无'}。`,
      `There is no column “${groupBy}” to group by; available: ${headers.join(', ') || 'none'}.`,
    );
  }
  refuseForeignIds(scenario, policies);
  try {
    const withDate = asOf === undefined ? scenario : { ...scenario, asOf };
    const plans = policies.map((policy) => compilePolicy(policy, scenarioOf(policy, withDate)));
    const outcome = evaluateSheets(
      plans,
      read.tables.map(({ reading }) => reading.data),
      { ...(asOf === undefined ? {} : { asOf }), ...(groupBy === undefined ? {} : { groupBy }) },
    );
    return { plans, outcome };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw unusable(error.text.zh, error.text.en);
  }
}

/** What of the scenario concerns a policy: ids begin with the policy's. */
function scenarioOf(policy: Policy, scenario: Scenario): Scenario {
  const own = <T>(entries: Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.fromEntries(Object.entries(entries ?? {}).filter(([id]) => policyOf(id) === policy.id));
  return {
    ...scenario,
    figures: own(scenario.figures),
    readings: own(scenario.readings),
    amounts: own(scenario.amounts),
  };
}

/** A change for a policy that is not evaluated would be dropped silently: refuse it. */
function refuseForeignIds(scenario: Scenario, policies: readonly Policy[]): void {
  const known = policies.map(({ id }) => id);
  const ids = [scenario.figures, scenario.readings, scenario.amounts].flatMap((entries) =>
    Object.keys(entries ?? {}),
  );
  const foreign = ids.find((id) => !known.includes(policyOf(id)));
  if (foreign === undefined) return;
  throw unusable(
    `情景里的“${foreign}”不属于所测算的政策（${known.join('、')}）。`,
    `“${foreign}” in the scenario belongs to none of the policies evaluated (${known.join(', ')}).`,
  );
}

/** `xishan-2020/19.2#cap`, `xishan-2020#same-project` → `xishan-2020`. */
function policyOf(id: string): string {
  return id.split(/[/#]/)[0] ?? '';
}
