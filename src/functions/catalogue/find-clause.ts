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

/** The ids that begin or end alike are the likeliest to be meant. */
function noClause(name: string, all: readonly FoundClause[]): Failure {
  const ids = all.map(({ clause }) => clause.id);
  const number = name.slice(name.indexOf('/') + 1);
  const near = ids.filter((id) => id.includes(name) || (number !== '' && id.includes(`/${number}`)));
  const shown = (near.length > 0 ? near : ids).slice(0, SHOWN);
  return invalidValue(
    `没有条款“${name}”；有：${shown.join('、')}${shown.length < ids.length ? ' 等' : ''}。`,
    `There is no clause “${name}”; there are ${shown.join(', ')}${shown.length < ids.length ? ' and others' : ''}.`,
  );
}

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
