import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runExamples } from '../engine';
import { diffPolicies, formatDiagnostic, type Lang, loadRules, newPack, type Policy } from '../rules';
import { type CommandArguments, single } from './arguments';
import { alignedRows, type CommandLineIo, EXIT_DONE, EXIT_UNUSABLE, unusable, wrongUsage } from './console';
import { type FileContent, writeWhole } from './files';
import { loadCheckedRules, rulesFiles, rulesFolder } from './rules-folder';
import { clauseText, KIND_WORDS } from './clause-text';
import { policyDiffText } from './policy-diff-text';

/** `subsidy rules list`: policies, clauses and records. */
export function rulesList(args: CommandArguments, io: CommandLineIo): number {
  const { lang } = args;
  const { policies } = loadCheckedRules(io, single(args, 'rules'), lang);
  if (args.flags.has('json')) {
    const entries = policies.map((policy) => ({
      id: policy.id,
      title: policy.title,
      rulesHash: policy.hash,
      clauses: [...policy.clauses.values(), ...policy.records.values()].map(({ id, kind, title }) => ({
        id,
        kind,
        title,
      })),
    }));
    io.stdout.write(`${JSON.stringify({ schema: 1, policies: entries })}\n`);
    return EXIT_DONE;
  }
  for (const policy of policies) {
    io.stdout.write(`${policy.id}  ${policy.title[lang]}\n`);
    const rows = [...policy.clauses.values(), ...policy.records.values()].map((entry) => [
      entry.id,
      entry.title[lang],
      KIND_WORDS[entry.kind][lang],
      'function' in entry ? (entry.function ?? '') : '',
    ]);
    io.stdout.write(
      `${alignedRows(rows, [])
        .map((row) => `  ${row}`)
        .join('\n')}\n\n`,
    );
  }
  return EXIT_DONE;
}

/** `subsidy rules show`: one rule in words. */
export function rulesShow(args: CommandArguments, io: CommandLineIo): number {
  const { lang } = args;
  const { policies } = loadCheckedRules(io, single(args, 'rules'), lang);
  const wanted = args.positionals[0] ?? '';
  const found = policies.flatMap((policy) =>
    [...policy.clauses.values(), ...policy.records.values()]
      .filter(({ id }) => id === wanted || id === `${policy.id}/${wanted}`)
      .map((entry) => ({ policy, entry })),
  );
  if (found.length === 0) {
    throw unusable(
      `没有条款 ${wanted}；subsidy rules list 列出全部条款。`,
      `There is no clause ${wanted}; subsidy rules list shows them all.`,
    );
  }
  io.stdout.write(found.map(({ policy, entry }) => clauseText(policy, entry, lang)).join('\n'));
  return EXIT_DONE;
}

/** `subsidy rules check`: every problem of the rules, in one run. */
export function rulesCheck(args: CommandArguments, io: CommandLineIo): number {
  const { lang } = args;
  const folder = args.positionals[0] ?? rulesFolder(io, single(args, 'rules'));
  const { policies, diagnostics } = loadRules(rulesFiles(io, folder));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (args.flags.has('json')) {
    const found = diagnostics.map(({ code, severity, position, message }) => ({
      code,
      severity,
      ...position,
      message: message[lang],
    }));
    io.stdout.write(`${JSON.stringify({ schema: 1, diagnostics: found })}\n`);
    return errors === 0 ? EXIT_DONE : EXIT_UNUSABLE;
  }
  for (const diagnostic of diagnostics) io.stdout.write(`${formatDiagnostic(diagnostic, lang)}\n`);
  io.stdout.write(`${checkClosing(policies, errors, diagnostics.length - errors, lang)}\n`);
  return errors === 0 ? EXIT_DONE : EXIT_UNUSABLE;
}

function checkClosing(policies: readonly Policy[], errors: number, warnings: number, lang: Lang): string {
  const entries = policies.reduce((sum, { clauses, records }) => sum + clauses.size + records.size, 0);
  if (errors === 0 && warnings === 0) {
    return lang === 'zh'
      ? `没有发现问题：${policies.length} 个政策，${entries} 条。`
      : `No problem found; policies: ${policies.length}, entries: ${entries}.`;
  }
  return lang === 'zh'
    ? `${errors} 处错误，${warnings} 处警告。`
    : `Errors: ${errors}, warnings: ${warnings}.`;
}

/** `subsidy rules test`: the rules' own examples. */
export function rulesTest(args: CommandArguments, io: CommandLineIo): number {
  const { lang } = args;
  const { policies } = loadCheckedRules(io, args.positionals[0] ?? single(args, 'rules'), lang);
  let count = 0;
  let failed = 0;
  for (const policy of policies) {
    const { run, failures } = runExamples(policy);
    count += run;
    failed += failures.length;
    for (const failure of failures) io.stdout.write(`${failure.text[lang]}\n`);
  }
  io.stdout.write(
    lang === 'zh'
      ? `${count} 个示例，${failed === 0 ? '全部通过' : `${failed} 个不符`}。\n`
      : `Examples: ${count}, ${failed === 0 ? 'all pass' : `failing: ${failed}`}.\n`,
  );
  return failed === 0 ? EXIT_DONE : EXIT_UNUSABLE;
}

/** `subsidy rules new`: next year's policy, started from an old one. */
export function rulesNew(args: CommandArguments, io: CommandLineIo): number {
  const { lang } = args;
  const id = args.positionals[0] ?? '';
  const from = single(args, 'from');
  if (from === undefined)
    throw wrongUsage('请用 --from 指明以哪个政策为底稿。', 'Say with --from which policy to start from.');
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    throw wrongUsage(
      `政策 id ${id} 只能含小写字母、数字和连字符，并以字母开头。`,
      `The policy id ${id} may hold lower-case letters, digits and hyphens only, and begins with a letter.`,
    );
  }
  const folder = rulesFolder(io, single(args, 'rules'));
  const target = path.join(folder, id);
  if (existsSync(target))
    throw unusable(
      `${target} 已经存在；请换一个 id，或先移走它。`,
      `${target} exists already; choose another id or move it away first.`,
    );
  const files = rulesFiles(io, folder, [from]).filter(
    (file) => path.basename(path.dirname(file.path)) === from,
  );
  const written = newPack(files, from, id);
  writeFolder(
    target,
    written.map(({ path: name, text }) => ({ file: path.basename(name), content: text })),
  );
  io.stdout.write(
    lang === 'zh'
      ? `已写出 ${written.length} 个文件到 ${target}。\n接着：改 policy.yaml 的文号与日期，逐条修改，然后运行 subsidy rules check、subsidy rules test、subsidy rules diff ${from} ${id}。\n`
      : `${written.length} files written to ${target}.\nNext: set document and dates in policy.yaml, edit the clauses, then run subsidy rules check, subsidy rules test, subsidy rules diff ${from} ${id}.\n`,
  );
  return EXIT_DONE;
}

/** The whole folder appears at once: it is written beside its place and renamed. */
function writeFolder(target: string, files: readonly FileContent[]): void {
  const temporary = mkdtempSync(path.join(path.dirname(target), '.new-pack-'));
  try {
    writeWhole(files.map(({ file, content }) => ({ file: path.join(temporary, file), content })));
    chmodSync(temporary, 0o755);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** `subsidy rules diff`: what changed from one policy to another. */
export function rulesDiff(args: CommandArguments, io: CommandLineIo): number {
  const { lang } = args;
  const { policies } = loadCheckedRules(io, single(args, 'rules'), lang);
  const [first, second] = args.positionals.map((id) => {
    const policy = policies.find((candidate) => candidate.id === id);
    if (policy === undefined) {
      const known = policies.map((candidate) => candidate.id);
      throw unusable(
        `没有政策 ${id}；有：${known.join('、')}。`,
        `There is no policy ${id}; there are: ${known.join(', ')}.`,
      );
    }
    return policy;
  });
  if (first !== undefined && second !== undefined)
    io.stdout.write(policyDiffText(diffPolicies(first, second), lang));
  return EXIT_DONE;
}
