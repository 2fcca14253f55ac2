import { bindClause, type BoundClause, type Ground } from './bind';
import { readingsOf } from '../expressions/walk';
import { readingsIn } from '../scenario';
import type { Result } from './result';
import type { Decimal, ReadingId } from '../../rules';

/**
 * The readings whose other option would change a row's result. The alternatives are bound only
 * when a row first asks for them; rows that do not qualify never ask.
 */
export function reviewer(
  bound: BoundClause,
  ground: Ground,
): (row: number, result: Result) => readonly ReadingId[] {
  const { clause } = bound;
  const readings = readingsIn(ground.plan.policy);
  const used = readingsOf(clause).flatMap((id) => readings.get(id) ?? []);
  if (used.length === 0) return () => NO_READINGS;
  let alternatives: readonly { readonly id: ReadingId; readonly bound: BoundClause }[] | undefined;
  return (row, result) => {
    alternatives ??= used.flatMap(({ id, options }) => {
      const others = options.filter(({ name }) => name !== ground.plan.readings.get(id));
      return others.map(({ name }) => ({
        id,
        bound: bindClause(clause, {
          ...ground,
          plan: { ...ground.plan, readings: new Map([...ground.plan.readings, [id, name]]) },
        }),
      }));
    });
    const changed = alternatives.filter(
      (alternative) => !sameResult(alternative.bound.evaluate(row), result),
    );
    return changed.length === 0 ? NO_READINGS : [...new Set(changed.map(({ id }) => id))];
  };
}

const NO_READINGS: readonly ReadingId[] = [];

export function sameResult(a: Result, b: Result): boolean {
  return (
    a.status === b.status &&
    sameMoney(a.amount, b.amount) &&
    sameMoney(a.uncapped, b.uncapped) &&
    sameMoney(a.cap, b.cap) &&
    a.missing.length === b.missing.length &&
    a.missing.every((key) => b.missing.includes(key))
  );
}

const sameMoney = (a: Decimal | null, b: Decimal | null): boolean =>
  a === null || b === null ? a === b : a.eq(b);
