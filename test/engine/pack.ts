import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatDiagnostic, loadPack, loadVocabulary, type Policy, type Vocabulary } from '../../src/rules';

/** Small policies for tests, written as rules are written, over the bundled vocabulary. */

const file = path.join(__dirname, '..', '..', 'rules', 'indicators.yaml');
const loaded = loadVocabulary({ path: 'indicators.yaml', text: readFileSync(file, 'utf8') });

export function vocabulary(): Vocabulary {
  if (loaded.vocabulary === undefined) throw new Error('the vocabulary has errors');
  return loaded.vocabulary;
}

const CLAUSE = `
    title: { zh: 条款, en: clause }
    summary: { zh: 条款, en: clause }
    project: 项目
    department: 部门
    grain: enterprise
`;

/**
 * A policy `p` of the given clauses: id → the lines of the clause that matter to the test.
 * @param extra further keys of policy.yaml
 */
export function pack(clauses: Readonly<Record<string, string>>, extra = ''): Policy {
  const policy = `
id: p
title: { zh: 政策, en: policy }
document: { zh: 文件, en: document }
issuer: { zh: 机关, en: issuer }
level: district
issued: 2020-02-14
inForce: { from: 2020-02-14, to: 2020-12-31 }
year: 2020
articles: ['1']
${extra}`;
  const article = `
article: '1'
title: { zh: 一, en: one }
defaults: { field: 领域 }
clauses:
${Object.entries(clauses)
  .map(([id, lines]) => clauseText(id, lines))
  .join('\n')}`;
  const files = [
    { path: 'p/policy.yaml', text: policy },
    { path: 'p/1.yaml', text: article },
  ];
  const result = loadPack(files, vocabulary());
  if (result.policy === undefined) {
    throw new Error(result.diagnostics.map((each) => formatDiagnostic(each, 'en')).join('\n'));
  }
  return result.policy;
}

/** Keys that the test gives replace the usual ones. */
function clauseText(id: string, lines: string): string {
  const given = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const indented = lines.split('\n').filter((line) => line.trim() !== '');
  const margin = Math.min(...indented.map((line) => line.length - line.trimStart().length));
  const usual = CLAUSE.split('\n').filter((line) => {
    const key = line.trim().split(':')[0] ?? '';
    return key !== '' && !given.some((each) => each.startsWith(`${key}:`));
  });
  const isSupport = given.some((line) => line === 'kind: support');
  const name = isSupport ? [] : [`    function: SUBSIDY_${id.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`];
  return [`  '${id}':`, ...usual, ...name, ...indented.map((line) => `    ${line.slice(margin)}`)].join('\n');
}
