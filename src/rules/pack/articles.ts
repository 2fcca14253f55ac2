import type { Report, SourceFile } from '../diagnostics';
import { article as articleShape, type RawArticle, type RawClause, type RawPolicy } from '../schema';
import { parseYaml, type TextNode } from '../yaml';

/** The clauses of a pack in the order of the policy's articles, with each file's defaults filled in. */
export interface Articles {
  readonly clauses: readonly { readonly key: TextNode; readonly raw: RawClause }[];
  /** Whether every file could be read. */
  readonly complete: boolean;
}

export const nameOf = (file: SourceFile): string =>
  file.path
    .replaceAll('\\', '/')
    .split('/')
    .at(-1)
    ?.replace(/\.ya?ml$/u, '') ?? '';

export function readArticles(
  files: readonly SourceFile[],
  policy: RawPolicy | undefined,
  report: Report,
): Articles {
  const listed = policy?.articles ?? [];
  const byName = new Map(files.map((file) => [nameOf(file), file]));
  for (const name of listed) {
    if (!byName.has(name.value)) report('article-without-file', name.span, { name: name.value });
  }
  const order = listed.map(({ value }) => value);
  const rank = (file: SourceFile): number =>
    order.includes(nameOf(file)) ? order.indexOf(nameOf(file)) : order.length;
  let complete = listed.every(({ value }) => byName.has(value));
  const clauses = files
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((file) => {
      const article = readArticle(file, policy?.articles, report);
      if (article?.clauses === undefined) complete = false;
      return article === undefined ? [] : clausesOf(article);
    });
  return { clauses, complete };
}

function readArticle(
  file: SourceFile,
  listed: readonly TextNode[] | undefined,
  report: Report,
): RawArticle | undefined {
  const node = parseYaml(file, report);
  if (node === undefined) return undefined;
  const name = nameOf(file);
  if (listed?.every(({ value }) => value !== name)) {
    report('file-not-listed', { ...node.span, end: node.span.start + 1 }, { name });
  }
  const article = articleShape.read(node, report);
  if (article?.article !== undefined && article.article.value !== name) {
    const written = article.article.value;
    report('name-differs', article.article.span, {
      written,
      expected: name,
      zh: '文件名',
      en: 'the name of the file',
    });
  }
  return article;
}

function clausesOf({ clauses, defaults }: RawArticle): Articles['clauses'] {
  return (clauses ?? []).map(({ key, value }) => ({
    key,
    raw: {
      ...value,
      kind: value.kind ?? defaults?.kind,
      field: value.field ?? defaults?.field,
      project: value.project ?? defaults?.project,
      department: value.department ?? defaults?.department,
      beneficiary: value.beneficiary ?? defaults?.beneficiary,
      grain: value.grain ?? defaults?.grain,
      inForce: value.inForce ?? defaults?.inForce,
      payout: value.payout ?? defaults?.payout,
    },
  }));
}
