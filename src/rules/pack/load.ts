import { DiagnosticList, type Diagnostic, type Report, type SourceFile } from '../diagnostics';
import { sha256 } from '../hash';
import type { Policy } from '../model';
import { policy as policyShape, type RawPolicy } from '../schema';
import type { Vocabulary } from '../vocabulary';
import { parseYaml } from '../yaml';
import { nameOf, readArticles } from './articles';
import { buildPolicy } from './policy';
import { type ReadVocabulary, readVocabulary } from './vocabulary';

export interface LoadedPack {
  /** Absent where a file of the pack has errors; warnings do not keep it back. */
  readonly policy?: Policy;
  readonly diagnostics: readonly Diagnostic[];
}

export interface LoadedRules {
  readonly vocabulary?: Vocabulary;
  /** The policies without errors. */
  readonly policies: readonly Policy[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks one pack: the files of a policy's folder. */
export function loadPack(files: readonly SourceFile[], vocabulary: Vocabulary): LoadedPack {
  const list = new DiagnosticList();
  const policy = checkPack(files, { vocabulary, broken: [] }, list.report);
  const diagnostics = list.inOrder(files);
  return policy === undefined || list.hasErrors ? { diagnostics } : { policy, diagnostics };
}

/** Checks a whole rules folder: indicators.yaml and a folder of files for every policy. */
export function loadRules(files: readonly SourceFile[]): LoadedRules {
  const list = new DiagnosticList();
  const vocabularyFile = files.find((file) => nameOf(file) === 'indicators');
  if (vocabularyFile === undefined) {
    const source = { path: 'indicators.yaml', text: '', lineStarts: [0] };
    list.report('no-vocabulary', { source, start: 0, end: 0 }, {});
    return { policies: [], diagnostics: list.inOrder(files) };
  }
  const read = readVocabulary(vocabularyFile, list.report);
  if (read === undefined) return { policies: [], diagnostics: list.inOrder(files) };
  const sound = !list.hasErrors;
  const policies = packsOf(files, vocabularyFile).flatMap((pack) => {
    const own = new DiagnosticList();
    const report: Report = (code, at, params) => {
      own.report(code, at, params);
      list.report(code, at, params);
    };
    const policy = checkPack(pack, read, report);
    return policy === undefined || own.hasErrors ? [] : [policy];
  });
  reportSharedFunctions(policies, list.report);
  const diagnostics = list.inOrder(files);
  return sound ? { vocabulary: read.vocabulary, policies, diagnostics } : { policies: [], diagnostics };
}

/** The files of each policy: those that lie in one folder beside or below the vocabulary. */
function packsOf(
  files: readonly SourceFile[],
  vocabularyFile: SourceFile,
): readonly (readonly SourceFile[])[] {
  const folders = new Map<string, SourceFile[]>();
  for (const file of files) {
    if (file === vocabularyFile || !/\.ya?ml$/u.test(file.path)) continue;
    const folder = folderOf(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders.values()];
}

const folderOf = ({ path }: SourceFile): string =>
  path.replaceAll('\\', '/').split('/').slice(0, -1).join('/');

function checkPack(files: readonly SourceFile[], read: ReadVocabulary, report: Report): Policy | undefined {
  const policyFile = files.find((file) => nameOf(file) === 'policy');
  const articleFiles = files.filter((file) => file !== policyFile);
  const raw = policyFile === undefined ? undefined : readPolicy(policyFile, report);
  if (policyFile === undefined) reportNoPolicy(files, report);
  const articles = readArticles(articleFiles, raw, report);
  if (raw?.id === undefined) return undefined;
  return buildPolicy(raw, articles, read, packHash(files, read.vocabulary), report);
}

function readPolicy(file: SourceFile, report: Report): RawPolicy | undefined {
  const node = parseYaml(file, report);
  const raw = node && policyShape.read(node, report);
  const folder = folderOf(file).split('/').at(-1) ?? '';
  if (raw?.id !== undefined && folder !== '' && raw.id.value !== folder) {
    const words = { zh: '文件夹名', en: 'the name of the folder' };
    report('name-differs', raw.id.span, { written: raw.id.value, expected: folder, ...words });
  }
  return raw;
}

function reportNoPolicy(files: readonly SourceFile[], report: Report): void {
  const [first] = files;
  const folder = first === undefined ? '' : folderOf(first);
  const source = { path: `${folder}/policy.yaml`, text: '', lineStarts: [0] };
  report('no-policy-file', { source, start: 0, end: 0 }, { folder });
}

/** Changes with any file of the pack or any indicator, not with the place of the folder or the line ends. */
function packHash(files: readonly SourceFile[], vocabulary: Vocabulary): string {
  const texts = files.map((file) => [nameOf(file), file.text.replaceAll('\r\n', '\n')]);
  const words = [...vocabulary.indicators.values(), vocabulary.headerForms];
  return sha256(JSON.stringify([texts.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)), words]));
}

/** Over all policies a custom function has one clause. */
function reportSharedFunctions(policies: readonly Policy[], report: Report): void {
  const owners = new Map<string, string>();
  for (const clause of policies.flatMap(({ clauses }) => [...clauses.values()])) {
    const name = clause.function;
    const first = name === undefined ? undefined : owners.get(name);
    if (name === undefined) continue;
    owners.set(name, first ?? clause.id);
    if (first !== undefined) report('duplicate-function', clause.position, { name, first });
  }
}
