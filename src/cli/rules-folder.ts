import { existsSync, readdirSync } from 'node:fs';
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
import { readText, shownPath } from './files';

export interface LoadedRules {
  readonly vocabulary: Vocabulary;
  readonly policies: readonly Policy[];
}

/** The folder given with `--rules`, or the bundled one (from here, where that is shorter). */
export function rulesFolder(io: CommandLineIo, given: string | undefined): string {
  return given ?? shownPath(path.join(io.packageRoot, 'rules'));
}

/**
 * The files of a rules folder: `indicators.yaml` and one folder a pack. A folder that is itself a pack
 * (it has a policy.yaml) is taken as one, and the bundled vocabulary serves where the folder has none.
 * With `only`, packs of other names are left aside. Files are called by their path as one would open it.
 */
export function rulesFiles(io: CommandLineIo, folder: string, only: readonly string[] = []): SourceFile[] {
  const entries = listFolder(folder);
  const all = entries.includes('policy.yaml')
    ? [folder]
    : entries.map((name) => path.join(folder, name)).filter((entry) => hasPolicy(entry));
  if (all.length === 0) {
    throw unusable(
      `${folder} 里没有政策；每个政策是一个含 policy.yaml 的文件夹。`,
      `${folder} holds no policy; each policy is a folder with a policy.yaml.`,
    );
  }
  const known = all.map((pack) => packName(pack));
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw wrongUsage(
      `${folder} 里没有政策 ${unknown}；有：${known.join('、')}。`,
      `There is no policy ${unknown} in ${folder}; there are: ${known.join(', ')}.`,
    );
  }
  const vocabulary = entries.includes('indicators.yaml') ? folder : path.join(io.packageRoot, 'rules');
  const packs = all.filter((pack) => only.length === 0 || only.includes(packName(pack)));
  return [
    source(path.join(vocabulary, 'indicators.yaml')),
    ...packs.flatMap((pack) =>
      listFolder(pack)
        .filter((name) => /\.ya?ml$/.test(name) && name !== 'indicators.yaml')
        .map((name) => source(path.join(pack, name))),
    ),
  ];
}

function packName(pack: string): string {
  return path.basename(path.resolve(pack));
}

function source(file: string): SourceFile {
  return { path: file.replaceAll('\\', '/'), text: readText(file) };
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch {
    throw unusable(
      `找不到规则文件夹 ${folder}；请检查 --rules 的路径。`,
      `The rules folder ${folder} was not found; check the path.`,
    );
  }
}

function hasPolicy(folder: string): boolean {
  return existsSync(path.join(folder, 'policy.yaml'));
}

/**
 * Rules that are in order; anything wrong with them ends the command with what and where. With `only`,
 * just those policies are loaded and have to be.
 */
export function loadCheckedRules(
  io: CommandLineIo,
  given: string | undefined,
  lang: Lang,
  only: readonly string[] = [],
): LoadedRules {
  const folder = rulesFolder(io, given);
  const { vocabulary, policies, diagnostics } = loadRules(rulesFiles(io, folder, only));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (vocabulary === undefined || errors.length > 0) throw brokenRules(folder, errors, lang);
  return { vocabulary, policies };
}

const SHOWN = 20;

function brokenRules(folder: string, errors: readonly Diagnostic[], lang: Lang): Error {
  const shown = errors.slice(0, SHOWN).map((diagnostic) => formatDiagnostic(diagnostic, lang));
  const more = errors.length - shown.length;
  const text = (rest: string): string => shown.join('\n') + (more > 0 ? `\n${rest}` : '');
  return unusable(
    `${folder} 里的规则有 ${errors.length} 处错误，未能使用：\n${text(`… 另有 ${more} 处，见 subsidy rules check。`)}`,
    `The rules in ${folder} cannot be used; errors found: ${errors.length}.\n${text(`… and ${more} more; see subsidy rules check.`)}`,
  );
}
