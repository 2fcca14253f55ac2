import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type Diagnostic,
  formatDiagnostic,
  type Lang,
  loadRules,
  type Policy,
  type SourceFile,
  type Vocabulary,
} from '../rules';
import { type CommandLineIo, unusable, wrongUsage } from './console';
import { readText } from './files';

export interface LoadedRules {
  readonly vocabulary: Vocabulary;
  readonly policies: readonly Policy[];
}

/** The bundled folder, or the one given with `--rules`. */
export function rulesFolder(io: CommandLineIo, given: string | undefined): string {
  return given ?? path.join(io.packageRoot, 'rules');
}

/**
 * The files of a rules folder: `indicators.yaml` and one folder a pack. A folder that is itself a pack
 * (it has a policy.yaml) is taken as one, and the bundled vocabulary serves where the folder has none.
 */
export function rulesFiles(io: CommandLineIo, folder: string): SourceFile[] {
  const bundled = path.join(io.packageRoot, 'rules', 'indicators.yaml');
  const entries = listFolder(folder);
  const isPack = entries.includes('policy.yaml');
  const packs = isPack
    ? [folder]
    : entries.map((name) => path.join(folder, name)).filter((entry) => hasPolicy(entry));
  const own = path.join(folder, 'indicators.yaml');
  const vocabulary = entries.includes('indicators.yaml') ? own : bundled;
  const files = [source(vocabulary, 'indicators.yaml')];
  for (const pack of packs) {
    const id = path.basename(path.resolve(pack));
    for (const name of listFolder(pack)) {
      if (/\.ya?ml$/.test(name)) files.push(source(path.join(pack, name), `${id}/${name}`));
    }
  }
  if (packs.length === 0) {
    throw unusable(
      `${folder} 里没有政策；每个政策是一个含 policy.yaml 的文件夹。`,
      `${folder} holds no policy; each policy is a folder with a policy.yaml.`,
    );
  }
  return files;
}

function source(file: string, name: string): SourceFile {
  return { path: name, text: readText(file) };
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch {
    throw unusable(`找不到规则文件夹 ${folder}。`, `The rules folder ${folder} was not found.`);
  }
}

function hasPolicy(folder: string): boolean {
  return statSync(folder).isDirectory() && readdirSync(folder).includes('policy.yaml');
}

/** Rules that are in order; anything wrong with them ends the command with what and where. */
export function loadCheckedRules(io: CommandLineIo, given: string | undefined, lang: Lang): LoadedRules {
  const folder = rulesFolder(io, given);
  const { vocabulary, policies, diagnostics } = loadRules(rulesFiles(io, folder));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (vocabulary === undefined || errors.length > 0) throw brokenRules(folder, errors, lang);
  return { vocabulary, policies };
}

const SHOWN = 20;

function brokenRules(folder: string, errors: readonly Diagnostic[], lang: Lang): Error {
  const shown = errors.slice(0, SHOWN).map((diagnostic) => formatDiagnostic(diagnostic, lang));
  const more = errors.length - shown.length;
  const list = shown.join('\n') + (more > 0 ? `\n… ${more}` : '');
  return unusable(
    `${folder} 里的规则有 ${errors.length} 处错误，未能使用：\n${list}`,
    `The rules in ${folder} have ${errors.length} errors and cannot be used:\n${list}`,
  );
}

/** The policies asked for, all where none was. @throws CommandError for an unknown id. */
export function choosePolicies(rules: LoadedRules, ids: readonly string[]): Policy[] {
  const known = rules.policies.map(({ id }) => id);
  for (const id of ids) {
    if (!known.includes(id)) {
      throw wrongUsage(
        `没有政策 ${id}；可用：${known.join('、')}。`,
        `There is no policy ${id}; available: ${known.join(', ')}.`,
      );
    }
  }
  return rules.policies.filter(({ id }) => ids.length === 0 || ids.includes(id));
}
