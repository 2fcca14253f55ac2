import { type Failure, invalidValue } from '../cells/cell';
import type { Clause, Policy } from '../../rules';

export interface FoundClause {
  readonly policy: Policy;
  readonly clause: Clause;
}

/**
 * The clause that a cell names: by its id (`xishan-2020/19.2`), by its number where one policy only
 * has it (`19.2`), or by its function (`SUBSIDY_OUTPUT_GROWTH`).
 */
export function findClause(written: unknown, policies: readonly Policy[]): FoundClause | Failure {
  const name = textOf(written);
  if (name === '')
    return invalidValue(
      '请写明条款，如 "xishan-2020/19.2"。',
      'Say which clause, such as "xishan-2020/19.2".',
    );
  const all = policies.flatMap((policy) =>
    [...policy.clauses.values()].map((clause) => ({ policy, clause })),
  );
  const found = all.filter(({ clause }) => isNamed(clause, name));
  const [first, second] = found;
  if (first === undefined) return noClause(name, all);
  if (second === undefined) return first;
  const ids = found.map(({ clause }) => clause.id);
  return invalidValue(
    `“${name}”不止一条：${ids.join('、')}；请写全。`,
    `There is more than one “${name}”: ${ids.join(', ')}; write the whole id.`,
  );
}

function isNamed(clause: Clause, name: string): boolean {
  if (clause.id === name || clause.id.slice(clause.policy.length + 1) === name) return true;
  return clause.function?.toUpperCase() === name.toUpperCase().replace(/^POLICY\./u, '');
}

/** Those that hold what was written are the likeliest to be meant, then those of the same article. */
function noClause(name: string, all: readonly FoundClause[]): Failure {
  const ids = all.map(({ clause }) => clause.id);
  const number = name.slice(name.indexOf('/') + 1);
  const policy = name.slice(0, name.indexOf('/') + 1);
  const article = articleOf(name);
  const ofPolicy = ids.filter((id) => id.startsWith(policy));
  const among = ofPolicy.length > 0 ? ofPolicy : ids;
  const alike = among.filter((id) => number !== '' && (id.includes(name) || id.includes(`/${number}`)));
  const near = alike.length > 0 ? alike : among.filter((id) => articleOf(id) === article);
  if (near.length === 0 || (alike.length === 0 && article === undefined))
    return invalidValue(
      `没有条款“${name}”；请写条款编号，如 "xishan-2020/19.2"。`,
      `There is no clause “${name}”; write its id, such as "xishan-2020/19.2".`,
    );
  const shown = near.slice(0, SHOWN);
  const more = shown.length < near.length;
  return invalidValue(
    `没有条款“${name}”；相近的有：${shown.join('、')}${more ? ' 等' : ''}。`,
    `There is no clause “${name}”; near it are ${shown.join(', ')}${more ? ' and others' : ''}.`,
  );
}

const articleOf = (id: string): string | undefined => /^(?:[^/]*\/)?(\d+)/u.exec(id)?.[1];

const SHOWN = 6;

/**
 * Text or number of a cell; a clause number such as 4.4 may arrive as a number. A 0 names nothing: it is a
 * blank that the host passed on as 0.
 */
export function textOf(written: unknown): string {
  const value: unknown = Array.isArray(written) ? textOf(written[0]) : written;
  if (typeof value === 'string') return value.trim();
  if (value === 0) return '';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
