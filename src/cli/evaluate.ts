import path from 'node:path';
import {
  compilePolicy,
  EngineError,
  evaluateSheets,
  type Plan,
  type Scenario,
  type WorkbookOutcome,
} from '../engine';
import { parseDate, type Policy } from '../rules';
import { identities, resultJson } from '../report';
import { type CommandArguments, single } from './arguments';
import { type CommandLineIo, EXIT_DONE, unusable, wrongUsage } from './console';
import { checkOutputKind, checkOutputs } from './evaluate-outputs';
import { evaluationSummary } from './evaluation-summary';
import { type FileContent, readJson, writeWhole } from './files';

import { readMapFile } from './map-file';
import { annotatedWorkbook } from './output';
import { readWorkbookFile, type ReadWorkbook } from './read-sheets';
import { loadCheckedRules } from './rules-folder';
import { readScenario, refuseForeignIds, scenarioOf } from './scenario';
import { generator } from './version';

/** `subsidy evaluate`: a workbook in; the result as JSON, an annotated copy, and a summary to read. */
export function evaluate(args: CommandArguments, io: CommandLineIo): number {
  const { lang } = args;
  const file = args.positionals[0] ?? '';
  const [out, jsonFile, mapFile, scenarioFile, groupBy] = (
    ['out', 'json', 'map', 'scenario', 'group-by'] as const
  ).map((option) => single(args, option));
  const asOf = asOfDate(args);
  checkOutputs(file, out, jsonFile, [mapFile, scenarioFile]);
  const { vocabulary, policies } = loadCheckedRules(
    io,
    single(args, 'rules'),
    lang,
    args.values.get('policy'),
  );
  const corrections = mapFile === undefined ? undefined : readMapFile(mapFile);
  const plans = plansUnder(policies, scenarioFile, asOf);
  const read = readWorkbookFile(file, {
    sheets: args.values.get('sheet') ?? [],
    corrections,
    vocabulary,
    policies,
  });
  checkOutputKind(file, out, read.workbook.isMacroEnabled);
  const outcome = evaluated(read, plans, asOf, groupBy);

  const shared = {
    generator: generator(io),
    outcome,
    plans,
    identity: identities(read.tables.map(({ reading }) => reading)),
    lang,
  };
  const json =
    jsonFile === undefined
      ? undefined
      : `${JSON.stringify(resultJson({ ...shared, readings: read.tables.map(({ reading }) => reading) }))}\n`;
  const scenarioName = scenarioFile === undefined ? undefined : path.basename(scenarioFile);
  const annotated =
    out === undefined ? undefined : annotatedWorkbook({ ...shared, file, read, groupBy, scenarioName });
  const notices = [
    ...(annotated !== undefined && read.workbook.isSigned ? [SIGNED[lang]] : []),
    ...(annotated?.notices ?? []),
  ];

  const files: FileContent[] = [];
  if (json !== undefined && jsonFile !== undefined && jsonFile !== '-')
    files.push({ file: jsonFile, content: json });
  if (annotated !== undefined && out !== undefined) files.push({ file: out, content: annotated.bytes });
  writeWhole(files);
  if (jsonFile === '-') {
    io.stdout.write(json ?? '');
    for (const notice of notices) io.stderr.write(`${notice}\n`);
  } else {
    io.stdout.write(
      evaluationSummary({
        file,
        read,
        outcome,
        written: files.map((one) => one.file),
        notices,
        groupBy,
        lang,
      }),
    );
  }
  return EXIT_DONE;
}

const SIGNED = {
  zh: '注意：原文件带有数字签名，写出的副本改动了内容，签名将失效。',
  en: 'Note: the file carries a digital signature; the copy changes its content, so the signature becomes invalid.',
} as const;

function asOfDate(args: CommandArguments): string | undefined {
  const asOf = single(args, 'as-of');
  if (asOf !== undefined && !parseDate(asOf).ok) {
    throw wrongUsage(
      `--as-of 应为日期，如 2020、2020-06 或 2020-06-30，不能是“${asOf}”。`,
      `--as-of takes a date such as 2020, 2020-06 or 2020-06-30, not “${asOf}”.`,
    );
  }
  return asOf;
}

/** Every policy under what of the scenario concerns it. */
function plansUnder(policies: readonly Policy[], file: string | undefined, asOf: string | undefined): Plan[] {
  const scenario: Scenario = file === undefined ? {} : readScenario(readJson(file), file);
  refuseForeignIds(scenario, policies, file ?? '');
  try {
    return policies.map((policy) =>
      compilePolicy(policy, { ...scenarioOf(policy, scenario), ...(asOf === undefined ? {} : { asOf }) }),
    );
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw unusable(`${file ?? ''}：${error.text.zh}`, `${file ?? ''}: ${error.text.en}`);
  }
}

function evaluated(
  read: ReadWorkbook,
  plans: readonly Plan[],
  asOf: string | undefined,
  groupBy: string | undefined,
): WorkbookOutcome {
  const data = read.tables.map(({ reading }) => reading.data);
  if (groupBy !== undefined && !data.some(({ groups }) => groups.has(groupBy))) {
    const headers = [...new Set(data.flatMap(({ groups }) => [...groups.keys()]))];
    throw unusable(
      `没有可用于分组的列“${groupBy}”；可用：${headers.join('、') || '无'}。`,
      `There is no column “${groupBy}” to group by; available: ${headers.join(', ') || 'none'}.`,
    );
  }
  return evaluateSheets(plans, data, {
    ...(asOf === undefined ? {} : { asOf }),
    ...(groupBy === undefined ? {} : { groupBy }),
  });
}
